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
/** Space between paragraphs and items, as part of the size. */
const GAP = 0.55

/**
 * The largest size, up to `largest`, at which `flesh` fits into a box of `width` x `height` px, by estimate; the smallest of
 * all where none does.
 */
export function textSizeFor(flesh: Flesh, width: number, height: number, largest: TextSize = textSizes[0]): TextSize {
  const fitting = textSizes.find((size) => size <= largest && heightFor(flesh as Nodes[], size, width) <= height)
  return fitting ?? SMALLEST
}

/**
 * The size of `flesh` with one short list that is set in ruled rows, and the space above and below each row in px: as much as
 * there is room for, between 10 and 34.
 */
export function rowsFor(flesh: Flesh, width: number, height: number): { size: TextSize; space: number } {
  const rows = flesh.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0)
  const bare = (size: TextSize) => heightFor(flesh as Nodes[], size, width) - rows * size * GAP + flesh.length * 12
  const size = textSizes.find((one) => bare(one) + rows * 20 <= height) ?? SMALLEST
  return { size, space: Math.max(10, Math.min(34, Math.floor((height - bare(size)) / (rows * 2)))) }
}

/**
 * The largest size, up to `largest`, at which an activity's purpose and its steps, which share the line with their minutes, fit
 * into `height` px of the activity slide.
 */
export function stepsSizeFor(purpose: Flesh, steps: readonly Flesh[], height: number, largest: TextSize): TextSize {
  const inset = steps.length * 1 + (purpose.length > 0 ? 19 : 3)
  const fitting = textSizes.find((size) => {
    if (size > largest) return false
    const ofPurpose = heightFor(purpose as Nodes[], Math.max(22, size * 0.9), ACTIVITY_WIDTH)
    // the number before a step, the minutes after it, its padding (slide-styles.ts)
    const width = ACTIVITY_WIDTH - 5.7 * size - 32
    const ofSteps = steps.reduce((sum, step) => sum + heightFor(step as Nodes[], size, width) + (0.84 - GAP) * size, 0)
    return inset + ofPurpose + ofSteps <= height
  })
  return fitting ?? SMALLEST
}

/** px that purpose and steps have across. */
const ACTIVITY_WIDTH = 834

/** Lines that `text` takes at `size` px in `width` px, by estimate. */
export function linesOf(text: string, size: number, width: number): number {
  return Math.max(1, Math.ceil((text.length * LETTER * size) / width))
}

/** px that blocks of text take at `size` px in `width` px, by estimate. */
export function heightFor(nodes: readonly Nodes[], size: number, width: number): number {
  return nodes.reduce((height, node) => height + heightOfBlock(node, size, width), 0)
}

function heightOfBlock(node: Nodes, size: number, width: number): number {
  const gap = size * GAP
  switch (node.type) {
    case 'list':
      return node.children.reduce((height, item) => height + heightFor(item.children, size, width - 1.2 * size), 0)
    case 'table': {
      const columns = Math.max(1, ...node.children.map((row) => row.children.length))
      const linesIn = (row: (typeof node.children)[number]) =>
        Math.max(...row.children.map((cell) => linesOf(plainText(cell), size, width / columns - size)))
      return node.children.reduce((height, row) => height + (linesIn(row) * LEADING + 0.7) * size, 0)
    }
    case 'piece':
      return 'body' in node.piece ? heightFor(node.piece.body as Nodes[], size, width) + gap : 0
    case 'thematicBreak':
      return 0
    default:
      return linesOf(plainText(node), size, width) * LEADING * size + gap
  }
}
