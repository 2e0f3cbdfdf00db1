/**
 * Tables as one Excel workbook (Office Open XML, ECMA-376): a sheet a table, with the few parts a workbook cannot do without. Texts stand
 * inline in their cells, so that none is ever taken for a formula. Same tables, same bytes.
 */
import type { AnswerTable, Cell } from '../worksheets/read-returned.ts'
import { zip } from './write-packs.ts'

export interface NamedTable extends AnswerTable {
  name: string
}

/** The workbook's bytes. Names longer than a workbook allows are cut. */
export function xlsxOf(tables: readonly NamedTable[], direction: 'ltr' | 'rtl'): Uint8Array {
  const names = sheetNames(tables.map(({ name }) => name))
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(tables.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...tables.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...tables.map((table, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table, direction)]),
  ])
  return zip(files)
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="/xl/${name}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`
  const own = Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')).join('')
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${own}</Types>`
}

function relations(targets: readonly [type: string, target: string][]): string {
  const all = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Cell styles: 0 a number, 1 a text (kept one when it is edited), 2 a head, 3 the name of a field. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FF0B3C5D"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF515C64"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

function sheetXml({ heads, ids, rows }: AnswerTable, direction: 'ltr' | 'rtl'): string {
  const all = [rowXml(heads, 1, 2), rowXml(ids, 2, 3), ...rows.map((row, index) => rowXml(row, index + 3, 1))]
  const side = direction === 'rtl' ? ' rightToLeft="1"' : ''
  const frozen = '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>'
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${side}>${frozen}</sheetView></sheetViews><cols><col min="1" max="${heads.length}" width="28" customWidth="1"/></cols><sheetData>${all.join('')}</sheetData></worksheet>`
}

function rowXml(cells: readonly Cell[], row: number, style: number): string {
  const filled = cells.flatMap((value, column) => (value === '' ? [] : [cellXml(value, `${columnName(column)}${row}`, style)]))
  return `<row r="${row}">${filled.join('')}</row>`
}

function cellXml(value: Cell, place: string, style: number): string {
  if (typeof value === 'number') return `<c r="${place}" s="0"><v>${value}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(shortened(value))}</t></is></c>`
}

/** 0 -> A, 26 -> AA */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Excel opens no cell with more; the CSV has it whole. */
const LONGEST = 32_767

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`
}

/** At most 31 characters, and no two alike, as a workbook wants them. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let sheet = name.slice(0, 31)
    for (let number = 2; taken.has(sheet.toLowerCase()); number += 1) sheet = `${name.slice(0, 30 - String(number).length)}-${number}`
    taken.add(sheet.toLowerCase())
    return sheet
  })
}

/** Text of an XML document; what looks like one of the format's own escapes (`_x0041_`) is escaped as one. */
function xml(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
