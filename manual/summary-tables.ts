/**
 * Tables made from the course: what covers what, how the minutes are spent, the methods and the materials. They are read in cells as
 * short as can be: "1.2" is a block or an activity, and leads there.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Activity, BoxPiece, Course, Module, Summary } from '../course/course.ts'
import { type Coverage, coverage, type Told } from '../course/coverage.ts'
import { phrasingToHast } from '../course/flesh-to-hast.ts'
import { linesOf } from '../course/material-lines.ts'
import { allPieces, everyModule } from '../course/walk.ts'
import { words } from '../course/words.ts'
import { agendaTables } from './agenda-tables.ts'
import { linked, numberOf } from './page-parts.ts'
import { attributes } from './piece-parts.ts'
import type { ManualRendering } from './rendering.ts'

/** The table that a `summary` asks for; nothing where the course has nothing to show in it, or the edition may not see it. */
export function summaryToHast(piece: Summary, rendering: ManualRendering): ElementContent[] {
  const tables = tablesOf(piece, rendering)
  if (tables.length === 0) return []
  return [h('section', { ...attributes(piece), className: ['piece', 'piece-summary', `summary-${piece.of}`] }, tables)]
}

function tablesOf({ of }: Summary, rendering: ManualRendering): ElementContent[] {
  const found = coverage(rendering.course)
  switch (of) {
    case 'framework':
      return framework(found, rendering)
    case 'objectives':
      return objectives(found, rendering)
    case 'themes':
      return themes(found, rendering)
    case 'cases':
      return cases(found, rendering)
    case 'stakeholders':
      return stakeholders(found, rendering)
    case 'minutes':
      return minutes(found, rendering)
    case 'methods':
      return methods(found, rendering)
    case 'materials':
      return materials(rendering)
    case 'agendas':
      return agendaTables(rendering)
  }
}

// ---- what covers what -------------------------------------------------------------------------------------------

function framework(found: Coverage, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const items = course.framework?.items ?? []
  if (items.length === 0) return []
  const rows = items.map((item, index) => {
    const own = found.framework.find((one) => one.item === item.id)
    return [
      [`${String(index + 1)}  ${item.title}`, ...(item.confirmed ? [] : [' ', h('span', { className: 'unconfirmed' }, say.toBeConfirmed)])],
      links(
        (own?.modules ?? []).map((id) => [id, numberOf(id, course)]),
        rendering,
      ),
      links(
        (own?.blocks ?? []).map((id) => [id, numberOf(id, course)]),
        rendering,
      ),
      told(own?.cases ?? [], rendering),
    ]
  })
  return [table([course.framework?.item ?? '', say.modules, say.blocks, say.cases], rows)]
}

/** In two narrow columns: block, objective, its activities, how many questions test it. Objectives of modules and wrap-ups need no question. */
function objectives(found: Coverage, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const texts = new Map(
    course.modules
      .flatMap((module) => [module, ...module.blocks])
      .flatMap((part) => part.objectives.map(({ id, text }): [string, string] => [id, text])),
  )
  const rows = found.objectives.map(({ objective, of, part, activities, questions }) => [
    links([[part, numberOf(part, course)]], rendering),
    [texts.get(objective) ?? objective],
    activityLinks(activities, rendering),
    questions.length > 0 ? [String(questions.length)] : of === 'block' && found.counts.questions > 0 ? [none(course)] : [],
  ])
  return rows.length === 0 ? [] : [columns(table([say.block, say.objective, say.activities, say.quiz], rows))]
}

/** A row a module: the blocks with a lens of the theme; a wanted one that is missing says so. */
function themes(found: Coverage, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  return course.themes.map((theme) => {
    const rows = course.modules.map((module) => {
      const own = found.themes.filter((one) => one.theme === theme.id && module.blocks.some(({ id }) => id === one.block))
      const cells = own
        .filter(({ lenses, wanted }) => wanted || lenses.length > 0)
        .map(({ block, lenses }) => {
          const number = numberOf(block, course)
          return lenses[0]
            ? linked(lenses[0], number, rendering)
            : h('span', { className: 'gap' }, `${number}${say.colon}${say.summary.none}`)
        })
      return [moduleName(module, course), listed(cells, course)]
    })
    return columns(table([say.module, theme.title], rows))
  })
}

function cases(found: Coverage, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const countries = new Map(
    allPieces(course)
      .filter((piece): piece is BoxPiece => piece.kind === 'case')
      .map((piece) => [piece.id, piece.countries]),
  )
  const rows = found.cases.map((one) => [
    [course.cases.find(({ id }) => id === one.case)?.title ?? one.case],
    [[...new Set(one.told.flatMap(({ piece }) => countries.get(piece) ?? []))].join(say.comma)],
    told(one.told, rendering),
  ])
  return rows.length === 0 ? [] : [columns(table([say.case, say.countries, say.block], rows))]
}

function stakeholders(found: Coverage, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const rows = found.stakeholders.map(({ group, cases, activities }) => [
    [course.stakeholders.find(({ id }) => id === group)?.title ?? group],
    told(cases, rendering),
    activityLinks(activities, rendering),
  ])
  return rows.length === 0 ? [] : [table([say.group, say.cases, say.activities], rows)]
}

// ---- minutes and methods ----------------------------------------------------------------------------------------

function minutes({ minutes: spent }: Coverage, { course }: ManualRendering): ElementContent[] {
  const say = words(course.language)
  const { planned, share } = spent
  if (share === null) return []
  const percent = (part: number): string => say.summary.percent(Math.round(part * 100))
  const count = (number: number): string =>
    new Intl.NumberFormat(course.language, { useGrouping: 'always', numberingSystem: 'latn' }).format(number)
  const forms = spent.forms
    .filter((form) => form.minutes > 0)
    .map((form) => [[say.summary.forms[form.form] ?? form.form], [count(form.minutes)], [percent(form.minutes / planned)]])
  const rows = spent.methods.map(({ method, minutes, activities }) => {
    const declared = course.methods.find(({ id }) => id === method)
    return [[declared?.title ?? method], [formName(declared?.form, course)], [String(activities.length)], [count(minutes)]]
  })
  const { talk } = course.goals
  return [
    h('p', say.summary.talkOf(percent(share), count(planned)) + (talk === null ? '' : say.summary.talkGoal(percent(talk)))),
    columns(
      table([say.summary.form, say.minutesWord, say.summary.share], forms),
      table([say.method, say.summary.form, say.activities, say.minutesWord], rows),
    ),
  ]
}

function methods(found: Coverage, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const rows = course.methods.map(({ id, title, form, when }) => [
    [title],
    [formName(form, course)],
    [when],
    activityLinks(found.minutes.methods.find(({ method }) => method === id)?.activities ?? [], rendering),
  ])
  return rows.length === 0 ? [] : [table([say.method, say.summary.form, say.summary.whenToUse, say.activities], rows)]
}

function formName(form: string | undefined, course: Course): string {
  return form === undefined ? '' : (words(course.language).summary.forms[form] ?? form)
}

// ---- materials --------------------------------------------------------------------------------------------------

/** What each activity needs, by module: for those who prepare the room. */
function materials(rendering: ManualRendering): ElementContent[] {
  if (rendering.edition === 'participant') return []
  const { course } = rendering
  const say = words(course.language)
  const groups = everyModule(course)
    .map((module) => ({
      module,
      activities: module.blocks.flatMap((block) => block.activities).filter((activity) => activity.materials.length > 0),
    }))
    .filter(({ activities }) => activities.length > 0)
  if (groups.length === 0) return []
  return [
    columns(
      h('table', { className: 'summary-table' }, [
        head([say.activity, say.materials]),
        ...groups.map(({ module, activities }) =>
          h('tbody', [
            h('tr', { className: 'group-row' }, [h('th', { scope: 'rowgroup', colSpan: 2 }, [...moduleName(module, course)])]),
            ...activities.map((activity) => row([activityLinks([activity.id], rendering), needed(activity, rendering)])),
          ]),
        ),
      ]),
    ),
  ]
}

function needed(activity: Activity, rendering: ManualRendering): (ElementContent | string)[] {
  // numbers without a page: there are many of them, close together
  const own = rendering.medium === 'print' ? { ...rendering, href: () => null } : rendering
  return linesOf(activity.materials).flatMap((line, index) => [...(index === 0 ? [] : [' · ']), ...phrasingToHast(line, own)])
}

// ---- cells ------------------------------------------------------------------------------------------------------

type Cell = readonly (ElementContent | string)[]

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): Element {
  return h('table', { className: 'summary-table' }, [head(heads), h('tbody', rows.map(row))])
}

function head(heads: readonly string[]): Element {
  return h('thead', [
    h(
      'tr',
      heads.map((name) => h('th', { scope: 'col' }, name)),
    ),
  ])
}

function row(cells: readonly Cell[]): Element {
  return h(
    'tr',
    cells.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, [...cell]) : h('td', [...cell]))),
  )
}

function columns(...tables: Element[]): Element {
  return h('div', { className: 'summary-columns' }, tables)
}

function none(course: Course): Element {
  return h('span', { className: 'gap' }, words(course.language).summary.none)
}

function listed(items: readonly (ElementContent | string)[], course: Course): Cell {
  if (items.length === 0) return [none(course)]
  return items.flatMap((item, index) => (index === 0 ? [item] : [words(course.language).comma, item]))
}

function links(all: readonly (readonly [id: string, name: string])[], rendering: ManualRendering): Cell {
  return listed(
    all.map(([id, name]) => linked(id, name, rendering)),
    rendering.course,
  )
}

/** Cases by the number of the block that tells them, each a link to the case. */
function told(all: readonly Told[], rendering: ManualRendering): Cell {
  return links(
    all.map(({ piece, part }) => [piece, numberOf(part, rendering.course)]),
    rendering,
  )
}

function activityLinks(ids: readonly string[], rendering: ManualRendering): Cell {
  const numbers = activityNumbers(rendering.course)
  return links(
    ids.map((id) => [id, numbers.get(id) ?? id]),
    rendering,
  )
}

const numbered = new WeakMap<Course, ReadonlyMap<string, string>>()

/** "1.2" by the id of an activity; gathered once a course. */
function activityNumbers(course: Course): ReadonlyMap<string, string> {
  const activities = (): Activity[] => allPieces(course).filter((piece): piece is Activity => piece.kind === 'activity')
  const numbers = numbered.get(course) ?? new Map(activities().map(({ id, number, title }) => [id, number ?? title]))
  numbered.set(course, numbers)
  return numbers
}

function moduleName({ part, number, title }: Module, { language }: Course): Cell {
  return [part === 'module' ? `${words(language).module} ${String(number)}  ${title}` : title]
}
