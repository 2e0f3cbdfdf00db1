/** A slide as its author wrote it, in one of six layouts. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Drawings, Figure, Flesh, Slide } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { plainText } from '../course/plain-text.ts'
import { words } from '../course/words.ts'
import { type DeckContext, foot, frame, head, notes, sourcesLine } from './slide-frame.ts'
import type { DeckSlide } from './slide-list.ts'
import { citeAtFoot } from './sources-line.ts'
import { linesOf, rowsFor, type TextSize, textSizeFor } from './text-size.ts'

/** The slide with its notes; written inside a theme's part, it says so. */
export function writtenSlide(
  { slide, block, lens }: Extract<DeckSlide, { kind: 'slide' }>,
  position: number,
  context: DeckContext,
): Element {
  const { course, rendering } = context
  const { flesh, sources } = citeAtFoot([slide.label as Flesh, slide.body])
  const [label = [], body = []] = flesh
  const theme = lens && course.themes.find(({ id }) => id === lens.theme)
  const over = theme ? theme.title : slide.layout === 'question' ? words(course.language).question : null
  const look = lens ? `${slide.layout} slide-lens` : slide.layout
  return frame(
    { id: slide.id, look, title: slide.title, place: slide.place, planned: slide.minutes, cut: slide.cut, language: block?.language },
    context,
    [
      slide.title ? head(fleshToHast(label, rendering), over) : over ? h('header.slide-head', [h('p.slide-over', over)]) : '',
      ...bodyAndSources(slide, body, sourcesLine(sources, context), context),
      foot(block, position, context),
    ],
    notes([...cutMark(slide, course), ...fleshToHast(slide.notes, rendering)], context),
  )
}

function cutMark({ cut }: Slide, course: Course): Element[] {
  return cut === 'first' ? [h('p.cut-mark', words(course.language).schedule.leftOutInShort)] : []
}

function bodyAndSources(slide: Slide, flesh: Flesh, sources: Element | '', context: DeckContext): (Element | '')[] {
  const parts = withFigures(flesh, slide.id, context.course)
  const figures = parts.filter(isFigure)
  const rest = parts.filter((node) => !isFigure(node))
  const room = 590 - linesOf(slide.title, 48, 1100) * 54
  return standsBeside(figures, rest, room - (sources === '' ? 0 : 38), context.rendering.drawings)
    ? [h('div.slide-body', [figureBeside(figures, rest, sources, context)])]
    : [h('div.slide-body', slideBody(slide, figures, rest, room - 100, context)), sources]
}

function slideBody(slide: Slide, figures: Flesh, rest: Flesh, height: number, context: DeckContext): ElementContent[] {
  const text = (flesh: Flesh, name: string, width: number, room = height): Element =>
    h('div', { className: ['slide-text', name, `text-${textSizeFor(flesh, width, room)}`] }, fleshToHast(flesh, context.rendering))

  if (figures.length > 0) {
    const picture = h('div.figure-place', fleshToHast(figures, context.rendering))
    if (rest.length === 0) return [picture]
    // a line or two stands above and leaves the drawing the whole width; a list stands beside
    return isShort(rest)
      ? [h('div.text-over-figure', [text(rest, 'figure-lead', 1100, 90), picture])]
      : [h('div.figure-and-text', [picture, text(rest, 'figure-text', 290, 240)])]
  }
  if (slide.layout === 'two-columns') {
    const { before, columns } = columnsOf(rest)
    const share = 1120 / columns.length - 40
    // both columns in one size: the smaller of the two
    const size = columns.map((column) => textSizeFor(column, share, height)).reduce((a, b) => Math.min(a, b) as TextSize)
    return [
      ...(before.length > 0 ? [text(before, 'before-columns', 1120)] : []),
      h(
        'div.columns',
        columns.map((column) => h('div', { className: ['slide-text', 'column', `text-${size}`] }, fleshToHast(column, context.rendering))),
      ),
    ]
  }
  if (slide.layout === 'statement' || slide.layout === 'section') return rest.length > 0 ? [text(rest, 'statement-text', 1000, 260)] : []
  if (isShortList(rest)) {
    const { size, space } = rowsFor(rest, 1100, height + 40)
    return [
      h(
        'div',
        { className: ['slide-text', 'plain-text', 'rows', `text-${size}`], style: `--row:${space}px` },
        fleshToHast(rest, context.rendering),
      ),
    ]
  }
  return rest.length > 0 ? [text(rest, 'plain-text', 1100)] : []
}

/** Text beside the drawing takes this much of its width, with the space between. */
const BESIDE = 256

/** True for one drawing that comes out larger when its caption, and a line or two about it, stand beside and not above and below. */
function standsBeside(figures: Flesh, rest: Flesh, room: number, drawings: Drawings): boolean {
  const [figure, another] = figures
  if (another || figure?.type !== 'piece' || figure.piece.kind !== 'figure' || !isShort(rest)) return false
  const drawing = drawings.get(figure.piece.src ?? '')
  if (drawing?.kind !== 'svg') return false
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(drawing.svg)?.[1] ?? '').split(/[\s,]+/).map(Number)
  if (!(width > 0 && height > 0)) return false
  const below = Math.min(1120 / width, (room - 38 - (rest.length > 0 ? 55 : 0)) / height)
  return Math.min((1120 - BESIDE) / width, room / height) > below * 1.02
}

function figureBeside(figures: Flesh, rest: Flesh, sources: Element | '', { rendering }: DeckContext): Element {
  return h('div.figure-beside', [
    rest.length > 0 ? h('div.slide-text.figure-lead', fleshToHast(rest, rendering)) : '',
    ...fleshToHast(figures, rendering),
    sources,
  ])
}

/** One list of a few plain items, with at most a line before and after it. */
function isShortList(flesh: Flesh): boolean {
  const lists = flesh.filter((node) => node.type === 'list')
  const [list] = lists
  return (
    lists.length === 1 &&
    flesh.every((node) => node.type === 'list' || node.type === 'paragraph') &&
    (list?.children.length ?? 0) <= 7 &&
    (list?.children ?? []).every(({ children }) => children.length === 1 && children[0]?.type === 'paragraph')
  )
}

/** A figure written on the slide, or a paragraph that is nothing but a reference to one, stands on the slide as a drawing. */
function withFigures(body: Flesh, slideId: string, course: Course): Flesh {
  return body.map((node) => {
    if (node.type !== 'paragraph' || node.children.length !== 1) return node
    const [only] = node.children
    const target = only?.type === 'crossReference' ? only.target : null
    const figure = target === null ? undefined : course.figures.find(({ id }) => id === target)
    return figure ? ({ type: 'piece', piece: onSlide(figure, slideId), position: node.position } as Flesh[number]) : node
  })
}

// the same figure may stand on several slides of a deck, and an id only once in a page
function onSlide(figure: Figure, slideId: string): Figure {
  return { ...figure, id: `${slideId}-${figure.id}` }
}

function isFigure(node: Flesh[number]): boolean {
  return node.type === 'piece' && node.piece.kind === 'figure' && node.piece.numbered === 'figure'
}

function isShort(flesh: Flesh): boolean {
  return flesh.every((node) => node.type === 'paragraph') && linesOf(plainText(flesh), 30, 1100) <= 2
}

/** Columns parted by thematic breaks; of three parts or more the first stands above the others. */
function columnsOf(flesh: Flesh): { before: Flesh; columns: Flesh[] } {
  const parts: Flesh[] = [[]]
  for (const node of flesh) {
    if (node.type === 'thematicBreak') parts.push([])
    else parts.at(-1)?.push(node)
  }
  const columns = parts.filter((part) => part.length > 0)
  return columns.length > 2 ? { before: columns[0] ?? [], columns: columns.slice(1) } : { before: [], columns }
}
