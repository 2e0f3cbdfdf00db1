import type { Course } from '../course/course.ts'
import { words } from '../course/words.ts'
import { lookOf } from '../look/look.ts'
import { type Event, eventForm, eventFormTitle } from '../manual/event-kit/event-kit.ts'
import type { EventForm } from '../manual/event-kit/forms.ts'
import { finishPdf } from './finish-pdf.ts'
import { factsOf } from './pdf-facts.ts'
import type { Press } from './press.ts'
import { embeddedFonts, foreignFonts } from './print-fonts.ts'

export interface PressedForm {
  pdf: Uint8Array
  pages: number
  /** Fonts of this machine that stepped in for signs ours do not have. */
  foreignFonts: string[]
}

/** Prints a form of the event kit; blank where no event is given. */
export async function pressEventForm(form: EventForm, course: Course, press: Press, event: Event | null = null): Promise<PressedForm> {
  const printed = await press.printAndTell(eventForm(form, course, embeddedFonts, event))
  const facts = factsOf(course, eventFormTitle(form, course), words(course.language).eventKit.title)
  const { pdf, reading } = await finishPdf(printed.pdf, facts, printed)
  return { pdf, pages: reading.pages, foreignFonts: foreignFonts(reading.fonts, lookOf(course.look)) }
}
