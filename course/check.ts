/** Checking a course: what reading found, and what the rules find. */
import type { VFileMessage } from 'vfile-message'
import { compareFindings } from './finding.ts'
import type { Measurements } from './measurements.ts'
import type { Reading } from './read-course.ts'
import { subjectOf } from './rule.ts'
import { RULES } from './rules.ts'

/** Everything to be said about the sources, sorted; the same every run. */
export function checkCourse(reading: Reading): VFileMessage[] {
  const subject = subjectOf(reading)
  const found = subject ? RULES.flatMap((rule) => (rule.needs === 'sources' ? rule.check(subject) : [])) : []
  return [...reading.findings, ...found].sort(compareFindings)
}

/** Everything to be said about what was measured on the outputs, sorted; the same every run. */
export function checkOutputs(reading: Reading, measured: Measurements): VFileMessage[] {
  const subject = subjectOf(reading)
  if (!subject) return []
  return RULES.flatMap((rule) => (rule.needs === 'press' ? rule.check({ ...subject, measured }) : [])).sort(compareFindings)
}
