import type { Course, Drawings, PageNumbers } from '../course/course.ts'
import { words } from '../course/words.ts'
import { contingencyPlan, contingencyPlanTitle } from '../manual/contingency-plan.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press } from './press.ts'
import { embeddedFonts } from './print-fonts.ts'

/** Prints the contingency plan for online delivery; `pages` are those of the guideline. */
export async function pressContingencyPlan(
  course: Course,
  drawings: Drawings,
  press: Press,
  pages: PageNumbers,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const printed = await press.printAndTell(contingencyPlan(course, { drawings, fontFaces: embeddedFonts, pages }))
  const finished = await finishPdf(
    printed.pdf,
    factsOf(course, contingencyPlanTitle(course), words(course.language).contingencyPlan),
    printed,
  )
  return { pdf: finished.pdf, pages: finished.reading.pages }
}
