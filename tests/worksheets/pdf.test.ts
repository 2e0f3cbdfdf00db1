import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Course, Worksheet } from '../../course/course.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { fieldFontFor, type PressedSheet, pressSheet, pressWorksheets } from '../../scripts/press-worksheets.ts'
import { readForm } from '../../scripts/read-form.ts'
import { readPdf } from '../../scripts/read-pdf.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { seeTags, seeWidgets } from './pdf-form.ts'
import { answers as answersBox, arabicSheet, courseWith, frenchSheet, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

const cases: Record<string, Worksheet> = { en: horizonSheet(), fr: frenchSheet(), ar: arabicSheet() }
const courses: Record<string, Course> = {}
const pressed: Record<string, PressedSheet> = {}
const secret = 'A good sheet has at least one occupation'
let press: Press
let answers: PressedSheet
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worksheets-'))
  press = await openPress()
  for (const [language, worksheet] of Object.entries(cases)) {
    courses[language] = courseWith([worksheet], { language })
    pressed[language] = await pressSheet(worksheet, courses[language], 'participant', new Map(), press)
  }
  answers = await pressSheet(horizonSheet(), courseWith([horizonSheet()]), 'facilitator', new Map(), press)
})

afterAll(async () => {
  await press?.close()
  if (folder) rmSync(folder, { recursive: true })
})

it.each(Object.keys(cases))('has the fields of its source, each named and described (%s)', async (language) => {
  const worksheet = sheetOf(language)
  const fields = formFields(worksheet, language)
  const document = await PDFDocument.load(pdfOf(language))
  const names = document
    .getForm()
    .getFields()
    .map((field) => field.getName())
  expect(names).toEqual(fields.map(({ name }) => name))
  const widgets = await seeWidgets(pdfOf(language))
  for (const field of fields) {
    const own = widgets.filter((widget) => widget.field === field.name)
    expect(own.length, field.name).toBe(Math.max(field.marks.length, 1))
    for (const [index, widget] of own.entries()) {
      const mark = field.marks[index]
      expect(widget.description).toBe(mark ? `${field.label} – ${mark.label}` : field.label)
    }
  }
})

it.each(Object.keys(cases))(
  'says of what course it is, so that a sheet of another with the same fields is told from it (%s)',
  async (language) => {
    expect(await readForm(pdfOf(language))).toMatchObject({ course: courses[language]?.id, version: courses[language]?.version })
  },
)

it('sets a test of sixty questions on a few pages, none of them cut', async () => {
  const questions = Array.from({ length: 60 }, (_, index) =>
    node(
      piece('choice', `w-test.q-${index}`, `Question ${index}: what would the ministry of labour do next?`, {
        options: ['Ask the employers of both countries first', 'Wait', 'Write a new law'],
        multiple: index % 5 === 0,
      }),
    ),
  )
  const test = worksheet('w-test', 'Test', [
    ...text('Answer alone.'),
    ...questions,
    answersBox('w-test-answers', 'Ask the employers, always.'),
  ])
  const { files, measures } = await pressWorksheets(courseWith([test]), new Map(), press)
  expect(measures).toEqual([])
  const sheet = files.find(({ name }) => name === 'w-test.pdf')
  expect(sheet?.pages).toBeGreaterThan(2)
  expect(sheet?.pages).toBeLessThan(6)
  const document = await PDFDocument.load(sheet?.bytes ?? new Uint8Array())
  expect(
    document
      .getForm()
      .getFields()
      .map((field) => field.getName()),
  ).toEqual(formFields(test, 'en').map(({ name }) => name))
  expect(files.map(({ name }) => name)).toContain('w-test.answers.pdf')
})

it.each(Object.keys(cases))('is tagged, each widget in a form element of the tag tree (%s)', async (language) => {
  const widgets = await seeWidgets(pdfOf(language))
  for (const widget of widgets) {
    expect(widget.tag, widget.field).toBe('/Form')
    expect(widget.refersBack, widget.field).toBe(true)
    expect(widget.alt).toBe(widget.description)
  }
  const tags = await seeTags(pdfOf(language))
  expect(tags.filter((tag) => tag === 'Form')).toHaveLength(widgets.length)
  expect(tags).toEqual(expect.arrayContaining(['H1', 'P', 'Table', 'TH', 'TD', 'L', 'LI']))
  expect(tags).not.toContain('Link')
})

it('is read by another reader with the same names and kinds', async () => {
  const reader = await getDocument({ data: pdfOf('en').slice(), verbosity: 0 }).promise
  const objects = (await reader.getFieldObjects()) as Record<string, { type: string; multiline?: boolean }[]>
  await reader.destroy()
  const kinds = new Map(Object.entries(objects).map(([name, all]) => [name, all.at(-1)?.type]))
  for (const { name, kind } of formFields(horizonSheet(), 'en')) {
    expect(kinds.get(name), name).toBe({ text: 'text', multiline: 'text', checkbox: 'checkbox', radio: 'radiobutton' }[kind])
  }
})

it.each([
  ['en', 'Łódź, Győr, Århus – 1 200 €'],
  ['fr', 'Pénurie d’aides-soignant·e·s à Orléans, dès l’été'],
  ['ar', 'نقص الممرضات في المناطق الريفية 2027'],
])('takes what is typed and gives it back (%s)', async (language, typed) => {
  const document = await PDFDocument.load(pdfOf(language))
  document.registerFontkit(fontkit)
  const font = await document.embedFont(fieldFontFor(language))
  const form = document.getForm()
  for (const name of ['w-horizon.shortage', 'w-horizon.sheet_name', 'w-horizon.occupations.r2.c3']) {
    const field = form.getTextField(name)
    field.setText(typed)
    field.setFontSize(10)
    field.updateAppearances(font)
  }
  const saved = await document.save({ updateFieldAppearances: false })
  const values = (await PDFDocument.load(saved)).getForm()
  expect(values.getTextField('w-horizon.shortage').getText()).toBe(typed)
  const reader = await getDocument({ data: saved.slice(), verbosity: 0 }).promise
  const objects = (await reader.getFieldObjects()) as Record<string, { value: string }[]>
  await reader.destroy()
  expect(objects['w-horizon.occupations.r2.c3']?.[0]?.value).toBe(typed)
})

it('takes ticks and marks', async () => {
  const document = await PDFDocument.load(pdfOf('en'))
  const form = document.getForm()
  expect(form.getRadioGroup('w-horizon.who').getOptions()).toEqual(['o1', 'o2', 'o3'])
  form.getRadioGroup('w-horizon.who').select('o2')
  form.getRadioGroup('w-horizon.agree.s2').select('5')
  form.getCheckBox('w-horizon.meet.o3').check()
  const again = (await PDFDocument.load(await document.save({ updateFieldAppearances: false }))).getForm()
  expect(again.getRadioGroup('w-horizon.who').getSelected()).toBe('o2')
  expect(again.getRadioGroup('w-horizon.agree.s2').getSelected()).toBe('5')
  expect(again.getRadioGroup('w-horizon.agree.s1').getSelected()).toBeUndefined()
  expect(again.getCheckBox('w-horizon.meet.o3').isChecked()).toBe(true)
  expect(again.getCheckBox('w-horizon.meet.o1').isChecked()).toBe(false)
})

it.each(Object.keys(cases))('embeds every font, that of the fields too; says title and language (%s)', async (language) => {
  const reading = await readPdf(pdfOf(language))
  expect(reading.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  const fieldFont = language === 'ar' ? /NotoSansArabic/ : /SourceSans3/
  expect(reading.fonts.some(({ name }) => fieldFont.test(name))).toBe(true)
  expect(reading.language).toBe(language)
  expect(reading.title).toContain(sheetOf(language).title)
  expect(reading.tagged).toBe(true)
})

it.skipIf(!installed('qpdf')).each(Object.keys(cases))('passes qpdf --check (%s)', (language) => {
  const path = join(folder, `${language}.pdf`)
  writeFileSync(path, pdfOf(language))
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).not.toMatch(/WARNING|error:/)
})

it('gives the same bytes twice', async () => {
  const again = await pressSheet(horizonSheet(), courseWith([horizonSheet()]), 'participant', new Map(), press)
  const once = await pressSheet(horizonSheet(), courseWith([horizonSheet()]), 'participant', new Map(), press)
  expect(Buffer.from(again.pdf).equals(Buffer.from(once.pdf))).toBe(true)
})

it('keeps answers to the answers edition, which says so on every page and has no form', async () => {
  expect(await textOf(pdfOf('en'))).not.toContain(secret)
  const pages = await pagesOf(answers.pdf)
  expect(pages.join(' ')).toContain(secret)
  for (const page of pages) expect(page).toContain('For facilitators')
  expect(await seeWidgets(answers.pdf)).toEqual([])
})

it('starts writing at the right in Arabic', async () => {
  const widgets = await seeWidgets(pdfOf('ar'))
  const rect = (name: string) => widgets.find(({ field }) => field === `w-horizon.${name}`)?.rect as unknown as { x: number }
  expect(rect('occupations.r1.c1').x).toBeGreaterThan(rect('occupations.r1.c2').x)
  expect(rect('sheet_name').x).toBeGreaterThan(rect('sheet_date').x)
})

it('fills its last page rather than leave a few lines on it', async () => {
  const widgets = await seeWidgets(pdfOf('en'))
  const last = widgets.filter(({ page }) => page === pressed.en?.pages)
  const lowest = Math.min(...last.map(({ rect }) => (rect as unknown as { y: number }).y))
  expect(lowest).toBeLessThan(500)
})

it('keeps a real link a link, described by its words', async () => {
  const body = [...text('Read [the guidance of the ministry](https://example.org/guidance) first.'), ...horizonSheet().body]
  const linked = worksheet('w-linked', 'Sheet', body)
  const { pdf } = await pressSheet(linked, courseWith([linked]), 'participant', new Map(), press)
  const { links } = await readPdf(pdf)
  expect(links.map(({ uri, contents }) => [uri, contents])).toEqual([['https://example.org/guidance', 'the guidance of the ministry']])
})

it('makes the files of a course', async () => {
  const done: string[] = []
  const course = courseWith([horizonSheet(), { ...frenchSheet(), id: 'w-second' }])
  const { files, measures } = await pressWorksheets(course, new Map(), press, ({ id }) => done.push(id))
  expect(files.map(({ name, kind, audience }) => [name, kind, audience])).toEqual([
    ['w-horizon.pdf', 'worksheet', 'all'],
    ['w-horizon.letter.pdf', 'worksheet', 'all'],
    ['w-horizon.large.pdf', 'worksheet', 'all'],
    ['w-horizon.html', 'worksheet', 'all'],
    ['w-horizon.answers.pdf', 'worksheet-answers', 'facilitator'],
    ['w-second.pdf', 'worksheet', 'all'],
    ['w-second.letter.pdf', 'worksheet', 'all'],
    ['w-second.large.pdf', 'worksheet', 'all'],
    ['w-second.html', 'worksheet', 'all'],
  ])
  expect(measures).toEqual([])
  expect(done.sort()).toEqual(['w-horizon', 'w-second'])
})

function sheetOf(language: string): Worksheet {
  return cases[language] ?? horizonSheet()
}

function pdfOf(language: string): Uint8Array {
  return pressed[language]?.pdf ?? new Uint8Array()
}

async function textOf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).join(' ')
}

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  await document.destroy()
  return pages
}

function installed(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
