/** What the layouts of a slide find in its body: columns, the parts of a case, numbers, steps. For every medium that draws slides, and for the rule about them. */
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { Flesh } from './course.ts'
import { plainText } from './plain-text.ts'

/** The parts of a body between thematic breaks (`---`), empty ones left out. */
export function partsOf(body: Flesh): Flesh[] {
  const parts: Flesh[] = [[]]
  for (const node of body) {
    if (node.type === 'thematicBreak') parts.push([])
    else parts.at(-1)?.push(node)
  }
  return parts.filter((part) => part.length > 0)
}

/** Columns parted by thematic breaks; of three parts or more the first stands above the others. */
export function columnsOf(body: Flesh): { before: Flesh; columns: Flesh[] } {
  const columns = partsOf(body)
  return columns.length > 2 ? { before: columns[0] ?? [], columns: columns.slice(1) } : { before: [], columns }
}

/** A case: who and where, what was done, what came of it. Of two parts the first line is missing; null where there are fewer or more. */
export function caseOf(body: Flesh): { who: Flesh; done: Flesh; result: Flesh } | null {
  const parts = partsOf(body)
  if (parts.length < 2 || parts.length > 3) return null
  const [result = [], done = [], who = []] = parts.toReversed()
  return { who, done, result }
}

/** A number with what it counts, as inline markup. */
export interface Count {
  number: PhrasingContent[]
  text: PhrasingContent[]
}

/** Signs that a number standing alone may have: "almost 3 years" has 14. */
const LONGEST_NUMBER = 18

/**
 * The numbers of a data slide with what stands before and after them: a first paragraph that is nothing but a number, or a list of two to four
 * items that begin with one in bold. Null where it shows a table, a figure or text.
 */
export function numbersOf(body: Flesh): { numbers: Count[]; before: Flesh; after: Flesh } | null {
  const [first, ...rest] = body
  if (first?.type === 'paragraph' && isNumber(first.children)) {
    const [said, ...after] = rest
    if (said?.type !== 'paragraph') return { numbers: [{ number: first.children, text: [] }], before: [], after: rest }
    return { numbers: [{ number: first.children, text: said.children }], before: [], after }
  }
  const at = body.findIndex((node) => node.type === 'list')
  const list = body[at]
  if (list?.type !== 'list' || list.children.length < 2 || list.children.length > 4) return null
  const numbers = list.children.flatMap((item) => numberOfItem(item))
  return numbers.length === list.children.length ? { numbers, before: body.slice(0, at), after: body.slice(at + 1) } : null
}

/** The steps of a process: its one ordered list, with what stands before and after it; null where there is none. */
export function processOf(body: Flesh): { steps: List; before: Flesh; after: Flesh } | null {
  const at = body.findIndex((node) => node.type === 'list' && node.ordered)
  const steps = body[at]
  return steps?.type === 'list' ? { steps, before: body.slice(0, at), after: body.slice(at + 1) } : null
}

/** Fewest and most steps of a process. */
export const PROCESS_STEPS = [3, 7] as const

function numberOfItem({ children }: ListItem): Count[] {
  const [paragraph] = children
  if (children.length !== 1 || paragraph?.type !== 'paragraph') return []
  const [strong, ...text] = paragraph.children
  return strong?.type === 'strong' && isNumber(strong.children) ? [{ number: strong.children, text }] : []
}

function isNumber(children: PhrasingContent[]): boolean {
  const paragraph: Paragraph = { type: 'paragraph', children: children.filter(({ type }) => type !== 'citation') }
  const text = plainText(paragraph)
  return /\p{N}/u.test(text) && text.length <= LONGEST_NUMBER
}
