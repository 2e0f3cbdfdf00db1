/** A case for PowerPoint: who and where over the rule, under it the deed and, on a panel, what came of it. */
import type { Element, ElementContent } from 'hast'
import { findClass } from '../markup.ts'
import type { TextSize } from '../text-size.ts'
import { boxesOf, contentOf, type Frame, footOf, headOf, heightOf, lineInto, type Shown, sizeInBox, textObject } from './fill.ts'
import { CASE, type PartName, type Placeholder, placeholderOf } from './layouts.ts'
import type { SlideObject } from './model.ts'
import { type Paragraph, paragraphsOf } from './text.ts'

/** Room of a half in px, and how low its panel reaches at least. */
const HALF = { width: CASE.panelWidth - 2 * CASE.inset, height: CASE.end - CASE.top - CASE.label - 24, least: 208 } as const

/** Null for a case of another form, and where who and where take more than their line. */
export function casePage(frame: Frame): Shown | null {
  const done = findClass(frame, 'case-done')
  const result = findClass(frame, 'case-result')
  if (!done || !result) return null
  const who = lineInto('case', 'Who', wordsOf(findClass(frame, 'case-who')))
  if (who.some((object) => object.kind === 'text' && object.size < SMALLEST_WHO)) return null
  const [first, second] = [done, result].map((half) => paragraphsOf(boxesOf([half], 'case-text'))) as [Paragraph[], Paragraph[]]
  const size = Math.min(sizeInBox(first, HALF), sizeInBox(second, HALF)) as TextSize
  const height = panelHeight([first, second], size)
  return {
    layout: 'case',
    objects: [
      ...(who.length > 0 ? headOf('case', frame) : usualHead(frame)),
      ...who,
      ...lineInto('case', 'First label', contentOf([done], 'case-label')),
      ...half('Text', first, size, height),
      arrow,
      ...lineInto('case', 'Second label', contentOf([result], 'case-label')),
      ...half('Second text', second, size, height),
      ...footOf('case', frame),
    ],
  }
}

const SMALLEST_WHO = 20

/** All that is said of who and where, in one line. */
function wordsOf(who: Element | null): ElementContent[] {
  const blocks = ((who?.children ?? []) as ElementContent[]).filter((child) => child.type === 'element')
  return blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [{ type: 'text', value: ' ' } as const]),
    ...((block as Element).children as ElementContent[]),
  ])
}

/** Where nothing stands under the title, it has the place it has on other slides. */
function usualHead(frame: Frame): SlideObject[] {
  const { box } = placeholderOf('content', 'Title') as Placeholder
  const [title, ...rest] = headOf('content', frame)
  return title?.kind === 'text' ? [{ ...title, box }, ...rest] : []
}

const arrow: SlideObject = {
  kind: 'arrow',
  name: 'Arrow',
  box: { x: CASE.panelX - 52, y: CASE.top + CASE.label / 2 - 10, width: 40, height: 20 },
  colour: 'accent',
}

function panelHeight(halves: Paragraph[][], size: TextSize): number {
  const longest = Math.max(...halves.map((paragraphs) => heightOf([{ kind: 'text', paragraphs }], size, HALF.width)))
  return Math.round(Math.min(CASE.end - CASE.top - CASE.label, Math.max(HALF.least, longest * 1.05 + 36)))
}

function half(name: PartName, paragraphs: Paragraph[], size: TextSize, height: number): SlideObject[] {
  const { box } = placeholderOf('case', name) as Placeholder
  return textObject(name, paragraphs, size, size * 0.5, { ...box, height })
}
