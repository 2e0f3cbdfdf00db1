/** A slide with a drawing, for PowerPoint. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from '../../course/to-html.ts'
import { find, findAll, findClass, hasClass } from '../markup.ts'
import { type Frame, footOf, headOf, heightOf, type Shown, sizeOfFlow, sourcesOf, stacked, textObject } from './fill.ts'
import type { Box } from './layouts.ts'
import type { SlideObject } from './model.ts'
import { type FlowPart, paragraphsOf } from './text.ts'

const FIGURE_TOP = 138

/** The numbered drawings on a slide. */
export function figuresIn(frame: Frame): Element[] {
  return findAll(frame, (node) => node.tagName === 'figure' && hasClass(node, 'figure-is-figure'))
}

/** A list stands beside its drawing, a line or two above it; where the deck sets words beside to make the drawing larger, so does this. */
export function figurePage(frame: Frame): Shown {
  const figures = figuresIn(frame)
  const sources = sourcesOf('figure', frame)
  const end = sources.length > 0 ? 610 : 664
  const lead = paragraphsOf([findClass(frame, 'figure-lead')].filter((found) => found !== null))
  const beside = paragraphsOf([findClass(frame, 'figure-text')].filter((found) => found !== null))
  const captions = figures.flatMap((figure) => paragraphsOf(findAll(figure.children as ElementContent[], isCaption)))
  const narrow = findClass(frame, 'figure-beside') !== null
  const column = narrow ? { x: 80, width: 226 } : { x: 900, width: 300 }
  const across = narrow ? { x: 340, width: 860 } : beside.length > 0 ? { x: 80, width: 780 } : { x: 80, width: 1120 }
  const captionAcross = narrow ? column : across
  const captionHeight = captions.length > 0 ? heightOf([{ kind: 'text', paragraphs: captions }], 20, captionAcross.width) : 0
  const leadHeight = lead.length > 0 && !narrow ? heightOf([{ kind: 'text', paragraphs: lead }], 28, 1120) : 0
  const top = FIGURE_TOP + leadHeight
  const bottom = narrow ? end : end - captionHeight - (captions.length > 0 ? 6 : 0)
  const leadBox = narrow
    ? { ...column, y: top, height: end - captionHeight - top }
    : { x: 80, y: FIGURE_TOP, width: 1120, height: leadHeight }
  const besideText: FlowPart[] = [{ kind: 'text', paragraphs: beside }]
  const besideBox = { ...column, y: top, height: bottom - top }
  return {
    layout: 'figure',
    objects: [
      ...headOf('figure', frame),
      ...textObject('Text', lead, narrow ? 26 : 28, 8, leadBox),
      ...picturesOf(figures, { ...across, y: top, height: bottom - top }),
      ...(beside.length > 0
        ? stacked(besideText, { name: 'Text', at: besideBox, size: sizeOfFlow(besideText, 300, bottom - top, 26), moved: true })
        : []),
      ...textObject('Caption', captions, 20, 0, { ...captionAcross, y: end - captionHeight, height: captionHeight }),
      ...footOf('figure', frame),
    ],
  }
}

function isCaption(node: Element): boolean {
  return node.tagName === 'figcaption'
}

function picturesOf(figures: Element[], { x, y, width, height }: Box): SlideObject[] {
  const share = (width - 40 * (figures.length - 1)) / figures.length
  return figures.flatMap((figure, index) => {
    const drawing = find(figure.children as ElementContent[], ({ tagName }) => tagName === 'svg' || tagName === 'img')
    if (!drawing) return []
    const { ariaLabel, alt } = drawing.properties
    const box = { x: x + index * (share + 40), y, width: share, height }
    return [{ kind: 'picture', name: 'Picture', box, drawing: toHtml(drawing), alt: String(alt ?? ariaLabel ?? '') }]
  })
}
