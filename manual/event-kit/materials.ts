/** The materials list: what to copy and what to bring, counted for a number of people. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course } from '../../course/course.ts'
import { phrasingToHast, type Rendering } from '../../course/flesh-to-hast.ts'
import {
  type ActivitySupply,
  type AnnexSupply,
  type Crowd,
  type DaySupply,
  type SheetSupply,
  type Supplies,
  supplies,
} from '../../course/supplies.ts'
import { words } from '../../course/words.ts'
import { foreign } from '../piece-parts.ts'
import { agendaOf, dayNames, formHead } from './parts.ts'

/** For the course's default agenda; of a course without one only what the event itself needs. */
export function materialsList(course: Course, crowd: Crowd): ElementContent[] {
  const { eventKit, comma } = words(course.language)
  const agenda = agendaOf(course)
  const counted = agenda ? supplies(agenda, course, crowd) : null
  return [
    formHead(eventKit.forms.materials, [eventKit.people(crowd.people), agenda?.title ?? ''].filter(Boolean).join(comma), [], course),
    forTheEvent(course, crowd.people),
    ...(counted && counted.copies > 0 ? [sheetsToCopy(counted, course)] : []),
    ...(counted && counted.annexes.length > 0 ? [formsOfAnnexes(counted, course)] : []),
    ...(counted?.days.some(({ activities }) => activities.length > 0) ? [otherMaterials(counted, course)] : []),
  ]
}

/** Where a kit has its worksheets, from the folder of the language. */
const SHEETS = 'worksheets'

function forTheEvent(course: Course, people: number): Element {
  const { eventKit } = words(course.language)
  return h('section', [
    h('h2', eventKit.forEvent),
    h('table', { className: ['grid-table', 'supplies'] }, [
      h('tbody', [
        row([tick(), count(1), h('td', eventKit.forms['sign-in'])]),
        row([tick(), count(people), h('td', [`${eventKit.forms['name-tents']}  `, h('span', { className: 'soft' }, eventKit.fold)])]),
        row([tick(), count(people), h('td', eventKit.forms.certificate)]),
      ]),
    ]),
  ])
}

function sheetsToCopy({ days, copies }: Supplies, course: Course): Element {
  const { eventKit, worksheet } = words(course.language)
  const names = dayNames(course)
  return h('section', [
    h('h2', eventKit.sheetsToCopy),
    h('p', eventKit.filesIn(SHEETS)),
    h('table', { className: ['grid-table', 'supplies'] }, [
      h('thead', [
        h('tr', [
          h('th', { scope: 'col', className: 'tick' }),
          h('th', { scope: 'col', className: 'number' }, eventKit.copies),
          h('th', { scope: 'col' }, worksheet),
          h('th', { scope: 'col', className: 'supplies-form' }),
          h('th', { scope: 'col', className: 'supplies-used' }, eventKit.usedIn),
        ]),
      ]),
      ...days.flatMap(({ sheets, day }, index) =>
        sheets.length === 0
          ? []
          : [h('tbody', [groupRow(names[index] ?? '', day.title, 5), ...sheets.map((sheet) => sheetRow(sheet, course))])],
      ),
    ]),
    h('p', { className: 'supplies-sum' }, eventKit.copiesInAll(copies)),
  ])
}

function sheetRow({ worksheet, activities, form, copies }: SheetSupply, course: Course): Element {
  const { printed, facilitator, eventKit } = words(course.language)
  return row([
    tick(),
    count(copies),
    h('td', [
      `${course.targets.get(worksheet.id)?.label ?? ''}  `,
      worksheet.title,
      ...(worksheet.audience === 'facilitator' ? [' ', h('span', { className: 'soft' }, facilitator)] : []),
    ]),
    h('td', { className: 'soft' }, form === null ? eventKit.asActivityAsks : form === 'group' ? printed.oneAGroup : printed.oneAPerson),
    h('td', activities.map(({ id }) => course.targets.get(id)?.label ?? '').join(', ')),
  ])
}

function formsOfAnnexes({ annexes, crowd }: Supplies, course: Course): Element {
  const { eventKit } = words(course.language)
  return h('section', [h('h2', eventKit.formsOfAnnexes), ...annexes.flatMap((annex) => annexForms(annex, crowd.people, course))])
}

function annexForms({ annex, sessions, worksheets }: AnnexSupply, people: number, course: Course): ElementContent[] {
  const { eventKit, comma } = words(course.language)
  const label = course.targets.get(annex.id)?.label ?? annex.title
  return [
    h('p', eventKit.forAnnex(label, people, sessions.join(comma))),
    h('table', { className: ['grid-table', 'supplies'] }, [
      h(
        'tbody',
        worksheets.map(({ id, title }) =>
          row([
            tick(),
            count(people),
            h('td', `${course.targets.get(id)?.label ?? ''}  ${title}`),
            h('td', { className: ['soft', 'supplies-file'] }, h('bdi', `${SHEETS}/${id}.pdf`)),
          ]),
        ),
      ),
    ]),
  ]
}

function otherMaterials({ days }: Supplies, course: Course): Element {
  const { eventKit, activity, materials } = words(course.language)
  const names = dayNames(course)
  return h('section', [
    h('h2', eventKit.otherMaterials),
    h('p', eventKit.wayToCount),
    h('table', { className: ['grid-table', 'supplies'] }, [
      h('thead', [
        h('tr', [
          h('th', { scope: 'col', className: 'supplies-activity' }, activity),
          h('th', { scope: 'col', className: 'tick' }),
          h('th', { scope: 'col', className: 'number' }, eventKit.inAll),
          h('th', { scope: 'col' }, materials),
        ]),
      ]),
      ...days.flatMap((day, index) => dayMaterials(day, names[index] ?? '', course)),
    ]),
  ])
}

function dayMaterials({ activities, day }: DaySupply, name: string, course: Course): ElementContent[] {
  if (activities.length === 0) return []
  return [h('tbody', [groupRow(name, day.title, 4)]), ...activities.map((supply) => activityMaterials(supply, course))]
}

function activityMaterials({ activity, block, groups, people, lines }: ActivitySupply, course: Course): Element {
  const { eventKit } = words(course.language)
  const name = h('th', { scope: 'rowgroup', rowSpan: lines.length }, [
    `${course.targets.get(activity.id)?.label ?? ''} `,
    h('span', { className: 'supplies-title', ...foreign(block.language, course) }, activity.title),
    h(
      'span',
      { className: ['supplies-groups', 'soft'] },
      eventKit.groupsOfPeople(groups, Math.floor(people / groups), Math.ceil(people / groups)),
    ),
  ])
  return h(
    'tbody',
    { className: 'supplies-of-activity' },
    lines.map(({ line, counts }, index) =>
      row([
        ...(index === 0 ? [name] : []),
        tick(),
        h('td', { className: 'number' }, counts.join(' · ')),
        h('td', foreign(block.language, course), phrasingToHast(line, asText(course))),
      ]),
    ),
  )
}

function asText(course: Course): Rendering {
  return {
    course,
    edition: 'facilitator',
    medium: 'print',
    drawings: new Map(),
    pages: new Map(),
    href: () => null,
    piece: () => [],
    headingShift: 2,
  }
}

function groupRow(name: string, title: string, columns: number): Element {
  return h('tr', { className: 'group-row' }, h('th', { scope: 'rowgroup', colSpan: columns }, `${name}  ${title}`))
}

function row(cells: ElementContent[]): Element {
  return h('tr', cells)
}

function tick(): Element {
  return h('td', { className: 'tick' }, h('span', { className: 'supplies-box' }))
}

function count(copies: number): Element {
  return h('td', { className: 'number' }, String(copies))
}
