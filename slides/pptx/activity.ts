/** The slide of an activity for PowerPoint: facts at the side, purpose, and the steps as a table. */
import type { Element, ElementContent } from 'hast'
import { findAll, findClass, hasClass } from '../markup.ts'
import { linesOf, textSizes } from '../text-size.ts'
import {
  cellText,
  contentOf,
  type Frame,
  factsIn,
  footOf,
  heightOf,
  lineInto,
  type Shown,
  sourcesOf,
  textObject,
  titleHeight,
} from './fill.ts'
import { BODY_END, type Box, type Placeholder, placeholderOf } from './layouts.ts'
import type { SlideObject } from './model.ts'
import { type Cell, type Paragraph, paragraphsOf, type Run, runsOf } from './text.ts'

const PURPOSE = 23
const LARGEST_STEP = 28

/** An activity, or the part of it that one slide shows. */
export function activityPage(frame: Frame): Shown {
  const sources = sourcesOf('activity', frame)
  const title = lineInto('activity', 'Title', contentOf(frame, 'slide-title'))
  const titlePlace = placeholderOf('activity', 'Title') as Placeholder
  const height = titleHeight(title[0], titlePlace)
  const { x, width } = (placeholderOf('activity', 'Steps') as Placeholder).box
  const y = titlePlace.box.y + height + 14
  const purpose = findClass(frame, 'activity-purpose')
  const purposeText = paragraphsOf(purpose ? [purpose] : [])
  const purposeHeight = purposeText.length > 0 ? heightOf([{ kind: 'text', paragraphs: purposeText }], PURPOSE, width) : 0
  const top = y + purposeHeight + 6
  const end = sources.length > 0 ? BODY_END.aboveSources : 648
  return {
    layout: 'activity',
    objects: [
      ...title.map((object): SlideObject => (object.kind === 'text' ? { ...object, box: { ...titlePlace.box, height } } : object)),
      ...lineInto('activity', 'Label', contentOf(frame, 'activity-label')),
      ...lineInto('activity', 'Minutes', contentOf(frame, 'activity-minutes')),
      ...textObject('Facts', factBlocks(findClass(frame, 'activity-facts')), 22, 0),
      ...textObject('Text', purposeText, PURPOSE, PURPOSE * 0.3, { x, y, width, height: purposeHeight }),
      ...stepsTable(findClass(frame, 'steps'), { x, y: top, width, height: end - top }),
      ...sources,
      ...footOf('activity', frame).filter(({ name }) => name !== 'Sources'),
    ],
  }
}

/** Steps as a table in the largest size that fits: number, what to do, minutes. */
function stepsTable(list: Element | null, room: Box): SlideObject[] {
  const steps = findAll(list ? [list] : [], (node) => hasClass(node, 'step'))
  if (steps.length === 0) return []
  const start = typeof list?.properties.start === 'number' ? list.properties.start : 1
  const rows = steps.map((step, index): Cell[] => {
    const minutes = findAll([step], (node) => hasClass(node, 'step-minutes'))
    const number = { text: String(start + index), bold: true, colour: 'accent' } as const
    return [[number], cellOf(findClass([step], 'step-text')), runsOf(minutes, { colour: 'textSoft' })]
  })
  const set = textSizes.filter((size) => size <= LARGEST_STEP).map((size) => setRows(rows, size, room))
  const { size, widths, heights, height } = set.find((one) => one.height <= room.height) ?? (set.at(-1) as SetRows)
  return [{ kind: 'table', name: 'Steps', box: { ...room, height }, head: [], rows, size, widths, heights }]
}

interface SetRows {
  size: number
  widths: number[]
  heights: number[]
  height: number
}

/** Steps at a size: how wide their columns and how high their rows are, by estimate. */
function setRows(rows: Cell[][], size: number, { width }: Box): SetRows {
  const longest = (column: number): number => Math.max(...rows.map((row) => cellText(row[column] ?? []).length)) * size * 0.58 + 24
  const [number, minutes] = [longest(0), longest(2)]
  const text = width - number - minutes
  const heights = rows.map((row) => linesOf(cellText(row[1] ?? []), size * 1.03, text - 16) * size * 1.2 + size * 0.6)
  return { size, widths: [number, text, minutes], heights, height: heights.reduce((sum, height) => sum + height, 0) }
}

/**
 * The name of a fact, and under it what it is. A worksheet is reached by its number: LibreOffice breaks lines of a link anywhere, inside
 * words too, and the number keeps to one line.
 */
function factBlocks(list: Element | null): Paragraph[] {
  return (list ? factsIn(list) : []).flatMap(([name, value]) => {
    const runs = runsOf([value], { bold: true })
    const link = runs.find((run) => run.link)?.link
    return [
      { runs: runsOf([name], { colour: 'textSoft', ...(link ? { link } : {}) }), level: 0, size: 20, space: 14 },
      { runs: runs.map(({ link: _, ...run }): Run => run), level: 0 },
    ]
  })
}

function cellOf(element: Element | null): Cell {
  const paragraphs = paragraphsOf(element ? (element.children as ElementContent[]) : [])
  return paragraphs.flatMap(({ runs, list }, index) => {
    const line: Run[] = list ? [{ text: '– ' }, ...runs] : runs
    return index === 0 ? line : line.map((run, place) => (place === 0 ? { ...run, newLine: true } : run))
  })
}
