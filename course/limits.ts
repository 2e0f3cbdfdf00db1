/**
 * Limits that stand before the parser: CommonMark parsers can take seconds on a few kilobytes of nested lists, quotes, fences or
 * repeated delimiters, and an author's file never looks like that. The largest file of the first course has 320 lines and 18,000
 * characters, and uses a tenth of the nearest limit; what passes them all is parsed in well under half a second.
 */
import type { Place } from './course.ts'

export const LARGEST_FILE = 200_000
const LONGEST_LINE = 10_000
const MOST_LINES = 6_000
const DEEPEST_MARKERS = 16
const LONGEST_INDENT = 120
/** Delimiters in one paragraph: what the parser tries and takes back costs it time by their square. */
const MOST_MARKS = 1_000
const MOST_MARKS_IN_FILE = 20_000
const MOST_TABLE_CELLS = 3_000
/** Every line is parsed once for each fence, quote and list around it: the sum over all lines. */
const MOST_NESTED_LINES = 10_000

const MARKS = /[*_`[\]<~:&\\@!]/g
const FENCE = /^[\s>*+.)\d-]*:{3,}[ \t]*(\S?)/

/** What passes a limit, with its place; null where the text may be parsed. YAML has limits of its own (yaml.ts): here its size only. */
export function passedLimit(path: string, text: string): { reason: string; place: Place } | null {
  const at = (line: number, reason: string, expected: string) => ({
    reason: `Unexpected ${reason}, expected ${expected}`,
    place: { path, start: { line, column: 1 }, end: { line, column: 1 } },
  })
  if (text.length > LARGEST_FILE) return at(1, `file of ${text.length} characters`, `at most ${LARGEST_FILE}`)
  if (!path.endsWith('.md')) return null
  const lines = text.split('\n')
  if (lines.length > MOST_LINES) return at(MOST_LINES + 1, `file of ${lines.length} lines`, `at most ${MOST_LINES}`)
  const sums: Sums = { marks: 0, marksInFile: 0, cells: 0, fences: 0, nestedLines: 0 }
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line.length > LONGEST_LINE) return at(number, `line of ${line.length} characters`, `at most ${LONGEST_LINE}`)
    const { depth, indent } = count(line, sums)
    if (depth > DEEPEST_MARKERS) return at(number, `nesting of ${depth} lists or quotes`, `at most ${DEEPEST_MARKERS}`)
    if (indent > LONGEST_INDENT) return at(number, `indent of ${indent} blanks`, `at most ${LONGEST_INDENT}`)
    if (sums.marks > MOST_MARKS) return at(number, `${sums.marks} marks such as * _ \` [ : in one paragraph`, `at most ${MOST_MARKS}`)
    if (sums.marksInFile > MOST_MARKS_IN_FILE)
      return at(number, `more than ${MOST_MARKS_IN_FILE} marks such as * _ \` [ : in one file`, 'fewer')
    if (sums.cells > MOST_TABLE_CELLS) return at(number, `table of more than ${MOST_TABLE_CELLS} cells`, 'fewer')
    if (sums.nestedLines > MOST_NESTED_LINES)
      return at(number, 'number of lines inside fences, lists and quotes', 'a file that is split in two')
  }
  return null
}

interface Sums {
  /** Since the last blank line. */
  marks: number
  cells: number
  marksInFile: number
  /** Fences open here. */
  fences: number
  nestedLines: number
}

/** Adds a line to the sums; hands back the lists and quotes it opens itself, and its indent. */
function count(line: string, sums: Sums): { depth: number; indent: number } {
  if (line.trim() === '') {
    sums.marks = 0
    sums.cells = 0
    sums.nestedLines += sums.fences
    return { depth: 0, indent: 0 }
  }
  const fence = FENCE.exec(line)
  if (fence) sums.fences = Math.min(16, Math.max(0, sums.fences + (fence[1] === '' ? -1 : 1)))
  // every item, heading, fence and row is a text of its own
  if (/^[\s>]*(?:[-*+#|]|\d{1,9}[.)]|:::)/.test(line)) sums.marks = 0
  const marks = line.match(MARKS)?.length ?? 0
  sums.marks += marks
  sums.marksInFile += marks
  sums.cells += line.match(/\|/g)?.length ?? 0
  const depth = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0].match(/[>*+.)-]/g)?.length ?? 0
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
  sums.nestedLines += sums.fences + depth + Math.floor(indent / 2)
  return { depth, indent }
}
