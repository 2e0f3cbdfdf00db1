/** What a sheet tells its player, and the file of answers the player writes and reads. */

/** Stands as JSON in the page. */
export interface SheetData {
  course: string
  version: string
  language: string
  worksheet: string
  fields: { name: string; kind: 'text' | 'multiline' | 'checkbox' | 'radio' }[]
  words: Record<'kept' | 'notKept' | 'saved' | 'cleared' | 'exported' | 'foreignSheet' | 'olderVersion' | 'unreadable', string>
  /** Sentences said after a file was read; `#` stands for the number of answers. */
  imported: { one: string; many: string }
}

/** Text, the value of a radio field's mark, or whether a box is ticked. */
export type Answer = string | boolean

/** Answers by field name; fields left empty are absent. */
export type Answers = Record<string, Answer>

/** The exported file: the same names as in the PDF form. */
export interface AnswerFile {
  course: string
  version: string
  language: string
  worksheet: string
  fields: Answers
  /** ISO 8601, when the file was made. */
  savedAt?: string
}

/** Why a file cannot be taken over. */
export type Refusal = 'unreadable' | 'foreignSheet'

/** Reads a file of answers; those whose name or type this sheet does not know are left out. */
export function readAnswers(text: string, sheet: SheetData): { answers: Answers; sameVersion: boolean } | Refusal {
  const file = parse(text)
  if (!isRecord(file) || !isRecord(file.fields)) return 'unreadable'
  if (file.course !== sheet.course || file.worksheet !== sheet.worksheet) return 'foreignSheet'
  const answers: Answers = {}
  for (const { name, kind } of sheet.fields) {
    const value = file.fields[name]
    if (kind === 'checkbox' ? value === true : typeof value === 'string' && value !== '') answers[name] = value as Answer
  }
  return { answers, sameVersion: file.version === sheet.version }
}

/** Where a sheet's answers are kept: pages opened from disk share one store, so the key says everything. */
export function storageKey({ course, version, language, worksheet }: SheetData): string {
  return ['fieldkit', 'worksheet', course, version, language, worksheet].join('/')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
