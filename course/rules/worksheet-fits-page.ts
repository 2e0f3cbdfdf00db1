import type { Place } from '../course.ts'
import { finding, type Severity } from '../finding.ts'
import type { SheetMeasure } from '../measurements.ts'
import type { Paper } from '../papers.ts'
import { nameAt, type PressRule, type PressSubject } from '../rule.ts'
import { piecesOf } from '../walk.ts'

export const worksheetFitsPage: PressRule = {
  id: 'worksheet-fits-page',
  severity: 'error',
  needs: 'press',
  sentence: 'Every place to write on a worksheet is whole on one page and wide enough for a hand.',
  advice:
    'Use fewer columns or shorter words, make the field smaller (rows, height), or split it in two. A last page that is almost empty is a warning: shorten the sheet by a few rows, or give it more to write.',
  check: (subject) =>
    (subject.measured.sheets ?? []).map((measure) =>
      finding(reasonOf(measure), { rule: worksheetFitsPage.id, severity: severityOf(measure), place: placeOf(measure, subject) }),
    ),
}

function reasonOf({ problem, label, value, wanted, paper }: SheetMeasure): string {
  const print = PRINTS[paper]
  switch (problem) {
    case 'cut':
      return `Unexpected edge of page ${value} across "${label}"${print}, expected the whole of it on one page`
    case 'off-paper':
      return `Unexpected place of "${label}" off the paper${print}, expected it on the page`
    case 'narrow':
      return `Unexpected place ${value} mm wide for "${label}"${print}, expected at least ${wanted} mm to write in`
    case 'empty-end':
      return `Unexpected last page of the sheet with ${value} % of it used${print}, expected at least ${wanted} %`
  }
}

const PRINTS: Readonly<Record<Paper, string>> = { a4: '', letter: ' on US Letter', large: ' in large print' }

function severityOf({ problem }: SheetMeasure): Severity {
  return problem === 'empty-end' ? 'warning' : 'error'
}

function placeOf({ language, worksheet, field }: SheetMeasure, { courses, course, reading }: PressSubject): Place {
  const sheet = (courses.find((one) => one.language === language) ?? course).worksheets.find((one) => one.id === worksheet)
  if (!sheet) return { path: 'modules/course.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const place = (field === null ? undefined : piecesOf(sheet.body).find((piece) => piece.id === field)?.place) ?? sheet.place
  return place.start.line === place.end.line ? place : nameAt({ reading }, place)
}
