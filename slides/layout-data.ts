/** Data: one number as large as the slide allows, or a few side by side, each with what it counts. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PhrasingContent } from 'mdast'
import type { Flesh } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { plainText } from '../course/plain-text.ts'
import { type Count, numbersOf } from '../course/slide-parts.ts'
import { plainBody } from './layout-text.ts'
import { sizedBox, textBox } from './text-box.ts'
import { type TextSize, textSizeFor } from './text-size.ts'

/** A table, or anything else that is no number, takes the whole slide. */
export function dataBody(flesh: Flesh, height: number, rendering: Rendering): ElementContent[] {
  const found = numbersOf(flesh)
  if (!found) return plainBody(flesh, height, rendering)
  const { numbers, before, after } = found
  return [
    ...(before.length > 0 ? [textBox(before, 'data-lead', { width: 1100, height: 90, largest: 31 }, rendering)] : []),
    numbers.length === 1 ? oneNumber(numbers, rendering) : severalNumbers(numbers, rendering),
    ...(after.length > 0 ? [textBox(after, 'data-after', { width: 1100, height: 110, largest: 28 }, rendering)] : []),
  ]
}

/** Mean width of a figure or letter at the size of a number, as part of the size. */
const SIGN = 0.54

function oneNumber([one]: Count[], rendering: Rendering): Element {
  if (!one) return h('div.data-number')
  return h('div.data-one', [numberAt(one.number, Math.min(190, fitting(one.number, 1100)), rendering), said(one, 40, 900, rendering)])
}

function severalNumbers(numbers: Count[], rendering: Rendering): Element {
  const width = 1120 / numbers.length - 44
  const size = Math.min(120, ...numbers.map(({ number }) => fitting(number, width)))
  const text = Math.min(...numbers.map(({ text }) => textSizeFor(paragraph(text), width, 190, 34))) as TextSize
  return h(
    'ul.data-several',
    numbers.map((one) => h('li', [numberAt(one.number, size, rendering), said(one, text, width, rendering)])),
  )
}

function fitting(number: PhrasingContent[], width: number): number {
  return Math.floor(width / (Math.max(1, plainText(paragraph(number)).length) * SIGN))
}

function numberAt(number: PhrasingContent[], size: number, rendering: Rendering): Element {
  return h('p.data-number', { style: `font-size:${size}px` }, fleshToHast(number as Flesh, rendering))
}

function said({ text }: Count, size: TextSize, width: number, rendering: Rendering): ElementContent {
  return sizedBox(paragraph(text), 'data-text', Math.min(size, textSizeFor(paragraph(text), width, 200)) as TextSize, rendering)
}

function paragraph(children: PhrasingContent[]): Flesh {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}
