/** A process: the items of a numbered list as steps on one line, in the direction of reading. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { List } from 'mdast'
import type { Flesh } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { plainText } from '../course/plain-text.ts'
import { PROCESS_STEPS, processOf } from '../course/slide-parts.ts'
import { plainBody } from './layout-text.ts'
import { textBox } from './text-box.ts'
import { type TextSize, textSizeFor, textSizes } from './text-size.ts'

/** As many steps as stand in a row and can still be read; more go on in a second one. */
const MOST_IN_A_ROW = 5
const GAP = 28

/** Three to seven steps; a list of other lengths stays a list. */
export function processBody(flesh: Flesh, height: number, rendering: Rendering): ElementContent[] {
  const found = processOf(flesh)
  const [fewest, most] = PROCESS_STEPS
  if (!found || found.steps.children.length < fewest || found.steps.children.length > most) return plainBody(flesh, height, rendering)
  const { steps, before, after } = found
  return [
    ...(before.length > 0 ? [textBox(before, 'process-lead', { width: 1100, height: 90, largest: 31 }, rendering)] : []),
    stepsInRows(steps, height - (before.length > 0 ? 70 : 0) - (after.length > 0 ? 80 : 0), rendering),
    ...(after.length > 0 ? [textBox(after, 'process-after', { width: 1100, height: 90, largest: 31 }, rendering)] : []),
  ]
}

function stepsInRows({ children }: List, height: number, rendering: Rendering): ElementContent {
  const rows = children.length > MOST_IN_A_ROW ? 2 : 1
  const across = Math.ceil(children.length / rows)
  const size = sizeOf(
    children.map((item) => item.children as Flesh),
    1120 / across - GAP,
    height / rows - 110,
  )
  return h(
    'ol',
    { className: ['process', 'slide-text', `text-${size}`], style: `--across:${across}` },
    children.map((item) => h('li', [h('div.process-text', fleshToHast(tight(item.children as Flesh), rendering))])),
  )
}

/** The largest size at which every step fits and no word is wider than its step. */
function sizeOf(steps: readonly Flesh[], width: number, height: number): TextSize {
  const longest = Math.max(
    ...steps.flatMap((step) =>
      plainText(step)
        .split(/\s+/)
        .map((word) => word.length),
    ),
  )
  const forWords = textSizes.find((size) => longest * size * 0.52 <= width) ?? 22
  return Math.min(forWords, ...steps.map((step) => textSizeFor(step, width, height, 37))) as TextSize
}

/** A step is one paragraph as a rule: its words stand in the step itself. */
function tight(step: Flesh): Flesh {
  const [only, another] = step
  return only?.type === 'paragraph' && !another ? (only.children as Flesh) : step
}
