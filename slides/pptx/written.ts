/** A slide as its author wrote it, for PowerPoint, in the layout that the deck shows it in. */
import type { Element } from 'hast'
import { findAll, findClass, hasClass } from '../markup.ts'
import type { TextSize } from '../text-size.ts'
import { casePage } from './case.ts'
import { dataPage } from './data.ts'
import { figurePage, figuresIn } from './figure.ts'
import { type Frame, flowInto, footOf, headOf, heightOf, plain, type Shown, sizeOfFlow, sourcesOf, stacked, titleHeight } from './fill.ts'
import { BODY_END, BODY_TOP, type LayoutName, type PartName, type Placeholder, placeholderOf } from './layouts.ts'
import type { SlideObject } from './model.ts'
import { processPage } from './process.ts'
import { type FlowPart, flowOf, type Run } from './text.ts'

/** The slide in its layout; one of a cross-cutting theme has the theme's colour. */
export function writtenPage(written: string, frame: Frame, lens: boolean): Shown {
  const page = pageFor(written, frame)
  const bar: SlideObject[] =
    lens && page.layout !== 'question' ? [{ kind: 'bar', name: 'Bar', box: { x: 80, y: 0, width: 76, height: 12 }, colour: 'lens' }] : []
  const coloured = lens ? page.objects.map(inLensColour) : page.objects
  return { layout: page.layout, objects: [...bar, ...coloured] }
}

function inLensColour(object: SlideObject): SlideObject {
  if (object.kind !== 'text' || object.name !== 'Over') return object
  const paragraphs = object.paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map((run): Run => ({ ...run, colour: 'lens' })),
  }))
  return { ...object, paragraphs }
}

function pageFor(written: string, frame: Frame): Shown {
  if (figuresIn(frame).length > 0) return figurePage(frame)
  const columns = findAll(frame, (node) => hasClass(node, 'column'))
  if (columns.length > 0) return columnsPage(columns, frame)
  const own =
    written === 'case' ? casePage(frame) : written === 'data' ? dataPage(frame) : written === 'process' ? processPage(frame) : null
  if (own) return own
  if (written === 'question') return questionPage(frame)
  if (written === 'statement') return textPage('statement', frame)
  return textPage(written === 'section' ? 'part' : 'content', frame)
}

/** Title and text. */
export function textPage(layout: LayoutName, frame: Frame): Shown {
  const body = findClass(frame, 'slide-body')
  const sources = sourcesOf(layout, frame)
  const rows = body !== null && findClass([body], 'rows') !== null
  return {
    layout,
    objects: [
      ...headOf(layout, frame),
      ...flowInto(layout, 'Text', flowOf(body ? [body] : []), { above: sources.length > 0, rows }),
      ...footOf(layout, frame),
    ],
  }
}

/** The label stands on the title, however many lines that has. */
function questionPage(frame: Frame): Shown {
  const { layout, objects } = textPage('question', frame)
  const label = placeholderOf('question', 'Over') as Placeholder
  const title = placeholderOf('question', 'Title') as Placeholder
  const bottom = title.box.y + title.box.height
  const height = titleHeight(
    objects.find(({ name }) => name === 'Title'),
    title,
  )
  const y = Math.max(label.box.y, Math.round(bottom - height - label.box.height - 22))
  return {
    layout,
    objects: objects.map((object) => {
      if (object.kind !== 'text') return object
      if (object.name === 'Title') return { ...object, box: { ...title.box, y: bottom - height, height } }
      if (object.name !== 'Over') return object
      const width = Math.max(110, Math.round(plain(object.paragraphs).length * 22 * 0.58 + 30))
      return { ...object, box: { ...label.box, y, width } }
    }),
  }
}

function columnsPage(columns: Element[], frame: Frame): Shown {
  const sources = sourcesOf('twoColumns', frame)
  const lead = findClass(frame, 'before-columns')
  const before = flowOf(lead ? [lead] : [])
  const flows = columns.map((column) => withHead(flowOf([column])))
  const usual = before.length === 0 && columns.length === 2
  const layout = usual ? 'twoColumns' : 'content'
  const gap = 68
  const width = (1120 - gap * (columns.length - 1)) / columns.length
  const end = sources.length > 0 ? BODY_END.aboveSources : BODY_END.plain
  const beforeSize = sizeOfFlow(before, 1120, 120)
  const top = BODY_TOP + (before.length > 0 ? heightOf(before, beforeSize, 1120) + 12 : 0)
  // all columns in one size: the smallest of theirs
  const size = Math.min(...flows.map((flow) => sizeOfFlow(flow, width, end - top))) as TextSize
  const names: PartName[] = before.length > 0 ? ['Second text'] : ['Text', 'Second text']
  const placed = flows.flatMap((flow, index) => {
    const name = names[index] ?? 'More text'
    const at = { x: 80 + index * (width + gap), y: top, width, height: end - top }
    return stacked(flow, { name, at, size, ...(usual && sources.length === 0 ? {} : { moved: true }) })
  })
  return {
    layout,
    objects: [
      ...headOf(layout, frame),
      ...(before.length > 0
        ? stacked(before, { name: 'Text', at: { x: 80, y: BODY_TOP, width: 1120, height: top - BODY_TOP }, size: beforeSize, moved: true })
        : []),
      ...placed,
      ...footOf(layout, frame),
    ],
  }
}

/** The first line of a column, where it is no item, is its head. */
function withHead(flow: FlowPart[]): FlowPart[] {
  const [first, ...rest] = flow
  if (first?.kind !== 'text') return flow
  const [head, ...others] = first.paragraphs
  if (!head || head.list) return flow
  const runs = head.runs.map((run): Run => ({ colour: 'brand', ...run }))
  return [{ kind: 'text', paragraphs: [{ ...head, runs }, ...others] }, ...rest]
}
