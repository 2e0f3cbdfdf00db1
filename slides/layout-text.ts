/** Layouts of running text: columns, statement, ruled rows, plain. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Flesh } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { columnsOf } from '../course/slide-parts.ts'
import { commonSize, sizedBox, textBox } from './text-box.ts'
import { rowsFor } from './text-size.ts'

/** Columns side by side, all in one size: the smallest that one of them needs. */
export function columnsBody(flesh: Flesh, height: number, rendering: Rendering): ElementContent[] {
  const { before, columns } = columnsOf(flesh)
  const size = commonSize(columns, { width: 1120 / columns.length - 40, height })
  return [
    ...(before.length > 0 ? [textBox(before, 'before-columns', { width: 1120, height }, rendering)] : []),
    h(
      'div.columns',
      columns.map((column) => sizedBox(column, 'column', size, rendering)),
    ),
  ]
}

/** What stands below a statement or the title of a section. */
export function statementBody(flesh: Flesh, rendering: Rendering): ElementContent[] {
  return flesh.length > 0 ? [textBox(flesh, 'statement-text', { width: 1000, height: 260 }, rendering)] : []
}

/** A short list as ruled rows, anything else as it is. */
export function plainBody(flesh: Flesh, height: number, rendering: Rendering): ElementContent[] {
  if (isShortList(flesh)) return [ruledRows(flesh, height + 40, rendering)]
  return flesh.length > 0 ? [textBox(flesh, 'plain-text', { width: 1100, height }, rendering)] : []
}

function ruledRows(flesh: Flesh, height: number, rendering: Rendering): ElementContent {
  const { size, space } = rowsFor(flesh, 1100, height)
  const className = ['slide-text', 'plain-text', 'rows', `text-${size}`]
  return h('div', { className, style: `--row:${space}px` }, fleshToHast(flesh, rendering))
}

/** One list of a few plain items, with at most a line before and after it. */
function isShortList(flesh: Flesh): boolean {
  const lists = flesh.filter((node) => node.type === 'list')
  const [list] = lists
  return (
    lists.length === 1 &&
    flesh.every((node) => node.type === 'list' || node.type === 'paragraph') &&
    (list?.children.length ?? 0) <= 7 &&
    (list?.children ?? []).every(({ children }) => children.length === 1 && children[0]?.type === 'paragraph')
  )
}
