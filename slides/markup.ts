/** Ways through the markup of a drawn slide. */
import type { Element, ElementContent } from 'hast'

/** True for an element of this class. */
export function hasClass(node: ElementContent, name: string): boolean {
  return node.type === 'element' && [node.properties.className].flat().includes(name)
}

/** The first element for which `wanted` is true, in reading order. */
export function find(nodes: readonly ElementContent[], wanted: (node: Element) => boolean): Element | null {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (wanted(node)) return node
    const inside = find(node.children as ElementContent[], wanted)
    if (inside) return inside
  }
  return null
}

/** The first element of this class. */
export function findClass(nodes: readonly ElementContent[], name: string): Element | null {
  return find(nodes, (node) => hasClass(node, name))
}

/** Every element for which `wanted` is true, in reading order; not those inside one found. */
export function findAll(nodes: readonly ElementContent[], wanted: (node: Element) => boolean): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return wanted(node) ? [node] : findAll(node.children as ElementContent[], wanted)
  })
}

/** The text that stands in a node. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? (node.children as ElementContent[]).map(textOf).join('') : ''
}
