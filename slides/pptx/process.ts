/** A process for PowerPoint: its steps in a row or two, each a numbered disc with its text, arrows from one to the next. */
import type { Element, ElementContent } from 'hast'
import { findClass } from '../markup.ts'
import type { TextSize } from '../text-size.ts'
import {
  asideOf,
  boxesOf,
  type Frame,
  footOf,
  headOf,
  heightOf,
  inTheMiddle,
  type Shown,
  type Storey,
  sizeInBox,
  textObject,
} from './fill.ts'
import { columnsAcross, layoutOf, type Place, STEP_DISC, STEP_GAP, STEP_TEXT } from './layouts.ts'
import type { SlideObject } from './model.ts'
import { type Paragraph, paragraphsOf, type Run } from './text.ts'

/** As many steps as stand in one row. */
const MOST_IN_A_ROW = layoutOf('process').placeholders.filter(({ name }) => name.startsWith('Step ')).length
/** px for the text of a step where it has one row, and where there are two. */
const ROOM = [250, 96] as const

/** Null for a list that the deck shows as a list. */
export function processPage(frame: Frame): Shown | null {
  const list = findClass(frame, 'process')
  if (!list) return null
  const storeys = [
    ...asideOf('Lead', boxesOf(frame, 'process-lead')),
    ...rowsOf(stepsIn(list)),
    ...asideOf('After', boxesOf(frame, 'process-after')),
  ]
  const layout = stepsIn(list).length > MOST_IN_A_ROW ? 'processRows' : 'process'
  return { layout, objects: [...headOf(layout, frame), ...inTheMiddle(storeys, frame), ...footOf(layout, frame)] }
}

function stepsIn(list: Element): Paragraph[][] {
  return (list.children as ElementContent[])
    .filter((child) => child.type === 'element')
    .map((item) => paragraphsOf(boxesOf([item], 'process-text')).map((paragraph) => ({ ...paragraph, runs: boldApart(paragraph.runs) })))
}

/** Words in bold stand in a line of their own, as they do in the deck. */
function boldApart(runs: Run[]): Run[] {
  return runs.map((run, index): Run => {
    const before = runs[index - 1]
    const coloured: Run = run.bold ? { ...run, colour: 'brand' } : run
    const apart = before !== undefined && !run.raised && Boolean(before.bold) !== Boolean(run.bold)
    return apart ? { ...coloured, text: run.text.trimStart(), newLine: true } : coloured
  })
}

function rowsOf(steps: Paragraph[][]): Storey[] {
  const rows = steps.length > MOST_IN_A_ROW ? 2 : 1
  const across = Math.ceil(steps.length / rows)
  const columns = columnsAcross(across, STEP_GAP)
  const width = columns[0]?.width ?? 0
  const room = { width, height: ROOM[rows - 1] as number, largest: 34 } as const
  const size = Math.min(...steps.map((step) => sizeInBox(byLine(step), room))) as TextSize
  return Array.from({ length: rows }, (_, row) => {
    const own = steps.slice(row * across, (row + 1) * across)
    const textHeight = Math.max(...own.map((step) => heightOf([{ kind: 'text', paragraphs: byLine(step) }], size, width)))
    return {
      height: STEP_TEXT + textHeight,
      at: (y) =>
        own.flatMap((step, column) => {
          const number = row * across + column + 1
          const box = { x: columns[column]?.x ?? 80, y, width, height: textHeight }
          return stepObjects(step, number as Place, { box, size, last: number === steps.length })
        }),
    }
  })
}

/** Every line of its own a paragraph, to be measured. */
function byLine(step: Paragraph[]): Paragraph[] {
  return step.flatMap(({ runs, ...rest }) => {
    const starts = runs.flatMap(({ newLine }, index) => (newLine || index === 0 ? [index] : []))
    return starts.map((start, index) => ({ ...rest, runs: runs.slice(start, starts[index + 1]) }))
  })
}

function stepObjects(
  step: Paragraph[],
  place: Place,
  { box, size, last }: { box: { x: number; y: number; width: number; height: number }; size: TextSize; last: boolean },
): SlideObject[] {
  const { x, y, width } = box
  const disc = { x, y, width: STEP_DISC, height: STEP_DISC }
  const toNext = { x: x + STEP_DISC + 8, y: y + STEP_DISC / 2 - 9, width: width + STEP_GAP - STEP_DISC - 16, height: 18 }
  return [
    { kind: 'disc', name: `Number ${place}`, box: disc, text: String(place), size: 28 },
    ...textObject(`Step ${place}`, step, size, size * 0.3, { ...box, y: y + STEP_TEXT }),
    ...(last ? [] : [{ kind: 'arrow', name: 'Arrow', box: toNext, colour: 'accent' } as const]),
  ]
}
