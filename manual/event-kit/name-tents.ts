/** Name tents: an A4 sheet each, folded once, the name on both sides. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course } from '../../course/course.ts'
import type { Participant } from '../../course/participants.ts'
import { logoOnPaper } from '../../look/logo.ts'
import { lookOf } from '../../look/look.ts'
import { origin } from './parts.ts'

const BLANK_TENTS = 4

/** One a person, or four to write on. */
export function nameTents(course: Course, participants: readonly Participant[] | null): ElementContent[] {
  const tents = participants ?? Array.from({ length: BLANK_TENTS }, () => null)
  return tents.map((person) => tent(person, course))
}

function tent(person: Participant | null, course: Course): Element {
  return h('section', { className: 'tent' }, [
    h('div', { className: ['tent-side', 'tent-back'], ariaHidden: 'true' }, side(person, course)),
    h('div', { className: 'tent-fold' }),
    h('div', { className: 'tent-side' }, side(person, course)),
  ])
}

function side(person: Participant | null, course: Course): ElementContent[] {
  const content = person
    ? [
        h('p', { className: ['tent-name', sizeOf(person.name)], dir: 'auto' }, person.name),
        h('p', { className: 'tent-from' }, origin([person.country, person.organization])),
      ]
    : [h('div', { className: 'tent-space' })]
  return [
    h('p', { className: 'tent-course' }, [course.title, ...logoOnPaper(lookOf(course.look).logo)]),
    h('div', { className: 'tent-content' }, content),
  ]
}

/** A name is as large as its length allows. */
function sizeOf(name: string): string {
  const { length } = [...name]
  return length <= 15 ? 'tent-short' : length <= 24 ? 'tent-medium' : length <= 40 ? 'tent-long' : 'tent-longest'
}
