/** Contingency plan and run sheet in French, and the guideline from right to left: read back from the printed pages. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agenda, Course } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressContingencyPlan } from '../../scripts/press-contingency-plan.ts'
import { type PressedGuideline, pressGuideline } from '../../scripts/press-guideline.ts'
import { pressRunSheet } from '../../scripts/press-run-sheet.ts'
import { foreignFonts } from '../../scripts/print-fonts.ts'
import { type PdfReading, readPdf } from '../../scripts/read-pdf.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bilingualCourses } from './bilingual-course.ts'
import { bare, bareText, pageRuns, type TextRun } from './pdf-text.ts'

const MM = 72 / 25.4
let press: Press

beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press?.close())

describe('in French', () => {
  const pages = new Map([
    ['knead', 17],
    ['dough-rest', 16],
  ])
  let course: Course
  let plan: { pdf: Uint8Array; pages: number }
  let sheet: { pdf: Uint8Array; pages: number }
  let planText: string
  let sheetText: string

  beforeAll(async () => {
    course = (await bilingualCourses()).get('fr') as Course
    plan = await pressContingencyPlan(course, new Map(), press, pages)
    sheet = await pressRunSheet(course, course.agendas[0] as Agenda, press, pages)
    planText = (await pageRuns(plan.pdf)).map(bareText).join('')
    sheetText = (await pageRuns(sheet.pdf)).map(bareText).join('')
  })

  it('both say what they are, in tags and metadata, with our fonts only', async () => {
    for (const { pdf, pages: count } of [plan, sheet]) {
      const reading: PdfReading = await readPdf(pdf)
      expect(reading).toMatchObject({ tagged: true, language: 'fr', pages: count })
      expect(reading.title).toContain(course.title)
      expect(foreignFonts(reading.fonts)).toEqual([])
      expect(reading.fonts.every(({ embedded }) => embedded)).toBe(true)
    }
  })

  it('the plan has the online way of every activity in full, its ladder of channels and its checklist', () => {
    for (const block of course.modules.flatMap((module) => module.blocks)) {
      for (const activity of block.activities) expect(planText).toContain(bare(activity.title))
    }
    expect(planText).toContain(bare('Groups online show their dough to the camera every five minutes.'))
    expect(planText).toContain(bare('Each group without video reports the height of the dough by telephone.'))
    expect(planText).toContain(bare('25 min (30 en salle)'))
    expect(planText).toContain(bare('Salles de sous-groupes de 3'))
    expect(planText).toContain(bare('Liste de contrôle'))
    expect(planText).toContain(bare('page 1 sur'))
  })

  it('the run sheet has clock times, materials, page of the guideline and what to cut', () => {
    for (const text of ['09:00', '09:04', 'Tea', 'Two kilograms of flour', 'p. 17', 'supprimer d’abord', 'Qui anime']) {
      if (text === 'Tea') expect(sheetText).toMatch(/Tea|Thé/)
      else expect(sheetText, text).toContain(bare(text))
    }
  })

  it('both have the same bytes when printed again', async () => {
    const again = await pressContingencyPlan(course, new Map(), press, pages)
    expect(Buffer.from(again.pdf).equals(Buffer.from(plan.pdf))).toBe(true)
    const sheetAgain = await pressRunSheet(course, course.agendas[0] as Agenda, press, pages)
    expect(Buffer.from(sheetAgain.pdf).equals(Buffer.from(sheet.pdf))).toBe(true)
  })
})

describe('from right to left', () => {
  let course: Course
  let printed: PressedGuideline
  let pages: TextRun[][]

  beforeAll(async () => {
    const { courses } = await readCourse(await readSources(join(import.meta.dirname, '../courses/arabic')))
    course = courses.get('ar') as Course
    printed = await pressGuideline(course, new Map(), press)
    pages = await pageRuns(printed.pdf)
  })

  it('is set in our Arabic fonts and says its language', () => {
    expect(printed.reading.language).toBe('ar')
    expect(printed.foreignFonts).toEqual([])
    expect(printed.reading.fonts.map(({ name }) => name).filter((name) => name.startsWith('Noto')).length).toBeGreaterThan(2)
  })

  it('has the side column at the right', () => {
    const [block] = course.modules[0]?.blocks ?? []
    const page = pages[(printed.pageNumbers.get(block?.id ?? '') ?? 0) - 1] ?? []
    const number = page.find(({ text, size }) => text.trim() === block?.number && size > 15)
    expect(number?.x).toBeGreaterThan(160 * MM)
  })

  it('numbers its pages and leads to them', () => {
    expect(printed.parts.reduce((sum, part) => sum + part.pages, 0)).toBe(printed.pages)
    const contents = pages[(printed.pageNumbers.get('contents') ?? 0) - 1] ?? []
    for (const module of course.modules) {
      expect(contents.some(({ text }) => text.trim() === String(printed.pageNumbers.get(module.id)))).toBe(true)
    }
    const titles = printed.reading.outline.map(({ title }) => bare(title))
    for (const { title } of course.modules.flatMap((module) => module.blocks)) {
      expect(titles.some((one) => one.includes(bare(title)))).toBe(true)
    }
  })
})
