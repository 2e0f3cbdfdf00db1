/** Text of PDF pages as a reader sees it, with where it stands. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface TextRun {
  text: string
  /** Points from the start edge and the foot of the page. */
  x: number
  y: number
  /** Points. */
  size: number
}

/** The runs of every page, in the order they are drawn. */
export async function pageRuns(pdf: Uint8Array): Promise<TextRun[][]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await loading.promise
  const pages: TextRun[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [{ text: item.str, x: item.transform[4], y: item.transform[5], size: item.height }] : [],
      ),
    )
  }
  await loading.destroy()
  return pages
}

/** Text without any white space: line ends and kerning put spaces where a reader sees none. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** The text of a page, bare. */
export function bareText(runs: readonly TextRun[]): string {
  return bare(runs.map(({ text }) => text).join(''))
}
