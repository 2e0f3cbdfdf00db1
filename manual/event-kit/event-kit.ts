/**
 * The event kit: what an event needs on paper besides the course itself. Each form is blank, or filled for the people who come. Pure.
 *
 * A form gives its body, its paper and its styles; here they become print documents.
 */
import type { ElementContent } from 'hast'
import type { Course } from '../../course/course.ts'
import { attributeKey } from '../../course/mix-groups.ts'
import type { Participant } from '../../course/participants.ts'
import type { Crowd } from '../../course/supplies.ts'
import { words } from '../../course/words.ts'
import { lookOf } from '../../look/look.ts'
import { type FontFaces, type PageKind, printHtml } from '../print-document.ts'
import { certificates } from './certificate.ts'
import type { EventForm } from './forms.ts'
import { dealtCards, groupCards } from './group-cards.ts'
import { materialsList } from './materials.ts'
import { nameTents } from './name-tents.ts'
import { roomPlan } from './room-plan.ts'
import { signInSheet } from './sign-in.ts'
import { eventKitCss } from './styles.ts'

/** For how many people the blank forms are laid out: four tables of six. */
export const BLANK_PEOPLE = 24

/** Who comes, and in which groups. */
export interface Event {
  participants: readonly Participant[]
  groups: readonly (readonly Participant[])[]
}

/** A form as one print document; blank where no event is given. */
export function eventForm(form: EventForm, course: Course, fontFaces: FontFaces, event: Event | null = null): string {
  return printHtml({
    title: eventFormTitle(form, course),
    language: course.language,
    direction: course.direction,
    look: lookOf(course.look),
    fontFaces,
    styles: eventKitCss,
    pages: [paperOf(form, course)],
    body: bodyOf(form, course, event),
  })
}

/** "Skills Mobility Partnerships: sign-in sheet" */
export function eventFormTitle(form: EventForm, course: Course): string {
  const say = words(course.language)
  return `${course.title}${say.colon}${say.eventKit.forms[form]}`
}

function bodyOf(form: EventForm, course: Course, event: Event | null): ElementContent[] {
  switch (form) {
    case 'sign-in':
      return signInSheet(course, event?.participants ?? null, BLANK_PEOPLE)
    case 'name-tents':
      return nameTents(course, event?.participants ?? null)
    case 'certificate':
      return certificates(course, event?.participants ?? null)
    case 'room-plan':
      return roomPlan(course)
    case 'materials':
      return materialsList(course, crowdOf(event))
    case 'group-cards':
      return event ? groupCards(course, event.groups) : dealtCards(course, BLANK_PEOPLE)
  }
}

function crowdOf(event: Event | null): Crowd {
  if (!event) return { people: BLANK_PEOPLE, delegations: null }
  const countries = new Set(event.participants.map(({ country }) => attributeKey(country)).filter(Boolean))
  return { people: event.participants.length, delegations: countries.size || null }
}

function paperOf(form: EventForm, course: Course): PageKind {
  const say = words(course.language)
  const running = {
    head: { start: say.eventKit.forms[form], end: course.title },
    foot: `${course.title} · ${say.eventKit.title} ${course.version} (${course.fingerprint})`,
  }
  switch (form) {
    case 'certificate':
    case 'name-tents':
      return { name: '', size: 'A4 landscape', margin: '0' }
    case 'sign-in':
    case 'room-plan':
      return { name: '', size: 'A4 landscape', margin: '18mm 14mm 14mm', ...running }
    default:
      return { name: '', margin: '19mm 16mm 16mm', ...running }
  }
}
