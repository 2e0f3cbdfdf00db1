/** A case: who and where, then what was done and what came of it. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Flesh } from '../course/course.ts'
import type { Rendering } from '../course/flesh-to-hast.ts'
import { caseOf } from '../course/slide-parts.ts'
import { words } from '../course/words.ts'
import { plainBody } from './layout-text.ts'
import { commonSize, sizedBox, textBox } from './text-box.ts'
import type { TextSize } from './text-size.ts'

/** The two halves share a size; a case of another form is shown as plain text. */
export function caseBody(flesh: Flesh, height: number, rendering: Rendering): ElementContent[] {
  const parts = caseOf(flesh)
  if (!parts) return plainBody(flesh, height, rendering)
  const { who, done, result } = parts
  const say = words(rendering.course.language)
  const size = commonSize([done, result], { width: 480, height: height - (who.length > 0 ? 130 : 60), largest: 37 })
  return [
    ...(who.length > 0 ? [textBox(who, 'case-who', { width: 1100, height: 90, largest: 31 }, rendering)] : []),
    h('div.case-parts', [
      half(say.caseDone, done, 'case-done', size, rendering),
      half(say.caseResult, result, 'case-result', size, rendering),
    ]),
  ]
}

function half(label: string, flesh: Flesh, name: string, size: TextSize, rendering: Rendering): Element {
  return h('div', { className: ['case-part', name] }, [h('p.case-label', label), sizedBox(flesh, 'case-text', size, rendering)])
}
