/** The guideline through the press: print, read the page of every destination, fill in the numbers, until they hold. */

import type { Course, Drawings, PageNumbers } from '../course/course.ts'
import { words } from '../course/words.ts'
import { lookOf } from '../look/look.ts'
import { type GuidelinePart, guideline, guidelineTitle } from '../manual/guideline.ts'
import { TEXT_WIDTH } from '../manual/print-document.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press } from './press.ts'
import { embeddedFonts, foreignFonts } from './print-fonts.ts'
import { type Destination, destinationsOf, loadPdf, type PdfReading } from './read-pdf.ts'

export interface PressedPart {
  /** Module id, or `front`, `annexes`, `to-validate`, `glossary`, `bibliography`, `index`. */
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

/** Prints after the proof: one as a rule, at most this many until the numbers printed are the numbers read. */
const MOST_PASSES = 4

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
  let pages = known.size > 0 ? known : await proofPages(course, drawings, press)
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const pressed = await pressWith(pages, course, drawings, press)
    if (sameNumbers(pages, pressed.pageNumbers)) return pressed
    pages = pressed.pageNumbers
  }
  throw new Error(`Unexpected page numbers that still move after ${MOST_PASSES} prints, expected them to settle`)
}

/** The pages things fall on when no number is known yet: a print that nobody reads but us. */
async function proofPages(course: Course, drawings: Drawings, press: Press): Promise<PageNumbers> {
  const { html } = guideline(course, { drawings, pages: new Map(), fontFaces: embeddedFonts })
  const pdf = await press.print(html, { proof: true, textWidth: TEXT_WIDTH })
  return pagesOf(destinationsOf(await loadPdf(pdf)))
}

/** A finished print with these page numbers filled in, and the page numbers it should have had. */
async function pressWith(pages: PageNumbers, course: Course, drawings: Drawings, press: Press): Promise<PressedGuideline> {
  const { html, parts } = guideline(course, { drawings, pages, fontFaces: embeddedFonts })
  const printed = await press.printAndTell(html, { textWidth: TEXT_WIDTH })
  const { pdf, reading } = await finishPdf(printed.pdf, factsOf(course, guidelineTitle(course), words(course.language).guideline), printed)
  const pageNumbers = pagesOf(reading.destinations)
  return {
    pdf,
    reading,
    pages: reading.pages,
    parts: countPages(parts, pageNumbers, reading.pages, course),
    pageNumbers,
    tooWide: printed.tooWide,
    foreignFonts: foreignFonts(reading.fonts, lookOf(course.look)),
  }
}

function pagesOf(destinations: ReadonlyMap<string, Destination>): Map<string, number> {
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
