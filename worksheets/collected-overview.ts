/**
 * What came back, on one page for the debrief: choices and scales counted, texts under their question. A self-contained HTML document that
 * opens from disk and fetches nothing.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ChoiceField, Course, Field, ScaleField, TableField } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { contentCss } from '../look/content.ts'
import { logoCss, logoOnCover } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { type Look, tokensCss } from '../look/tokens.ts'
import { collectedCss } from './collected-styles.ts'
import { type FormField, fieldPieces, fieldsOf, rowsOf, scalePoints } from './form-fields.ts'
import {
  type CollectedWorksheet,
  type Collection,
  headColumns,
  type ReturnedSheet,
  remarkSentences,
  skipSentence,
} from './read-returned.ts'
import { foreign, sheetLabel } from './sheet-body.ts'

/** The page. `workbook` is the file beside it that holds every table; each worksheet has `<id>.csv` there. */
export function collectedOverview(collection: Collection, course: Course, workbook: string, fontCss: string): string {
  const say = words(course.language)
  const look = lookOf(course.look)
  const css = [fontCss, tokensCss(look), contentCss, collectedCss, logoCss(look.logo)].filter(Boolean).join('\n')
  const tree = h('html', { lang: course.language, dir: course.direction }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(look) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', `${say.collected.title} – ${course.title}`),
      h('style', css.replaceAll('</', '<\\/')),
    ]),
    h('body', [
      cover(collection, course),
      h('main', [
        contents(collection, course, workbook),
        ...collection.worksheets.map((one) => worksheetSection(one, course)),
        ...leftOut(collection, course),
      ]),
    ]),
  ])
  return `<!doctype html>\n${toHtml([tree])}\n`
}

function policy({ logo }: Look): string {
  return `default-src 'none'; style-src 'unsafe-inline'; font-src data:${logo ? '; img-src data:' : ''}`
}

function cover({ worksheets }: Collection, course: Course): Element {
  const say = words(course.language)
  const sheets = worksheets.reduce((sum, one) => sum + one.sheets.length, 0)
  const facts = [say.collected.sheetsOfWorksheets(sheets, worksheets.length), `${say.version} ${course.version}`]
  return h('header', { className: 'cover' }, [
    h('div', { className: 'cover-inner' }, [
      ...logoOnCover(lookOf(course.look)),
      h('p', { className: 'cover-course' }, course.title),
      h('h1', say.collected.title),
      h('p', { className: 'cover-facts' }, facts.join(' · ')),
    ]),
  ])
}

function contents({ worksheets }: Collection, course: Course, workbook: string): Element {
  const say = words(course.language)
  return h('nav', { className: 'contents', ariaLabel: say.contents }, [
    h(
      'ul',
      { role: 'list' },
      worksheets.map(({ worksheet, sheets }) =>
        h('li', [
          h('a', { href: `#${worksheet.id}` }, [
            h('span', { className: 'contents-label' }, sheetLabel(worksheet, course)),
            ' ',
            h('span', { className: 'contents-title', ...foreign(worksheet, course) }, worksheet.title),
          ]),
          h('span', { className: 'contents-sheets' }, say.collected.sheets(sheets.length)),
          h('a', { href: `${worksheet.id}.csv`, className: 'contents-table', ariaLabel: `CSV${say.colon}${worksheet.title}` }, 'CSV'),
        ]),
      ),
    ),
    h('p', [h('a', { href: workbook }, say.collected.workbook), ' (XLSX)']),
  ])
}

/** A collected worksheet with how its sheets are named beside their answers: null where nobody signs. */
interface Told extends CollectedWorksheet {
  course: Course
  sources: string[] | null
}

function worksheetSection(one: CollectedWorksheet, course: Course): Element {
  const { worksheet, sheets } = one
  const say = words(course.language)
  const told: Told = {
    ...one,
    course,
    sources: worksheet.anonymous ? null : sheets.map((sheet, index) => sourceOf(sheet, index, one, course)),
  }
  const label = `${sheetLabel(worksheet, course)} · ${say.collected.sheets(sheets.length)}`
  return h('section', { id: worksheet.id, className: 'worksheet' }, [
    h('p', { className: 'worksheet-label' }, label),
    h('h2', { ...foreign(worksheet, course) }, worksheet.title),
    ...whoSent(told),
    ...fieldPieces(worksheet).map((piece, index) => pieceSection(piece, index + 1, told)),
  ])
}

/** The group of a sheet for groups, the name of one for a person; "Sheet 3" where neither is said. */
function sourceOf({ answers }: ReturnedSheet, index: number, { worksheet }: CollectedWorksheet, course: Course): string {
  const said = (part: string) => String(answers.get(`${worksheet.id}.sheet_${part}`) ?? '')
  const [first, second] = worksheet.group ? (['group', 'name'] as const) : (['name', 'group'] as const)
  return said(first) || said(second) || words(course.language).collected.sheet(index + 1)
}

function whoSent({ worksheet, sheets, sources, course }: Told): ElementContent[] {
  if (!sources) return []
  const heads = headColumns(worksheet, course)
  // the file only where nothing else tells whose it is: this is shown to the room
  const facts = ({ answers, file }: ReturnedSheet, source: string): string[] => {
    const said = heads.map(({ name }) => String(answers.get(name) ?? '')).filter(Boolean)
    return said.includes(source) ? said.filter((fact) => fact !== source) : [...said, file]
  }
  return [
    h(
      'ol',
      { role: 'list', className: 'who' },
      sheets.map((sheet, index) =>
        h('li', [
          h('strong', [h('bdi', sources[index] ?? '')]),
          h(
            'span',
            { className: 'quiet' },
            facts(sheet, sources[index] ?? '').flatMap((fact, at) => [...(at > 0 ? [' · '] : []), h('bdi', fact)]),
          ),
        ]),
      ),
    ),
  ]
}

function pieceSection(piece: Field, number: number, told: Told): Element {
  const { worksheet, sheets, course } = told
  const fields = fieldsOf(piece, worksheet, course.language)
  const answered = sheets.filter(({ answers }) => fields.some(({ name }) => answers.has(name))).length
  return h('section', { className: ['answer', `answer-${piece.kind}`] }, [
    h('h3', [h('span', { className: 'answer-number' }, String(number)), ' ', h('span', { ...foreign(worksheet, course) }, piece.title)]),
    h('p', { className: 'quiet' }, [words(course.language).collected.answered(answered, sheets.length), ...endsOf(piece, told)]),
    ...(answered === 0 ? [] : answersTo(piece, fields, told)),
  ])
}

function answersTo(piece: Field, fields: FormField[], told: Told): ElementContent[] {
  switch (piece.kind) {
    case 'lines':
      return texts(fields, told)
    case 'box':
      return piece.zones.length === 0
        ? texts(fields, told)
        : fields.flatMap((field, index) => zoneTexts(piece.zones[index] ?? '', field, told))
    case 'choice':
      return [bars(piece, fields, told)]
    case 'scale':
      return [scaleTable(piece, fields, told)]
    case 'table':
      return [piece.labels.length > 0 ? byRow(piece, fields, told) : bySheet(piece, fields, told)]
  }
}

// ---- counted --------------------------------------------------------------------------------------------------------

function bars(piece: ChoiceField, fields: FormField[], { sheets, worksheet, course }: Told): Element {
  const [first] = fields
  const counts = piece.options.map((_, index) =>
    piece.multiple ? countOf(sheets, fields[index]?.name, true) : countOf(sheets, first?.name, first?.marks[index]?.value),
  )
  return h(
    'ul',
    { role: 'list', className: 'bars' },
    piece.options.map((option, index) => {
      const count = counts[index] ?? 0
      return h('li', [
        h('span', { className: 'bar-label', ...foreign(worksheet, course) }, option),
        h('span', { className: 'bar', style: `--share:${Math.round((1000 * count) / sheets.length) / 10}%` }),
        h('span', { className: 'bar-count' }, String(count)),
      ])
    }),
  )
}

function countOf(sheets: readonly ReturnedSheet[], name: string | undefined, value: string | true | undefined): number {
  return sheets.filter(({ answers }) => name !== undefined && value !== undefined && answers.get(name) === value).length
}

/** Counts per mark with the median, a row a statement. */
function scaleTable(piece: ScaleField, fields: FormField[], told: Told): Element {
  const { sheets, worksheet, course } = told
  const say = words(course.language).collected
  const points = scalePoints(piece)
  return h('div', { className: ['flesh', 'table-frame'] }, [
    h('table', { className: 'scale', ...foreign(worksheet, course) }, [
      h('thead', [
        h('tr', [
          ...(piece.statements.length > 0 ? [h('td')] : []),
          ...points.map(({ value }) => h('th', { scope: 'col' }, value)),
          h('th', { scope: 'col', className: 'median' }, say.median),
        ]),
      ]),
      h(
        'tbody',
        fields.map(({ name }, row) => {
          const marks = sheets.flatMap(({ answers }) => answers.get(name) ?? []).map(Number)
          const median = medianOf(marks)
          const statement = piece.statements[row]
          return h('tr', [
            ...(statement === undefined ? [] : [h('th', { scope: 'row' }, statement)]),
            ...points.map(({ value }) => {
              const count = marks.filter((mark) => mark === Number(value)).length
              const share = Math.round((100 * count) / Math.max(marks.length, 1))
              return h('td', { className: count === 0 ? 'none' : 'some', style: `--share:${share}%`, dataMark: value }, String(count))
            }),
            h('td', { className: 'median', dataMark: say.median }, median === null ? '–' : say.number(median)),
          ])
        }),
      ),
    ]),
  ])
}

/** " · 1 = not at all · 5 = fully" */
function endsOf(piece: Field, { worksheet, course }: Told): ElementContent[] {
  if (piece.kind !== 'scale') return []
  const ends: [number, string][] = [
    [piece.min, piece.low],
    [piece.max, piece.high],
  ]
  return ends
    .filter(([, end]) => end !== '')
    .flatMap(([mark, end]) => [{ type: 'text' as const, value: ' · ' }, h('bdi', { ...foreign(worksheet, course) }, `${mark} = ${end}`)])
}

/** The middle of the marks; between two, half-way. */
export function medianOf(marks: readonly number[]): number | null {
  const sorted = [...marks].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

// ---- texts ----------------------------------------------------------------------------------------------------------

/** What was written into one zone of a canvas, under its name; nothing where nobody wrote. */
function zoneTexts(zone: string, field: FormField, told: Told): ElementContent[] {
  if (!told.sheets.some(({ answers }) => answers.has(field.name))) return []
  return [h('h4', { className: 'zone', ...foreign(told.worksheet, told.course) }, zone), ...texts([field], told)]
}

/** Each text once, with all who wrote it, or how many did; what most wrote first. */
function texts([field]: FormField[], { sheets, sources }: Told): ElementContent[] {
  const given = sheets.flatMap(({ answers }, index) => {
    const text = answers.get(field?.name ?? '')
    return text === undefined ? [] : [{ text: String(text), source: sources?.[index] }]
  })
  const alike = [...Map.groupBy(given, ({ text }) => sameText(text))]
  // where nobody signs, no order tells which answers are from one sheet
  if (!sources) alike.sort(([one], [other]) => (one < other ? -1 : 1))
  alike.sort(([, one], [, other]) => other.length - one.length)
  return [
    h(
      'ul',
      { role: 'list', className: 'texts' },
      alike.map(([, same]) =>
        h('li', [
          ...(sources ? [h('span', { className: 'source' }, inRow(same.map(({ source }) => typed(source ?? '', 'span'))))] : []),
          typed(same[0]?.text ?? '', 'p'),
          ...(sources || same.length === 1 ? [] : [h('span', { className: 'times' }, `× ${same.length}`)]),
        ]),
      ),
    ),
  ]
}

/** Texts that differ in capitals, spaces or a full stop say the same. */
function sameText(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!。]+$/, '')
    .trim()
}

function inRow(parts: Element[]): ElementContent[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{ type: 'text', value: ' · ' }, part]))
}

/** A table whose rows are given: under each row, what every sheet says to it. */
function byRow(piece: TableField, fields: FormField[], told: Told): Element {
  const { sheets, sources } = told
  const [given = '', ...columns] = piece.columns
  const groups = piece.labels.map((label, row) => {
    const own = rowFields(fields, piece, row)
    const lines = sheets.flatMap((sheet, index) => line(sheet, own, columns, sources === null ? null : (sources[index] ?? '')))
    return lines.length === 0 ? null : h('tbody', [groupHead(h('span', label), columns.length + (sources ? 1 : 0)), ...lines])
  })
  return answerTable(sources ? [given, ...columns] : columns, groups, told)
}

/** A table whose rows are free: what each sheet wrote, row by row. */
function bySheet(piece: TableField, fields: FormField[], told: Told): Element {
  const { sheets, sources } = told
  const groups = sheets.map((sheet, index) => {
    const lines = Array.from({ length: rowsOf(piece) }, (_, row) => line(sheet, rowFields(fields, piece, row), piece.columns, null)).flat()
    const head = sources ? [groupHead(typed(sources[index] ?? '', 'span'), piece.columns.length)] : []
    return lines.length === 0 ? null : h('tbody', [...head, ...lines])
  })
  return answerTable(piece.columns, groups, told)
}

function rowFields(fields: FormField[], piece: TableField, row: number): FormField[] {
  const width = fields.length / rowsOf(piece)
  return fields.slice(row * width, (row + 1) * width)
}

/** One row of one sheet; nothing where it is empty. */
function line({ answers }: ReturnedSheet, fields: FormField[], columns: string[], source: string | null): Element[] {
  if (!fields.some(({ name }) => answers.has(name))) return []
  const cells = fields.map(({ name }, index) => {
    const text = answers.get(name)
    return h('td', { dataColumn: columns[index] ?? '' }, text === undefined ? [] : [typed(String(text), 'div')])
  })
  return [h('tr', [...(source === null ? [] : [h('th', { scope: 'row', className: 'source' }, [typed(source, 'span')])]), ...cells])]
}

function groupHead(name: ElementContent, columns: number): Element {
  return h('tr', [h('th', { scope: 'rowgroup', colSpan: columns, className: 'table-group' }, [name])])
}

function answerTable(columns: string[], groups: (Element | null)[], { worksheet, course }: Told): Element {
  return h('div', { className: ['flesh', 'table-frame'] }, [
    h('table', { className: 'answers', ...foreign(worksheet, course) }, [
      h('thead', [
        h(
          'tr',
          columns.map((column) => h('th', { scope: 'col' }, column)),
        ),
      ]),
      ...groups.filter((group) => group !== null),
    ]),
  ])
}

/** What people wrote runs in the direction of its own script, and keeps its lines. */
function typed(text: string, tag: 'p' | 'div' | 'span', kind = 'typed'): Element {
  return h(tag, { className: kind === 'typed' ? kind : ['typed', kind], dir: 'auto' }, text)
}

// ---- left out -------------------------------------------------------------------------------------------------------

function leftOut({ skipped, remarks }: Collection, course: Course): ElementContent[] {
  const say = words(course.language).collected
  const list = (title: string, lines: { file: string; sentence: string }[]): ElementContent[] =>
    lines.length === 0
      ? []
      : [
          // closed: what is shown to the room are the answers
          h('details', { className: 'left-out' }, [
            h('summary', `${title} (${lines.length})`),
            h(
              'ul',
              { role: 'list' },
              lines.map(({ file, sentence }) => h('li', [h('bdi', { className: 'left-out-file' }, file), h('span', sentence)])),
            ),
          ]),
        ]
  return [
    ...list(
      say.notRead,
      skipped.map((one) => ({ file: one.file, sentence: skipSentence(one, course.language) })),
    ),
    ...list(
      say.readInPart,
      remarks.map((remark) => ({ file: remark.file, sentence: remarkSentences(remark, course).join(' ') })),
    ),
  ]
}
