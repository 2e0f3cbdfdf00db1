/** The guideline through the press: print, read the page of every destination, fill in the numbers, until they hold. */
import type { Course, Drawings, PageNumbers } from '../course/course.ts'
import { words } from '../course/words.ts'
import { type GuidelinePart, guideline, guidelineTitle } from '../manual/guideline.ts'
import { TEXT_WIDTH } from '../manual/print-document.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press } from './press.ts'
import { embeddedFonts, foreignFonts } from './print-fonts.ts'
import { destinationsOf, loadPdf, type PdfReading } from './read-pdf.ts'

export interface PressedPart {
  /** Module id, or `front`, `to-validate`, `glossary`, `bibliography`, `index`. */
  id: string
  title: string
  pages: number
  /** Pages it may take, from course.yml; null where none is set. */
  budget: number | null
}

export interface PressedGuideline {
  pdf: Uint8Array
  pages: number
  parts: PressedPart[]
  /** Page of every id of the guideline. */
  pageNumbers: Map<string, number>
  reading: PdfReading
  /** Places (`path:line`) of tables and drawings wider than the page. */
  tooWide: string[]
  /** Fonts of the machine that a sign of the text had to be taken from, because no font of ours holds it. */
  foreignFonts: string[]
}

/** Prints until the numbers printed are the numbers read: two passes as a rule, at most this many. */
const MOST_PASSES = 5

/**
 * Prints the guideline of a course. `known` are page numbers of an earlier print: where they still hold, one pass is
 * enough. Throws where the numbers do not settle.
 */
export async function pressGuideline(
  course: Course,
  drawings: Drawings,
  press: Press,
  known: PageNumbers = new Map(),
): Promise<PressedGuideline> {
  let pages = known
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const { html, parts } = guideline(course, { drawings, pages, fontFaces: embeddedFonts })
    const proof = pages.size === 0
    const printed = await press.printAndTell(html, { proof, textWidth: TEXT_WIDTH })
    const found = await pagesOf(printed.pdf)
    if (sameNumbers(pages, found)) {
      const finished = await finishPdf(printed.pdf, factsOf(course, guidelineTitle(course), words(course.language).guideline), printed)
      const { pages: count } = finished.reading
      return {
        ...finished,
        pages: count,
        parts: countPages(parts, found, count, course),
        pageNumbers: found,
        tooWide: printed.tooWide,
        foreignFonts: foreignFonts(finished.reading.fonts),
      }
    }
    pages = found
  }
  throw new Error(`Unexpected page numbers that still move after ${MOST_PASSES} prints, expected them to settle`)
}

async function pagesOf(pdf: Uint8Array): Promise<Map<string, number>> {
  const destinations = destinationsOf(await loadPdf(pdf))
  return new Map([...destinations].map(([id, { page }]) => [id, page]))
}

function sameNumbers(printed: PageNumbers, found: PageNumbers): boolean {
  return printed.size === found.size && [...found].every(([id, page]) => printed.get(id) === page)
}

/** Each part ends where the next begins: every part starts a new page. */
function countPages(parts: GuidelinePart[], pages: PageNumbers, count: number, course: Course): PressedPart[] {
  const starts = [...parts.map(({ start }) => pages.get(start) ?? 1), count + 1]
  return parts.map(({ id, title }, index) => ({
    id,
    title,
    pages: (starts[index + 1] ?? 0) - (starts[index] ?? 0),
    budget: course.limits.pages[id] ?? null,
  }))
}
