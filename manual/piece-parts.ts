/** What pieces of every kind are made of: section, label, title, facts, parts. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BoxPiece, Course, Language, Piece } from '../course/course.ts'
import { phrasingToHast } from '../course/flesh-to-hast.ts'
import { direction, type Words, words } from '../course/words.ts'
import type { ManualRendering } from './rendering.ts'

/** A fact of the strip under a title: its name and its value. */
export type Fact = readonly [name: string, value: (ElementContent | string)[]] | null

export function section(piece: Piece, rendering: ManualRendering, content: (ElementContent | null)[]): Element {
  const text = label(piece, rendering)
  return h('section', attributes(piece), [
    ...(text.length === 0 ? [] : [h('p', { className: 'piece-label' }, text)]),
    ...(piece.title
      ? [heading(3, { className: 'piece-title', ...foreign(rendering.language, rendering.course) }, title(piece, rendering), rendering)]
      : []),
    ...content,
  ])
}

export function attributes(piece: Piece) {
  return {
    id: piece.id,
    className: ['piece', `piece-${piece.kind}`],
    dataSource: source(piece.place),
    ...(piece.audience === 'facilitator' ? { dataAudience: 'facilitator' } : {}),
  }
}

/** "Activity 1.2", "Case · Morocco, Belgium", "Gender": what the piece is. */
export function label(piece: Piece, rendering: ManualRendering): (ElementContent | string)[] {
  const { course } = rendering
  const say = words(course.language)
  const behind = piece.behind ? [' ', h('span', { className: 'behind-note' }, say.behind)] : []
  switch (piece.kind) {
    case 'activity':
    case 'worksheet':
      return [course.targets.get(piece.id)?.label ?? say[piece.kind], ...behind]
    case 'lens':
      return [course.themes.find(({ id }) => id === piece.theme)?.title ?? piece.theme, ...behind]
    case 'case':
    case 'context':
      return [
        pieceName(piece.kind, say),
        ...(piece.countries.length === 0 ? [] : [' ', h('span', { className: 'countries' }, piece.countries.join(say.comma))]),
        ...behind,
      ]
    case 'discussion':
    case 'key-message':
    case 'tip':
    case 'warning':
    case 'facilitator':
    case 'participant':
    case 'to-validate':
    case 'answers':
    case 'quiz':
      return [pieceName(piece.kind, say), ...behind]
    default:
      return behind
  }
}

/** What is to happen to an activity when time is short. */
export function cutWords(cut: 'first' | 'last' | 'never', say: Words): string {
  return { first: say.cutFirst, last: say.cutLast, never: say.cutNever }[cut]
}

export function pieceName(kind: BoxPiece['kind'] | 'quiz', say: Words): string {
  if (kind === 'key-message') return say.keyMessage
  if (kind === 'to-validate') return say.toValidate
  return say[kind]
}

/** `lang` and `dir` of a text that is not in the language of the edition. */
export function foreign(language: Language | undefined, course: Course): { lang?: Language; dir?: 'ltr' | 'rtl' } {
  return language === undefined || language === course.language ? {} : { lang: language, dir: direction(language) }
}

export function title(piece: Piece, rendering: ManualRendering): (ElementContent | string)[] {
  return piece.label.length > 0 ? phrasingToHast(piece.label, rendering) : [piece.title]
}

export function facts(all: readonly Fact[]): Element | null {
  const known = all.filter((fact) => fact !== null)
  if (known.length === 0) return null
  return h(
    'dl',
    { className: 'piece-facts' },
    known.map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
  )
}

export function part(name: string, content: (ElementContent | null)[], rendering: ManualRendering): ElementContent[] {
  return content.length === 0 ? [] : [subheading(name, rendering), ...content.filter((node) => node !== null)]
}

export function subheading(name: string, rendering: ManualRendering, deeper = 0): Element {
  return heading(4 + deeper, { className: 'piece-part' }, [name], rendering)
}

export function heading(
  depth: number,
  properties: { className: string; lang?: string; dir?: string },
  content: (ElementContent | string)[],
  rendering: ManualRendering,
): Element {
  return h(`h${Math.min(depth + rendering.headingShift, 6)}`, properties, content)
}

export function linkTo(id: string, rendering: ManualRendering): ElementContent | string {
  const target = rendering.course.targets.get(id)
  if (!target) return id
  const href = rendering.href(target)
  return href ? h('a', { href, title: target.title }, target.label) : target.label
}

/** Items one after the other, parted by a middle dot. */
export function list(items: readonly (ElementContent | string)[]): (ElementContent | string)[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [' · ', item]))
}

/** Items under one another. */
export function lines(items: readonly (ElementContent | string)[]): ElementContent[] {
  return [
    h(
      'ul',
      { className: 'fact-lines', role: 'list' },
      items.map((item) => h('li', item)),
    ),
  ]
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

export function source(place: { path: string; start: { line: number } }): string {
  return `${place.path}:${place.start.line}`
}
