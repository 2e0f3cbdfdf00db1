/** The text that stands in a file of the kit, whatever its form: page, script, PDF, slides to edit, zip. For the scan of participant outputs and for tests. */
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

/**
 * Texts of a file, by its path; of a zip, one entry a file in it (`pack.zip: index.html`), of slides to edit one a part. Pages and scripts are given as their bytes, tags and
 * all: a sentence may hide in an attribute or in the data of a player. Files without text give nothing.
 */
export async function textsOfFile(path: string, contents: Uint8Array): Promise<Map<string, string | Uint8Array>> {
  if (path.endsWith('.zip')) {
    const inside = await Promise.all(Object.entries(unzipSync(contents)).map(([name, bytes]) => textsOfFile(name, bytes)))
    return new Map(inside.flatMap((texts) => [...texts].map(([name, text]): [string, string | Uint8Array] => [`${path}: ${name}`, text])))
  }
  if (path.endsWith('.pptx')) return textsOfSlides(path, contents)
  if (/\.(html|js|json|css|svg|txt|md|xml)$/.test(path)) return new Map([[path, contents]])
  if (path.endsWith('.pdf')) return new Map([[path, await textOfPdf(contents)]])
  return new Map()
}

/** Text of every part that has some: slides, notes, layouts, properties. Runs of a paragraph are one text, and what pictures say for those who cannot see them is another. */
function textsOfSlides(path: string, contents: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [name, bytes] of Object.entries(unzipSync(contents, { filter: (part) => /\.(xml|rels)$/.test(part.name) }))) {
    const xml = new TextDecoder().decode(bytes)
    const values = [...xml.matchAll(/ (?:descr|title|name|tooltip|Target)="([^"]*)"/g)].map(([, value = '']) => value)
    const text = xml
      .replace(/<a:br\b[^>]*>/g, ' ')
      .replace(/<\/a:p>|<\/(?:dc|cp|vt):?\w*>/g, '\n')
      .replace(/<[^>]*>/g, '')
    texts.set(`${path}: ${name}`, unescaped(`${text}\n${values.join('\n')}`))
  }
  return texts
}

function unescaped(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? all
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
  })
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
