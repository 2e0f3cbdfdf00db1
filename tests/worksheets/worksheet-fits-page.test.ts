import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Worksheet } from '../../course/course.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressWorksheets } from '../../scripts/press-worksheets.ts'
import type { FieldBox } from '../../worksheets/acro-form.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { measureSheets } from '../../worksheets/measure-sheets.ts'
import { courseWith, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press?.close())

/** Boxes as a press would find them: one a field, one above the other. */
function boxesOf(sheet: Worksheet): FieldBox[] {
  return formFields(sheet, 'en').map(({ name }, index) => ({
    name,
    mark: null,
    page: 1,
    left: 50,
    right: 300,
    bottom: 700 - index * 20,
    top: 715 - index * 20,
  }))
}

it('says nothing of a sheet that fits', () => {
  const sheet = horizonSheet()
  expect(measureSheets([{ worksheet: sheet, paper: 'a4', boxes: boxesOf(sheet), pages: 1 }], 'en')).toEqual([])
})

it('names the field that a page edge cuts, at its place', () => {
  const sheet = worksheet('w', 'Sheet', [node(piece('box', 'w.map', 'Draw the map', { height: 300, zones: [], axes: [], grid: false }))])
  const box = boxesOf(sheet).at(-1) as FieldBox
  const [measure, ...more] = measureSheets(
    [{ worksheet: sheet, paper: 'a4', boxes: [...boxesOf(sheet), { ...box, page: 2, bottom: 300 }], pages: 2 }],
    'en',
  )
  expect(more).toEqual([])
  expect(measure).toEqual({
    language: 'en',
    worksheet: 'w',
    paper: 'a4',
    field: 'w.map',
    label: 'Draw the map',
    problem: 'cut',
    value: 1,
    wanted: 1,
  })
})

it('warns of a last page with almost nothing on it', () => {
  const sheet = horizonSheet()
  const boxes = boxesOf(sheet).map((box, index, all) => (index === all.length - 1 ? { ...box, page: 2, bottom: 760, top: 790 } : box))
  expect(measureSheets([{ worksheet: sheet, paper: 'a4', boxes, pages: 2 }], 'en')).toMatchObject([
    { field: null, problem: 'empty-end', value: 5, wanted: 12 },
  ])
})

it('finds in print a box taller than a page and a table with too many columns', async () => {
  const columns = Array.from({ length: 16 }, (_, index) => `Year ${index + 1}`)
  const sheet = worksheet('w', 'Sheet', [
    ...text('Fill in.'),
    node(piece('table', 'w.years', 'By year', { columns, rows: 2, labels: [], widths: [] })),
    node(piece('box', 'w.map', 'Draw the map', { height: 320, zones: [], axes: [], grid: false })),
  ])
  const { measures } = await pressWorksheets(courseWith([sheet]), new Map(), press)
  expect(measures).toMatchObject([
    { field: 'w.map', label: 'Draw the map', problem: 'cut' },
    { field: 'w.years', label: 'By year – Row 1 – Year 1', problem: 'narrow', value: 8, wanted: 13 },
  ])
})

it('lets a long table go over to the next page between its rows, its head repeated', async () => {
  const labels = Array.from({ length: 40 }, (_, index) => `Step ${index + 1}`)
  const sheet = worksheet('w', 'Sheet', [
    node(piece('table', 'w.steps', 'Steps', { columns: ['Step', 'When', 'Who'], rows: 0, labels, widths: [] })),
  ])
  const { measures, files } = await pressWorksheets(courseWith([sheet]), new Map(), press)
  expect(measures).toEqual([])
  expect(files[0]?.pages).toBe(2)
})

it('brings a sheet home that would spill a little over its page', async () => {
  const table = piece('table', 'w.steps', 'Steps', { columns: ['Step', 'When', 'Who'], rows: 16, labels: [], widths: [] })
  const lines = piece('lines', 'w.last', 'What comes first?', { rows: 2 })
  const { files } = await pressWorksheets(courseWith([worksheet('w', 'Sheet', [node(table), node(lines)])]), new Map(), press)
  expect(files[0]?.pages).toBe(1)
})
