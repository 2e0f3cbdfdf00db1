/**
 * Returned sheets: what was filled in, in PDF or on screen, back against the fields of the course. Both editions name their fields alike
 * (form-fields.ts), so that one row holds the same columns whatever the sheet was filled in with, and in whatever language.
 */
import type { Course, Language, Worksheet } from '../course/course.ts'
import { words } from '../course/words.ts'
import { type FormField, formFields, headFields } from './form-fields.ts'
import type { Answer } from './player/sheet-data.ts'

/** What a returned file holds: every field with something in it, by name, known to the course or not. */
export interface ReturnedForm {
  /** Course and worksheet it names itself by; null where the file does not say (a PDF never says the worksheet). */
  course: string | null
  worksheet: string | null
  /** Version of the course it was made from; null where it cannot be told. */
  version: string | null
  values: ReadonlyMap<string, Answer>
}

/** Why a file is left out. */
export type SkipReason =
  | 'blank'
  | 'damaged'
  | 'encrypted'
  | 'foreign'
  | 'noFields'
  | 'otherKind'
  | 'page'
  | 'tooLarge'
  | 'unopened'
  | 'unreadable'

/** A file of the folder, by its path from there with forward slashes. */
export interface ReturnedFile {
  file: string
  form: ReturnedForm | SkipReason
}

export interface ReturnedSheet {
  file: string
  /** By field name, in the order of the sheet; what was left empty is absent. */
  answers: ReadonlyMap<string, Answer>
}

/** A worksheet with every sheet of it that came back. */
export interface CollectedWorksheet {
  worksheet: Worksheet
  sheets: ReturnedSheet[]
}

/** What is to be said of a sheet that was read: of another version, with answers the course has no place for, or signed like another. */
export interface Remark {
  file: string
  version: string | null
  /** Names of the filled fields that are not read. */
  unknown: string[]
  /** A file before it with the same worksheet under the same name; null where there is none. */
  sameAs: string | null
}

/** A file that holds no sheet of this course. */
export interface Skipped {
  file: string
  reason: SkipReason
  /** The other course it names itself by; null where it says none. */
  course: string | null
}

export interface Collection {
  /** In the order of the course; only those that came back. */
  worksheets: CollectedWorksheet[]
  skipped: Skipped[]
  remarks: Remark[]
}

/** Text, or the number of a scale's mark or of a tick. */
export type Cell = string | number

/** The answers to one worksheet: a row a sheet. */
export interface AnswerTable {
  /** Readable heads, in the language of the course. */
  heads: string[]
  /** Names of the fields. */
  ids: string[]
  rows: Cell[][]
}

/** Sorts returned files by worksheet. Files that hold no sheet of this course are skipped, each with its reason. */
export function collectSheets(files: readonly ReturnedFile[], course: Course): Collection {
  const known = new Map(course.worksheets.map((worksheet) => [worksheet.id, knownFields(worksheet, course)]))
  const sheets = new Map<string, ReturnedSheet[]>()
  const collection: Collection = { worksheets: [], skipped: [], remarks: [] }
  for (const { file, form } of files) {
    const read = typeof form === 'string' ? form : sheetsIn(form, course, known)
    if (typeof read === 'string') {
      collection.skipped.push({ file, reason: read, course: typeof form === 'string' || form.course === course.id ? null : form.course })
      continue
    }
    const sameAs = signedLike(read, sheets)
    for (const [worksheet, answers] of read.sheets) sheets.set(worksheet, [...(sheets.get(worksheet) ?? []), { file, answers }])
    if (read.unknown.length > 0 || read.version !== null || sameAs !== null)
      collection.remarks.push({ file, version: read.version, unknown: read.unknown, sameAs })
  }
  collection.worksheets = course.worksheets.flatMap((worksheet) => {
    const own = sheets.get(worksheet.id)
    return own ? [{ worksheet, sheets: worksheet.anonymous ? inOrderOfAnswers(own) : own }] : []
  })
  return collection
}

/** The file whose sheet of the same worksheet has the same name and group; null where there is none, or nobody signed. */
function signedLike({ sheets: own }: ReadForm, sheets: ReadonlyMap<string, readonly ReturnedSheet[]>): string | null {
  for (const [worksheet, answers] of own) {
    const signature = signatureOf(worksheet, answers)
    const same = signature && sheets.get(worksheet)?.find((sheet) => signatureOf(worksheet, sheet.answers) === signature)
    if (same) return same.file
  }
  return null
}

function signatureOf(worksheet: string, answers: ReadonlyMap<string, Answer>): string {
  return ['name', 'group']
    .map((part) => String(answers.get(`${worksheet}.sheet_${part}`) ?? ''))
    .filter(Boolean)
    .join('\n')
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase()
}

/** In the order of their answers: that of their files would tell who sent which. */
function inOrderOfAnswers(sheets: readonly ReturnedSheet[]): ReturnedSheet[] {
  const key = ({ answers }: ReturnedSheet): string => JSON.stringify([...answers].sort(([one], [other]) => (one < other ? -1 : 1)))
  return sheets
    .map((sheet): [string, ReturnedSheet] => [key(sheet), sheet])
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, sheet]) => sheet)
}

/** The table of one worksheet: file (where nobody signs, only a number), name, group and date, then every field in the order of the sheet. */
export function tableOf({ worksheet, sheets }: CollectedWorksheet, course: Course): AnswerTable {
  const say = words(course.language)
  const body = formFields(worksheet, course.language).filter(({ piece }) => piece !== null)
  const heads = headColumns(worksheet, course)
  return {
    heads: [say.collected.file, ...heads.map(({ label }) => label), ...body.map(({ label }) => label)],
    ids: ['file', ...heads.map(({ name }) => name), ...body.map(({ name }) => name)],
    rows: sheets.map(({ file, answers }, index) => [
      worksheet.anonymous ? say.collected.sheet(index + 1) : file,
      ...heads.map(({ name }) => String(answers.get(name) ?? '')),
      ...body.map((field) => cellOf(field, answers.get(field.name))),
    ]),
  }
}

/** What is to be said of a sheet that was read, in full sentences. */
export function remarkSentences({ version, unknown, sameAs }: Remark, course: Course, language = course.language): string[] {
  const say = words(language).collected
  return [
    ...(version === null ? [] : [say.otherVersion(version, course.version)]),
    ...(unknown.length === 0 ? [] : [say.unknownFields(unknown.join(words(language).comma))]),
    ...(sameAs === null ? [] : [say.sameName(sameAs)]),
  ]
}

/** Why a file is left out, in a full sentence. */
export function skipSentence({ reason, course }: Skipped, language: Language): string {
  const say = words(language).collected
  return reason === 'foreign' && course !== null ? say.otherCourse(course) : say.reasons[reason]
}

/** The file of answers an interactive sheet saves; null for any other text. */
export function readAnswerFile(text: string): ReturnedForm | null {
  const file = parsed(text)
  if (!isRecord(file) || !isRecord(file.fields)) return null
  const said = (value: unknown) => (typeof value === 'string' ? value : null)
  const values = Object.entries(file.fields).flatMap(([name, value]): [string, Answer][] =>
    typeof value === 'string' || typeof value === 'boolean' ? [[name, value]] : [],
  )
  return { course: said(file.course), worksheet: said(file.worksheet), version: said(file.version), values: new Map(values) }
}

/** Name, group and date: the same columns for every worksheet, empty where the sheet does not ask for them. */
export function headColumns(worksheet: Worksheet, course: Course): { name: string; label: string }[] {
  const say = words(course.language)
  const asked = new Map(headFields(worksheet, course.language).map(({ name, label }) => [name, label]))
  return (['name', 'group', 'date'] as const).map((part) => {
    const name = `${worksheet.id}.sheet_${part}`
    return { name, label: asked.get(name) ?? say[part] }
  })
}

type Known = ReadonlyMap<string, FormField>

function knownFields(worksheet: Worksheet, course: Course): Known {
  return new Map(formFields(worksheet, course.language).map((field) => [field.name, field]))
}

interface ReadForm {
  sheets: Map<string, Map<string, Answer>>
  unknown: string[]
  /** Null where it is the version of the course, or cannot be told. */
  version: string | null
}

/** The sheets in one file: one, or several where sheets were bound into one PDF. */
function sheetsIn(form: ReturnedForm, course: Course, known: ReadonlyMap<string, Known>): ReadForm | SkipReason {
  if (form.course !== null && form.course !== course.id) return 'foreign'
  const values = [...form.values].map(([name, value]): [string, Answer] => [ownName(name, known), value])
  const names = form.worksheet === null ? values.map(([name]) => worksheetOf(name)) : [form.worksheet]
  if (!names.some((name) => known.has(name))) return 'foreign'
  const read: ReadForm = { sheets: new Map(), unknown: [], version: form.version === course.version ? null : form.version }
  for (const [name, value] of values) {
    const fields = known.get(worksheetOf(name))
    const answer = answerOf(fields?.get(name), value)
    if (answer === 'unknown') read.unknown.push(name)
    if (answer === 'empty' || !fields) continue
    const answers = read.sheets.get(worksheetOf(name)) ?? new Map<string, Answer>()
    read.sheets.set(worksheetOf(name), answer === 'unknown' ? answers : answers.set(name, answer.value))
  }
  return read.sheets.size === 0 ? 'blank' : read
}

/** The name as the course has it: programs that bind sheets into one PDF put names of their own before it. */
function ownName(name: string, known: ReadonlyMap<string, Known>): string {
  const parts = name.split('.')
  const at = parts.findIndex((part) => known.has(part))
  return at > 0 ? parts.slice(at).join('.') : name
}

/** `w-horizon.shortage` -> `w-horizon` */
function worksheetOf(field: string): string {
  return field.split('.')[0] ?? ''
}

/** What stands in a field, as the sheet means it; `unknown` where the sheet has no such field or no such mark. */
function answerOf(field: FormField | undefined, value: Answer): { value: Answer } | 'empty' | 'unknown' {
  const text = typeof value === 'string' ? plain(value) : value
  if (text === '' || text === false) return 'empty'
  if (field?.kind === 'checkbox') return { value: true }
  if (!field || text === true) return 'unknown'
  if (field.kind === 'radio') return field.marks.some((mark) => mark.value === text) ? { value: text } : 'unknown'
  return { value: text }
}

/** What was typed: line ends as one sign, without the control characters that no table can hold, without space around it. */
function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '')
    .toWellFormed()
    .trim()
}

function cellOf(field: FormField, answer: Answer | undefined): Cell {
  if (answer === undefined) return ''
  if (answer === true || answer === false) return Number(answer)
  if (field.kind !== 'radio') return answer
  return isScale(field) ? Number(answer) : (field.marks.find(({ value }) => value === answer)?.label ?? '')
}

/** The marks of a scale are its numbers, those of a choice its options. */
function isScale({ marks }: FormField): boolean {
  return marks.every(({ value }) => /^-?\d+$/.test(value))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
