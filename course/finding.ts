/**
 * Findings: everything said about a course's sources is a VFileMessage at the smallest true place
 * (https://github.com/vfile/vfile-message), whoever found it.
 */
import { VFileMessage } from 'vfile-message'
import type { Place } from './course.ts'

export type Severity = 'error' | 'warning' | 'info'

export interface FindingOptions {
  /** Fact that should hold, such as `citation-exists`. */
  rule: string
  severity: Severity
  place: Place
  /** Where the other half of the contradiction stands, with what is there. */
  causes?: { reason: string; place: Place }[]
  /** Values that would do. */
  expected?: string[]
  /** What to do. */
  note?: string
}

/** Page of the authors' guide that explains a rule. */
export function ruleUrl(rule: string): string {
  return `docs/rules.md#${rule}`
}

/** Makes a finding; the reason reads "Unexpected X, expected Y". */
export function finding(reason: string, options: FindingOptions): VFileMessage {
  const { path, ...position } = options.place
  const causes = (options.causes ?? []).map((cause) => causeMessage(cause.reason, cause.place))
  const message = new VFileMessage(reason, {
    place: position as never,
    ruleId: options.rule,
    source: 'fieldkit',
    ...(causes.length > 0 ? { cause: causes.length === 1 ? causes[0] : new AggregateError(causes, 'causes') } : {}),
  } as never)
  message.file = path
  message.fatal = options.severity === 'error' ? true : options.severity === 'warning' ? false : undefined
  message.url = ruleUrl(options.rule)
  if (options.expected) message.expected = options.expected
  if (options.note) message.note = options.note
  message.stack = ''
  return message
}

/** The second places of a finding, in order; empty where it has none. */
export function causesOf(message: VFileMessage): VFileMessage[] {
  const { cause } = message
  if (cause instanceof AggregateError) return cause.errors as VFileMessage[]
  return cause instanceof VFileMessage ? [cause] : []
}

/** Severity of a finding (`fatal` true, false, undefined in vfile's terms). */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info'
}

/** Order of findings: file, line, column, rule, reason; the same every run. */
export function compareFindings(a: VFileMessage, b: VFileMessage): number {
  return (
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.ruleId ?? '', b.ruleId ?? '') ||
    compare(a.reason, b.reason)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function causeMessage(reason: string, place: Place): VFileMessage {
  const { path, ...position } = place
  const message = new VFileMessage(reason, { place: position as never })
  message.file = path
  message.stack = ''
  return message
}
