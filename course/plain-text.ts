import type { Nodes } from 'mdast'
import type { Flesh } from './course.ts'

/** The text of mdast nodes without markup, blocks parted by a blank; pieces give their title and body. For search, outlines, scans. */
export function plainText(nodes: Nodes | Nodes[] | Flesh): string {
  const parts: string[] = []
  for (const node of Array.isArray(nodes) ? nodes : [nodes]) gather(node as Nodes, parts)
  return parts.join('').replace(/\s+/g, ' ').trim()
}

const INLINE = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'term',
  'citation',
  'crossReference',
  'pageReference',
])

function gather(node: Nodes, parts: string[]): void {
  if (node.type === 'citation') parts.push(node.text)
  else if (node.type === 'break') parts.push(' ')
  else if (node.type === 'image') parts.push(node.alt ?? '')
  else if ('value' in node && node.type !== 'yaml') parts.push(node.value)
  else if (node.type === 'piece') {
    const { piece } = node
    parts.push(' ', piece.title, ' ')
    if ('body' in piece) for (const child of piece.body) gather(child, parts)
  } else if ('children' in node) for (const child of node.children) gather(child, parts)
  if (!INLINE.has(node.type)) parts.push(' ')
}
