/** What is done to a page when it is written: levels of headings, frames of tables, the list of its headings. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { textOf } from './page-parts.ts'

export interface PageHeading {
  id: string
  /** 2 or 3. */
  depth: number
  text: string
  /** "Activity 1.2" before the text, empty for ordinary headings. */
  label: string
}

/**
 * Headings step down one level at a time from the page's h1, whatever depth they were written at: a piece right under
 * the title becomes h2, a part of it h3. Screen readers walk the levels.
 */
export function levelHeadings(content: readonly ElementContent[]): void {
  const open: { written: number; set: number }[] = []
  eachElement(content, (element) => {
    const written = depthOf(element)
    if (written === null) return
    while (open.length > 0 && (open.at(-1)?.written ?? 0) >= written) open.pop()
    const set = Math.min((open.at(-1)?.set ?? 1) + 1, 6)
    open.push({ written, set })
    element.tagName = `h${set}`
  })
}

/** Tables may be wider than a phone: each gets a frame that scrolls, by keyboard too. */
export function wrapTables(content: ElementContent[], name: string): void {
  content.forEach((node, index) => {
    if (node.type !== 'element') return
    if (isScrollFrame(node)) return
    if (node.tagName === 'table')
      content[index] = h('div', { className: 'table-frame', tabIndex: 0, role: 'group', ariaLabel: name }, [node])
    else wrapTables(node.children, name)
  })
}

function isScrollFrame(element: Element): boolean {
  return Array.isArray(element.properties.className) && element.properties.className.includes('table-frame')
}

/** The headings of a page (h2 and h3) with the ids they are reached at: their own, or their piece's. */
export function headingsOf(content: readonly ElementContent[]): PageHeading[] {
  const found: PageHeading[] = []
  const read = (nodes: readonly ElementContent[], owner: Element | null): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      const depth = depthOf(node)
      if (depth === 2 || depth === 3) {
        const own = typeof node.properties.id === 'string' ? node.properties.id : ''
        const around = typeof owner?.properties.id === 'string' ? owner.properties.id : ''
        if (own || around) found.push({ id: own || around, depth, text: textOf(node).trim(), label: own ? '' : labelIn(owner) })
      }
      if (node.tagName !== 'details') read(node.children, node.tagName === 'section' ? node : owner)
    }
  }
  read(content, null)
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index)
}

function labelIn(section: Element | null): string {
  const label = section?.children.find(
    (node): node is Element =>
      node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes('piece-label'),
  )
  // Countries and notes about the translation stand in spans behind the name.
  return label
    ? label.children
        .flatMap((node) => (node.type === 'text' ? [node.value] : []))
        .join('')
        .trim()
    : ''
}

function eachElement(content: readonly ElementContent[], visit: (element: Element) => void): void {
  for (const node of content) {
    if (node.type !== 'element') continue
    visit(node)
    eachElement(node.children, visit)
  }
}

function depthOf(element: Element): number | null {
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : null
}
