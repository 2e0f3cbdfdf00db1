/** course.yml and glossary.yml, with what they name and declare by id. */
import type { VFileMessage } from 'vfile-message'
import type { z } from 'zod'
import type { Place } from './course.ts'
import { finding } from './finding.ts'
import { passedLimit } from './limits.ts'
import type { Reading } from './reading.ts'
import { type CourseFile, courseFile, type GlossaryFile, glossaryFile } from './schemas.ts'
import type { DeclaredId, Mention } from './written.ts'
import { type PlaceOf, readYaml, type YamlReading } from './yaml.ts'

/** course.yml as read; `value` is null where it could not be. */
export type Settings = YamlReading<CourseFile> & { text: string }

/** Reads course.yml; null where there is none. */
export function readSettings(texts: Map<string, string>, findings: VFileMessage[]): Settings | null {
  const path = 'modules/course.yml'
  const text = texts.get(path)
  if (text === undefined) {
    const place: Place = { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    if (!findings.some((one) => one.file === path)) {
      findings.push(
        finding('Unexpected absence of modules/course.yml, expected the file that describes the course', {
          rule: 'course-file-is-valid',
          severity: 'error',
          place,
        }),
      )
    }
    return null
  }
  const limit = passedLimit(path, text)
  if (limit) {
    findings.push(finding(limit.reason, { rule: 'source-within-limits', severity: 'error', place: limit.place }))
    return null
  }
  const reading = readYaml<CourseFile>({ path, text, linesAbove: 0 }, courseFile as z.ZodType<CourseFile>, 'course-file-is-valid')
  findings.push(...reading.findings)
  return { ...reading, text }
}

export interface GlossaryReading {
  entries: GlossaryFile
  placeOf: PlaceOf
}

/** Reads glossary.yml; without one there are no terms. */
export function readGlossary(texts: Map<string, string>, findings: VFileMessage[]): GlossaryReading {
  const path = 'modules/glossary.yml'
  const text = texts.get(path)
  const nowhere = (): Place => ({ path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } })
  if (text === undefined) return { entries: [], placeOf: nowhere }
  const limit = passedLimit(path, text)
  if (limit) {
    findings.push(finding(limit.reason, { rule: 'source-within-limits', severity: 'error', place: limit.place }))
    return { entries: [], placeOf: nowhere }
  }
  const reading = readYaml<GlossaryFile>({ path, text, linesAbove: 0 }, glossaryFile as z.ZodType<GlossaryFile>, 'glossary-is-valid')
  findings.push(...reading.findings)
  return { entries: reading.value ?? [], placeOf: reading.placeOf }
}

/** Notes the ids of the terms and the works they cite. */
export function noteGlossary({ entries, placeOf }: GlossaryReading, reading: Reading): void {
  entries.forEach((entry, index) => {
    reading.declared.push({ sort: 'term', id: entry.id, place: placeOf([index, 'id']) })
    entry.sources.forEach((key, at) => {
      reading.mentions.push({ kind: 'citation', of: key, place: placeOf([index, 'sources', at]), within: entry.id, audience: 'all' })
    })
  })
}

/** Notes the ids course.yml declares, and what its agendas and budgets name. */
export function noteSettings(settings: CourseFile, placeOf: PlaceOf, reading: Reading): void {
  const declare = (sort: DeclaredId['sort'], ids: readonly { id: string }[], at: readonly PropertyKey[]): void => {
    for (const [index, { id }] of ids.entries()) reading.declared.push({ sort, id, place: placeOf([...at, index, 'id']) })
  }
  const mention = (kind: Mention['kind'], of: string, at: readonly PropertyKey[]): void => {
    reading.mentions.push({ kind, of, place: placeOf(at), within: settings.id, audience: 'all' })
  }
  declare('theme', settings.themes, ['themes'])
  declare('method', settings.methods, ['methods'])
  declare('stakeholder', settings.stakeholders, ['stakeholders'])
  declare('case', settings.cases, ['cases'])
  declare('agenda', settings.agendas, ['agendas'])
  declare('framework', settings.framework?.items ?? [], ['framework', 'items'])
  for (const key of Object.keys(settings.budgets.pages)) mention('budget', key, ['budgets', 'pages', key])
  for (const key of Object.keys(settings.budgets.weights)) mention('weight', key, ['budgets', 'weights', key])
  settings.agendas.forEach((agenda, a) => {
    agenda.days.forEach((day, d) => {
      day.items.forEach((item, i) => {
        if ('block' in item) mention('block', item.block, ['agendas', a, 'days', d, 'items', i, 'block'])
        if ('session' in item && item.annex) mention('block', item.annex, ['agendas', a, 'days', d, 'items', i, 'annex'])
      })
    })
  })
}
