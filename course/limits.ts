/**
 * Limits that stand before the parser: CommonMark parsers can take seconds on a few kilobytes of nested lists, quotes
 * or repeated delimiters, and an author's file never looks like that.
 */
import type { Place } from './course.ts'

export const LARGEST_FILE = 1_000_000
export const LONGEST_LINE = 20_000
const DEEPEST_MARKERS = 24
const LONGEST_INDENT = 200
/** Delimiters in one paragraph. */
const MOST_DELIMITERS = 1_500
const MOST_TABLE_CELLS = 20_000

/** What passes a limit, with its place; null where the text may be parsed. */
export function passedLimit(path: string, text: string): { reason: string; place: Place } | null {
  if (text.length > LARGEST_FILE) {
    return at(path, 1, 1, `Unexpected file of ${text.length} characters, expected at most ${LARGEST_FILE}`)
  }
  let delimiters = 0
  let cells = 0
  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line.length > LONGEST_LINE) return at(path, number, 1, `Unexpected line of ${line.length} characters, expected at most ${LONGEST_LINE}`)
    const depth = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0].match(/[>*+.)-]/g)?.length ?? 0
    if (depth > DEEPEST_MARKERS) return at(path, number, 1, `Unexpected nesting of ${depth} lists or quotes, expected at most ${DEEPEST_MARKERS}`)
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    if (indent > LONGEST_INDENT && line.trim() !== '') return at(path, number, 1, `Unexpected indent of ${indent} blanks, expected at most ${LONGEST_INDENT}`)
    if (line.trim() === '') {
      delimiters = 0
      cells = 0
    }
    delimiters += line.match(/[*_`[\]<~]/g)?.length ?? 0
    if (delimiters > MOST_DELIMITERS) return at(path, number, 1, `Unexpected ${delimiters} marks such as * _ \` [ in one paragraph, expected at most ${MOST_DELIMITERS}`)
    cells += line.match(/\|/g)?.length ?? 0
    if (cells > MOST_TABLE_CELLS) return at(path, number, 1, `Unexpected table of more than ${MOST_TABLE_CELLS} cells, expected fewer`)
  }
  return null
}

function at(path: string, line: number, column: number, reason: string): { reason: string; place: Place } {
  return { reason, place: { path, start: { line, column }, end: { line, column } } }
}
