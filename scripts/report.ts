/** Findings as text for people and as JSON, SARIF and workflow commands for machines. Pure: findings in, a string out. */
import { join, relative, sep } from 'node:path'
import { styleText } from 'node:util'
import type { VFileMessage } from 'vfile-message'
import type { Course } from '../course/course.ts'
import { type Coverage, uncovered } from '../course/coverage.ts'
import { causesOf, type Severity, severityOf } from '../course/finding.ts'
import { RULES } from '../course/rules.ts'
import { coverageReport } from './coverage-report.ts'
import type { Format } from './formats.ts'

export interface ReportOptions {
  /** Course folder: the paths of findings begin there. */
  course: string
  /** Folder that printed paths are relative to; the course folder where left out. */
  from?: string
  /** Colours for a terminal (text only). */
  colour?: boolean
  /** What covers what in the course, added to text and JSON; left out where no course could be read, or where it was not asked for. */
  covered?: { course: Course; coverage: Coverage }
}

/** The findings in a format; without an end of line at the end. */
export function report(findings: readonly VFileMessage[], format: Format, options: ReportOptions): string {
  const plain = findings.map((message) => plainFinding(message, options))
  switch (format) {
    case 'text':
      return [textReport(plain, options.colour === true), ...coverageText(options)].join('\n\n')
    case 'json': {
      const coverage = options.covered ? { coverage: { ...options.covered.coverage, uncovered: uncovered(options.covered.coverage) } } : {}
      return JSON.stringify({ counts: countsOf(plain), findings: plain, ...coverage }, null, 2)
    }
    case 'sarif':
      return JSON.stringify(sarifLog(plain), null, 2)
    case 'github':
      return plain.map(workflowCommand).join('\n')
  }
}

function coverageText({ covered, colour }: ReportOptions): string[] {
  return covered ? [coverageReport(covered.coverage, covered.course, colour === true)] : []
}

interface PlainPlace {
  file: string
  line: number
  column: number
  endLine: number
  endColumn: number
}
interface PlainFinding extends PlainPlace {
  rule: string
  severity: Severity
  reason: string
  note: string | null
  expected: string[]
  url: string | null
  causes: (PlainPlace & { reason: string })[]
}

function plainFinding(message: VFileMessage, options: ReportOptions): PlainFinding {
  return {
    ...plainPlace(message, options),
    rule: message.ruleId ?? '',
    severity: severityOf(message),
    reason: message.reason,
    note: message.note ?? null,
    expected: message.expected ?? [],
    url: message.url ?? null,
    causes: causesOf(message).map((cause) => ({ ...plainPlace(cause, options), reason: cause.reason })),
  }
}

function plainPlace(message: VFileMessage, { course, from = course }: ReportOptions): PlainPlace {
  const { place } = message
  const start = place && 'start' in place ? place.start : place
  const end = place && 'end' in place ? place.end : start
  const file = relative(from, join(course, message.file ?? ''))
  return {
    file: file.split(sep).join('/'),
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    endLine: end?.line ?? start?.line ?? 1,
    endColumn: end?.column ?? start?.column ?? 1,
  }
}

function countsOf(findings: readonly PlainFinding[]): Record<Severity, number> {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

// ---- text -------------------------------------------------------------------------------------------------------

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const
/** Places printed for one rule; a damaged file can have thousands. */
const MOST_PLACES = 100

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

function textReport(findings: readonly PlainFinding[], colour: boolean): string {
  const paint: Paint = colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
  if (findings.length === 0) return 'No findings.'
  const groups = [...Map.groupBy(findings, (one) => one.rule).values()].sort(
    (a, b) => worstOf(a) - worstOf(b) || compare(a[0]?.rule ?? '', b[0]?.rule ?? ''),
  )
  return [countLine(findings, paint), ...groups.map((group) => groupText(group, paint))].join('\n\n')
}

function worstOf(group: readonly PlainFinding[]): number {
  return Math.min(...group.map((one) => SEVERITIES.indexOf(one.severity)))
}

function countLine(findings: readonly PlainFinding[], paint: Paint): string {
  const counts = countsOf(findings)
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    paint(COLOURS[severity], counted(counts[severity], severity === 'info' ? 'note' : severity)),
  )
  return `${parts.join(', ')} in ${counted(new Set(findings.map((one) => one.file)).size, 'file')}`
}

function groupText(group: readonly PlainFinding[], paint: Paint): string {
  const rule = RULES.find((one) => one.id === group[0]?.rule)
  const head = [paint('bold', group[0]?.rule ?? ''), ...(rule ? [paint('dim', rule.sentence), paint('dim', rule.advice)] : [])]
  const shown = group.slice(0, MOST_PLACES).map((one) => findingText(one, paint))
  const more = group.length > MOST_PLACES ? [`… and ${counted(group.length - MOST_PLACES, 'more place', 'more places')} of this rule`] : []
  return [...head, ...shown, ...more].join('\n')
}

function findingText(one: PlainFinding, paint: Paint): string {
  const lines = [`${paint('cyan', placeText(one))}: ${paint(COLOURS[one.severity], one.severity)} ${one.reason}`]
  for (const cause of one.causes) lines.push(`    ${paint('cyan', placeText(cause))}: ${cause.reason}`)
  for (const line of one.note?.split('\n') ?? []) lines.push(`    ${paint('dim', line)}`)
  return lines.join('\n')
}

function placeText({ file, line, column }: PlainPlace): string {
  return `${file}:${line}:${column}`
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

// ---- SARIF ------------------------------------------------------------------------------------------------------

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function sarifLog(findings: readonly PlainFinding[]): object {
  const ids = [...new Set([...RULES.map((rule) => rule.id), ...findings.map((one) => one.rule)])].sort()
  const rules = ids.map((id) => {
    const rule = RULES.find((one) => one.id === id)
    return rule
      ? {
          id,
          shortDescription: { text: rule.sentence },
          help: { text: rule.advice },
          defaultConfiguration: { level: LEVELS[rule.severity] },
        }
      : { id }
  })
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Fieldkit', rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((one) => ({
          ruleId: one.rule,
          ruleIndex: ids.indexOf(one.rule),
          level: LEVELS[one.severity],
          message: { text: one.note ? `${one.reason}. ${one.note}` : one.reason },
          locations: [sarifLocation(one)],
          ...(one.causes.length > 0
            ? { relatedLocations: one.causes.map((cause, id) => ({ id, ...sarifLocation(cause), message: { text: cause.reason } })) }
            : {}),
        })),
      },
    ],
  }
}

function sarifLocation({ file, line, column, endLine, endColumn }: PlainPlace): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  }
}

// ---- GitHub -----------------------------------------------------------------------------------------------------

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function workflowCommand(one: PlainFinding): string {
  const causes = one.causes.map((cause) => `${placeText(cause)}: ${cause.reason}`)
  const text = [one.reason, ...causes, ...(one.note ? [one.note] : [])].join('\n')
  const properties = { file: one.file, line: one.line, endLine: one.endLine, col: one.column, endColumn: one.endColumn, title: one.rule }
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  )
  return `::${COMMANDS[one.severity]} ${written.join(',')}::${escaped(text)}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
