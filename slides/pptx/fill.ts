/** Filling the placeholders of a layout: which text goes where, in the largest size that fits by estimate. */
import type { Element, ElementContent } from 'hast'
import type { Flesh } from '../../course/course.ts'
import { findAll, findClass, hasClass } from '../markup.ts'
import { heightFor, linesOf, rowsFor, type TextSize, textSizeFor, textSizes } from '../text-size.ts'
import { BODY_END, BODY_TOP, type Box, type LayoutName, type PartName, type Placeholder, placeholderOf } from './layouts.ts'
import { WIDER } from './look.ts'
import type { SlideObject } from './model.ts'
import { type Cell, type FlowPart, type Paragraph, paragraphsOf, runsOf } from './text.ts'

/** What the frame of a slide holds. */
export type Frame = readonly ElementContent[]
export interface Shown {
  layout: LayoutName
  objects: SlideObject[]
}

/** Title and the short line over it. */
export function headOf(layout: LayoutName, frame: Frame): SlideObject[] {
  return [...lineInto(layout, 'Title', contentOf(frame, 'slide-title')), ...lineInto(layout, 'Over', contentOf(frame, 'slide-over'))]
}

/** The foot of a slide: sources, and where in the course one is. None on the title slide. */
export function footOf(layout: LayoutName, frame: Frame): SlideObject[] {
  const foot = findClass(frame, 'slide-foot')
  if (!foot) return []
  const number = contentOf([foot], 'slide-foot-number')
  const runs = [...runsOf(number, { bold: true }), ...(number.length > 0 ? [{ text: '\u2002' }] : [])]
  const where = [...runs, ...runsOf(contentOf([foot], 'slide-foot-title'))]
  return [...sourcesOf(layout, frame), ...textObject('Foot', [{ runs: where, level: 0 }], 20, 0)]
}

/** The works cited on the slide, one line. */
export function sourcesOf(layout: LayoutName, frame: Frame): SlideObject[] {
  const line = findClass(frame, 'slide-sources')
  return line ? lineInto(layout, 'Sources', line.children as ElementContent[]) : []
}

/** What stands in the first element of this class; nothing where there is none. */
export function contentOf(frame: Frame, className: string): ElementContent[] {
  return (findClass(frame, className)?.children ?? []) as ElementContent[]
}

/** The elements of this class, themselves and not what stands in them: words beside marks of sources stay one paragraph. */
export function boxesOf(frame: Frame, className: string): Element[] {
  return findAll(frame, (node) => hasClass(node, className))
}

/** A placeholder of one paragraph, set smaller where it would not fit. */
export function lineInto(layout: LayoutName, name: PartName, content: ElementContent[]): SlideObject[] {
  const runs = runsOf(content)
  if (runs.length === 0) return []
  const placeholder = placeholderOf(layout, name) as Placeholder
  return textObject(name, [{ runs, level: 0 }], sizeFor(plain([{ runs, level: 0 }]), placeholder), 0)
}

/** A placeholder of these paragraphs at this size; nothing where none has text. */
export function textObject(name: PartName, paragraphs: Paragraph[], size: number, space: number, at?: Box): SlideObject[] {
  const filled = paragraphs.filter(({ runs }) => runs.length > 0)
  return filled.length === 0 ? [] : [{ kind: 'text', name, paragraphs: filled, size, space, ...(at ? { box: at } : {}) }]
}

/** How much wider bold letters, and those of large sentences, run than what text-size.ts estimates for. */
const BOLD = WIDER * 1.12
const SENTENCE = WIDER * 1.26
/** Lines of a title, as part of its size. */
const TITLE_LEADING = 1.2

/** Shares of its own size that a line may be set at. */
const SMALLER = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.35]

function sizeFor(text: string, { box, size, bold, sentence }: Placeholder): number {
  const fits = (px: number): boolean => {
    const width = px * (sentence ? SENTENCE : bold ? BOLD : WIDER)
    return linesOf(text, width, box.width * 0.97) * px * TITLE_LEADING <= box.height && wordsStayWhole(text, width, box.width)
  }
  return Math.round(size * (SMALLER.find((share) => fits(size * share)) ?? 0.3))
}

/** False where a word that is wider than its box would be broken. */
function wordsStayWhole(text: string, size: number, width: number): boolean {
  const longest = Math.max(...text.split(/\s+/).map((word) => word.length))
  return linesOf('x'.repeat(longest), size * 1.15, width) === 1
}

interface Filling {
  largest?: TextSize
  /** Sources stand below. */
  above?: boolean
  /** A short list with room between its items. */
  rows?: boolean
}

/** A placeholder of text and tables, in the largest size that fits. */
export function flowInto(layout: LayoutName, name: PartName, flow: FlowPart[], { largest, above, rows }: Filling): SlideObject[] {
  const { box } = placeholderOf(layout, name) as Placeholder
  const height = above ? Math.min(box.height, BODY_END.aboveSources - box.y) : box.height
  const at = { ...box, height }
  if (rows) {
    const { size, space } = rowsFor(fleshOf(flow), box.width / WIDER, height)
    return stacked(flow, { name, at, size, space: Math.min(56, space * 2), moved: above })
  }
  return stacked(flow, { name, at, size: sizeOfFlow(flow, box.width, height, largest), moved: above })
}

interface Stack {
  name: PartName | 'More text'
  at: Box
  size: TextSize
  /** px between paragraphs. */
  space?: number
  /** True where the box is not the placeholder's. */
  moved?: boolean
}

/** Text and tables one under the other; the first text fills the placeholder. */
export function stacked(flow: FlowPart[], { name, at, size, space = size * 0.5, moved }: Stack): SlideObject[] {
  const [only] = flow
  if (flow.length === 1 && only?.kind === 'text') {
    return [{ kind: 'text', name, paragraphs: only.paragraphs, size, space, ...(moved ? { box: at } : {}) }]
  }
  let y = at.y
  return flow.map((part, index): SlideObject => {
    const height = heightOf([part], size, at.width)
    const box = { ...at, y, height }
    y += height + size * 0.4
    if (part.kind === 'table') return tableObject(part, box, size)
    return { kind: 'text', name: index === 0 ? name : 'More text', paragraphs: part.paragraphs, size, space, box }
  })
}

function tableObject({ head, rows }: Extract<FlowPart, { kind: 'table' }>, box: Box, size: number): SlideObject {
  const all = head.length > 0 ? [head, ...rows] : rows
  const widths = columnWidths(all, box.width)
  const heights = all.map((row) => {
    const lines = row.map((cell, index) => linesOf(cellText(cell), size * WIDER, (widths[index] ?? 1) - 24))
    return Math.max(1, ...lines) * size * 1.28 + size * 0.6
  })
  return { kind: 'table', name: 'Table', box, head, rows, size, widths, heights }
}

/** By what stands in them, none under half an equal share. */
function columnWidths(rows: Cell[][], width: number): number[] {
  const count = Math.max(...rows.map((row) => row.length))
  const longest = Array.from({ length: count }, (_, column) => Math.max(4, ...rows.map((row) => cellText(row[column] ?? []).length)))
  const weights = longest.map((signs) => Math.sqrt(signs))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => width * (0.5 / count + (0.5 * weight) / all))
}

/** The largest text size at which text and tables fit into a box. */
export function sizeOfFlow(flow: FlowPart[], width: number, height: number, largest: TextSize = 37): TextSize {
  return textSizeFor(fleshOf(flow), width / WIDER, height, largest)
}

/** Room for text in px; it gets no larger than `largest`. */
export interface Room {
  width: number
  height: number
  largest?: TextSize
}

/** The largest text size at which paragraphs fit into a box and no word of theirs is broken. */
export function sizeInBox(paragraphs: Paragraph[], { width, height, largest = 37 }: Room): TextSize {
  const fits = (size: TextSize): boolean =>
    heightOf([{ kind: 'text', paragraphs }], size, width) <= height && wordsStayWhole(plain(paragraphs), size * WIDER, width)
  return textSizes.find((size) => size <= largest && fits(size)) ?? (textSizes.at(-1) as TextSize)
}

/** px that text and tables take at this size. */
export function heightOf(flow: FlowPart[], size: number, width: number): number {
  return heightFor(fleshOf(flow), size, width / WIDER)
}

/** Text as the blocks that text-size.ts measures. */
function fleshOf(flow: FlowPart[]): Flesh {
  return flow.flatMap((part): Flesh => {
    if (part.kind === 'table') return [tableFlesh(part)]
    return part.paragraphs.map(({ runs, list }) => {
      const paragraph = fleshOfCell(runs)[0] as Flesh[number]
      return list ? ({ type: 'list', children: [{ type: 'listItem', children: [paragraph] }] } as Flesh[number]) : paragraph
    })
  })
}

/** A cell as the block that text-size.ts measures. */
function fleshOfCell(cell: Cell): Flesh {
  return [{ type: 'paragraph', children: [{ type: 'text', value: cellText(cell) }] }]
}

function tableFlesh({ head, rows }: Extract<FlowPart, { kind: 'table' }>): Flesh[number] {
  const row = (cells: Cell[]) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [{ type: 'text', value: cellText(cell) }] })),
  })
  return { type: 'table', children: [...(head.length > 0 ? [head] : []), ...rows].map(row) } as Flesh[number]
}

/** The text of a cell or a paragraph without markup. */
export function cellText(cell: Cell): string {
  return cell.map(({ text }) => text).join('')
}

/** The text of paragraphs without markup. */
export function plain(paragraphs: Paragraph[]): string {
  return paragraphs.map(({ runs }) => cellText(runs)).join(' ')
}

/** px that a title takes at the size it is set. */
export function titleHeight(title: SlideObject | undefined, { box, sentence }: Placeholder): number {
  if (title?.kind !== 'text') return 0
  const width = title.size * (sentence ? SENTENCE : BOLD)
  return linesOf(plain(title.paragraphs), width, box.width * 0.97) * title.size * TITLE_LEADING
}

/** What stands across the slide, one under the other. */
export interface Storey {
  height: number
  /** Drawn with its top here. */
  at(y: number): SlideObject[]
}

const BETWEEN_STOREYS = 40

/** Storeys in the middle between the title and what stands at the foot; closer together where room is short. */
export function inTheMiddle(storeys: Storey[], frame: Frame): SlideObject[] {
  const end = findClass(frame, 'slide-sources') ? BODY_END.aboveSources : BODY_END.plain
  const filled = storeys.reduce((sum, { height }) => sum + height, 0)
  const left = end - BODY_TOP - filled
  const gap = Math.max(4, Math.min(BETWEEN_STOREYS, left / Math.max(1, storeys.length - 1)))
  let y = Math.round(BODY_TOP + Math.max(0, (left - gap * (storeys.length - 1)) * 0.45))
  return storeys.flatMap((storey) => {
    const objects = storey.at(y)
    y += Math.round(storey.height + gap)
    return objects
  })
}

/** A line or two before or after what a slide is about. */
export function asideOf(name: 'Lead' | 'After', content: ElementContent[]): Storey[] {
  const paragraphs = paragraphsOf(content)
  if (paragraphs.length === 0) return []
  const size = sizeInBox(paragraphs, { width: 1100, height: 90, largest: name === 'Lead' ? 31 : 28 })
  const height = heightOf([{ kind: 'text', paragraphs }], size, 1100)
  return [{ height, at: (y) => textObject(name, paragraphs, size, size * 0.3, { x: 80, y, width: 1100, height }) }]
}

/** Names and values of a list of facts. */
export function factsIn(list: Element): [ElementContent, ElementContent][] {
  const names = findAll(list.children as ElementContent[], ({ tagName }) => tagName === 'dt')
  const values = findAll(list.children as ElementContent[], ({ tagName }) => tagName === 'dd')
  return names.flatMap((name, index) => (values[index] ? [[name, values[index]]] : []))
}
