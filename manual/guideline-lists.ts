/** What stands before and after the modules of the guideline: lists made from the model, with page numbers. */

import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { h } from 'hastscript'
import type { Activity, Block, BoxPiece, Course, Module, PageNumbers, Term } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { schedule } from '../course/schedule.ts'
import { everyModule } from '../course/walk.ts'
import { words } from '../course/words.ts'
import { totalOf } from './agenda-tables.ts'
import { shortName, shortNames } from './list-pages.ts'
import type { TermUses } from './print-links.ts'

/** Modules and blocks with their pages. */
export function contents(course: Course, pages: PageNumbers): Element {
  const say = words(course.language)
  const extra = (id: string, title: string) => h('li', { className: 'toc-part' }, [row(`#${id}`, '', title, pages.get(id))])
  return h('section', { id: 'contents', className: 'matter matter-contents' }, [
    h('h1', { className: 'part-title' }, say.contents),
    h('ol', { className: 'toc' }, [
      extra('how-to-use', say.printed.howToUse),
      extra('lists', say.printed.lists),
      extra('outline', say.outline),
      ...(course.front?.blocks ?? []).map(({ id, title }) => extra(id, title)),
      ...course.modules.map((module) =>
        h('li', { className: 'toc-module' }, [
          row(`#${module.id}`, String(module.number), module.title, pages.get(module.id)),
          h(
            'ol',
            module.blocks.map((block) =>
              h('li', [row(`#${block.id}`, block.wrapUp ? '' : block.number, block.title, pages.get(block.id))]),
            ),
          ),
        ]),
      ),
      ...(course.annexes ? [annexContents(course.annexes, pages)] : []),
      ...(statements(course).length === 0 ? [] : [extra('to-validate', say.toValidate)]),
      ...(course.glossary.length === 0 ? [] : [extra('glossary', say.glossary)]),
      ...(course.bibliography.length === 0 ? [] : [extra('bibliography', say.bibliography)]),
      ...(course.glossary.length === 0 ? [] : [extra('index', say.index)]),
    ]),
  ])
}

function annexContents(annexes: Module, pages: PageNumbers): Element {
  return h('li', { className: 'toc-module' }, [
    row(`#${annexes.id}`, '', annexes.title, pages.get(annexes.id)),
    h(
      'ol',
      annexes.blocks.map(({ id, number, title }) => h('li', [row(`#${id}`, number, title, pages.get(id))])),
    ),
  ])
}

/** One line of a list: number, title, page; the whole line is the link. */
export function row(href: string, number: string, title: string, page: number | undefined): Element {
  return h('a', { href, className: 'toc-row' }, [
    h('span', { className: 'toc-number' }, number),
    ' ',
    h('span', { className: 'toc-title' }, title),
    ' ',
    h('span', { className: 'toc-page' }, page === undefined ? '00' : String(page)),
  ])
}

/** Lists of activities, worksheets, figures and tables; only what is printed (`printed` holds the ids). */
export function lists(course: Course, pages: PageNumbers, printed: ReadonlySet<string>): Element {
  const say = words(course.language)
  const blocks = everyModule(course).flatMap((module) => module.blocks)
  const kinds: [title: string, things: { id: string; number?: string; title: string }[]][] = [
    [say.activities, blocks.flatMap((block) => block.activities)],
    [say.worksheets, blocks.flatMap((block) => block.worksheets)],
    [say.figures, course.figures.filter(({ numbered }) => numbered === 'figure')],
    [say.tables, course.figures.filter(({ numbered }) => numbered === 'table')],
  ]
  return h('section', { id: 'lists', className: 'matter matter-flow matter-lists' }, [
    h('h1', { className: 'part-title' }, say.printed.lists),
    ...kinds.flatMap(([title, all]) => {
      const things = all.filter(({ id }) => printed.has(id))
      if (things.length === 0) return []
      return [
        h('h2', title),
        h(
          'ol',
          { className: 'toc toc-small' },
          things.map((thing) => h('li', [row(`#${thing.id}`, thing.number ?? '', thing.title, pages.get(thing.id))])),
        ),
      ]
    }),
  ])
}

/** What the guideline holds and how its parts are meant, in the figures of this course. */
export function howToUse(course: Course): Element {
  const say = words(course.language)
  const blocks = course.modules.flatMap((module) => module.blocks)
  const count = {
    modules: course.modules.length,
    blocks: blocks.filter(({ wrapUp }) => !wrapUp).length,
    activities: blocks.flatMap(({ activities }) => activities).length,
    worksheets: blocks.flatMap(({ worksheets }) => worksheets).length,
  }
  return h('section', { id: 'how-to-use', className: 'matter matter-flow' }, [
    h('h1', { className: 'part-title' }, say.printed.howToUse),
    h('p', { className: 'part-lead' }, say.printed.holds(count)),
    h(
      'dl',
      { className: 'legend' },
      say.printed.legend(course.themes.map(({ title }) => title)).map(([name, text]) => h('div', [h('dt', name), h('dd', text)])),
    ),
    ...agendas(course),
  ])
}

function agendas(course: Course): ElementContent[] {
  if (course.agendas.length === 0) return []
  const say = words(course.language)
  return [
    h('h2', say.printed.agendas),
    h(
      'ul',
      { className: 'agenda-list' },
      course.agendas.map((agenda) =>
        h('li', [h('b', agenda.title), say.colon, [agenda.summary, totalOf(schedule(agenda, course), course)].filter(Boolean).join(' ')]),
      ),
    ),
  ]
}

/** Module, block, objectives, activities with method and minutes, whose part they show, minutes of the block, page: one row a block. */
export function outline(course: Course, pages: PageNumbers): Element {
  const say = words(course.language)
  const heads = [say.block, say.objectives, say.printed.activitiesAndMethods, say.printed.forGroups, say.printed.minutesFullShort, say.page]
  return h('section', { id: 'outline', className: 'matter matter-flow matter-outline' }, [
    h('h1', { className: 'part-title' }, say.outline),
    h('table', { className: 'grid-table outline-table' }, [
      h('thead', [
        h(
          'tr',
          heads.map((head, index) => h('th', { scope: 'col', className: index > 3 ? 'number' : undefined }, head)),
        ),
      ]),
      ...course.modules.map((module) =>
        h('tbody', [
          h('tr', { className: 'group-row' }, [
            h('th', { scope: 'rowgroup', colSpan: 5 }, `${String(module.number)}  ${module.title}`),
            h('td', { className: 'number' }, pageText(pages.get(module.id))),
          ]),
          ...module.blocks.map((block) => outlineRow(block, course, pages)),
        ]),
      ),
    ]),
  ])
}

function outlineRow(block: Block, course: Course, pages: PageNumbers): Element {
  const minutes = block.minutes
  return h('tr', [
    h('th', { scope: 'row' }, [h('a', { href: `#${block.id}` }, `${block.wrapUp ? '' : `${block.number} `}${block.title}`)]),
    h('td', [
      h(
        'ul',
        block.objectives.map(({ text }) => h('li', text)),
      ),
    ]),
    h('td', [
      h(
        'ul',
        block.activities.map((activity) => h('li', activityLine(activity, course))),
      ),
    ]),
    h('td', groupsOf(block, course)),
    h('td', { className: 'number' }, minutes ? `${minutes.full} / ${minutes.short}` : ''),
    h('td', { className: 'number' }, pageText(pages.get(block.id))),
  ])
}

/** The stakeholder groups whose part people take or judge in a block; the whole audience where it names none. */
function groupsOf(block: Block, course: Course): string {
  const say = words(course.language)
  const named = new Set(block.activities.flatMap(({ stakeholders }) => stakeholders))
  const titles = course.stakeholders.filter(({ id }) => named.has(id)).map(({ title }) => title)
  return titles.length === 0 || titles.length === course.stakeholders.length ? say.allParticipants : titles.join(say.comma)
}

function activityLine(activity: Activity, course: Course): (Element | string)[] {
  const say = words(course.language)
  const method = course.methods.find(({ id }) => id === activity.method)?.title
  const facts = [method, activity.minutes === null ? undefined : say.minutes(activity.minutes)].filter((fact) => fact !== undefined)
  return [`${activity.title} `, h('span', { className: 'soft' }, facts.join(say.comma))]
}

function pageText(page: number | undefined): string {
  return page === undefined ? '00' : String(page)
}

// ---- back ---------------------------------------------------------------------------------------------------------

/** Statements put to the validators, by module, with where they stand. Null where the course has none. */
export function toValidate(course: Course, rendering: Rendering): Element | null {
  const say = words(course.language)
  const all = statements(course)
  if (all.length === 0) return null
  return h('section', { id: 'to-validate', className: 'matter' }, [
    h('h1', { className: 'part-title' }, say.toValidate),
    h('p', { className: 'part-lead' }, say.printed.toValidateLead),
    h(
      'ol',
      { className: 'statements' },
      all.map(({ piece, block }) =>
        h('li', { id: piece.id }, [
          h('p', { className: 'side-label' }, [
            h('a', { href: `#${block.id}` }, [h('b', course.targets.get(block.id)?.label ?? block.title)]),
          ]),
          h('div', fleshToHast(piece.body, rendering)),
        ]),
      ),
    ),
  ])
}

function statements(course: Course): { piece: BoxPiece; block: Block }[] {
  return everyModule(course).flatMap((module) =>
    module.blocks.flatMap((block) =>
      block.body.flatMap((node) =>
        node.type === 'piece' && node.piece.kind === 'to-validate' ? [{ piece: node.piece as BoxPiece, block }] : [],
      ),
    ),
  )
}

/** Terms with their definitions, in the order of the language's alphabet. */
export function glossary(course: Course, rendering: Rendering): Element | null {
  if (course.glossary.length === 0) return null
  const say = words(course.language)
  return h('section', { id: 'glossary', className: ['matter', ...(statements(course).length > 0 ? ['matter-flow'] : [])] }, [
    h('h1', { className: 'part-title' }, say.glossary),
    h(
      'dl',
      { className: 'two-columns glossary' },
      inOrder(course).map((term) => glossaryEntry(term, course, rendering)),
    ),
  ])
}

function glossaryEntry(term: Term, course: Course, rendering: Rendering): Element {
  const say = words(course.language)
  const works = term.sources.flatMap((key) => course.bibliography.find((entry) => entry.key === key) ?? [])
  const cited = works.flatMap(({ key, html }, index) => [
    index === 0 ? ' ' : ' · ',
    h('a', { href: rendering.citationHref?.(key) ?? undefined }, shortName(html)),
  ])
  return h('div', { id: `term-${term.id}` }, [
    h('dt', term.term),
    h('dd', [
      term.definition,
      ...(cited.length > 0 ? [h('span', { className: 'glossary-source' }, cited)] : []),
      ...(term.unverified ? [' ', h('span', { className: 'unconfirmed' }, say.unverified)] : []),
    ]),
  ])
}

/** Works cited, as the CSL style has them. Null where nothing is cited. */
export function bibliography(course: Course): Element | null {
  if (course.bibliography.length === 0) return null
  const say = words(course.language)
  return h('section', { id: 'bibliography', className: 'matter' }, [
    h('h1', { className: 'part-title' }, say.bibliography),
    ...shortNames(course),
    h(
      'ul',
      { className: 'two-columns works' },
      course.bibliography.map(({ key, html }) =>
        h('li', { id: `ref-${key}` }, fromHtml(html, { fragment: true }).children as ElementContent[]),
      ),
    ),
  ])
}

/** Terms with the pages they are used on, and countries with the pages of their cases. */
export function termIndex(course: Course, pages: PageNumbers, uses: TermUses): Element | null {
  const say = words(course.language)
  const terms = inOrder(course)
    .map((term) => ({ name: term.term, places: uses.get(term.id) ?? [] }))
    .filter(({ places }) => places.length > 0)
  const countries = [...casesByCountry(course)].map(([name, places]) => ({ name, places }))
  const entries = [...terms, ...countries].sort((a, b) => a.name.localeCompare(b.name, course.language))
  if (entries.length === 0) return null
  return h('section', { id: 'index', className: ['matter', ...(course.bibliography.length > 0 ? ['matter-flow'] : [])] }, [
    h('h1', { className: 'part-title' }, say.index),
    h(
      'ul',
      { className: 'three-columns index' },
      entries.map(({ name, places }) => h('li', [`${name} `, ...placeLinks(places, pages, course)])),
    ),
  ])
}

/** Each page once, linked to the first place on it. */
function placeLinks(places: readonly string[], pages: PageNumbers, course: Course): (Element | string)[] {
  const say = words(course.language)
  const firstOnPage = new Map<number, string>()
  for (const place of places) {
    const page = pages.get(place) ?? 0
    if (!firstOnPage.has(page)) firstOnPage.set(page, place)
  }
  return [...firstOnPage].flatMap(([page, place], index) => [
    ...(index === 0 ? [] : [say.comma]),
    h('a', { href: `#${place}` }, String(page)),
  ])
}

function casesByCountry(course: Course): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { body } of course.modules.flatMap((module) => module.blocks)) {
    for (const node of body) {
      if (node.type !== 'piece' || node.piece.kind !== 'case') continue
      for (const country of (node.piece as BoxPiece).countries) found.set(country, [...(found.get(country) ?? []), node.piece.id])
    }
  }
  return found
}

function inOrder(course: Course): Term[] {
  return [...course.glossary].sort((a, b) => a.term.localeCompare(b.term, course.language))
}
