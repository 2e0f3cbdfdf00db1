/** references.json: CSL-JSON, each mistake at its place. */
import type { VFileMessage } from 'vfile-message'
import type { z } from 'zod'
import type { Place } from './course.ts'
import { finding } from './finding.ts'
import { jsonMistake, jsonSpans } from './json.ts'
import { type Reference, referencesFile } from './schemas.ts'
import { schemaFindings } from './yaml.ts'

/** Reads the works that can be cited; without the file there are none. */
export function readReferences(texts: Map<string, string>, findings: VFileMessage[]): Reference[] {
  const path = 'modules/references.json'
  const text = texts.get(path)
  if (text === undefined) return []
  const placeOf = (offset: number, end = offset): Place => ({ path, start: pointAt(text, offset), end: pointAt(text, end) })
  const refuse = (reason: string, place: Place): Reference[] => {
    findings.push(finding(reason, { rule: 'references-are-valid', severity: 'error', place }))
    return []
  }
  if (text.length > LARGEST_LIST)
    return refuse(`Unexpected file of ${text.length} characters, expected at most ${LARGEST_LIST}`, placeOf(0))
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    const mistake = jsonMistake(text)
    return refuse(
      `Unexpected ${(mistake?.offset ?? 0) < text.length ? 'text' : 'end of the file'}, expected ${mistake?.expected ?? 'JSON'}`,
      placeOf(mistake?.offset ?? 0),
    )
  }
  const checked = referencesFile.safeParse(data)
  if (checked.success) return checked.data
  const spans = jsonSpans(text)
  const at = (keys: readonly PropertyKey[]): Place => {
    const span = spans(keys)
    return placeOf(span.start, span.end)
  }
  findings.push(
    ...schemaFindings(checked.error, {
      rule: 'references-are-valid',
      placeOf: at,
      keyPlace: at,
      data,
      schema: referencesFile as z.ZodType,
    }),
  )
  return []
}

/** Characters of references.json: some ten thousand works. */
const LARGEST_LIST = 5_000_000

function pointAt(text: string, offset: number): Place['start'] {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n'), offset }
}
