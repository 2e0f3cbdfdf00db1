/** A module in one print: its chapter from the press, behind it the finished pages of its worksheets and its handout. */

import { decodePDFRawStream, type PDFDocument, PDFName, type PDFObject, PDFObjectCopier, type PDFPage, PDFRawStream } from 'pdf-lib'
import type { Course, Drawings, Module } from '../course/course.ts'
import { words } from '../course/words.ts'
import { type AddedPart, modulePrint, modulePrintTitle } from '../manual/module-print.ts'
import { TEXT_WIDTH } from '../manual/print-document.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press, Print } from './press.ts'
import { embeddedFonts } from './print-fonts.ts'
import { destinationsOf, loadPdf } from './read-pdf.ts'

/** Finished PDFs of a module. */
export interface ModulePapers {
  /** By id, blank, on A4. */
  sheets: ReadonlyMap<string, Uint8Array>
  /** The slides with their notes. */
  handout: Uint8Array
}

interface Added extends AddedPart {
  document: PDFDocument
}

/**
 * Prints a module. The chapter keeps tags, outline, destinations and links. The pages behind it are laid as drawings on pages that the
 * press left empty for them: their headings are tagged, listed in the outline and can be reached, what is drawn below has no tags, links or
 * form fields. That is the price of one file; the single files have all of it.
 */
export async function pressModule(
  course: Course,
  module: Module,
  papers: ModulePapers,
  { drawings, press }: { drawings: Drawings; press: Press },
): Promise<{ pdf: Uint8Array; pages: number }> {
  const added = await addedTo(course, module, papers)
  const printed = await printSettled(course, module, added, { drawings, press })
  const facts = factsOf(course, modulePrintTitle(course, module), words(course.language).modulePrint.title)
  const { pdf, reading } = await finishPdf(printed.pdf, facts, printed, (document) => layBelow(document, added))
  return { pdf, pages: reading.pages }
}

async function addedTo(course: Course, module: Module, { sheets, handout }: ModulePapers): Promise<Added[]> {
  const parts = [
    ...module.blocks
      .flatMap(({ worksheets }) => worksheets)
      .map(({ id, title }) => ({ id: `sheet-${id}`, label: course.targets.get(id)?.label ?? '', title, pdf: sheetOf(sheets, id) })),
    { id: 'slides-and-notes', label: '', title: words(course.language).handout.facilitator, pdf: handout },
  ]
  return Promise.all(
    parts.map(async ({ pdf, ...part }) => {
      const document = await loadPdf(pdf)
      return { ...part, pages: document.getPageCount(), document }
    }),
  )
}

function sheetOf(sheets: ModulePapers['sheets'], id: string): Uint8Array {
  const sheet = sheets.get(id)
  if (!sheet) throw new Error(`Unexpected worksheet ${id} without its PDF, expected every worksheet of the module`)
  return sheet
}

/** Prints after the proof until the numbers printed are the numbers read: one as a rule. */
const MOST_PASSES = 4

async function printSettled(
  course: Course,
  module: Module,
  added: readonly AddedPart[],
  { drawings, press }: { drawings: Drawings; press: Press },
): Promise<Print> {
  const draft = (pages: ReadonlyMap<string, number>): string =>
    modulePrint(course, module, { drawings, fontFaces: embeddedFonts, pages, added })
  let pages = await pagesIn(await press.print(draft(new Map()), { proof: true, textWidth: TEXT_WIDTH }))
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const printed = await press.printAndTell(draft(pages), { textWidth: TEXT_WIDTH })
    const found = await pagesIn(printed.pdf)
    if (found.size === pages.size && [...found].every(([id, page]) => pages.get(id) === page)) return printed
    pages = found
  }
  throw new Error(`Unexpected page numbers that still move after ${MOST_PASSES} prints of ${module.id}, expected them to settle`)
}

async function pagesIn(pdf: Uint8Array): Promise<Map<string, number>> {
  return new Map([...destinationsOf(await loadPdf(pdf))].map(([id, { page }]) => [id, page]))
}

/** Draws the added pages on the last pages of the print, below the line that stands there. */
function layBelow(document: PDFDocument, added: readonly Added[]): void {
  const empty = document.getPages().slice(-added.reduce((sum, { pages }) => sum + pages, 0))
  let next = 0
  for (const { document: source } of added) {
    // one copier a document: fonts that its pages share are copied once
    const copier = PDFObjectCopier.for(source.context, document.context)
    for (const page of source.getPages()) drawBelow(document, empty[next++], page, copier)
  }
}

function drawBelow({ context }: PDFDocument, onto: PDFPage | undefined, page: PDFPage, copier: PDFObjectCopier): void {
  if (!onto) throw new Error('Unexpected end of the print, expected an empty page for each added page')
  const { width, height } = page.getSize()
  const drawing = context.flateStream(Buffer.from(untagged(contentOf(page)), 'latin1'), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: copier.copy(page.node.normalizedEntries().Resources),
  })
  onto.node.setXObject(PDFName.of(ADDED), context.register(drawing))
  onto.node.set(PDFName.of('Contents'), context.obj([context.register(context.flateStream(`q /${ADDED} Do Q\n`)), ...contentsOf(onto)]))
}

const ADDED = 'AddedPage'

function contentOf(page: PDFPage): string {
  return contentsOf(page)
    .map((one) => page.doc.context.lookup(one))
    .map((stream) => (stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''))
    .join('\n')
}

function contentsOf(page: PDFPage): PDFObject[] {
  return page.node.normalizedEntries().Contents?.asArray() ?? []
}

/** Content without the numbers that lead to its own document's tags: here they would lead to those of the page it is laid on. */
function untagged(content: string): string {
  return content.replace(/(\/\w+)\s*<<\s*\/MCID \d+\s*>>\s*BDC/g, '$1 BMC')
}
