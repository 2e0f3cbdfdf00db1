/**
 * How large the text of a slide is set: one of a few sizes, the largest at which it will fit by estimate. Decided while
 * writing, so the same slide looks the same everywhere; what does not fit at the smallest is a finding, not shrunk further.
 */
import type { Nodes } from 'mdast'
import type { Flesh } from '../course/course.ts'
import { plainText } from '../course/plain-text.ts'

/** px on a frame of 1280 x 720; never under 22, so that the last row can read it. */
export const textSizes = [40, 37, 34, 31, 28, 26, 24, 22] as const
const SMALLEST = 22
export type TextSize = (typeof textSizes)[number]

/** Mean width of a letter in Source Sans 3 and Noto Sans Arabic, as part of the size. */
const LETTER = 0.45
const LEADING = 1.36

/**
 * The largest size, up to `largest`, at which `flesh` fits into a box of `width` x `height` px, by estimate; the smallest of
 * all where none does.
 */
export function textSizeFor(flesh: Flesh, width: number, height: number, largest: TextSize = textSizes[0]): TextSize {
  const fitting = textSizes.find((size) => size <= largest && heightOf(flesh as Nodes[], size, width) <= height)
  return fitting ?? SMALLEST
}

/** Lines that `text` takes at `size` px in `width` px, by estimate. */
export function linesOf(text: string, size: number, width: number): number {
  return Math.max(1, Math.ceil((text.length * LETTER * size) / width))
}

function heightOf(nodes: readonly Nodes[], size: number, width: number): number {
  return nodes.reduce((height, node) => height + heightOfBlock(node, size, width), 0)
}

function heightOfBlock(node: Nodes, size: number, width: number): number {
  const gap = size * 0.55
  switch (node.type) {
    case 'list':
      return node.children.reduce((height, item) => height + heightOf(item.children, size, width - 1.2 * size), 0)
    case 'table': {
      const columns = Math.max(1, ...node.children.map((row) => row.children.length))
      const linesIn = (row: (typeof node.children)[number]) =>
        Math.max(...row.children.map((cell) => linesOf(plainText(cell), size, width / columns - size)))
      return node.children.reduce((height, row) => height + (linesIn(row) * LEADING + 0.7) * size, 0)
    }
    case 'piece':
      return 'body' in node.piece ? heightOf(node.piece.body as Nodes[], size, width) + gap : 0
    case 'thematicBreak':
      return 0
    default:
      return linesOf(plainText(node), size, width) * LEADING * size + gap
  }
}
