/** A box as a canvas to map on: its zones are places of their own, its axes are drawn on paper and said on screen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axesOf, zoneColumns } from '../../course/canvas.ts'
import { PAPERS, type Paper } from '../../course/papers.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { bundleSheetPlayer } from '../../scripts/bundle-sheet-player.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { type PressedSheet, pressPapers, pressSheet, writeInteractive } from '../../scripts/press-worksheets.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { pageRuns } from '../manual/pdf-text.ts'
import { courseWith, node, piece, text, worksheet } from './sample-course.ts'

const ZONES = ['Train now', 'Plan', 'Watch', 'Leave']
const axes = axesOf(['few people', 'many people', 'far away', 'soon'])
const map = piece('box', 'w.map', 'Place each shortage', { height: 90, zones: ZONES, axes, grid: false })
const sheet = worksheet('w', 'Map', [...text('Write each shortage where it stands.'), node(map)])
const names = ['w.map.z1', 'w.map.z2', 'w.map.z3', 'w.map.z4']

let browser: Browser
let press: Press
let papers: Map<Paper, PressedSheet>
beforeAll(async () => {
  browser = await openBrowser()
  press = await openPress(browser)
  papers = await pressPapers(sheet, courseWith([sheet]), 'participant', new Map(), press)
})
afterAll(async () => {
  await press?.close()
  await browser?.close()
})

it('lays up to three zones in a row and four as two by two', () => {
  expect([2, 3, 4, 5, 6, 9].map(zoneColumns)).toEqual([2, 3, 2, 3, 3, 3])
})

it('names each zone as a field of its own, and says what the sides of an undivided canvas mean', () => {
  const zones = formFields(sheet, 'en').filter((field) => field.piece === 'w.map')
  expect(zones.map(({ name, kind, label }) => [name, kind, label])).toEqual(
    names.map((name, index) => [name, 'multiline', `Place each shortage – ${ZONES[index]}`]),
  )
  const whole = worksheet('w', 'Map', [node({ ...map, zones: [] })])
  expect(formFields(whole, 'en').at(-1)).toMatchObject({
    name: 'w.map',
    label: 'Place each shortage – Across: from few people to many people – Upwards: from far away to soon',
  })
})

describe.each(PAPERS)('on paper (%s)', (paper) => {
  it('is filled in zone by zone, two by two of one size', async () => {
    const boxes = names.map((name) => papers.get(paper)?.boxes.find((box) => box.name === name))
    const [first, second, third, fourth] = boxes.map((box) => box ?? { left: 0, right: 0, top: 0, bottom: 0 })
    if (!first || !second || !third || !fourth) throw new Error('Unexpected sheet without zones')
    expect(second.left).toBeGreaterThan(first.right)
    expect(third.top).toBeLessThan(first.bottom)
    expect(fourth.left).toBeCloseTo(second.left, 0)
    for (const box of [second, third, fourth]) expect(box.right - box.left).toBeCloseTo(first.right - first.left, 0)
    const document = await PDFDocument.load(papers.get(paper)?.pdf ?? new Uint8Array())
    document.getForm().getTextField('w.map.z3').setText('Nurses in ten years')
    expect(document.getForm().getTextField('w.map.z3').isMultiline()).toBe(true)
  })

  it('shows the zones by name and the ends of its axes at their ends', async () => {
    const runs = (await pageRuns(papers.get(paper)?.pdf ?? new Uint8Array())).flat()
    const at = (words: string) => {
      const run = runs.find(({ text: said }) => said === words)
      if (!run) throw new Error(`Unexpected sheet without "${words}"`)
      return run
    }
    for (const zone of ZONES) at(zone)
    expect(at('many people').x).toBeGreaterThan(at('few people').x + 100)
    expect(at('few people').y).toBeLessThan(at('Leave').y)
    expect(at('soon').y).toBeGreaterThan(at('far away').y + 100)
    expect(at('soon').x).toBeLessThan(at('Train now').x)
  })
})

it('turns round in Arabic: the axis starts at the right', async () => {
  const arabic = worksheet('w', 'خريطة', [
    node(piece('box', 'w.map', 'ضعوا كل نقص', { height: 90, zones: ['الآن', 'لاحقا'], axes: axesOf(['قليل', 'كثير']), grid: true })),
  ])
  const { boxes } = await pressSheet(arabic, courseWith([arabic], { language: 'ar' }), 'participant', new Map(), press)
  const left = (name: string) => boxes.find((box) => box.name === name)?.left ?? 0
  expect(left('w.map.z1')).toBeGreaterThan(left('w.map.z2'))
})

it('is printed with a grid that weighs next to nothing', async () => {
  const weigh = async (grid: boolean) => {
    const plain = worksheet('w', 'Map', [node({ ...map, zones: [], axes: [], grid })])
    return (await pressSheet(plain, courseWith([plain]), 'participant', new Map(), press)).pdf.length
  }
  const [without, with_] = [await weigh(false), await weigh(true)]
  expect(with_).toBeGreaterThan(without)
  expect(with_ - without).toBeLessThan(6000)
})

it('is filled in on a phone zone below zone, each with a name, the meaning of its sides said above', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canvas-'))
  const file = join(folder, 'w.html')
  writeFileSync(file, writeInteractive(sheet, courseWith([sheet]), new Map(), await bundleSheetPlayer()))
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(pathToFileURL(file).href)
  const boxes = await Promise.all(names.map((name) => page.locator(`[name="${name}"]`).boundingBox()))
  for (const [index, box] of boxes.entries()) {
    expect(box?.x).toBe(boxes[0]?.x)
    expect(box?.width).toBeGreaterThan(300)
    if (index > 0) expect(box?.y).toBeGreaterThan((boxes[index - 1]?.y ?? 0) + (boxes[index - 1]?.height ?? 0))
  }
  await page.getByLabel('Watch').fill('Nurses in ten years')
  await page.reload()
  await expect.poll(() => page.locator('[name="w.map.z3"]').inputValue()).toBe('Nurses in ten years')
  expect(await page.getByRole('group', { name: 'Place each shortage' }).textContent()).toContain(
    'Across: from few people to many people · Upwards: from far away to soon',
  )
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.close()
  rmSync(folder, { recursive: true })
})
