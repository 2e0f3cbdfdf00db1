/** A slide as its author wrote it, in one of nine layouts. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Figure, Flesh, Slide } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { words } from '../course/words.ts'
import { caseBody } from './layout-case.ts'
import { dataBody } from './layout-data.ts'
import { figureBeside, figureBody, standsBeside } from './layout-figure.ts'
import { processBody } from './layout-process.ts'
import { columnsBody, plainBody, statementBody } from './layout-text.ts'
import { type DeckContext, foot, frame, head, notes, sourcesLine } from './slide-frame.ts'
import type { DeckSlide } from './slide-list.ts'
import { citeAtFoot } from './sources-line.ts'
import { linesOf } from './text-size.ts'

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
  const over = theme?.title ?? kindOf(slide, course)
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

/** The kind of a slide, where it is named over the title. */
function kindOf({ layout }: Slide, course: Course): string | null {
  const say = words(course.language)
  return layout === 'question' ? say.question : layout === 'case' ? say.case : null
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
    ? [h('div.slide-body', [figureBeside(figures, rest, sources, context.rendering)])]
    : [h('div.slide-body', slideBody(slide, figures, rest, room - 100, context)), sources]
}

function slideBody({ layout }: Slide, figures: Flesh, rest: Flesh, height: number, { rendering }: DeckContext): ElementContent[] {
  if (figures.length > 0) return figureBody(figures, rest, rendering)
  switch (layout) {
    case 'two-columns':
      return columnsBody(rest, height, rendering)
    case 'statement':
    case 'section':
      return statementBody(rest, rendering)
    case 'case':
      return caseBody(rest, height, rendering)
    case 'data':
      return dataBody(rest, height, rendering)
    case 'process':
      return processBody(rest, height, rendering)
    default:
      return plainBody(rest, height, rendering)
  }
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
