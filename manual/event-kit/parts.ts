/** What several forms of the event kit have: their head, lines to write on, the days of the agenda. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Agenda, Course } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { logoOnPaper } from '../../look/logo.ts'
import { lookOf } from '../../look/look.ts'

/** Title, what it is about, blanks to fill in by hand, and the logo of the course. */
export function formHead(title: string, remark: string, blanks: readonly string[], course: Course): Element {
  return h('header', { className: 'kit-head' }, [
    h('h1', title),
    h('p', { className: 'kit-remark' }, remark),
    ...(blanks.length > 0 ? [h('p', { className: 'kit-blanks' }, blanks.map(blank))] : []),
    ...logoOnPaper(lookOf(course.look).logo),
  ])
}

/** The agenda the forms are made for: the course's default; null where it has none. */
export function agendaOf(course: Course): Agenda | null {
  return course.agendas[0] ?? null
}

/** "Day 1", "Day 2" … of the agenda, or its sessions; one day where the course has no agenda. */
export function dayNames(course: Course): string[] {
  const { schedule } = words(course.language)
  const days = agendaOf(course)?.days ?? []
  return days.length === 0
    ? [schedule.dayNumber(1)]
    : days.map(({ online }, index) => (online ? schedule.sessionNumber(index + 1) : schedule.dayNumber(index + 1)))
}

/** Where somebody comes from, each part in its own direction. */
export function origin(parts: readonly string[]): (Element | string)[] {
  return parts.filter(Boolean).flatMap((part, index) => [...(index > 0 ? [' · '] : []), h('bdi', part)])
}

function blank(name: string): Element {
  return h('span', { className: 'kit-blank' }, [`${name} `, h('span', { className: 'kit-line' })])
}
