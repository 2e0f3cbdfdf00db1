/** A box of running text on a slide, set as large as it fits. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Flesh } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { plainText } from '../course/plain-text.ts'
import { linesOf, type TextSize, textSizeFor } from './text-size.ts'

/** Room of a box in px; its text gets no larger than `largest`. */
export interface Room {
  width: number
  height: number
  largest?: TextSize
}

/** The text in a box of the class `name`. */
export function textBox(flesh: Flesh, name: string, { width, height, largest }: Room, rendering: Rendering): Element {
  return sizedBox(flesh, name, textSizeFor(flesh, width, height, largest), rendering)
}

/** The same in a size that is decided already, as where boxes beside one another share one. */
export function sizedBox(flesh: Flesh, name: string, size: TextSize, rendering: Rendering): Element {
  return h('div', { className: ['slide-text', name, `text-${size}`] }, fleshToHast(flesh, rendering))
}

/** The largest size at which each of the runs fits its room. */
export function commonSize(runs: readonly Flesh[], { width, height, largest }: Room): TextSize {
  return Math.min(...runs.map((run) => textSizeFor(run, width, height, largest))) as TextSize
}

/** A line or two of paragraphs. */
export function isShort(flesh: Flesh): boolean {
  return flesh.every((node) => node.type === 'paragraph') && linesOf(plainText(flesh), 30, 1100) <= 2
}
