/** The slide of an activity for PowerPoint: facts at the side, purpose, and the steps as a table. */
import type { Element, ElementContent } from 'hast'
import { findAll, findClass, hasClass } from './markup.ts'
import {
  cellText,
  contentOf,
  type Frame,
  factsIn,
  fleshOf,
  fleshOfCell,
  footOf,
  heightOf,
  lineInto,
  type Shown,
  sourcesOf,
  textObject,
  titleHeight,
} from './pptx-fill.ts'
import { BODY_END, type Placeholder, placeholderOf } from './pptx-layouts.ts'
import { WIDER } from './pptx-look.ts'
import type { SlideObject } from './pptx-model.ts'
import { type Cell, type Paragraph, paragraphsOf, type Run, runsOf } from './pptx-text.ts'
import { heightFor, stepsSizeFor } from './text-size.ts'

/** px of the column with the numbers of steps. */
const NUMBERS = 44

/** An activity, or the part of it that one slide shows. */
export function activityPage(frame: Frame): Shown {
  const sources = sourcesOf('activity', frame)
  const facts = findClass(frame, 'activity-facts')
  const purpose = findClass(frame, 'activity-purpose')
  const list = findClass(frame, 'steps')
  const steps = findAll(list ? [list] : [], (node) => hasClass(node, 'step'))
  const texts = steps.map((step) => cellOf(findClass([step], 'step-text')))
  const purposeText = paragraphsOf(purpose ? [purpose] : [])
  const end = sources.length > 0 ? BODY_END.aboveSources : BODY_END.plain
  const title = lineInto('activity', 'Title', contentOf(frame, 'slide-title'))
  const titlePlace = placeholderOf('activity', 'Title') as Placeholder
  const top = titlePlace.box.y + titleHeight(title[0], titlePlace) + 14
  const size = stepsSizeFor(fleshOf([{ kind: 'text', paragraphs: purposeText }]), texts.map(fleshOfCell), (end - top) / WIDER, 28)
  const purposeSize = Math.max(22, Math.round(size * 0.9))
  const { x, width } = (placeholderOf('activity', 'Steps') as Placeholder).box
  const purposeHeight = purposeText.length > 0 ? heightOf([{ kind: 'text', paragraphs: purposeText }], purposeSize, width) : 0
  const minutes = steps.map((step) =>
    runsOf(
      findAll([step], (node) => hasClass(node, 'step-minutes')),
      { colour: 'textSoft' },
    ),
  )
  const minutesWidth = Math.max(...minutes.map((cell) => cellText(cell).length), 0) * size * 0.58 + 24
  const textWidth = width - NUMBERS - minutesWidth
  const heights = texts.map((cell) => heightFor(fleshOfCell(cell), size, textWidth / WIDER) + size * 0.29)
  const start = typeof list?.properties.start === 'number' ? list.properties.start : 1
  const table: SlideObject = {
    kind: 'table',
    name: 'Steps',
    box: { x, y: top + purposeHeight + 6, width, height: heights.reduce((sum, height) => sum + height, 0) },
    head: [],
    rows: texts.map((cell, index) => [[{ text: String(start + index), bold: true, colour: 'accent' }], cell, minutes[index] ?? []]),
    size,
    widths: [NUMBERS, textWidth, minutesWidth],
    heights,
  }
  return {
    layout: 'activity',
    objects: [
      ...title,
      ...lineInto('activity', 'Label', contentOf(frame, 'activity-label')),
      ...lineInto('activity', 'Minutes', contentOf(frame, 'activity-minutes')),
      ...textObject('Facts', factBlocks(facts), 22, 0),
      ...textObject('Text', purposeText, purposeSize, purposeSize * 0.3, { x, y: top, width, height: purposeHeight }),
      ...(steps.length > 0 ? [table] : []),
      ...sources,
      ...footOf('activity', frame).filter(({ name }) => name !== 'Sources'),
    ],
  }
}

/** The name of a fact, and under it what it is. */
function factBlocks(list: Element | null): Paragraph[] {
  return (list ? factsIn(list) : []).flatMap(([name, value]) => [
    { runs: runsOf([name], { colour: 'textSoft' }), level: 0, size: 20, space: 14 },
    { runs: runsOf([value], { bold: true }), level: 0 },
  ])
}

function cellOf(element: Element | null): Cell {
  const paragraphs = paragraphsOf(element ? (element.children as ElementContent[]) : [])
  return paragraphs.flatMap(({ runs, list }, index) => {
    const line: Run[] = list ? [{ text: '– ' }, ...runs] : runs
    return index === 0 ? line : line.map((run, place) => (place === 0 ? { ...run, newLine: true } : run))
  })
}
