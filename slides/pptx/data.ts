/** Data for PowerPoint: one number as large as the slide allows, a few side by side, or a table. */
import type { Element, ElementContent } from 'hast'
import { findClass } from '../markup.ts'
import type { TextSize } from '../text-size.ts'
import {
  asideOf,
  boxesOf,
  cellText,
  contentOf,
  type Frame,
  footOf,
  headOf,
  heightOf,
  inTheMiddle,
  type Shown,
  type Storey,
  sizeInBox,
  sizeOfFlow,
  sourcesOf,
  stacked,
  textObject,
} from './fill.ts'
import { BODY_END, BODY_TOP, columnsAcross, NUMBER_GAP, type Place } from './layouts.ts'
import { flowOf, type Paragraph, paragraphsOf, type Run, runsOf } from './text.ts'

/** Null where the slide shows neither numbers nor a table alone. */
export function dataPage(frame: Frame): Shown | null {
  const one = findClass(frame, 'data-one')
  if (one) return numbersPage('data', oneNumber(one), frame)
  const several = findClass(frame, 'data-several')
  return several ? numbersPage('numbers', numbersBeside(several), frame) : tablePage(frame)
}

function numbersPage(layout: 'data' | 'numbers', numbers: Storey, frame: Frame): Shown {
  const storeys = [...asideOf('Lead', boxesOf(frame, 'data-lead')), numbers, ...asideOf('After', boxesOf(frame, 'data-after'))]
  return { layout, objects: [...headOf(layout, frame), ...inTheMiddle(storeys, frame), ...footOf(layout, frame)] }
}

function tablePage(frame: Frame): Shown | null {
  const flow = flowOf(contentOf(frame, 'slide-body'))
  if (flow.length !== 1 || flow[0]?.kind !== 'table') return null
  const end = sourcesOf('table', frame).length > 0 ? BODY_END.aboveSources : BODY_END.plain
  const at = { x: 80, y: BODY_TOP, width: 1120, height: end - BODY_TOP }
  const table = stacked(flow, { name: 'Text', at, size: sizeOfFlow(flow, at.width, at.height) })
  return { layout: 'table', objects: [...headOf('table', frame), ...table, ...footOf('table', frame)] }
}

/** Mean width of a bold figure or letter of Arial, and the height of its line, as parts of the size. */
const SIGN = 0.6
const LINE = 1.24

function oneNumber(one: Element): Storey {
  const { number, text } = countOf(one)
  const size = Math.min(190, fitting(number, 1120))
  const textSize = sizeInBox(text, { width: 900, height: 200, largest: 40 })
  const below = size * LINE + 6
  const textHeight = heightOf([{ kind: 'text', paragraphs: text }], textSize, 900)
  return {
    height: below + textHeight,
    at: (y) => [
      ...numberObject('Number', number, size, { x: 80, y, width: 1120 }),
      ...textObject('Text', text, textSize, 0, { x: 80, y: y + below, width: 900, height: textHeight }),
    ],
  }
}

function numbersBeside(list: Element): Storey {
  const counts = (list.children as ElementContent[]).filter((child) => child.type === 'element').map(countOf)
  const columns = columnsAcross(counts.length, NUMBER_GAP)
  const width = columns[0]?.width ?? 0
  const size = Math.min(120, ...counts.map(({ number }) => fitting(number, width)))
  const textSize = Math.min(...counts.map(({ text }) => sizeInBox(text, { width, height: 190, largest: 34 }))) as TextSize
  const textHeight = Math.max(...counts.map(({ text }) => heightOf([{ kind: 'text', paragraphs: text }], textSize, width)))
  const [toNumber, toText] = [20, 20 + size * LINE + 6]
  return {
    height: toText + textHeight,
    at: (y) =>
      counts.flatMap(({ number, text }, index) => {
        const place = (index + 1) as Place
        const across = columns[index] as { x: number; width: number }
        return [
          { kind: 'bar', name: 'Bar', box: { ...across, y, height: 3 }, colour: 'brand' } as const,
          ...numberObject(`Number ${place}`, number, size, { ...across, y: y + toNumber }),
          ...textObject(`Text ${place}`, text, textSize, 0, { ...across, y: y + toText, height: textHeight }),
        ]
      }),
  }
}

/** A number and what it counts. */
function countOf(element: Element): { number: Run[]; text: Paragraph[] } {
  return { number: runsOf(contentOf([element], 'data-number')), text: paragraphsOf(boxesOf([element], 'data-text')) }
}

/** The size at which the number, without the marks of its sources, takes one line of this width. */
function fitting(number: Run[], width: number): number {
  const signs = cellText(number.filter(({ raised }) => !raised)).length
  return Math.floor((width * 0.98 - number.filter(({ raised }) => raised).length * 36) / (Math.max(1, signs) * SIGN))
}

function numberObject(name: 'Number' | `Number ${Place}`, number: Run[], size: number, at: { x: number; y: number; width: number }) {
  const runs = number.map((run): Run => (run.raised ? { ...run, size: Math.max(34, size * 0.35) } : run))
  return textObject(name, [{ runs, level: 0 }], size, 0, { ...at, height: size * LINE })
}
