/** What the press found on paper, for the rule `worksheet-fits-page` to judge. */
import type { Language, Worksheet } from '../course/course.ts'
import type { SheetMeasure } from '../course/measurements.ts'
import type { Paper } from '../course/papers.ts'
import type { FieldBox } from './acro-form.ts'
import { type FormField, formFields } from './form-fields.ts'
import type { Room } from './sheet.ts'
import { SHEET_PAPERS } from './sheet-papers.ts'

/** A worksheet as it came out of the press. */
export interface PrintedSheet extends Print {
  worksheet: Worksheet
  paper: Paper
}

/**
 * What does not fit: a field or table row cut by the edge of a page, a place to write that is off the paper or too
 * narrow for handwriting (a table with too many columns), a last page with almost nothing on it. What does not fit on A4 is not said again
 * of the other papers; in large print a last page counts as empty only where nothing at all stands on it.
 */
export function measureSheets(sheets: readonly PrintedSheet[], language: Language): SheetMeasure[] {
  const said = new Set<string>()
  return sheets.flatMap((sheet) => {
    const fields = formFields(sheet.worksheet, language)
    const worksheet = sheet.worksheet.id
    return [...cutFields(sheet, fields), ...offPaper(sheet, fields), ...narrow(sheet, fields), ...emptyEnd(sheet)].flatMap((measure) => {
      const fault = [worksheet, measure.field, measure.problem].join(' ')
      if (said.has(fault)) return []
      said.add(fault)
      return [{ language, worksheet, paper: sheet.paper, ...measure }]
    })
  })
}

type Found = Omit<SheetMeasure, 'language' | 'worksheet' | 'paper'>

/** What a print of a sheet tells. */
export interface Print {
  boxes: readonly FieldBox[]
  pages: number
}

/** How much paper a sheet may try to fill after its first print, best first; a try is good when it needs no more pages. */
export function roomsToTry(print: Print, paper: Paper): Room[] {
  const { boxes, pages } = print
  if (pages < 2 || paper === 'large') return []
  const lost = lostRoom(boxes, paper)
  return [
    ...(usedOfLast(print, paper) < SPILL ? [{ pages: pages - 1, lost: 0, tight: true }] : []),
    { pages, lost, tight: false },
    { pages, lost: lost + 35, tight: false },
  ]
}

/**
 * Millimetres of paper that a sheet of several pages should not try to fill: what stayed empty at the foot of its full
 * pages, and a little more, since the breaks move when the places grow.
 */
function lostRoom(boxes: readonly FieldBox[], paper: Paper): number {
  const foot = SHEET_PAPERS[paper].margin.foot * POINTS_PER_MM
  const byPage = Map.groupBy(boxes, ({ page }) => page)
  const last = Math.max(0, ...byPage.keys())
  let lost = 12
  for (const [page, own] of byPage) {
    if (page < last) lost += (Math.min(...own.map(({ bottom }) => bottom)) - foot) / POINTS_PER_MM
  }
  return Math.round(lost)
}

/** Share of the last page down to its lowest place to fill in. */
function usedOfLast({ boxes, pages }: Print, paper: Paper): number {
  const { height, margin } = SHEET_PAPERS[paper]
  const top = height - margin.head * POINTS_PER_MM
  const lowest = Math.min(top, ...boxes.filter(({ page }) => page === pages).map(({ bottom }) => bottom))
  return (top - lowest) / (top - margin.foot * POINTS_PER_MM)
}

const POINTS_PER_MM = 72 / 25.4
/** Millimetres that a hand needs. */
const NARROWEST = 13
/** Share of the last page that should be used. */
const LEAST_USED = 0.12
/** Share of the last page up to which a closer setting may bring the sheet home. */
const SPILL = 0.3

function cutFields({ boxes }: PrintedSheet, fields: FormField[]): Found[] {
  return fields.flatMap((field): Found[] => {
    const pages = new Set(boxes.filter(({ name }) => name === field.name).map(({ page }) => page))
    const [first = 1] = pages
    return pages.size < 2 ? [] : [{ field: field.piece, label: field.label, problem: 'cut', value: first, wanted: 1 }]
  })
}

function offPaper({ boxes, paper }: PrintedSheet, fields: FormField[]): Found[] {
  const outside = ({ left, right }: FieldBox) => left < 0 || right > SHEET_PAPERS[paper].width
  return oneEach(fields, (field) => {
    const own = boxes.filter(({ name }) => name === field.name)
    if (own.length > 0 && !own.some(outside)) return null
    return { field: field.piece, label: field.label, problem: 'off-paper', value: 0, wanted: 0 }
  })
}

function narrow({ boxes }: PrintedSheet, fields: FormField[]): Found[] {
  return oneEach(fields, (field) => {
    if (field.kind !== 'text' && field.kind !== 'multiline') return null
    const box = boxes.find(({ name }) => name === field.name)
    const width = box ? (box.right - box.left) / POINTS_PER_MM : NARROWEST
    if (width >= NARROWEST) return null
    return { field: field.piece, label: field.label, problem: 'narrow', value: Math.floor(width), wanted: NARROWEST }
  })
}

function emptyEnd(sheet: PrintedSheet): Found[] {
  const used = usedOfLast(sheet, sheet.paper)
  const least = sheet.paper === 'large' ? 0.01 : LEAST_USED
  if (sheet.pages < 2 || used >= least) return []
  return [{ field: null, label: '', problem: 'empty-end', value: Math.round(used * 100), wanted: least * 100 }]
}

/** At most one a piece: a table with too many columns has many cells too narrow. */
function oneEach(fields: FormField[], judge: (field: FormField) => Found | null): Found[] {
  const found = new Map<string | null, Found>()
  for (const field of fields) {
    if (found.has(field.piece)) continue
    const measure = judge(field)
    if (measure) found.set(field.piece, measure)
  }
  return [...found.values()]
}
