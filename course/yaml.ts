/**
 * YAML with places: front matter, course.yml and glossary.yml are read with the `yaml` package, checked against a zod
 * schema, and every value can be traced to its line and column.
 */
import type { VFileMessage } from 'vfile-message'
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Place } from './course.ts'
import { finding } from './finding.ts'
import { nearest } from './nearest.ts'

export interface YamlSource {
  path: string
  text: string
  /** Lines above the text in its file (1 for front matter: the dashes), and characters above it. */
  linesAbove: number
}

/** Place of the value at a path such as `['days', 0, 'start']`, or of the nearest thing above it. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place

export interface YamlReading<T> {
  value: T | null
  findings: VFileMessage[]
  placeOf: PlaceOf
}

/** Reads YAML against a schema. Never throws: what is wrong comes back as findings, with `value` null. */
export function readYaml<T>(source: YamlSource, schema: z.ZodType<T>, rule: string): YamlReading<T> {
  try {
    return read(source, schema, rule)
  } catch (error) {
    // thousands of brackets inside one another: the parser runs out of stack
    if (!(error instanceof RangeError)) throw error
    const start = { line: source.linesAbove + 1, column: 1 }
    const place: Place = { path: source.path, start, end: start }
    return {
      value: null,
      findings: [finding('Unexpected nesting of YAML, expected a few levels', { rule, severity: 'error', place })],
      placeOf: () => place,
    }
  }
}

function read<T>(source: YamlSource, schema: z.ZodType<T>, rule: string): YamlReading<T> {
  const lines = new LineCounter()
  // Aliases are refused by their count: a YAML bomb is a few anchors that multiply.
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const placeOf = (path: readonly PropertyKey[]): Place => placeIn(document, lines, source, path)
  const findings = document.errors.slice(0, MOST_ERRORS).map((error) =>
    finding(`Unexpected YAML, expected ${SYNTAX[error.code] ?? `a well-formed document: ${plain(error.message)}`}`, {
      rule,
      severity: 'error',
      place: placeAt(lines, source, error.pos[0], error.pos[1]),
    }),
  )
  if (findings.length === 0) findings.push(...doubledKeys(document, (start, end) => placeAt(lines, source, start, end), rule))
  if (findings.length > 0) return { value: null, findings, placeOf }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 }) ?? {}
  } catch {
    findings.push(finding('Unexpected number of YAML aliases, expected at most 20', { rule, severity: 'error', place: placeOf([]) }))
    return { value: null, findings, placeOf }
  }
  const checked = schema.safeParse(data)
  if (checked.success) return { value: checked.data, findings, placeOf }
  findings.push(...schemaFindings(checked.error, { rule, placeOf, keyPlace, data, schema }))
  return { value: null, findings, placeOf }

  function keyPlace(path: readonly PropertyKey[], key: string): Place {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true)
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      const range = (pair?.key as Node | undefined)?.range
      if (range) return placeAt(lines, source, range[0], range[1])
    }
    return placeOf(path)
  }
}

// The parser's own check for keys given twice compares every key with every other.
function doubledKeys(document: Document, at: (start: number, end: number) => Place, rule: string): VFileMessage[] {
  const findings: VFileMessage[] = []
  visit(document, {
    Map(_, map) {
      const first = new Map<unknown, Place>()
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range || findings.length >= MOST_ERRORS) continue
        const place = at(key.range[0], key.range[1])
        const before = first.get(key.value)
        if (!before) first.set(key.value, place)
        else
          findings.push(
            finding(`Unexpected second \`${String(key.value)}\`, expected every key once`, {
              rule,
              severity: 'error',
              place,
              causes: [{ reason: 'The first stands here', place: before }],
            }),
          )
      }
    },
  })
  return findings
}

/** A damaged file can break every line of a schema: the first of them are enough. */
const MOST_ERRORS = 50

/** What the parser's codes mean to an author. */
const SYNTAX: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text that holds a colon to stand in quotes',
  MULTIPLE_DOCS: 'one document',
  TAB_AS_INDENT: 'blanks at the beginning of the line, not a tab',
}

/** What a schema refuses, at its places. */
export function schemaFindings(error: z.ZodError, issues: Issues): VFileMessage[] {
  return error.issues.slice(0, MOST_ERRORS).flatMap((issue) => issueFindings(issue, issues))
}

/** What the findings of a schema need to know. */
export interface Issues {
  rule: string
  placeOf(path: readonly PropertyKey[]): Place
  keyPlace(path: readonly PropertyKey[], key: string): Place
  data: unknown
  schema: z.ZodType
}

function issueFindings(issue: z.core.$ZodIssue, { rule, placeOf, keyPlace, data, schema }: Issues): VFileMessage[] {
  const name = nameOf(issue.path)
  const absent = issue.path.length > 0 && valueAt(data, issue.path) === undefined
  const place = placeOf(issue.path)
  // what is absent is absent from all of what is around it: the beginning of that is place enough
  const options = {
    rule,
    severity: 'error' as const,
    place: absent && place.end.line > place.start.line ? { ...place, end: place.start } : place,
  }
  const what = absent ? `absence of ${name}` : `value of ${name}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_ERRORS).map((key) => {
        const known = keysAt(schema, issue.path)
        const near = nearest(key, known)
        const expected = near ? `\`${near}\`` : known.length > 0 ? `one of ${known.map((one) => `\`${one}\``).join(', ')}` : 'none here'
        return finding(`Unexpected key \`${key}\`, expected ${expected}`, {
          ...options,
          place: keyPlace(issue.path, key),
          ...(near ? { expected: [near] } : {}),
        })
      })
    case 'invalid_type':
      return [
        finding(`Unexpected ${what}, expected ${aType(issue.expected)}${quotesWanted(issue.expected, valueAt(data, issue.path))}`, options),
      ]
    case 'invalid_value':
      return [
        finding(`Unexpected ${what}, expected ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`, {
          ...options,
          expected: issue.values.map(String),
        }),
      ]
    case 'too_small':
      return [finding(`Unexpected ${what}, expected ${atLeast(issue)}`, options)]
    case 'too_big':
      return [finding(`Unexpected ${what}, expected at most ${issue.maximum}`, options)]
    case 'invalid_format':
      return [finding(`Unexpected ${what}, expected ${formatSentence(issue)}`, options)]
    default:
      return [finding(`Unexpected ${what}, expected ${plain(issue.message)}`, options)]
  }
}

// The place tells where: the last key is name enough.
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'this document'
  if (typeof last !== 'number') return `\`${String(last)}\``
  const list = path.findLast((key) => typeof key !== 'number')
  return list === undefined ? `item ${last + 1}` : `item ${last + 1} of \`${String(list)}\``
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

function quotesWanted(expected: string, value: unknown): string {
  return expected === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? ', in quotes' : ''
}

function atLeast(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') return 'some text'
  return issue.origin === 'array' ? `at least ${issue.minimum} of them` : `at least ${issue.minimum}`
}

/** Keys a schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path
  const { def } = schema as unknown as { def: SchemaDef }
  if (def.innerType) return keysAt(def.innerType, path)
  if (def.options) return def.options.flatMap((option) => keysAt(option, path))
  if (key === undefined) return def.shape ? Object.keys(def.shape) : []
  const inner = def.shape?.[String(key)] ?? def.element ?? def.valueType
  return inner ? keysAt(inner, rest) : []
}
/** What of zod's definitions is walked through: objects, lists, records, unions and what wraps them. */
interface SchemaDef {
  innerType?: z.ZodType
  options?: z.ZodType[]
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  valueType?: z.ZodType
}

function formatSentence(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.message.startsWith('Invalid') ? `the form ${'pattern' in issue ? String(issue.pattern) : issue.format}` : issue.message
}

function aType(type: string): string {
  const names: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a list of keys',
    record: 'a list of keys',
  }
  return names[type] ?? type
}

function placeIn(document: Document, lines: LineCounter, source: YamlSource, path: readonly PropertyKey[]): Place {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined
    const range = node?.range
    if (range) return placeAt(lines, source, range[0], range[1])
  }
  return {
    path: source.path,
    start: { line: source.linesAbove + 1, column: 1 },
    end: { line: source.linesAbove + 1, column: (source.text.split('\n')[0] ?? '').length + 1 },
  }
}

function placeAt(lines: LineCounter, source: YamlSource, start: number, end: number): Place {
  const from = lines.linePos(start)
  const to = lines.linePos(Math.max(start, end))
  return {
    path: source.path,
    start: { line: Math.max(1, from.line) + source.linesAbove, column: Math.max(1, from.col) },
    end: { line: Math.max(1, to.line) + source.linesAbove, column: Math.max(1, to.col) },
  }
}

function plain(message: string): string {
  const sentence = (message.split('\n')[0] ?? '').replace(/\.$/, '')
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
