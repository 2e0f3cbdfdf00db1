import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/**
 * Sets the text of a block on the page of the guideline: runs of prose in two columns, short boxes that follow one another
 * side by side, everything else (figures, activities, worksheets) across both columns, in the order written.
 */
export function inColumns(content: readonly ElementContent[]): ElementContent[] {
  const made: Element[] = []
  for (const node of content) {
    if (node.type !== 'element') continue
    const last = made.at(-1)
    if (isProse(node)) {
      if (last && hasClass(last, 'prose')) last.children.push(node)
      else made.push(h('div', { className: 'prose' }, [node]))
    } else if (isBox(node)) {
      if (last && hasClass(last, 'pair') && last.children.length < 2) last.children.push(node)
      else made.push(h('div', { className: 'pair' }, [node]))
    } else made.push(node)
  }
  for (const node of made) if (hasClass(node, 'pair') && node.children.length === 1) node.properties.className = ['pair', 'pair-alone']
  return made
}

const PROSE = new Set(['p', 'ul', 'ol', 'blockquote', 'h3', 'h4', 'h5', 'h6', 'pre'])

function isProse(node: Element): boolean {
  return PROSE.has(node.tagName)
}

const BOXES = ['piece-text', 'piece-case', 'piece-lens', 'piece-context', 'piece-discussion', 'piece-warning', 'piece-tip']

function isBox(node: Element): boolean {
  return BOXES.some((name) => hasClass(node, name))
}

function hasClass(node: Element, name: string): boolean {
  const names = node.properties.className
  return Array.isArray(names) && names.includes(name)
}
