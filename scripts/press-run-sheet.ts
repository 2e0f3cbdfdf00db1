import type { Agenda, Course, PageNumbers } from '../course/course.ts'
import { words } from '../course/words.ts'
import { runSheet, runSheetTitle } from '../manual/run-sheet.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press } from './press.ts'
import { embeddedFonts } from './print-fonts.ts'

/** Prints the run sheet of an agenda; `pages` are those of the guideline. */
export async function pressRunSheet(
  course: Course,
  agenda: Agenda,
  press: Press,
  pages: PageNumbers,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const printed = await press.printAndTell(runSheet(course, agenda, { fontFaces: embeddedFonts, pages }))
  const finished = await finishPdf(printed.pdf, factsOf(course, runSheetTitle(course, agenda), words(course.language).runSheet), printed)
  return { pdf: finished.pdf, pages: finished.reading.pages }
}
