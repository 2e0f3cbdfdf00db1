/**
 * The packs as they are used: unzipped from a USB stick, opened by double click in a browser that has no network. A trainer's way through
 * the facilitator pack, a participant's through theirs, each click a link that is there; what was filled in is read back from the files.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Course, Edition, Module, Worksheet } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { readForm } from '../../scripts/read-form.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { axe } from '../axe.ts'
import { bare } from '../manual/pdf-text.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'
import { readPages } from './pdf-pages.ts'

vi.setConfig({ testTimeout: 240_000 })

const stick = mkdtempSync(join(tmpdir(), 'fieldkit-stick-'))
const PACKS = ['en facilitator', 'en participant', 'fr facilitator', 'fr participant'] as const

let kit: Kit
let browser: Browser
let context: BrowserContext
/** Requests that leave the pack, messages on the console, uncaught errors. */
let trouble: string[]

beforeAll(async () => {
  kit = await theKit()
  for (const name of PACKS) {
    const [language, edition] = name.split(' ')
    const course = courseIn(language ?? '')
    const files = unzipSync(await kit.read(`packs/${course.id}-${language}-${edition}.zip`))
    for (const [path, contents] of Object.entries(files)) {
      mkdirSync(dirname(join(stick, name, path)), { recursive: true })
      writeFileSync(join(stick, name, path), contents)
    }
  }
  browser = await openBrowser()
}, BUILD_TAKES)
afterAll(async () => {
  await browser?.close()
  rmSync(stick, { recursive: true, force: true })
})

beforeEach(() => offline({}))
afterEach(async () => {
  await context.close()
  expect(trouble).toEqual([])
})

/** A browser without network. */
async function offline(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  await context?.close()
  trouble = []
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true, ...options })
  await context.setOffline(true)
  const inside = pathToFileURL(stick).href
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(inside)) trouble.push(`request ${request.url()}`)
  })
  context.on('requestfailed', (request) => trouble.push(`failed ${request.url()}`))
  context.on('console', (message) => trouble.push(`console ${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => trouble.push(`error ${error.error().message}`))
}

const courseIn = (language: string): Course => kit.courses.get(language) as Course

async function openPack(name: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(stick, name, 'index.html')).href)
  return page
}

/** Path of the page in the pack, without its anchor. */
function placeIn(name: string, page: Page): string {
  return fileURLToPath(page.url().replace(/[?#].*/, '')).slice(join(stick, name).length + 1)
}

async function backToStart(name: string, page: Page, click: () => Promise<void>): Promise<void> {
  await click()
  await page.waitForURL(/\/index\.html$/)
  expect(placeIn(name, page)).toBe('index.html')
}

/** Types a word of the module's title, walks to the second hit with the arrow keys and follows it. */
async function search(name: string, page: Page, module: Module): Promise<void> {
  const word = module.title.split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length)[0] as string
  await page.locator('#search').click()
  await page.keyboard.type(word)
  await expect.poll(() => page.locator('.search-results a').count()).toBeGreaterThan(1)
  const second = await page.locator('.search-results a').nth(1).getAttribute('href')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href.endsWith((second ?? '').replace(/^(\.\.?\/)+/, '')))
  expect(placeIn(name, page)).toMatch(/^manual\//)
  expect((await page.locator('main').textContent())?.toLowerCase()).toContain(word.toLowerCase())
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1))
  if (anchor) expect(await page.locator(`[id="${anchor}"]`).count()).toBe(1)
}

async function openDeck(page: Page, module: Module): Promise<void> {
  await page.locator(`main a[href="slides/${module.id}.html"]`).first().click()
  await page.waitForSelector('.reveal.ready')
  expect(await page.locator('.slides > section.present').getAttribute('id')).toBe(module.id)
}

async function leaveDeck(name: string, page: Page): Promise<void> {
  await page.mouse.move(300, 300)
  await page.mouse.move(320, 310)
  await backToStart(name, page, () => page.locator('.deck-controls .deck-start').click())
}

/** Fills in every field of a sheet; what was written, by field, as a file of answers would have it. */
async function fillIn(page: Page, worksheet: Worksheet, language: string): Promise<Map<string, string | boolean>> {
  const written = new Map<string, string | boolean>()
  for (const { name, kind, marks } of formFields(worksheet, language)) {
    const control = page.locator(`[name="${name}"]`)
    if (kind === 'checkbox') {
      await control.check()
      written.set(name, true)
    } else if (kind === 'radio') {
      const value = marks.at(-1)?.value ?? ''
      await page.locator(`[name="${name}"][value="${value}"]`).check()
      written.set(name, value)
    } else {
      const text = `${written.size + 1} Łódź é`
      await control.fill(text)
      written.set(name, text)
    }
  }
  return written
}

async function expectFilled(page: Page, written: ReadonlyMap<string, string | boolean>): Promise<void> {
  for (const [name, value] of written) {
    const control = page.locator(`[name="${name}"]`)
    if (value === true) await expect.poll(() => control.isChecked(), { message: name }).toBe(true)
    else if ((await control.first().getAttribute('type')) === 'radio')
      await expect.poll(() => page.locator(`[name="${name}"][value="${value}"]`).isChecked(), { message: name }).toBe(true)
    else await expect.poll(() => control.inputValue(), { message: name }).toBe(value)
  }
}

/** The sheet of a module with the most kinds of fields. */
function richSheet(course: Course, module: Module): Worksheet {
  const sheets = module.blocks.flatMap(({ worksheets }) => worksheets).filter(({ audience }) => audience !== 'facilitator')
  const kinds = (sheet: Worksheet): number => new Set(formFields(sheet, course.language).map(({ kind }) => kind)).size
  return sheets.sort((a, b) => kinds(b) - kinds(a) || (a.id < b.id ? -1 : 1))[0] as Worksheet
}

/** Opens a sheet from the start page, fills it in, reloads it, and reads both files that can be made of it. */
async function worksheetJourney(name: string, page: Page, course: Course, module: Module): Promise<void> {
  const worksheet = richSheet(course, module)
  await page.locator(`main a[href="worksheets/${worksheet.id}.html"]`).first().click()
  await page.locator('#sheet').waitFor()
  const written = await fillIn(page, worksheet, course.language)
  expect(new Set([...written.values()].map((value) => typeof value))).toContain('string')
  await page.reload()
  await expectFilled(page, written)

  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export').click()])
  const form = await readForm(await readFile(await download.path()))
  if (typeof form === 'string') throw new Error(form)
  expect([form.course, form.worksheet]).toEqual([course.id, worksheet.id])
  expect(Object.fromEntries(form.values)).toEqual(Object.fromEntries(written))

  // "Print or save as PDF" opens the dialog of the browser; this is the file it saves
  const asked = page.evaluate(() => new Promise((resolve) => Object.assign(window, { print: () => resolve('printed') })))
  await page.locator('#print').click()
  expect(await asked).toBe('printed')
  const pdf = await readPages(await page.pdf())
  const printed = bare(pdf.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''))
  const texts = [...written.values()].filter((value) => typeof value === 'string' && value.includes(' ')) as string[]
  expect(texts.length).toBeGreaterThan(3)
  for (const text of texts) expect(printed).toContain(bare(text))
  await backToStart(name, page, () => page.locator('.way-back a').click())
}

describe.each(['en', 'fr'])('a trainer without network, the facilitator pack unzipped (%s)', (language) => {
  it('goes from the start page through manual, search, deck, speaker view, countdown and worksheet, and back each time', async () => {
    const name = `${language} facilitator`
    const course = courseIn(language)
    const module = course.modules[1] as Module
    const page = await openPack(name)
    for (const file of [
      'guideline.pdf',
      'contingency-plan.pdf',
      `run-sheets/${course.agendas[0]?.id}.pdf`,
      'run-sheets/event-kit/sign-in.pdf',
    ])
      expect(await page.locator(`main a[href="${file}"]`).count(), file).toBe(1)

    await page.locator(`main a[href="manual/${module.id}.html"]`).first().click()
    expect(await page.locator('h1').textContent()).toContain(module.title)
    await page.locator(`main a[href$="${module.blocks[0]?.id}.html"]`).first().click()
    expect(await page.locator('h1').textContent()).toContain(module.blocks[0]?.title)
    await search(name, page, module)
    await backToStart(name, page, () => page.locator('.masthead-title').click())

    await openDeck(page, module)
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
    const say = words(language).player
    await speaker.getByText(say.deckConnected).waitFor()
    const slide = module.blocks.flatMap(({ slides }) => slides).find(({ notes }) => notes.length > 0)
    await page.evaluate((id) => location.assign(`#/${id}`), slide?.id)
    await expect.poll(() => speaker.locator('.speaker-notes-text').textContent()).toMatch(/\p{L}{3,}.*\p{L}{3,}/u)
    expect(await page.locator('.notes:visible').count()).toBe(0)

    const activity = module.blocks.flatMap(({ activities }) => activities)[0]
    await page.evaluate((id) => location.assign(`#/${id}`), activity?.id)
    const time = page.locator('.present .countdown-time')
    await expect.poll(() => time.textContent()).toBe(`${activity?.minutes}:00`)
    await page.keyboard.press('t')
    const seconds = async (): Promise<number> => {
      const [minutes = 0, rest = 0] = ((await time.textContent()) ?? '').split(':').map(Number)
      return minutes * 60 + rest
    }
    await expect.poll(seconds, { timeout: 15_000 }).toBeLessThan((activity?.minutes ?? 0) * 60 - 1)
    const then = await seconds()
    await expect.poll(seconds, { timeout: 15_000 }).toBeLessThan(then)
    await speaker.close()
    await leaveDeck(name, page)

    await worksheetJourney(name, page, course, module)
  })
})

describe.each(['en', 'fr'])('a participant without network, the participant pack unzipped (%s)', (language) => {
  it('goes from the start page through manual, search, deck and worksheet; there is no speaker view and there are no notes', async () => {
    const name = `${language} participant`
    const course = courseIn(language)
    const module = course.modules[1] as Module
    const page = await openPack(name)
    expect(await page.locator('a[href*="guideline"], a[href*="run-sheets"], a[href*="contingency"], a[href*=".answers."]').count()).toBe(0)
    await page.locator(`main a[href="manual/${module.id}.html"]`).first().click()
    await search(name, page, module)
    await backToStart(name, page, () => page.locator('.masthead-title').click())
    await openDeck(page, module)
    await page.keyboard.press('s')
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
    expect(context.pages()).toHaveLength(1)
    expect(await page.locator('.notes, .speaker, .countdown').count()).toBe(0)
    await page.goto(`${page.url().replace(/[?#].*/, '')}?view=speaker`)
    await page.waitForSelector('.reveal.ready')
    expect(await page.locator('.speaker').count()).toBe(0)
    await leaveDeck(name, page)
    await worksheetJourney(name, page, course, module)
  })

  it('reads on a phone: the start page, the search, a deck as a page, and the text edition and back', async () => {
    const name = `${language} participant`
    const module = courseIn(language).modules[1] as Module
    await offline({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
    const page = await openPack(name)
    const fits = async (): Promise<void> =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(390)
    await fits()
    await page.locator('#search').tap()
    await page.keyboard.type(module.title)
    await page.locator('.search-results a').first().waitFor()
    const box = await page.locator('.search-results').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await page.locator('.search-results a').first().tap()
    await page.waitForURL(/\/manual\//)
    await fits()
    await page.locator('.masthead-title').tap()
    await page.locator(`main a[href="slides/${module.id}.html"]`).first().tap()
    await page.waitForURL(/\/slides\//)
    expect(await page.evaluate(() => document.documentElement.dataset.view)).toBe('read')
    await fits()
    await backToStart(name, page, () => page.locator('.reading-bar .deck-start').tap())

    const say = words(language).text
    await page.getByRole('link', { name: say.edition, exact: true }).tap()
    await page.waitForURL(/\/text\/index\.html$/)
    await page.locator(`main a[href="${module.id}.html"]`).first().tap()
    await page.waitForURL((url) => url.href.endsWith(`/text/${module.id}.html`))
    await fits()
    expect(await page.locator('h1').textContent()).toContain(module.title)
    await page.getByRole('link', { name: say.withPictures, exact: true }).tap()
    await page.waitForURL((url) => url.href.endsWith(`/manual/${module.id}.html`))
  })
})

/** What axe finds on pages of a pack, and whether they fit the window. */
async function axeOn(name: string, paths: readonly string[], width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await offline({ viewport: { width, height: 800 }, colorScheme })
  const page = await context.newPage()
  for (const path of paths) {
    await page.goto(pathToFileURL(join(stick, name, path)).href)
    const { violations } = await axe(page).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      path,
    ).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
  }
}

/** One page of every kind, with pictures and as text. */
function pagesOfEveryKind(name: string): string[] {
  const [language = '', edition] = name.split(' ') as [string, Edition]
  const course = courseIn(language)
  const module = course.modules[1] as Module
  const block = module.blocks[0]?.id
  const annex = course.annexes?.blocks.find(({ audience }) => edition === 'facilitator' || audience !== 'facilitator')?.id
  return [
    'index.html',
    `manual/${module.id}.html`,
    `manual/${module.id}/${block}.html`,
    `manual/annexes/${annex}.html`,
    ...['glossary', 'works-cited', 'lists'].map((list) => `manual/${list}.html`),
    ...['index', module.id, block, annex, 'glossary', 'bibliography', 'lists'].map((page) => `text/${page}.html`),
  ]
}

// both packs have these kinds of pages, in the same styles: each colour and each width is tried in either
it.each([
  ['en facilitator', 1280, 'light'],
  ['en facilitator', 390, 'dark'],
  ['fr participant', 1280, 'dark'],
  ['fr participant', 390, 'light'],
] as const)(
  'axe finds nothing on any kind of page (%s, %i px, %s)',
  (name, width, colorScheme) => axeOn(name, pagesOfEveryKind(name), width, colorScheme),
  600_000,
)

it.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)(
  'axe finds nothing on any worksheet (%i px, %s)',
  async (width, colorScheme) => {
    const sheets = courseIn('en').worksheets.map(({ id }) => `worksheets/${id}.html`)
    expect(sheets.length).toBeGreaterThan(20)
    await axeOn('en facilitator', sheets, width, colorScheme)
  },
  600_000,
)
