/** The text that stands in a file of the kit, whatever its form: page, script, PDF, zip. For the scan of participant outputs and for tests. */
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

/**
 * Texts of a file, by its path; of a zip, one entry a file in it (`pack.zip: index.html`). Pages and scripts are given as their bytes, tags and
 * all: a sentence may hide in an attribute or in the data of a player. Files without text give nothing.
 */
export async function textsOfFile(path: string, contents: Uint8Array): Promise<Map<string, string | Uint8Array>> {
  if (path.endsWith('.zip')) {
    const inside = await Promise.all(Object.entries(unzipSync(contents)).map(([name, bytes]) => textsOfFile(name, bytes)))
    return new Map(inside.flatMap((texts) => [...texts].map(([name, text]): [string, string | Uint8Array] => [`${path}: ${name}`, text])))
  }
  if (/\.(html|js|json|css|svg|txt|md|xml)$/.test(path)) return new Map([[path, contents]])
  if (path.endsWith('.pdf')) return new Map([[path, await textOfPdf(contents)]])
  return new Map()
}

// The same PDF lies in several outputs: it is read once.
const read = new Map<string, Promise<string>>()

function textOfPdf(contents: Uint8Array): Promise<string> {
  const key = createHash('sha256').update(contents).digest('hex')
  const known = read.get(key) ?? readPdfText(contents)
  read.set(key, known)
  return known
}

async function readPdfText(contents: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(contents), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const parts: string[] = [JSON.stringify(await document.getMetadata())]
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? `${(item as TextItem).str}${(item as TextItem).hasEOL ? '\n' : ''}` : '')).join('')
    // a word parted at the end of a line is given whole as well
    parts.push(text, /[-\u2010]\n/.test(text) ? text.replace(/[-\u2010]\n/g, '') : '')
    for (const note of await page.getAnnotations())
      parts.push(String(note.contents ?? ''), String(note.alternativeText ?? ''), String(note.fieldValue ?? ''))
  }
  await task.destroy()
  // one glyph serves two characters, and the PDF gives back the lower of them: the letter U+02BC where an apostrophe was set
  return parts.join('\n').replaceAll('\u02bc', '\u2019')
}
