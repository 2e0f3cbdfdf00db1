/** Glossary, works cited, and the lists of activities, worksheets, figures, tables, cases and statements to validate. */
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { h } from 'hastscript'
import type { Course, Piece, Target } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { allPieces } from '../course/walk.ts'
import { words } from '../course/words.ts'
import { hrefOfId, seen, textOf } from './page-parts.ts'
import { list } from './piece-parts.ts'
import type { ManualRendering } from './rendering.ts'

/** The id a work has on the page of works cited, and a term in the glossary. */
export const workId = (key: string): string => `work-${key}`
export const termId = (id: string): string => `term-${id}`

/** The terms of the course, sorted as its language sorts. */
export function glossaryBody(rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const terms = [...course.glossary].sort((a, b) => a.term.localeCompare(b.term, course.language))
  return [
    h(
      'dl',
      { className: 'glossary' },
      terms.flatMap((term) => [
        h('dt', { id: termId(term.id) }, [
          term.term,
          ...(term.unverified && rendering.edition === 'facilitator' ? [' ', h('span', { className: 'unconfirmed' }, say.unverified)] : []),
        ]),
        h('dd', [term.definition, ...(term.sources.length === 0 ? [] : [' ', ...sourcesOf(term.sources, rendering)])]),
      ]),
    ),
  ]
}

function sourcesOf(keys: readonly string[], rendering: ManualRendering): (ElementContent | string)[] {
  const say = words(rendering.course.language)
  const links = keys.flatMap((key) => {
    const entry = rendering.course.bibliography.find((each) => each.key === key)
    const href = rendering.citationHref?.(key)
    return entry && href ? [h('a', { href }, shortName(entry.html))] : []
  })
  return links.length === 0 ? [] : [h('span', { className: 'quiet' }, [`${say.source}${say.colon}`, ...list(links)])]
}

/** The beginning of a printed reference up to its year, or to its "no date": enough to recognise it. */
export function shortName(html: string): string {
  const text = textOf({ type: 'root', children: fromHtml(html, { fragment: true }).children as ElementContent[] })
  return /^.*?\((?:\d{4}|\p{L}\.\s?\p{L})[^)]*\)/u.exec(text)?.[0] ?? text.split('. ')[0] ?? text
}

/** All works cited, as the citation style prints them. */
export function bibliographyBody({ course }: ManualRendering): ElementContent[] {
  return [
    ...shortNames(course),
    h(
      'ul',
      { className: 'works', role: 'list' },
      course.bibliography.map((entry) =>
        h('li', { id: workId(entry.key), dir: 'auto' }, fromHtml(entry.html, { fragment: true }).children as ElementContent[]),
      ),
    ),
  ]
}

/** "Short names used here for institutions: ILO International Labour Organization; …"; nothing where there are none. */
export function shortNames({ abbreviations, language }: Course): ElementContent[] {
  if (abbreviations.size === 0) return []
  const say = words(language)
  const sorted = [...abbreviations].sort(([, a], [, b]) => a.localeCompare(b, language))
  return [
    h('p', { className: 'short-names' }, [
      say.abbreviationsLead,
      ...sorted.flatMap(([name, short], index) => [index === 0 ? ' ' : say.semicolon, h('b', short), ` ${withoutShortName(name, short)}`]),
      '.',
    ]),
  ]
}

// "Deutsche Gesellschaft für … (GIZ)" beside GIZ
function withoutShortName(name: string, short: string): string {
  return name.endsWith(` (${short})`) ? name.slice(0, -short.length - 3) : name
}

/** What the course holds, kind by kind, each line a link. */
export function listsBody(rendering: ManualRendering): ElementContent[] {
  const { course, edition } = rendering
  const say = words(course.language)
  const all = [...course.targets.values()].filter(({ audience }) => audience !== 'facilitator' || edition === 'facilitator')
  const pieces = allPieces(course)
  const ofKind = (kind: Piece['kind']) => seen(pieces, edition).filter((piece) => piece.kind === kind && piece.named)
  return [
    ...listOf(
      'activities',
      say.activities,
      targetLines(
        all.filter(({ kind }) => kind === 'activity'),
        rendering,
      ),
    ),
    ...listOf(
      'worksheets',
      say.worksheets,
      targetLines(
        all.filter(({ kind }) => kind === 'worksheet'),
        rendering,
      ),
    ),
    ...listOf(
      'figures',
      say.figures,
      targetLines(
        all.filter(({ kind }) => kind === 'figure'),
        rendering,
      ),
    ),
    ...listOf(
      'tables',
      say.tables,
      targetLines(
        all.filter(({ kind }) => kind === 'table'),
        rendering,
      ),
    ),
    ...listOf('cases', say.cases, pieceLines(ofKind('case'), rendering)),
    ...(edition === 'facilitator' ? listOf('to-validate', say.toValidate, statementLines(ofKind('to-validate'), rendering)) : []),
  ]
}

function listOf(id: string, name: string, lines: ElementContent[]): ElementContent[] {
  return lines.length === 0 ? [] : [h('h2', { id: `list-${id}` }, name), h('ul', { className: 'entries', role: 'list' }, lines)]
}

function targetLines(targets: readonly Target[], rendering: ManualRendering): ElementContent[] {
  return targets.map((target) =>
    h('li', [h('span', { className: 'entry-label' }, target.label), h('a', { href: rendering.href(target) ?? undefined }, target.title)]),
  )
}

function pieceLines(pieces: readonly Piece[], rendering: ManualRendering): ElementContent[] {
  return pieces.map((piece) => h('li', [h('a', { href: hrefOfId(piece.id, rendering) }, piece.title)]))
}

function statementLines(pieces: readonly Piece[], rendering: ManualRendering): ElementContent[] {
  return pieces.map((piece) => {
    const target = rendering.course.targets.get(piece.id)
    const where = target?.block ?? target?.module
    return h('li', [
      h('span', { className: 'entry-label' }, where ? (rendering.course.targets.get(where)?.label ?? '') : ''),
      h('a', { href: hrefOfId(piece.id, rendering) }, piece.title || textOf({ type: 'root', children: bodyOf(piece, rendering) }).trim()),
    ])
  })
}

function bodyOf(piece: Piece, rendering: ManualRendering): ElementContent[] {
  const unlinked = { ...rendering, href: () => null, citationHref: () => null, termHref: () => null }
  return 'body' in piece ? fleshToHast(piece.body, unlinked) : []
}
