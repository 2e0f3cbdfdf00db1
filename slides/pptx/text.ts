/** Markup of a slide -> text as PowerPoint has it: paragraphs of runs, levels of lists, tables. */
import type { Element, ElementContent } from 'hast'
import { find, findAll, hasClass, textOf } from '../markup.ts'
import type { Colour } from './look.ts'

/** A stretch of text set alike. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  struck?: boolean
  code?: boolean
  /** Set small above the line. */
  raised?: boolean
  colour?: Colour
  /** px, where it is not that of its paragraph. */
  size?: number
  /** `#<id>` of a slide, or an address. */
  link?: string
  /** Begins a new line of the same paragraph. */
  newLine?: boolean
}

export interface Paragraph {
  runs: Run[]
  list?: 'bullet' | 'number'
  /** Depth of the list, from 0. */
  level: number
  /** The number of the first item of its list. */
  start?: number
  /** px, where it is not that of the text around it. */
  size?: number
  /** px above it, where it is not that of the text around it. */
  space?: number
}

/** A cell's text. */
export type Cell = Run[]

export type FlowPart = { kind: 'text'; paragraphs: Paragraph[] } | { kind: 'table'; head: Cell[]; rows: Cell[][] }

/** How the text around is set. */
type Setting = Omit<Run, 'text'>

/** Paragraphs and tables in reading order. Drawings are no text and left out. */
export function flowOf(nodes: readonly ElementContent[], setting: Setting = {}): FlowPart[] {
  const flow: FlowPart[] = []
  for (const part of nodes.flatMap((node) => partsOf(node, setting))) {
    const last = flow.at(-1)
    if (part.kind === 'text' && last?.kind === 'text') last.paragraphs.push(...part.paragraphs)
    else flow.push(part)
  }
  return flow
}

/** The same where no table can stand: its rows become paragraphs. */
export function paragraphsOf(nodes: readonly ElementContent[], setting: Setting = {}): Paragraph[] {
  return flowOf(nodes, setting).flatMap((part) =>
    part.kind === 'text' ? part.paragraphs : [part.head, ...part.rows].map((cells) => ({ runs: joined(cells), level: 0 })),
  )
}

/** Inline content as runs; white space as in HTML. */
export function runsOf(nodes: readonly ElementContent[], setting: Setting = {}): Run[] {
  return trimmed(nodes.flatMap((node) => inlineRuns(node, setting)))
}

const text = (paragraphs: Paragraph[]): FlowPart[] =>
  paragraphs.length === 0 ? [] : [{ kind: 'text', paragraphs: paragraphs.filter(({ runs }) => runs.length > 0) }]

function partsOf(node: ElementContent, setting: Setting): FlowPart[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : text([{ runs: runsOf([node], setting), level: 0 }])
  if (node.type !== 'element' || hasClass(node, 'visually-hidden')) return []
  const children = node.children as ElementContent[]
  switch (node.tagName) {
    case 'svg':
    case 'img':
    case 'hr':
      return []
    case 'ul':
    case 'ol':
      return text(itemsOf(node, 0, setting))
    case 'table':
      return [tableOf(node)]
    case 'blockquote':
      return flowOf(children, { ...setting, italic: true })
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return text([{ runs: runsOf(children, { ...setting, bold: true, colour: 'brand' }), level: 0 }])
    case 'figcaption':
      return text([{ runs: runsOf(children, { ...setting, colour: 'textSoft' }), level: 0 }])
    case 'p':
    case 'pre':
    case 'dt':
    case 'dd':
      return text([{ runs: runsOf(children, { ...setting, ...labelled(node) }), level: 0, ...sized(node) }])
    default:
      return children.some(isBlock) ? flowOf(children, setting) : text([{ runs: runsOf([node], setting), level: 0 }])
  }
}

function labelled(node: Element): Setting {
  if (hasClass(node, 'piece-label')) return { bold: true, colour: 'accent' }
  if (hasClass(node, 'objectives-lead')) return { bold: true, colour: 'textSoft' }
  if (hasClass(node, 'imprint-disclaimer')) return { colour: 'textSoft' }
  return hasClass(node, 'piece-title') ? { bold: true } : {}
}

function sized(node: Element): { size?: number } {
  if (hasClass(node, 'objectives-lead')) return { size: 22 }
  return hasClass(node, 'imprint-disclaimer') ? { size: 20 } : {}
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && /^(p|ul|ol|li|dl|dt|dd|div|blockquote|figure|figcaption|table|pre|h[1-6])$/.test(node.tagName)
}

/** Items of a list and of the lists in them; what else an item holds goes on in a new line of it. */
function itemsOf(list: Element, level: number, setting: Setting): Paragraph[] {
  const kind = list.tagName === 'ol' ? 'number' : 'bullet'
  const start = typeof list.properties.start === 'number' ? list.properties.start : undefined
  const items = (list.children as ElementContent[]).filter((child) => child.type === 'element')
  return items.flatMap((item) => {
    const lists = (item.children as ElementContent[]).filter(isList)
    const own = (item.children as ElementContent[]).filter((child) => !isList(child))
    const lines = own.some(isBlock) ? paragraphsOf(own, setting).map(({ runs }) => runs) : [runsOf(own, setting)]
    const runs = lines.filter((line) => line.length > 0).flatMap((line, index) => (index === 0 ? line : onNewLine(line)))
    const paragraph: Paragraph = { runs, list: kind, level, ...(start === undefined ? {} : { start }) }
    return [paragraph, ...lists.flatMap((inner) => itemsOf(inner, level + 1, setting))]
  })
}

function isList(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol')
}

function onNewLine([first, ...rest]: Run[]): Run[] {
  return first ? [{ ...first, newLine: true }, ...rest] : []
}

function tableOf(table: Element): FlowPart {
  const cells = (row: Element): Cell[] =>
    findAll(row.children as ElementContent[], ({ tagName }) => tagName === 'th' || tagName === 'td').map((cell) =>
      runsOf(cell.children as ElementContent[]),
    )
  const head = find(table.children as ElementContent[], ({ tagName }) => tagName === 'thead')
  const rows = findAll(table.children as ElementContent[], ({ tagName }) => tagName === 'tbody').flatMap((body) =>
    findAll(body.children as ElementContent[], ({ tagName }) => tagName === 'tr'),
  )
  return { kind: 'table', head: head ? cells(head) : [], rows: rows.map(cells) }
}

function joined(cells: Cell[]): Run[] {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [{ text: ' | ' }, ...cell]))
}

// ---- inline -----------------------------------------------------------------------------------------------------

const MARKS: Readonly<Record<string, Setting>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italic: true },
  i: { italic: true },
  del: { struck: true },
  code: { code: true },
  sup: { raised: true },
}

function inlineRuns(node: ElementContent, setting: Setting): Run[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ ...setting, text: node.value.replace(/[ \t\r\n]+/g, ' ') }]
  if (node.type !== 'element' || hasClass(node, 'visually-hidden')) return []
  if (node.tagName === 'br') return [{ ...setting, text: '', newLine: true }]
  if (node.tagName === 'svg' || node.tagName === 'img') return []
  if (hasClass(node, 'check')) return [{ ...setting, text: hasClass(node, 'check-yes') ? '☑' : '☐' }]
  const { href } = node.properties
  const inside = { ...setting, ...MARKS[node.tagName], ...(typeof href === 'string' ? { link: href } : {}), ...marked(node) }
  return (node.children as ElementContent[]).flatMap((child) => inlineRuns(child, inside))
}

function marked(node: Element): Setting {
  if (hasClass(node, 'figure-number')) return { bold: true, colour: 'brand' }
  if (hasClass(node, 'slide-sources-label')) return { bold: true }
  // numbers of the sources line; in notes a citation is written out
  return hasClass(node, 'citation') && /^[\d,\s]+$/.test(textOf(node)) ? { raised: true, colour: 'accent' } : {}
}

/** No blank at the start or end of a line, and none after another. */
function trimmed(runs: Run[]): Run[] {
  const made: Run[] = []
  let blank = true
  for (const run of runs) {
    if (run.newLine) blank = true
    const value: string = blank ? run.text.replace(/^ /, '') : run.text
    if (value === '' && !run.newLine) continue
    made.push({ ...run, text: value })
    if (value !== '') blank = value.endsWith(' ')
  }
  const last = made.at(-1)
  if (last) last.text = last.text.trimEnd()
  return made.filter(({ text: value, newLine }) => value !== '' || newLine)
}
