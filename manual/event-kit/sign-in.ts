/** The sign-in sheet: a row a person, a column a day, and consent to photos. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course } from '../../course/course.ts'
import type { Participant } from '../../course/participants.ts'
import { words } from '../../course/words.ts'
import { agendaOf, dayNames, formHead } from './parts.ts'

/** Rows for those who come and are on no list. */
const SPARE_ROWS = 2

const COLUMNS = ['number', 'name', 'country', 'organization', 'photos']

const NOBODY: Participant = { name: '', country: '', gender: '', organization: '' }

/** With the names of those who come, or with `blankRows` empty rows. */
export function signInSheet(course: Course, participants: readonly Participant[] | null, blankRows: number): ElementContent[] {
  const { eventKit, date, schedule, name } = words(course.language)
  const empty = Array.from({ length: participants ? SPARE_ROWS : blankRows }, () => NOBODY)
  const days = dayNames(course)
  return [
    formHead(eventKit.forms['sign-in'], agendaOf(course)?.title ?? '', [schedule.place, date, schedule.facilitators], course),
    h('table', { className: ['grid-table', 'sign-in'] }, [
      h('colgroup', [...COLUMNS.map((name) => h('col', { className: `sign-in-${name}` })), h('col', { span: days.length })]),
      h('thead', [
        // in the head, so that it stands on every page that somebody signs
        h('tr', [
          h(
            'td',
            { colSpan: COLUMNS.length + days.length, className: 'sign-in-consent' },
            `${eventKit.photoConsent} ${eventKit.signDaily}`,
          ),
        ]),
        h('tr', [
          column('sign-in-number', eventKit.number),
          column('sign-in-name', name),
          column('sign-in-country', eventKit.country),
          column('sign-in-organization', eventKit.organization),
          column('sign-in-photos', eventKit.photos),
          ...days.map((day) => column('sign-in-day', day)),
        ]),
      ]),
      h(
        'tbody',
        [...(participants ?? []), ...empty].map((person, index) => row(person, index, days)),
      ),
    ]),
  ]
}

function column(className: string, name: string): Element {
  return h('th', { scope: 'col', className }, name)
}

function row({ name, country, organization }: Participant, index: number, days: readonly string[]): Element {
  return h('tr', [
    h('td', { className: 'sign-in-number' }, String(index + 1)),
    h('td', { className: 'sign-in-name' }, h('bdi', name)),
    h('td', h('bdi', country)),
    h('td', h('bdi', organization)),
    h('td', { className: 'sign-in-photos' }, h('span', { className: 'sign-in-box' })),
    ...days.map(() => h('td', { className: 'sign-in-day' })),
  ])
}
