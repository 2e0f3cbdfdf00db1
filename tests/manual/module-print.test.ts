/** A module in one print: read back from its pages, beside the files that were laid behind its chapter. */
import { join } from 'node:path'
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course, Module } from '../../course/course.ts'
import { readCourse, type Sources } from '../../course/read-course.ts'
import { words } from '../../course/words.ts'
import { modulePrint, modulePrintTitle } from '../../manual/module-print.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressHandout } from '../../scripts/press-handout.ts'
import { type ModulePapers, pressModule } from '../../scripts/press-module.ts'
import { pressSheet } from '../../scripts/press-worksheets.ts'
import { foreignFonts } from '../../scripts/print-fonts.ts'
import { linkAnnotations, loadPdf, type PdfReading, readPdf, structureElements } from '../../scripts/read-pdf.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bare, bareText, pageRuns, type TextRun } from './pdf-text.ts'

const NO_DRAWINGS = new Map()
const A4_WIDTH = 595
let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press?.close())

/** Without points, vowel signs and glyphs of no letter, which stand anywhere where Arabic is read back from its glyphs. */
const letters = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\0]/gu, '')

/** The small course with a second module, which the first one refers to. */
async function smallCourse(): Promise<Course> {
  const sources = new Map(await sourcesOf('small'))
  const file = 'modules/01-drill/module.md'
  sources.set(file, `${sources.get(file)}\nThe doors are counted again in [](#count-doors).\n`)
  const front = (lines: string[]) => ['---', ...lines, '---', ''].join('\n')
  sources.set(
    'modules/02-after/module.md',
    front(['id: after', 'title: After the drill', 'summary: Count.', 'covers: []', 'objectives: []']),
  )
  const activity = ':::activity[Count the doors]{#count-doors minutes=20 method=group-work size=4}\n1. Count. :minutes[20]\n:::\n'
  sources.set('modules/02-after/1-count.md', `${front(['id: after-count', 'title: Counting', 'minutes: 20', 'objectives: []'])}${activity}`)
  return courseOf(sources, 'en')
}

const sourcesOf = (name: string): Promise<Sources> => readSources(join(import.meta.dirname, '../courses', name))

async function courseOf(sources: Sources, language: string): Promise<Course> {
  return (await readCourse(sources)).courses.get(language) as Course
}

async function papersOf(course: Course, module: Module): Promise<ModulePapers> {
  const sheets = module.blocks.flatMap(({ worksheets }) => worksheets)
  const pressed = sheets.map(
    async (sheet): Promise<[string, Uint8Array]> => [sheet.id, (await pressSheet(sheet, course, 'participant', NO_DRAWINGS, press)).pdf],
  )
  const form = { edition: 'facilitator', size: 2 } as const
  const handout = (await pressHandout(course, module, form, { drawings: NO_DRAWINGS, press })).pdf
  return { sheets: new Map(await Promise.all(pressed)), handout }
}

describe.each(['small', 'arabic'])('the first module of the %s course', (name) => {
  let course: Course
  let module: Module
  let papers: ModulePapers
  let pdf: Uint8Array
  let reading: PdfReading
  let document: PDFDocument
  let pages: TextRun[][]
  /** Pages of the files behind the chapter, in order, with the part each belongs to. */
  let added: { id: string; name: string; runs: TextRun[] }[]
  let chapter: number

  beforeAll(async () => {
    course = name === 'small' ? await smallCourse() : await courseOf(await sourcesOf(name), 'ar')
    module = course.modules[0] as Module
    papers = await papersOf(course, module)
    pdf = (await pressModule(course, module, papers, { drawings: NO_DRAWINGS, press })).pdf
    reading = await readPdf(pdf)
    document = await loadPdf(pdf)
    pages = await pageRuns(pdf)
    const nameOf = (id: string) => `${course.targets.get(id)?.label} ${course.worksheets.find((sheet) => sheet.id === id)?.title}`
    added = []
    for (const [id, sheet] of papers.sheets)
      added.push(...(await pageRuns(sheet)).map((runs) => ({ id: `sheet-${id}`, name: nameOf(id), runs })))
    const slides = { id: 'slides-and-notes', name: words(course.language).handout.facilitator }
    added.push(...(await pageRuns(papers.handout)).map((runs) => ({ ...slides, runs })))
    chapter = pages.length - added.length
  }, 120_000)

  it('is its chapter, then every page of its worksheets, then every page of its slides with notes', () => {
    expect(papers.sheets.size).toBeGreaterThan(0)
    expect(chapter).toBeGreaterThan(1)
    expect(reading.destinations.get(module.id)?.page).toBe(2)
    for (const block of module.blocks) expect(reading.destinations.get(block.id)?.page).toBeLessThanOrEqual(chapter)
    for (const [index, { id, runs }] of added.entries()) {
      const there = letters(bareText(pages[chapter + index] ?? []))
      for (const { text } of runs) expect(there, `${id}, page ${chapter + index + 1}`).toContain(letters(bare(text)))
    }
  })

  it('has an outline that leads to the chapter, each worksheet and the slides', () => {
    const top = reading.outline.filter(({ level }) => level === 1).map(({ title, page }) => [title, page])
    const parts = added.flatMap((part, index) => (added[index - 1]?.id === part.id ? [] : [[part.name, chapter + index + 1]]))
    const label = course.targets.get(module.id)?.label
    expect(top.filter(([title]) => title !== words(course.language).bibliography)).toEqual([[`${label} ${module.title}`, 2], ...parts])
    const blocks = reading.outline.filter(({ level }) => level === 2).map(({ title }) => title)
    for (const block of module.blocks) expect(blocks).toContain(`${block.number} ${block.title}`)
  })

  it('names and links the page of each part on its first page', () => {
    const first = reading.links.filter(({ page }) => page === 1)
    const ids = [module.id, ...module.blocks.map(({ id }) => id), ...new Set(added.map(({ id }) => id))]
    const listed = first.map(({ destination }) => destination).filter((id) => id !== 'bibliography')
    expect(listed).toEqual(ids)
    for (const { destination, contents } of first) {
      expect(contents).toMatch(new RegExp(`(^|\\D)${reading.destinations.get(destination ?? '')?.page}$`))
    }
  })

  it('numbers its pages through to the last', () => {
    const counted = (page: number) => (name === 'small' ? `page${page}of${pages.length}` : `${pages.length}ںم${page}هح`)
    for (const [index, runs] of pages.entries()) if (index > 0) expect(letters(bareText(runs))).toContain(counted(index + 1))
  })

  it('keeps the tags of the chapter, and leads no drawn page to them', () => {
    expect(reading).toMatchObject({ tagged: true, language: course.language, title: modulePrintTitle(course, module) })
    const parts = new Set(added.map(({ id }) => id)).size
    expect(structureElements(document, 'H1').length).toBeGreaterThanOrEqual(1 + parts)
    expect(structureElements(document, 'H2').length).toBeGreaterThanOrEqual(module.blocks.length)
    expect(structureElements(document, 'Table').length + structureElements(document, 'LI').length).toBeGreaterThan(5)
    for (const page of document.getPages().slice(chapter)) {
      const drawing = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).lookup(PDFName.of('AddedPage'))
      const content = drawing instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(drawing).decode()).toString('latin1') : ''
      expect(content).toMatch(/ Tj| TJ/)
      expect(content).not.toContain('MCID')
    }
  })

  it('has no form and no link on the pages behind the chapter, though the worksheets have', async () => {
    const sheet = await loadPdf([...papers.sheets.values()][0] as Uint8Array)
    expect(sheet.catalog.has(PDFName.of('AcroForm'))).toBe(true)
    expect(document.catalog.has(PDFName.of('AcroForm'))).toBe(false)
    for (const page of document.getPages().slice(chapter)) {
      expect(page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.size() ?? 0).toBe(0)
    }
    expect(document.getPages().flatMap(({ node }) => linkAnnotations(node)).length).toBeGreaterThan(3)
  })

  it('holds our fonts only, all of them inside, and no link into the machine', () => {
    expect(foreignFonts(reading.fonts)).toEqual([])
    expect(reading.fonts.filter(({ embedded }) => !embedded)).toEqual([])
    expect(reading.links.filter(({ uri }) => uri !== null && !uri.startsWith('http'))).toEqual([])
  })

  it('has the same bytes when printed again', async () => {
    const again = await pressModule(course, module, papers, { drawings: NO_DRAWINGS, press })
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true)
    expect(again.pages).toBe(pages.length)
  })

  if (name === 'arabic')
    it('runs from right to left: the name of a worksheet stands right, the number of its page left', () => {
      const head = (pages[chapter] ?? []).filter(({ y }) => y > 842 - 30)
      const placeOf = (wanted: string) => head.find(({ text }) => text === wanted)?.x
      expect(placeOf('1.1')).toBeGreaterThan(A4_WIDTH / 2)
      expect(placeOf(String(pages.length))).toBeLessThan(A4_WIDTH / 2)
    })
  else
    it('names what another module holds in words, without a page of its own', () => {
      const text = pages.slice(0, chapter).map(bareText).join('')
      expect(text).toContain(bare('The doors are counted again in Activity 2.1.'))
    })
})

it('lists the works that its own text cites, and no others', async () => {
  const course = await courseOf(await sourcesOf('arabic'), 'ar')
  const added = [{ id: 'slides-and-notes', label: '', title: 'Slides', pages: 1 }]
  const bibliography = [
    ...course.bibliography,
    { ...course.bibliography[0], key: 'elsewhere', html: 'Cited elsewhere' },
  ] as Course['bibliography']
  const means = { drawings: NO_DRAWINGS, fontFaces: () => '', pages: new Map(), added }
  const html = modulePrint({ ...course, bibliography }, course.modules[0] as Module, means)
  expect(course.bibliography.length).toBeGreaterThan(0)
  for (const { key } of course.bibliography) expect(html).toContain(`id="ref-${key}"`)
  expect(html).not.toContain('elsewhere')
})
