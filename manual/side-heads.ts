import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/**
 * Sets the section heads of a text into the side column: each is put together with the text it opens, so that the two
 * start on one line and stay on one page. A head before anything else (a figure, a piece) keeps its place in the text.
 */
export function sideHeads(content: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  const nodes = content.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as ElementContent
    const next = nodes[index + 1]
    if (isHead(node) && next?.type === 'element' && ['p', 'ul', 'ol'].includes(next.tagName)) {
      made.push(h('div', { className: ['side-head', `side-head-${next.tagName}`] }, [node, next]))
      index += 1
    } else made.push(node)
  }
  return made
}

function isHead(node: ElementContent): boolean {
  return node.type === 'element' && /^h[3-6]$/.test(node.tagName)
}
