import type { Course, Drawings, Module } from '../course/course.ts'
import { words } from '../course/words.ts'
import { type HandoutForm, handout, handoutTitle } from '../slides/handout.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press } from './press.ts'
import { embeddedFonts } from './print-fonts.ts'

/** Prints the handout of a module's deck. */
export async function pressHandout(
  course: Course,
  module: Module,
  form: HandoutForm,
  { drawings, press }: { drawings: Drawings; press: Press },
): Promise<{ pdf: Uint8Array; pages: number }> {
  const printed = await press.printAndTell(handout(course, module, form, { drawings, fontFaces: embeddedFonts }))
  const title = handoutTitle(course, module, form)
  const finished = await finishPdf(printed.pdf, factsOf(course, title, words(course.language).handout[form.edition]), printed)
  return { pdf: finished.pdf, pages: finished.reading.pages }
}
