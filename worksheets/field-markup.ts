/**
 * The markup of a worksheet's fields, the same on paper and on screen: a label, a line that says how to answer, and
 * the places to fill in. What stands in a place (a ruled line, a link that holds the place of a form field, an input)
 * comes from the `Controls` of the medium.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { zoneColumns } from '../course/canvas.ts'
import type { BoxField, ChoiceField, Field, Language, LinesField, ScaleField, TableField, Worksheet } from '../course/course.ts'
import { words } from '../course/words.ts'
import { axisSentences, type FormField, fieldsOf, type Mark, rowsOf, scalePoints } from './form-fields.ts'

/** What a medium puts into the places of a field. */
export interface Controls {
  medium: 'print' | 'screen'
  /** A place for words; `rows` is how many lines of writing it should hold. */
  writing(field: FormField, rows: number): ElementContent[]
  /** A place for a tick: of a checkbox, or of one mark of a radio field. */
  tick(field: FormField, mark: Mark | null): ElementContent[]
}

/** Places that the press measures and players look for are known by the field's name; its label's id is made from it. */
export function labelId(field: string): string {
  return `${field}.label`
}

/** Id of the control itself: a field of one place has the name of its piece, whose id stands on the frame. */
export function inputId(field: string): string {
  return `${field}.input`
}

/** One field of a worksheet; `position` counts from 1 over the whole sheet. */
export function fieldToHast(piece: Field, position: number, worksheet: Worksheet, language: Language, controls: Controls): Element {
  const frame: Frame = { piece, position, fields: fieldsOf(piece, worksheet, language), language, controls }
  switch (piece.kind) {
    case 'lines':
      return lines(piece, frame)
    case 'table':
      return table(piece, frame)
    case 'choice':
      return choice(piece, frame)
    case 'scale':
      return scale(piece, frame)
    case 'box':
      return box(piece, frame)
  }
}

interface Frame {
  piece: Field
  position: number
  fields: FormField[]
  language: Language
  controls: Controls
}

function lines(piece: LinesField, frame: Frame): Element {
  const field = fieldAt(frame, 0)
  return section(frame, labelFor(frame, field), [
    h('div', { className: ['writing', 'writing-lines'] }, [
      ...Array.from({ length: piece.rows }, () => h('span', { className: 'rule' })),
      ...frame.controls.writing(field, piece.rows),
    ]),
  ])
}

function box(piece: BoxField, frame: Frame): Element {
  const sides = axisSentences(piece, frame.language).join(' · ')
  if (piece.zones.length > 0) {
    // on paper the sides are drawn
    return group(frame, frame.controls.medium === 'print' ? null : sides || null, [canvas(piece, frame, zones(piece, frame))])
  }
  const field = fieldAt(frame, 0)
  const rows = Math.round(piece.height / LINE_HEIGHT)
  const surface = h('div', { className: ['writing', 'writing-box', ...gridOf(piece)] }, [
    ...gridLines(piece, frame),
    ...frame.controls.writing(field, rows),
  ])
  const hint = sides && frame.controls.medium === 'screen' ? [h('p', { className: 'field-hint' }, sides)] : []
  return section(frame, labelFor(frame, field), [...hint, canvas(piece, frame, surface)])
}

function gridOf({ grid }: BoxField): string[] {
  return grid ? ['writing-grid'] : []
}

/** Squares of ten millimetres, on paper: lines that reach beyond the box and are cut at its edge, whatever size it grows to. */
function gridLines({ grid }: BoxField, { controls }: Frame): Element[] {
  if (!grid || controls.medium === 'screen') return []
  const at = Array.from({ length: 29 }, (_, index) => (index + 1) * 10)
  const lines = at.map((mm) => `M${mm} 0V300M0 ${mm}H300`).join('')
  return [h('svg', { className: 'grid-lines', ariaHidden: 'true' }, [h('path', { d: lines, transform: `scale(${PIXELS_PER_MM})` })])]
}

const PIXELS_PER_MM = 3.7795

/** The parts of a canvas, each a place of its own: on a phone one below the other. */
function zones(piece: BoxField, frame: Frame): Element {
  const columns = zoneColumns(piece.zones.length)
  const rows = Math.round(piece.height / LINE_HEIGHT / Math.ceil(piece.zones.length / columns))
  return h('div', { className: ['writing-box', 'zones', ...gridOf(piece)], style: `--columns:${columns}` }, [
    ...gridLines(piece, frame),
    ...piece.zones.map((zone, index) => {
      const field = fieldAt(frame, index)
      const label =
        frame.controls.medium === 'print'
          ? h('p', { className: 'zone-label' }, zone)
          : h('label', { className: 'zone-label', htmlFor: inputId(field.name), id: labelId(field.name) }, zone)
      return h('div', { className: 'zone' }, [label, h('div', { className: 'writing' }, frame.controls.writing(field, rows))])
    }),
  ])
}

/** A surface between its axes. On screen its hint says what they mean. */
function canvas(piece: BoxField, { controls }: Frame, surface: Element): Element {
  const [across, up] = piece.axes
  if (controls.medium === 'screen' || !across) return surface
  return h('div', { className: ['canvas', ...(up ? ['canvas-up'] : [])] }, [
    ...(up ? [axis('up', up.to, up.from)] : []),
    surface,
    axis('across', across.from, across.to),
  ])
}

/** An axis as it is read: from its start, or from its head down. */
function axis(direction: 'across' | 'up', first: string, last: string): Element {
  const tip = direction === 'up' ? 'M0 6L3 0L6 6Z' : 'M0 0L6 3L0 6Z'
  return h('div', { className: ['axis', `axis-${direction}`] }, [
    h('span', first),
    h('span', { className: 'axis-line' }, [h('svg', { viewBox: '0 0 6 6', ariaHidden: 'true' }, [h('path', { d: tip })])]),
    h('span', last),
  ])
}

/** Millimetres between two ruled lines. */
const LINE_HEIGHT = 9

function table(piece: TableField, frame: Frame): Element {
  const given = piece.labels.length > 0
  const columns = given ? piece.columns.slice(1) : piece.columns
  const rows = Array.from({ length: rowsOf(piece) }, (_, row) =>
    h('tr', given ? {} : { dataRow: words(frame.language).sheet.row(row + 1) }, [
      ...(given ? [h('th', { scope: 'row' }, piece.labels[row])] : []),
      ...columns.map((column, index) => {
        const field = fieldAt(frame, row * columns.length + index)
        return h('td', { dataColumn: column }, frame.controls.writing(field, 2))
      }),
    ]),
  )
  return section(frame, labelText(frame, 'p', { id: labelId(frame.piece.id) }), [
    h('table', { className: 'grid', ariaLabelledBy: labelId(frame.piece.id) }, [
      ...columnWidths(piece),
      h('thead', [
        h(
          'tr',
          piece.columns.map((column) => h('th', { scope: 'col' }, column)),
        ),
      ]),
      h('tbody', rows),
    ]),
  ])
}

/** Columns as wide as the author says; else all alike, but for one of given labels. */
function columnWidths(piece: TableField): Element[] {
  const whole = piece.widths.reduce((sum, width) => sum + width, 0)
  const shares =
    whole > 0 ? piece.widths.map((width) => Math.round((width * 1000) / whole) / 10) : piece.labels.length > 0 ? [labelColumn(piece)] : []
  if (shares.length === 0) return []
  return [
    h(
      'colgroup',
      shares.map((share) => h('col', { style: `inline-size:${share}%` })),
    ),
  ]
}

/** Width in per cent of a column of given labels: by its longest label, between a fifth and the share of two columns. */
function labelColumn(piece: TableField): number {
  const longest = Math.max(...piece.labels.map((label) => label.length))
  const most = Math.min(38, 200 / (piece.columns.length + 1))
  return Math.round(Math.min(Math.max(longest * 0.75, 18), most))
}

function choice(piece: ChoiceField, frame: Frame): Element {
  const say = words(frame.language)
  const options = piece.options.map((option, index) => {
    const [field, mark] = piece.multiple ? [fieldAt(frame, index), null] : [fieldAt(frame, 0), fieldAt(frame, 0).marks[index] ?? null]
    return h('li', [h('label', { className: 'option' }, [...frame.controls.tick(field, mark), h('span', option)])])
  })
  return group(frame, piece.multiple ? say.choices : say.choice, [
    h('ul', { className: ['options', `options-${widthOf(piece.options)}`], role: 'list' }, options),
  ])
}

function widthOf(options: readonly string[]): 'short' | 'medium' | 'long' | 'full' {
  const longest = Math.max(...options.map((option) => option.length))
  return longest <= 16 ? 'short' : longest <= 28 ? 'medium' : longest <= 46 ? 'long' : 'full'
}

function scale(piece: ScaleField, frame: Frame): Element {
  return piece.statements.length === 0 ? singleScale(piece, frame) : statementScale(piece, frame)
}

function singleScale(piece: ScaleField, frame: Frame): Element {
  const field = fieldAt(frame, 0)
  return group(frame, null, [
    h('div', { className: 'scale' }, [
      ...(piece.low ? [h('span', { className: 'scale-end', dataValue: String(piece.min) }, piece.low)] : []),
      points(field, frame, true),
      ...(piece.high ? [h('span', { className: 'scale-end', dataValue: String(piece.max) }, piece.high)] : []),
    ]),
  ])
}

function statementScale(piece: ScaleField, frame: Frame): Element {
  const marks = scalePoints(piece)
  const ends = [piece.low && `${piece.min} = ${piece.low}`, piece.high && `${piece.max} = ${piece.high}`].filter(Boolean).join(' · ')
  return group(frame, ends || null, [
    h('div', { className: 'statements', style: `--points:${marks.length}` }, [
      h(
        'div',
        { className: 'statements-head', ariaHidden: 'true' },
        marks.map(({ value }) => h('span', value)),
      ),
      ...piece.statements.map((statement, index) => {
        const field = fieldAt(frame, index)
        const name = { role: frame.controls.medium === 'screen' ? 'radiogroup' : 'group', ariaLabelledBy: labelId(field.name) }
        return h('div', { className: 'statement', ...name }, [h('p', { id: labelId(field.name) }, statement), points(field, frame, false)])
      }),
    ]),
  ])
}

function points(field: FormField, frame: Frame, numbered: boolean): Element {
  return h(
    'div',
    { className: ['points', ...(numbered ? ['points-numbered'] : [])] },
    field.marks.map((mark) =>
      h('label', { className: 'point' }, [h('span', { className: 'point-number' }, mark.value), ...frame.controls.tick(field, mark)]),
    ),
  )
}

// ---- frame of every field -------------------------------------------------------------------------------------------

/** A field of one place: its label names the control. */
function section(frame: Frame, label: Element, content: ElementContent[]): Element {
  return h('section', attributes(frame), [label, ...content])
}

/** A field of several ticks: on screen a fieldset, so that each control is read with the question. */
function group(frame: Frame, hint: string | null, content: ElementContent[]): Element {
  const hints = hint ? [h('p', { className: 'field-hint' }, hint)] : []
  if (frame.controls.medium === 'print') return section(frame, labelText(frame, 'p', {}), [...hints, ...content])
  return h('fieldset', attributes(frame), [labelText(frame, 'legend', {}), ...hints, ...content])
}

function labelFor(frame: Frame, field: FormField): Element {
  return frame.controls.medium === 'print'
    ? labelText(frame, 'p', {})
    : labelText(frame, 'label', { htmlFor: inputId(field.name), id: labelId(field.name) })
}

function labelText({ piece, position }: Frame, tag: 'p' | 'label' | 'legend', properties: Record<string, string>): Element {
  return h(tag, { className: 'field-label', ...properties }, [h('span', { className: 'field-number' }, String(position)), ' ', piece.title])
}

function attributes({ piece }: Frame) {
  return {
    id: piece.id,
    className: ['field', `field-${piece.kind}`, ...(piece.kind === 'table' ? tableClasses(piece) : [])],
    dataSource: `${piece.place.path}:${piece.place.start.line}`,
    ...(room(piece) ? { style: room(piece) } : {}),
  }
}

/** `field-tall` may go over to the next page; `field-cards` has columns too many or too narrow for large print. */
function tableClasses(piece: TableField): string[] {
  const whole = piece.widths.reduce((sum, width) => sum + width, 0)
  const narrow = piece.widths.some((width) => width / whole < 1 / 4)
  return [...(rowsOf(piece) > TALL ? ['field-tall'] : []), ...(piece.columns.length > MOST_COLUMNS || narrow ? ['field-cards'] : [])]
}

/** Columns that words of 18 points fit into. */
const MOST_COLUMNS = 3

/** What the styles need to know to give a field its room. */
function room(piece: Field): string {
  if (piece.kind === 'box') return `--height:${piece.height}mm`
  if (piece.kind === 'lines') return `--rows:${piece.rows};--label-rows:${Math.ceil(piece.title.length / LABEL_LENGTH)}`
  return piece.kind === 'table' ? `--rows:${rowsOf(piece)}` : ''
}

/** Rows from which on a table may go over to the next page. */
const TALL = 8

/** Characters of a label that surely fit on one printed line. */
const LABEL_LENGTH = 75

function fieldAt(frame: Frame, index: number): FormField {
  const field = frame.fields[index]
  if (!field) throw new Error(`Unexpected place ${index} of field "${frame.piece.id}", expected one of its ${frame.fields.length}`)
  return field
}
