/** The facilitator's notes of a slide as plain paragraphs. */
import type { ElementContent } from 'hast'
import type { Course } from '../../course/course.ts'
import { type DrawnSlide, minutesOf } from '../drawn-slides.ts'
import { hasClass, textOf } from '../markup.ts'
import { paragraphsOf } from './text.ts'

/** Minutes and the mark of the short form, then what is said, materials and debrief. */
export function notesOf(drawn: DrawnSlide, course: Course): string[] {
  const element = drawn.section.children[1]
  const content = element?.type === 'element' ? (element.children as ElementContent[]) : []
  const marks = content.filter((child) => hasClass(child, 'cut-mark')).map(textOf)
  const facts = [...minutesOf(drawn, course, 'facilitator'), ...marks].join(' · ')
  const said = paragraphsOf(content.filter((child) => !hasClass(child, 'cut-mark')))
  const counts: number[] = []
  const written = said.map(({ runs, list, level, start }, index) => {
    if (said[index - 1]?.list === undefined || level > (said[index - 1]?.level ?? 0)) counts[level] = (start ?? 1) - 1
    counts[level] = (counts[level] ?? 0) + 1
    const sign = list === 'number' ? `${counts[level]}. ` : list === 'bullet' ? '– ' : ''
    const lines = runs.map(({ text, newLine }) => (newLine ? ` ${text}` : text)).join('')
    return `${'\u2003'.repeat(level)}${sign}${lines}`
  })
  return [...(facts === '' ? [] : [facts]), ...written]
}
