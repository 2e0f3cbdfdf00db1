import type { AnswerTable, Cell } from './read-returned.ts'

/**
 * A table as CSV (RFC 4180) with two rows of heads, the readable ones and the names of the fields; the byte order mark tells spreadsheets
 * that it is UTF-8. What a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvOf({ heads, ids, rows }: AnswerTable): string {
  return `\ufeff${[heads, ids, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: Cell): string {
  const text = guarded(String(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// Some spreadsheets look past white space and take the full-width signs for the same.
function guarded(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}
