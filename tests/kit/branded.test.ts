/** A course with colours, fonts and a logo of its own, built for real: every medium follows, and nothing of Fieldkit's look is left in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCourse } from '../../course/read-course.ts'
import { lookOf } from '../../look/look.ts'
import { foreignFonts } from '../../scripts/print-fonts.ts'
import { type PdfReading, readPdf } from '../../scripts/read-pdf.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { newFolder, removeFolders, run } from '../scripts/command-line.ts'
import { BUILD_TAKES } from './kit.ts'

const GREEN = '#14532d'
const FIELDKIT_BLUE = /#0b3c5d/i
const LOGO = 'alt="Campus for Safety"'

let course: string
let printed: string
const file = (path: string): Buffer => readFileSync(join(course, 'dist', path))
const text = (path: string): string => file(path).toString('utf8')

beforeAll(async () => {
  course = newFolder()
  await cp(join(import.meta.dirname, '../courses/branded'), course, { recursive: true })
  const ended = await run(['build', '--course', course])
  printed = ended.stdout + ended.stderr
  expect(ended.code, printed).toBe(0)
}, BUILD_TAKES)
afterAll(removeFolders)

it('has no findings', () => {
  expect(printed).toContain('Findings: 0 errors, 0 warnings, 0 remarks.')
})

describe.each([
  ['deck', 'en/slides/drill.html', 2],
  ['participants’ deck', 'en/participant/slides/drill.html', 2],
  ['interactive worksheet', 'en/worksheets/w-way.html', 1],
  ['start page', 'index.html', 1],
])('%s', (_, path, logos) => {
  it('has the colours, the fonts and the logo of the course', () => {
    const html = text(path)
    expect(html).toContain(`--colour-brand: ${GREEN}`)
    expect(html).toContain('--colour-accent: #b3460e')
    expect(html).not.toMatch(FIELDKIT_BLUE)
    expect(html).toMatch(/--font-display: 'Campus Sans', 'Source Sans 3'/)
    expect(html).toMatch(/--font-text: 'Source Sans 3'/)
    expect(html).toMatch(/@font-face\{font-family:'Campus Sans';font-style:normal;font-weight:700[^}]*data:font\/woff2;base64/)
    expect(html).not.toContain("@font-face{font-family:'Source Serif 4'")
    expect(html.split(LOGO).length - 1).toBeGreaterThanOrEqual(logos)
  })

  it('asks for nothing outside itself', () => {
    expect(text(path)).not.toMatch(/<img[^>]* src="(?!data:image)/)
  })
})

it('the drawings have the colours of the course', () => {
  const html = text('en/participant/manual/drill/drill-way-out.html')
  const drawings = html.split('<svg').map((part) => part.slice(0, part.indexOf('</svg>')))
  const flow = drawings.find((drawing) => drawing.includes('>Alarm<'))
  const chart = drawings.find((drawing) => drawing.includes('Minutes to the assembly point'))
  expect(flow).toContain('rgb(20, 83, 45)')
  expect(chart).toContain(GREEN)
})

it('the plain edition and its pack have style, fonts and logo in their folder', () => {
  const css = text('en/participant/assets/style.css')
  expect(css).toContain(`--colour-brand: ${GREEN}`)
  const fonts = readdirSync(join(course, 'dist/en/participant/assets/fonts'))
  for (const name of ['own-fonts-KaTeX_SansSerif-Regular.woff2', 'own-fonts-KaTeX_SansSerif-Bold.woff2']) {
    expect(css).toContain(`url(fonts/${name})`)
    expect(fonts).toContain(name)
  }
  expect(text('en/participant/manual/drill/drill-way-out.html')).toMatch(
    /<img class="logo-light" src="\.\.\/\.\.\/assets\/logo\.svg" alt="Campus for Safety"/,
  )
  expect(text('en/participant/index.html')).toContain('src="assets/logo-dark.svg"')
  const pack = unzipSync(file('packs/fire-drill-branded-en-participant.zip'))
  expect(Object.keys(pack)).toEqual(expect.arrayContaining(['assets/logo.svg', 'assets/logo-dark.svg']))
})

it('the logo is whole in itself: styled, without a script', () => {
  const svg = text('en/participant/assets/logo.svg')
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(svg).toContain('.roof { fill: #14532d }')
  expect(svg).not.toContain('script')
})

it('the site has them too', () => {
  const site = join(course, 'dist/site')
  const [style = ''] = readdirSync(join(site, 'assets/css'))
  const css = text(`site/assets/css/${style}`)
  expect(css).toContain('#14532d')
  expect(css).not.toMatch(FIELDKIT_BLUE)
  expect(css).toMatch(/Campus Sans/)
  expect(text('site/index.html')).toMatch(/<img[^>]* src="\/site\/logo\.svg"[^>]* alt="Campus for Safety"/)
  expect(text('site/logo.svg')).toContain(GREEN)
  expect(text('site/favicon.svg')).toContain(GREEN)
})

describe.each([
  ['guideline', 'en/guideline.pdf'],
  ['contingency plan', 'en/contingency-plan.pdf'],
  ['run sheet', 'en/run-sheets/one-hour.pdf'],
  ['certificate', 'en/run-sheets/event-kit/certificate.pdf'],
  ['sign-in sheet', 'en/run-sheets/event-kit/sign-in.pdf'],
  ['name tents', 'en/run-sheets/event-kit/name-tents.pdf'],
  ['worksheet', 'en/worksheets/w-way.pdf'],
  ['handout', 'en/slides/drill.notes-2up.pdf'],
  ['module', 'en/modules/drill.pdf'],
])('%s in print', (name, path) => {
  let reading: PdfReading
  beforeAll(async () => {
    reading = await readPdf(new Uint8Array(file(path)))
  })

  it('is set in the fonts of the course, all of them inside', async () => {
    const names = reading.fonts.map((font) => font.name)
    expect(
      names.some((font) => font.startsWith('KaTeX_SansSerif')),
      names.join(),
    ).toBe(true)
    expect(names.filter((font) => font.startsWith('SourceSerif4'))).toEqual([])
    expect(reading.fonts.filter(({ embedded }) => !embedded)).toEqual([])
    const { courses } = await readCourse(await readSources(course))
    expect(foreignFonts(reading.fonts, lookOf(courses.get('en')?.look ?? null))).toEqual([])
  })

  // slides drawn small have no tags of their own
  if (name !== 'handout')
    it('shows the logo, with its alternative text in the tags', async () => {
      expect(await alternatives(file(path))).toContain('Campus for Safety')
    })

  if (name === 'guideline')
    it('has a cover in the colour of the course', async () => {
      expect(await pixel(file(path), 0.5, 0.3)).toBe(GREEN)
    })
})

it('people write into PDF fields in the font of the course', async () => {
  const document = await PDFDocument.load(file('en/worksheets/w-way.pdf'))
  const fonts = document.getForm().acroForm.dict.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict)
  const names = fonts.keys().map((key) => String(fonts.lookup(key, PDFDict).lookup(PDFName.of('BaseFont'))))
  expect(names).toHaveLength(1)
  expect(names[0]).toMatch(/KaTeX_SansSerif-Regular/)
})

it('the imprint names the terms of the font', async () => {
  const document = await getDocument({ data: new Uint8Array(file('en/guideline.pdf')), verbosity: 0 }).promise
  const page = await document.getPage(2)
  const { items } = await page.getTextContent()
  expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain('Campus Sans (SIL Open Font Licence 1.1)')
  await document.destroy()
})

/** Alternative texts of every element of the tag tree. */
async function alternatives(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const found: string[] = []
  const gather = (node: { alt?: string; children?: unknown[] } | null): void => {
    if (node?.alt) found.push(node.alt)
    for (const child of node?.children ?? []) gather(child as { alt?: string; children?: unknown[] })
  }
  for (let number = 1; number <= document.numPages; number++) gather(await (await document.getPage(number)).getStructTree())
  await document.destroy()
  return found
}

/** Colour of a place of the first page, in parts of its width and height. */
async function pixel(pdf: Uint8Array, across: number, down: number): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const page = await document.getPage(1)
  const viewport = page.getViewport({ scale: 0.25 })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const drawn = (
    document.canvasFactory as { create(width: number, height: number): { canvas: never; context: CanvasRenderingContext2D } }
  ).create(width, height)
  await page.render({ canvas: drawn.canvas, viewport }).promise
  const { data } = drawn.context.getImageData(Math.round(width * across), Math.round(height * down), 1, 1)
  await document.destroy()
  return `#${[...data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
