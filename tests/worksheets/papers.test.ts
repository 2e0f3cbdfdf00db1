/** The other papers of a sheet: US Letter and large print, from the same layout and with the same fields. */
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course, Worksheet } from '../../course/course.ts'
import { PAPERS, type Paper } from '../../course/papers.ts'
import { worksheetFitsPage } from '../../course/rules/worksheet-fits-page.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { type PressedSheet, pressPapers, pressWorksheets } from '../../scripts/press-worksheets.ts'
import { readForm } from '../../scripts/read-form.ts'
import { readPdf } from '../../scripts/read-pdf.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { measureSheets } from '../../worksheets/measure-sheets.ts'
import { collectSheets } from '../../worksheets/read-returned.ts'
import { pageRuns } from '../manual/pdf-text.ts'
import { seeWidgets } from './pdf-form.ts'
import { arabicSheet, courseWith, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

const sheets: Record<string, Worksheet> = { en: horizonSheet(), ar: arabicSheet() }
const courses: Record<string, Course> = {}
const pressed: Record<string, Map<Paper, PressedSheet>> = {}
let press: Press

beforeAll(async () => {
  press = await openPress()
  for (const [language, sheet] of Object.entries(sheets)) {
    courses[language] = courseWith([sheet], { language })
    pressed[language] = await pressPapers(sheet, courses[language], 'participant', new Map(), press)
  }
})
afterAll(() => press?.close())

const pdfOf = (language: string, paper: Paper): Uint8Array => pressed[language]?.get(paper)?.pdf ?? new Uint8Array()

/** Points. */
const SIZES: Record<Paper, [width: number, height: number]> = { a4: [595, 842], letter: [612, 792], large: [595, 842] }
const both = ['en', 'ar'].flatMap((language) => PAPERS.map((paper): [string, Paper] => [language, paper]))

describe.each(both)('%s on %s', (language, paper) => {
  it('is that paper on every page, with the fields of its source, described and in the tag tree', async () => {
    const document = await PDFDocument.load(pdfOf(language, paper))
    for (const page of document.getPages()) expect([page.getWidth(), page.getHeight()].map(Math.round)).toEqual(SIZES[paper])
    const names = document
      .getForm()
      .getFields()
      .map((field) => field.getName())
    expect(names).toEqual(formFields(sheets[language] as Worksheet, language).map(({ name }) => name))
    for (const widget of await seeWidgets(pdfOf(language, paper))) {
      expect([widget.field, widget.tag, widget.alt]).toEqual([widget.field, '/Form', widget.description])
    }
  })

  it('has every place inside the paper, none over another', async () => {
    const boxes = pressed[language]?.get(paper)?.boxes ?? []
    expect(boxes.length).toBeGreaterThan(10)
    for (const [index, box] of boxes.entries()) {
      expect(box.left, box.name).toBeGreaterThan(0)
      expect(box.right, box.name).toBeLessThan(SIZES[paper][0])
      for (const other of boxes.slice(index + 1)) {
        if (box.page !== other.page) continue
        const apart = box.right <= other.left || other.right <= box.left || box.top <= other.bottom || other.top <= box.bottom
        expect([box.name, box.mark, other.name, other.mark, apart]).toEqual([box.name, box.mark, other.name, other.mark, true])
      }
    }
  })
})

describe('large print', () => {
  it.each(['en', 'ar'])('has no text under 18 points but for the foot of its pages (%s)', async (language) => {
    const pages = await pageRuns(pdfOf(language, 'large'))
    expect(pages.length).toBeGreaterThan(1)
    const body = pages.flat().filter(({ y }) => y > 88)
    expect(body.length).toBeGreaterThan(20)
    expect(body.filter(({ size }) => size < 17.9).map(({ text, size }) => [text, size])).toEqual([])
    const small = (await pageRuns(pdfOf(language, 'a4'))).flat().filter(({ size }) => size < 17.9)
    expect(small.length).toBeGreaterThan(20)
  })

  it('gives more room to write: higher lines, boxes and ticks, and wide cells in a table of four columns', () => {
    const box = (paper: Paper, name: string) => {
      const found = pressed.en?.get(paper)?.boxes.find((one) => one.name === `w-horizon.${name}`)
      return { width: (found?.right ?? 0) - (found?.left ?? 0), height: (found?.top ?? 0) - (found?.bottom ?? 0) }
    }
    expect(box('large', 'arrow').height).toBeGreaterThan(box('a4', 'arrow').height)
    for (const name of ['shortage', 'sheet_name', 'meet.o1', 'agree.s1']) {
      expect(box('large', name).height, name).toBeGreaterThan(box('a4', name).height * 1.15)
    }
    expect(box('large', 'occupations.r1.c2').width).toBeGreaterThan(box('a4', 'occupations.r1.c2').width * 1.5)
  })

  it('names row and column at every cell of a table that became cards', async () => {
    const words = (await pageRuns(pdfOf('en', 'large'))).flat().map(({ text }) => text)
    expect(words.join(' ').match(/Row \d/g)).toHaveLength(3)
    expect(words.join(' ').match(/In 10 years/g)).toHaveLength(3)
  })
})

it('moves a scale that would be cut to the next page whole, wherever the edge falls', async () => {
  const cut: number[] = []
  for (let height = 20; height <= 80; height += 3) {
    const box = node(piece('box', 'w.map', 'Map', { height, zones: [], axes: [], grid: false }))
    const scale = node(piece('scale', 'w.worth', 'Worth it?', { min: 1, max: 5, low: 'no', high: 'yes', statements: [] }))
    const sheet = worksheet('w', 'Sheet', [box, scale])
    const printed = (await pressPapers(sheet, courseWith([sheet]), 'participant', new Map(), press, ['large'])).get('large')
    if (printed?.boxes.filter(({ name }) => name === 'w.worth').length !== 5) cut.push(height)
  }
  expect(cut).toEqual([])
})

it('is collected whatever the paper: the same answers stand in the same columns', async () => {
  const course = courses.en as Course
  const files = await Promise.all(
    PAPERS.map(async (paper) => {
      const document = await PDFDocument.load(pdfOf('en', paper))
      const form = document.getForm()
      form.getTextField('w-horizon.shortage').setText(`Nurses, ${paper}`)
      form.getRadioGroup('w-horizon.agree.s2').select('4')
      form.getCheckBox('w-horizon.meet.o3').check()
      return { file: `${paper}.pdf`, form: await readForm(await document.save({ updateFieldAppearances: false })) }
    }),
  )
  const { worksheets, skipped, remarks } = collectSheets(files, course)
  expect({ skipped, remarks }).toEqual({ skipped: [], remarks: [] })
  expect(worksheets[0]?.sheets.map(({ file, answers }) => [file, Object.fromEntries(answers)])).toEqual(
    PAPERS.map((paper) => [
      `${paper}.pdf`,
      { 'w-horizon.shortage': `Nurses, ${paper}`, 'w-horizon.meet.o3': true, 'w-horizon.agree.s2': '4' },
    ]),
  )
})

it('gives the same bytes twice, and the same as when a paper is printed alone', async () => {
  const [sheet, course] = [sheets.en as Worksheet, courses.en as Course]
  const alone = await pressPapers(sheet, course, 'participant', new Map(), press, ['letter'])
  expect(Buffer.from(alone.get('letter')?.pdf ?? []).equals(Buffer.from(pdfOf('en', 'letter')))).toBe(true)
})

it('embeds every font and says title and language on each paper', async () => {
  for (const paper of PAPERS) {
    const reading = await readPdf(pdfOf('en', paper))
    expect(reading.fonts.filter(({ embedded }) => !embedded)).toEqual([])
    expect([reading.language, reading.tagged, reading.title]).toEqual(['en', true, 'Worksheet 1.2 – Skills needs on three horizons'])
  }
})

describe('the rule worksheet-fits-page', () => {
  it('says what does not fit on one paper alone, and on which', async () => {
    const labels = Array.from({ length: 3 }, (_, index) => `Step ${index + 1}`)
    const sheet = worksheet('w', 'Sheet', [
      ...text('Fill in.'),
      node(piece('table', 'w.steps', 'Steps', { columns: ['Step', 'When'], rows: 0, labels, widths: [] })),
      // taller than a page of US Letter, not than one of A4
      node(piece('box', 'w.map', 'Draw the map', { height: 245, zones: [], axes: [], grid: false })),
    ])
    const course = courseWith([sheet])
    const { measures } = await pressWorksheets(course, new Map(), press)
    expect(measures).toMatchObject([{ paper: 'letter', field: 'w.map', problem: 'cut' }])
    const [finding] = worksheetFitsPage.check({
      measured: { sheets: measures },
      courses: [course],
      course,
      reading: { notes: [] },
    } as never)
    expect(String(finding?.reason)).toContain('across "Draw the map" on US Letter, expected the whole of it on one page')
  })

  it('finds an empty last page in large print, and no page that is only short', () => {
    const sheet = horizonSheet()
    const boxes = pressed.en?.get('large')?.boxes ?? []
    const pages = pressed.en?.get('large')?.pages ?? 0
    expect(measureSheets([{ worksheet: sheet, paper: 'large', boxes, pages }], 'en')).toEqual([])
    expect(measureSheets([{ worksheet: sheet, paper: 'large', boxes, pages: pages + 1 }], 'en')).toMatchObject([
      { problem: 'empty-end', paper: 'large', value: 0, wanted: 1 },
    ])
  })
})
