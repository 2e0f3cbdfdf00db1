/** A drawing on a slide, with what is said about it above, beside or below. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Drawings, Flesh } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { isShort, textBox } from './text-box.ts'

/** The drawings with the rest of the slide: a line or two stands above and leaves them the whole width, a list stands beside. */
export function figureBody(figures: Flesh, rest: Flesh, rendering: Rendering): ElementContent[] {
  const picture = h('div.figure-place', fleshToHast(figures, rendering))
  if (rest.length === 0) return [picture]
  return isShort(rest)
    ? [h('div.text-over-figure', [textBox(rest, 'figure-lead', { width: 1100, height: 90 }, rendering), picture])]
    : [h('div.figure-and-text', [picture, textBox(rest, 'figure-text', { width: 290, height: 240 }, rendering)])]
}

/** Text beside the drawing takes this much of its width, with the space between. */
const BESIDE = 256

/** True for one drawing that comes out larger when its caption, and a line or two about it, stand beside and not above and below. */
export function standsBeside(figures: Flesh, rest: Flesh, room: number, drawings: Drawings): boolean {
  const [figure, another] = figures
  if (another || figure?.type !== 'piece' || figure.piece.kind !== 'figure' || !isShort(rest)) return false
  const drawing = drawings.get(figure.piece.src ?? '')
  if (drawing?.kind !== 'svg') return false
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(drawing.svg)?.[1] ?? '').split(/[\s,]+/).map(Number)
  if (!(width > 0 && height > 0)) return false
  const below = Math.min(1120 / width, (room - 38 - (rest.length > 0 ? 55 : 0)) / height)
  return Math.min((1120 - BESIDE) / width, room / height) > below * 1.02
}

/** The drawing with all that is said of it beside it. */
export function figureBeside(figures: Flesh, rest: Flesh, sources: Element | '', rendering: Rendering): Element {
  return h('div.figure-beside', [
    rest.length > 0 ? h('div.slide-text.figure-lead', fleshToHast(rest, rendering)) : '',
    ...fleshToHast(figures, rendering),
    sources,
  ])
}
