/** Group cards: who works with whom. With names an overview for the facilitator and a card a group to put up, without names a card a person to deal. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course } from '../../course/course.ts'
import { attributeKey, dealtGroup } from '../../course/mix-groups.ts'
import type { Participant } from '../../course/participants.ts'
import { words } from '../../course/words.ts'
import { formHead } from './parts.ts'

type Group = readonly Participant[]

/** The overview, then the cards. */
export function groupCards(course: Course, groups: readonly Group[]): ElementContent[] {
  return [overview(course, groups), ...groups.map((group, index) => card(group, index, course))]
}

function overview(course: Course, groups: readonly Group[]): Element {
  const { eventKit, comma } = words(course.language)
  const people = groups.flat()
  return h('section', { className: 'group-overview' }, [
    formHead(
      eventKit.forms['group-cards'],
      [eventKit.people(people.length), eventKit.groupsOfPeople(groups.length, groups.at(-1)?.length ?? 0, groups[0]?.length ?? 0)].join(
        comma,
      ),
      [],
      course,
    ),
    h('p', eventKit.howMixed),
    h('table', { className: ['grid-table', 'group-counts'] }, [
      h('thead', [
        h('tr', [
          h('th', { scope: 'col' }, eventKit.groups),
          ...groups.map((_group, index) => h('th', { scope: 'col', className: 'number' }, String(index + 1))),
          h('th', { scope: 'col', className: 'number' }, 'Σ'),
        ]),
      ]),
      h('tbody', [countRow(eventKit.allPeople, () => true, groups)]),
      attributeRows('country', eventKit.country, groups, course),
      attributeRows('gender', eventKit.gender, groups, course),
    ]),
  ])
}

function attributeRows(attribute: 'country' | 'gender', name: string, groups: readonly Group[], course: Course): Element {
  const first = new Map<string, string>()
  for (const person of groups.flat()) {
    const key = attributeKey(person[attribute])
    if (!first.has(key)) first.set(key, person[attribute])
  }
  const values = [...first].sort(([, one], [, other]) => one.localeCompare(other, course.language))
  return h('tbody', [
    h('tr', { className: 'group-row' }, h('th', { scope: 'rowgroup', colSpan: groups.length + 2 }, name)),
    ...values.map(([key, value]) =>
      countRow(value === '' ? words(course.language).eventKit.notSaid : value, (person) => attributeKey(person[attribute]) === key, groups),
    ),
  ])
}

function countRow(name: string, counts: (person: Participant) => boolean, groups: readonly Group[]): Element {
  const numbers = groups.map((group) => group.filter(counts).length)
  return h('tr', [
    h('th', { scope: 'row' }, h('bdi', name)),
    ...[...numbers, numbers.reduce((sum, number) => sum + number, 0)].map((number) => h('td', { className: 'number' }, String(number))),
  ])
}

function card(group: Group, index: number, course: Course): Element {
  const { eventKit, name } = words(course.language)
  return h('section', { className: 'group-card' }, [
    h('h2', eventKit.groupNumber(index + 1)),
    h('table', { className: 'grid-table' }, [
      h('thead', [
        h(
          'tr',
          [name, eventKit.country, eventKit.organization].map((head) => h('th', { scope: 'col' }, head)),
        ),
      ]),
      h(
        'tbody',
        group.map((person) =>
          h('tr', [
            h('th', { scope: 'row' }, h('bdi', person.name)),
            h('td', h('bdi', person.country)),
            h('td', h('bdi', person.organization)),
          ]),
        ),
      ),
    ]),
  ])
}

/** Numbers of groups that a card to deal knows. */
const DEALT_GROUPS = [2, 3, 4, 5, 6, 8] as const

/** Numbered cards for people whose names are not known yet: each says its group, whatever number of groups an activity has. */
export function dealtCards(course: Course, people: number): ElementContent[] {
  const { eventKit } = words(course.language)
  return [
    formHead(eventKit.forms['group-cards'], eventKit.people(people), [], course),
    h('p', { className: 'dealt-how' }, eventKit.howDealt),
    h(
      'div',
      { className: 'dealt' },
      Array.from({ length: people }, (_, index) => dealtCard(index + 1, course)),
    ),
  ]
}

function dealtCard(number: number, course: Course): Element {
  const { eventKit } = words(course.language)
  return h('section', { className: 'dealt-card' }, [
    h('h2', String(number)),
    h('table', [
      h('tr', [h('th', { scope: 'row' }, eventKit.soManyGroups), ...DEALT_GROUPS.map((groups) => h('td', String(groups)))]),
      h('tr', { className: 'dealt-mine' }, [
        h('th', { scope: 'row' }, eventKit.mineIs),
        ...DEALT_GROUPS.map((groups) => h('td', String(dealtGroup(number, groups)))),
      ]),
    ]),
  ])
}
