/** An agenda as the text that course.yml holds under `agendas:`, in the layout its authors write. */
import { stringify } from 'yaml'
import type { Agenda, AgendaItem, Language } from '../course/course.ts'

/** `agendas` is the same agenda in each language of the course, the source language first. Ends with an end of line. */
export function agendaYaml(agendas: ReadonlyMap<Language, Agenda>): string {
  const [agenda] = agendas.values()
  if (!agenda) return ''
  const wording = (textOf: (one: Agenda) => string): string => worded([...agendas].map(([language, one]) => [language, textOf(one)]))
  const titleAt = (one: Agenda, day: number, index: number): string => titleOf(one.days[day]?.items[index])
  const lines = [
    `- id: ${agenda.id}`,
    `  title: ${wording(({ title }) => title)}`,
    '  days:',
    ...agenda.days.flatMap(({ start, end, items }, day) => [
      `    - title: ${wording((one) => one.days[day]?.title ?? '')}`,
      `      start: "${start}"`,
      `      end: "${end}"`,
      '      items:',
      ...items.map((item, index) => `        - ${itemText(item, () => wording((one) => titleAt(one, day, index)))}`),
    ]),
  ]
  return `${lines.map((line) => `  ${line}`).join('\n')}\n`
}

function itemText(item: AgendaItem, title: () => string): string {
  if (item.kind === 'block') return item.use === 'full' ? `{block: ${item.block}}` : `{block: ${item.block}, use: short}`
  const annex = item.kind === 'session' && item.annex !== null ? `, annex: ${item.annex}` : ''
  return `{${item.kind}: ${title()}, minutes: ${item.minutes}${annex}}`
}

function titleOf(item: AgendaItem | undefined): string {
  return item === undefined || item.kind === 'block' ? '' : item.title
}

/** One text, or where it differs by language `{en: Coffee, fr: Café}`. */
function worded(texts: readonly (readonly [Language, string])[]): string {
  const [first] = texts
  if (texts.every(([, text]) => text === first?.[1])) return quoted(first?.[1] ?? '')
  return `{${texts.map(([language, text]) => `${language}: ${quoted(text)}`).join(', ')}}`
}

/** A text as YAML inside braces: in quotes where it needs them. */
function quoted(text: string): string {
  return stringify([text], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}
