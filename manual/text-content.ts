/**
 * The content of a page as plain text with tags: what is left when pictures, styles and scripts are taken away. Figures are told by their
 * alt text, places to write by lines and brackets that survive being copied into a message.
 */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { textOf } from './page-parts.ts'

export interface PlainWriting {
  /** Whether an id is written; those that nothing leads to are not. */
  keepsId(id: string): boolean
  /** The address written for a link. */
  href(address: string): string
  /** Stands between the name of a fact and the fact. */
  colon: string
  /** Added to the level of headings. */
  deeper: number
}

/** Plain markup of a page's content: few tags, next to no attributes. */
export function plainContent(content: readonly ElementContent[], writing: PlainWriting): ElementContent[] {
  return content.flatMap((node) => (node.type === 'element' ? plainElement(node, writing) : node.type === 'text' ? [node] : []))
}

const LINE = '_'.repeat(28)
const BOX_LINES = 4

/** Spans that stand in running text; the others are set apart by the style sheet, here by a space. */
const IN_TEXT = new Set(['citation', 'term', 'reference', 'page-reference', 'figure-credit'])

/** Spans that say something about what stands before them. */
const BESIDE = new Set(['step-minutes', 'block-minutes', 'slide-minutes', 'quiz-verdict', 'unconfirmed', 'countries'])

function plainElement(element: Element, writing: PlainWriting): ElementContent[] {
  const classes = classesOf(element)
  const inside = (): ElementContent[] => plainContent(element.children, writing)
  const made = (tagName: string, more: Properties = {}): Element => h(tagName, { ...kept(element, writing), ...more }, inside())
  if (classes.includes('field-box')) return Array.from({ length: BOX_LINES }, () => h('p', LINE))
  if (classes.includes('field-line')) return [h('p', LINE)]
  if (classes.includes('field-scale')) return [h('p', scaleInWords(element))]
  if (/^(tick-box|quiz-box|check)$/.test(classes[0] ?? '')) return [text(mark(classes))]
  if (classes.includes('figure-missing')) return [h('p', { className: 'a' }, inside())]
  const heading = /^h([1-6])$/.exec(element.tagName)
  if (heading) return [made(`h${Math.min(Number(heading[1]) + writing.deeper, 6)}`)]
  switch (element.tagName) {
    case 'svg':
    case 'summary':
      return []
    case 'img':
      return element.properties.alt ? [h('p', { className: 'a' }, String(element.properties.alt))] : []
    case 'span':
    case 'i':
    case 'code':
      return plainSpan(element, classes, writing)
    case 'a':
      return [plainLink(element, writing)]
    case 'dl': {
      const facts = classes.includes('piece-facts')
      const lines = plainContent(element.children, { ...writing, colon: facts ? writing.colon : '' })
      return [h('dl', { ...kept(element, writing), ...(facts ? { className: 'k' } : {}) }, lines)]
    }
    case 'dt':
      return [h('dt', kept(element, writing), [...inside(), text(writing.colon)])]
    case 'ul':
    case 'ol':
      return [made(element.tagName, element.properties.role === 'list' && !classes.includes('piece-steps') ? { className: ['l'] } : {})]
    case 'li':
      return [h('li', kept(element, writing), inItsLine(element, writing))]
    case 'div':
    case 'section':
    case 'figure':
    case 'details':
      return plainBox(element, classes, writing)
    default:
      return [made(element.tagName, nameOf(classes))]
  }
}

/** An address of the web that is its own name is told by its host: the whole of it fills three lines of a phone. */
function plainLink(element: Element, writing: PlainWriting): Element {
  const address = String(element.properties.href ?? '')
  const name = /^https?:\/\/([^/]+)/.exec(address)?.[1]
  const content = name && textOf(element) === address ? [text(name)] : plainContent(element.children, writing)
  return h('a', { ...kept(element, writing), href: writing.href(address) }, content)
}

function plainSpan(element: Element, classes: readonly string[], writing: PlainWriting): ElementContent[] {
  const inside = plainContent(element.children, writing)
  const attributes = kept(element, writing)
  const content = Object.keys(attributes).length > 0 || element.tagName !== 'span' ? [h(element.tagName, attributes, inside)] : inside
  if (classes.length === 0 || IN_TEXT.has(classes[0] ?? '')) return content
  return BESIDE.has(classes[0] ?? '') ? [text(' ('), ...content, text(') ')] : [text(' '), ...content, text(' ')]
}

/** What stands in an item of a list: its first paragraph beside its number or bracket, not below. */
function inItsLine({ children }: Element, writing: PlainWriting): ElementContent[] {
  const content = children.flatMap((child) => {
    const own = plainContent([child], writing)
    const [box] = own
    const isBare = child.type === 'element' && child.tagName === 'div' && box?.type === 'element' && box.tagName === 'div'
    return isBare && own.length === 1 && Object.keys(box.properties).length === 0 ? box.children : own
  })
  const first = content.findIndex((node) => node.type === 'element' && !INLINE.has(node.tagName))
  const paragraph = content[first]
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p' || Object.keys(paragraph.properties).length > 0) return content
  if (content.slice(0, first).some((node) => node.type === 'element')) return content
  // the minutes of a step stand behind what is done, not behind the remarks on it
  const last = content.findLastIndex((node) => node.type === 'element') + 1
  return [...content.slice(0, first), ...paragraph.children, ...content.slice(last), ...content.slice(first + 1, last)]
}

/** A box that groups what is in it: kept where it says something (a place, a language, whom it is for), else only what is in it. */
function plainBox(element: Element, classes: readonly string[], writing: PlainWriting): ElementContent[] {
  const inside = plainContent(element.children, writing)
  if (classes.includes('table-frame')) {
    const { tabIndex, role, ariaLabel } = element.properties
    return [h('div', { ...kept(element, writing), className: 't', tabIndex, role: role && 'group', ariaLabel }, inside)]
  }
  const attributes = {
    ...kept(element, writing),
    ...(element.properties.dataAudience === 'facilitator' ? { className: 'f' } : {}),
    ...(classes.includes('piece') && element.properties.dataAudience === undefined ? { className: 'b' } : {}),
  }
  const asWritten = element.children.some((child) => child.type === 'text' || (child.type === 'element' && INLINE.has(child.tagName)))
  return Object.keys(attributes).length === 0 && !asWritten ? inside : [h('div', attributes, inside)]
}

const INLINE = new Set(['a', 'span', 'strong', 'em', 'code', 'i', 'b', 'br'])

/** The two kinds of line that need a look of their own: what a piece is, and what is said in a low voice. */
function nameOf(classes: readonly string[]): Properties {
  if (/^(piece-label|piece-part|field-label|slide-number)$/.test(classes[0] ?? '')) return { className: ['s'] }
  return /^(quiet|edition-note|cut-mark)$/.test(classes[0] ?? '') ? { className: ['q'] } : {}
}

function kept({ properties }: Element, { keepsId }: PlainWriting): Properties {
  const { id, lang, dir, colSpan, rowSpan, scope, start } = properties
  const all = { id: typeof id === 'string' && keepsId(id) ? id : undefined, lang, dir, colSpan, rowSpan, scope, start }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null)) as Properties
}

function mark(classes: readonly string[]): string {
  if (classes.includes('check-yes')) return '[x] '
  return classes.includes('tick-round') ? '( ) ' : '[ ] '
}

/** "not at all 1 ( ) 2 ( ) 3 ( ) fully" */
function scaleInWords({ children }: Element): string {
  return children
    .flatMap((child) => (child.type !== 'element' ? [] : child.tagName === 'ul' ? child.children.map(pointInWords) : [textOf(child)]))
    .filter(Boolean)
    .join(' ')
}

function pointInWords(point: ElementContent): string {
  return `${textOf(point)}\u00a0(\u00a0)`
}

function classesOf({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
