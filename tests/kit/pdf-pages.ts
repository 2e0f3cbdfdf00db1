/** A PDF as a reader's program sees it: text with its places, links with their boxes, headings from the tag tree. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { bare, type TextRun } from '../manual/pdf-text.ts'

export interface PageLink {
  /** Named destination; null for an address. */
  destination: string | null
  url: string | null
  /** The text inside the link's box. */
  text: string
}

export interface PdfPage {
  runs: TextRun[]
  /** Text between running head and foot, without white space. */
  body: string
  /** Text above it. */
  head: string
  /** Text below it. */
  foot: string
  links: PageLink[]
  /** Headings of the tag tree, in reading order. */
  headings: { depth: number; text: string }[]
}

const MM = 72 / 25.4
/** Points from the foot of an A4 page. */
const HEAD = (297 - 15) * MM
const FOOT = 16 * MM

interface Tag {
  role?: string
  type?: string
  id?: string
  children?: Tag[]
}

/** Every page of a PDF. */
export async function readPages(pdf: Uint8Array): Promise<PdfPage[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await loading.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const runs: TextRun[] = []
    const marked = new Map<string, string>()
    const open: string[] = []
    for (const item of items) {
      // one glyph serves two characters, and the PDF gives back the lower of them: the letter U+02BC where an apostrophe was set
      if ('str' in item) item.str = item.str.replaceAll('\u02bc', '\u2019')
      if ('str' in item) {
        for (const id of open) marked.set(id, `${marked.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
        if (item.str.trim() !== '') runs.push({ text: item.str, x: item.transform[4], y: item.transform[5], size: item.height })
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? '')
    }
    const annotations = (await page.getAnnotations()) as { subtype: string; dest?: unknown; url?: string; rect: number[] }[]
    const text = (from: number, to: number): string =>
      bare(
        runs
          .filter(({ y }) => y >= from && y < to)
          .map((run) => run.text)
          .join(''),
      )
    pages.push({
      runs,
      body: text(FOOT, HEAD),
      head: text(HEAD, Number.POSITIVE_INFINITY),
      foot: text(0, FOOT),
      links: annotations
        .filter(({ subtype }) => subtype === 'Link')
        .map(({ dest, url, rect }) => ({
          destination: typeof dest === 'string' ? dest : null,
          url: url ?? null,
          text: textIn(rect, runs),
        })),
      headings: headingsOf((await page.getStructTree()) as Tag | null, marked),
    })
  }
  await loading.destroy()
  return pages
}

function textIn([left = 0, bottom = 0, right = 0, top = 0]: number[], runs: readonly TextRun[]): string {
  return runs
    .filter(({ x, y, size }) => x >= left - 1 && x < right && y >= bottom && y + size / 2 < top)
    .map((run) => run.text.trim())
    .join(' ')
}

function headingsOf(tag: Tag | null, marked: ReadonlyMap<string, string>): { depth: number; text: string }[] {
  if (!tag) return []
  const depth = Number(/^H([1-6])$/.exec(tag.role ?? '')?.[1])
  if (!depth) return (tag.children ?? []).flatMap((child) => headingsOf(child, marked))
  const text = textUnder(tag, marked).replace(/\s+/g, ' ').trim()
  // a tag stands in the tree of every page of the document; it has content on its own page alone
  return text === '' ? [] : [{ depth, text }]
}

function textUnder(tag: Tag, marked: ReadonlyMap<string, string>): string {
  return tag.type === 'content' ? (marked.get(tag.id ?? '') ?? '') : (tag.children ?? []).map((child) => textUnder(child, marked)).join('')
}
