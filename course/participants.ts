/** The people of an event, read from a table with a header row: a line that cannot be read is named, every other one counts. */

export interface Participant {
  name: string
  country: string
  gender: string
  organization: string
}

export interface ParticipantList {
  /** In the order written. */
  participants: Participant[]
  /** Lines left out, with what is wrong in one sentence. */
  bad: { line: number; reason: string }[]
  /** Columns the header row does not have; without them nothing is read. */
  missing: (keyof Participant)[]
}

export const PARTICIPANT_COLUMNS = ['name', 'country', 'gender', 'organization'] as const satisfies readonly (keyof Participant)[]

/** Other spellings of a column's name. */
const SPELLINGS: Readonly<Record<string, keyof Participant>> = { organisation: 'organization' }
/** Signs in a cell. */
const LONGEST_CELL = 200
/** Lines a cell in quotes may run over; a quote left open takes no more with it. */
const LONGEST_QUOTE = 5

/**
 * Reads text parted by commas, semicolons or tabs. Columns may stand in any order and others beside them; cells may be quoted, quotes inside doubled.
 * Only the name must be given.
 */
export function readParticipants(text: string): ParticipantList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const head = lines.findIndex((line) => line.trim() !== '')
  const separator = separatorOf(lines[head] ?? '')
  const header = head < 0 ? null : recordAt(lines, head, separator)
  const columns = (header?.cells ?? []).map((cell) => columnOf(cell))
  const missing = PARTICIPANT_COLUMNS.filter((column) => !columns.includes(column))
  const list: ParticipantList = { participants: [], bad: [], missing }
  if (!header || missing.length > 0) return list
  for (let line = header.next; line < lines.length; ) {
    const record = recordAt(lines, line, separator)
    const reason = record ? faultOf(record.cells, columns) : 'Unexpected quote, expected one at the start and one at the end of a cell'
    if (reason !== null) list.bad.push({ line: line + 1, reason })
    else if (record && !isEmpty(record.cells)) list.participants.push(participantOf(record.cells, columns))
    // after a line that cannot be read the next one counts again, wherever its quotes led
    line = reason === null && record ? record.next : line + 1
  }
  return list
}

/** The sign that parts the header row most often. */
function separatorOf(header: string): string {
  const count = (sign: string): number => header.split(sign).length
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}

function columnOf(cell: string): string {
  const name = clean(cell).toLowerCase()
  return SPELLINGS[name] ?? name
}

interface Line {
  cells: string[]
  /** Index of the line after it. */
  next: number
}

/** The cells of the line at an index; null where a quote is not closed, or closed in the middle of a cell. */
function recordAt(lines: readonly string[], index: number, separator: string): Line | null {
  const cells: string[] = []
  let next = index + 1
  let rest = lines[index] ?? ''
  for (;;) {
    if (unspaced(rest).startsWith('"')) {
      let inside = unspaced(rest).slice(1)
      let closed = closedCell(inside)
      while (!closed) {
        if (next >= lines.length || next - index >= LONGEST_QUOTE) return null
        inside += `\n${lines[next]}`
        next += 1
        closed = closedCell(inside)
      }
      cells.push(closed.cell)
      const after = unspaced(closed.after)
      if (after === '') return { cells, next }
      if (!after.startsWith(separator)) return null
      rest = after.slice(separator.length)
    } else {
      const end = rest.indexOf(separator)
      cells.push(end < 0 ? rest : rest.slice(0, end))
      if (end < 0) return { cells, next }
      rest = rest.slice(end + separator.length)
    }
  }
}

/** Without blanks before it; a tab parts cells. */
function unspaced(text: string): string {
  return text.replace(/^[^\S\t]+/, '')
}

function closedCell(inside: string): { cell: string; after: string } | null {
  const match = /^((?:[^"]|"")*)"(?!")/.exec(inside)
  return match ? { cell: (match[1] ?? '').replaceAll('""', '"'), after: inside.slice(match[0].length) } : null
}

function faultOf(cells: readonly string[], columns: readonly string[]): string | null {
  if (isEmpty(cells)) return null
  const filled = cells.findLastIndex((cell) => clean(cell) !== '') + 1
  if (cells.length < columns.length || filled > columns.length) {
    return `Unexpected ${cells.length === 1 ? '1 column' : `${cells.length} columns`}, expected ${columns.length} as in the first line`
  }
  const { name, ...others } = participantOf(cells, columns)
  if (name === '') return 'Unexpected line without a name, expected one'
  const long = [name, ...Object.values(others)].find((cell) => cell.length > LONGEST_CELL)
  return long === undefined ? null : `Unexpected cell of ${long.length} signs, expected ${LONGEST_CELL} at most`
}

function participantOf(cells: readonly string[], columns: readonly string[]): Participant {
  const cell = (column: keyof Participant): string => clean(cells[columns.indexOf(column)] ?? '')
  return { name: cell('name'), country: cell('country'), gender: cell('gender'), organization: cell('organization') }
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => clean(cell) === '')
}

function clean(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
