/**
 * The one list of what can be filled in on a worksheet. PDF, HTML and exported answers take names, order and
 * descriptions from here, so that a sheet filled in one of them can be read against the others.
 *
 * Names are made of stable ids and ordinals only, so they are equal in every language of a course:
 * `w-horizon.shortage` (lines, box, a choice of one), `w-horizon.occupations.r1.c2` (cell: row and column, counted
 * from 1, given columns included), `w-horizon.who.o2` (an option of a choice of several), `w-horizon.sure.s1` (a
 * statement of a scale), `w-horizon.map.z2` (a zone of a box), `w-horizon.sheet_name` (the lines at the head of the sheet;
 * no written id has an underscore).
 */
import type {
  BoxField,
  ChoiceField,
  Field,
  Flesh,
  Language,
  LinesField,
  Piece,
  ScaleField,
  TableField,
  Worksheet,
} from '../course/course.ts'
import { visible } from '../course/visible.ts'
import { words } from '../course/words.ts'

export interface FormField {
  /** Unique in the course, equal in all languages. */
  name: string
  kind: 'text' | 'multiline' | 'checkbox' | 'radio'
  /** Full description for those who do not see the sheet: question, row, column. */
  label: string
  /** What a `radio` field can be set to, in order; empty for other kinds. */
  marks: Mark[]
  /** Id of the piece it belongs to; null for the head of the sheet. */
  piece: string | null
}

/** One mark of a radio field: `value` is what is stored. */
export interface Mark {
  value: string
  label: string
}

/** Every form field of a worksheet, in the order of the sheet: the head's first, then those of its pieces. */
export function formFields(worksheet: Worksheet, language: Language): FormField[] {
  return [...headFields(worksheet, language), ...fieldPieces(worksheet).flatMap((piece) => fieldsOf(piece, worksheet, language))]
}

/** The lines at the head of the sheet: name (or names of the group), group, date; the date alone where nobody writes a name. */
export function headFields(worksheet: Worksheet, language: Language): FormField[] {
  const say = words(language)
  const names: [string, string][] = [
    ['name', worksheet.group ? say.sheet.namesOfTheGroup : say.name],
    ['group', say.group],
  ]
  return [...(worksheet.anonymous ? [] : names), ['date', say.date] as const].map(([part, label]) => ({
    name: `${worksheet.id}.sheet_${part}`,
    kind: 'text',
    label,
    marks: [],
    piece: null,
  }))
}

/** The field pieces of a worksheet in reading order, also those inside other pieces; answers hold none. */
export function fieldPieces(worksheet: Worksheet): Field[] {
  return piecesIn(worksheet.body, worksheet).filter(isField)
}

/** The form fields of one piece; a table's come row by row. */
export function fieldsOf(piece: Field, worksheet: Worksheet, language: Language): FormField[] {
  const name = nameOf(piece, worksheet)
  switch (piece.kind) {
    case 'lines':
      return [one(piece, name, piece.rows === 1 ? 'text' : 'multiline')]
    case 'box':
      return piece.zones.length === 0 ? [canvas(piece, name, language)] : zones(piece, name)
    case 'table':
      return cells(piece, name, language)
    case 'choice':
      return choice(piece, name)
    case 'scale':
      return scale(piece, name)
  }
}

/** Whether a piece of a worksheet stands on the sheet to fill in: what participants see; all but answers where the sheet is for facilitators. */
export function onSheet(piece: Piece, worksheet: Worksheet): boolean {
  return worksheet.audience === 'facilitator' ? piece.kind !== 'answers' : visible(piece, 'participant')
}

export function isField(piece: Piece): piece is Field {
  return ['lines', 'table', 'choice', 'scale', 'box'].includes(piece.kind)
}

/** Number of rows of a table: the given labels count where there are any. */
export function rowsOf(table: TableField): number {
  return table.labels.length || table.rows
}

function nameOf(piece: Field, worksheet: Worksheet): string {
  return piece.id.startsWith(`${worksheet.id}.`) ? piece.id : `${worksheet.id}.${piece.id}`
}

function one(piece: LinesField | BoxField, name: string, kind: 'text' | 'multiline'): FormField {
  return { name, kind, label: piece.title, marks: [], piece: piece.id }
}

/** A box in one; what its sides mean is said to those who do not see them. */
function canvas(piece: BoxField, name: string, language: Language): FormField {
  return { ...one(piece, name, 'multiline'), label: [piece.title, ...axisSentences(piece, language)].join(' – ') }
}

function zones(piece: BoxField, name: string): FormField[] {
  return piece.zones.map((zone, index) => ({
    name: `${name}.z${index + 1}`,
    kind: 'multiline',
    label: [piece.title, zone].join(' – '),
    marks: [],
    piece: piece.id,
  }))
}

/** What the sides of a canvas mean, a sentence a side. */
export function axisSentences({ axes: [across, up] }: BoxField, language: Language): string[] {
  const say = words(language).sheet
  return [...(across ? [say.axisAcross(across.from, across.to)] : []), ...(up ? [say.axisUp(up.from, up.to)] : [])]
}

function cells(piece: TableField, name: string, language: Language): FormField[] {
  const given = piece.labels.length > 0 ? 1 : 0
  return Array.from({ length: rowsOf(piece) }, (_, row) =>
    piece.columns.slice(given).map((column, index): FormField => {
      const rowLabel = piece.labels[row] ?? words(language).sheet.row(row + 1)
      return {
        name: `${name}.r${row + 1}.c${given + index + 1}`,
        kind: 'multiline',
        label: [piece.title, rowLabel, column].join(' – '),
        marks: [],
        piece: piece.id,
      }
    }),
  ).flat()
}

function choice(piece: ChoiceField, name: string): FormField[] {
  const marks = piece.options.map((label, index) => ({ value: `o${index + 1}`, label }))
  if (!piece.multiple) return [{ name, kind: 'radio', label: piece.title, marks, piece: piece.id }]
  return marks.map(({ value, label }) => ({
    name: `${name}.${value}`,
    kind: 'checkbox',
    label: [piece.title, label].join(' – '),
    marks: [],
    piece: piece.id,
  }))
}

function scale(piece: ScaleField, name: string): FormField[] {
  const marks = scalePoints(piece)
  const rows = piece.statements.length > 0 ? piece.statements : [null]
  return rows.map((statement, index) => ({
    name: statement === null ? name : `${name}.s${index + 1}`,
    kind: 'radio',
    label: statement === null ? piece.title : [piece.title, statement].join(' – '),
    marks,
    piece: piece.id,
  }))
}

/** The points of a scale: the value is the number itself; the ends carry their words. */
export function scalePoints(piece: ScaleField): Mark[] {
  return Array.from({ length: Math.max(piece.max - piece.min + 1, 0) }, (_, index) => {
    const value = String(piece.min + index)
    const end = index === 0 ? piece.low : piece.min + index === piece.max ? piece.high : ''
    return { value, label: end ? `${value}, ${end}` : value }
  })
}

function piecesIn(flesh: Flesh, worksheet: Worksheet): Piece[] {
  return flesh.flatMap((node): Piece[] => {
    if (node.type === 'piece') return onSheet(node.piece, worksheet) ? [node.piece, ...piecesIn(bodyOf(node.piece), worksheet)] : []
    return 'children' in node ? piecesIn(node.children as Flesh, worksheet) : []
  })
}

function bodyOf(piece: Piece): Flesh {
  return 'body' in piece ? piece.body : []
}
