/** What a sheet weighs: a pack holds three PDFs and a page of each, and travels by USB stick and mail. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookOf } from '../../look/look.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { bundleSheetPlayer } from '../../scripts/bundle-sheet-player.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { fieldFontFor, pressSheet, writeInteractive } from '../../scripts/press-worksheets.ts'
import { fontBytes } from '../../scripts/read-fonts.ts'
import { readPdf } from '../../scripts/read-pdf.ts'
import { courseWith, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

let browser: Browser
let press: Press
beforeAll(async () => {
  browser = await openBrowser()
  press = await openPress(browser)
})
afterAll(async () => {
  await press?.close()
  await browser?.close()
})

describe('a PDF', () => {
  it('is light: the font of its fields and few bytes a field', async () => {
    const sheet = horizonSheet()
    const { pdf } = await pressSheet(sheet, courseWith([sheet]), 'participant', new Map(), press)
    expect(pdf.length).toBeLessThan(60_000)
    expect(fieldFontFor('en').length).toBeLessThan(40_000)
  })

  it('takes less than 300 bytes for a circle to tick, its field and its tags included', async () => {
    const test = (count: number) => {
      const statements = Array.from({ length: count }, (_, index) => `Statement ${index}`)
      const scale = piece('scale', 'w.scale', 'How far?', { min: 1, max: 10, low: '', high: '', statements })
      return worksheet('w', 'Test', [...text('Answer.'), node(scale)])
    }
    const weigh = async (count: number) =>
      (await pressSheet(test(count), courseWith([test(count)]), 'participant', new Map(), press)).pdf.length
    expect(((await weigh(16)) - (await weigh(6))) / 100).toBeLessThan(300)
  })

  it('keeps its text whole and its fonts embedded where the tables of a layout engine are dropped from them', async () => {
    const sheet = horizonSheet()
    const { pdf } = await pressSheet(sheet, courseWith([sheet]), 'participant', new Map(), press)
    const { fonts } = await readPdf(pdf)
    expect(fonts.length).toBeGreaterThan(2)
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([])
    for (const table of ['GPOS', 'GSUB', 'STAT']) expect(Buffer.from(pdf).includes(table)).toBe(false)
  })
})

describe('a page to fill in on screen', () => {
  let folder: string
  let page: Page
  beforeAll(async () => {
    const sheet = horizonSheet()
    const course = courseWith([sheet])
    const player = await bundleSheetPlayer()
    folder = mkdtempSync(join(tmpdir(), 'beside-'))
    for (const inside of ['kit/worksheets', 'kit/assets/fonts', 'alone']) mkdirSync(join(folder, inside), { recursive: true })
    const linked = writeInteractive(sheet, course, new Map(), player, 'beside')
    writeFileSync(join(folder, 'kit/worksheets/w.html'), linked)
    writeFileSync(join(folder, 'alone/w.html'), linked)
    writeFileSync(join(folder, 'alone/whole.html'), writeInteractive(sheet, course, new Map(), player))
    for (const [name, bytes] of fontBytes(lookOf(null), ['en'])) writeFileSync(join(folder, 'kit/assets/fonts', name), bytes)
    page = await browser.newPage()
  })
  afterAll(() => folder && rmSync(folder, { recursive: true }))

  const facesOf = async (path: string): Promise<[loaded: number, all: number, held: boolean]> => {
    await page.goto(pathToFileURL(join(folder, path)).href)
    return page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((resolve) => setTimeout(resolve, 200))
      const faces = [...document.fonts]
      const field = document.querySelector<HTMLTextAreaElement>('textarea')
      if (field) field.value = 'nurses'
      return [faces.filter(({ status }) => status === 'loaded').length, faces.length, field?.value === 'nurses']
    })
  }

  it('finds its fonts beside it in a folder that has them', async () => {
    const [loaded, all, held] = await facesOf('kit/worksheets/w.html')
    expect([loaded, held]).toEqual([all, true])
    expect(loaded).toBeGreaterThan(1)
  })

  it('works without them when it is sent alone', async () => {
    expect(await facesOf('alone/w.html')).toEqual([0, 3, true])
  })

  it('carries them where it is made to be sent alone, and no italics that it has no word for', async () => {
    const [loaded, all] = await facesOf('alone/whole.html')
    expect(loaded).toBe(all)
    const plain = worksheet('w', 'Plain', [...text('Fill in.'), node(piece('lines', 'w.a', 'What?', { rows: 2 }))])
    const html = writeInteractive(plain, courseWith([plain]), new Map(), { code: '', hash: '' })
    expect(html).not.toContain('font-style:italic;font-weight')
    expect(html).toContain('font-style:normal;font-weight:600')
  })
})
