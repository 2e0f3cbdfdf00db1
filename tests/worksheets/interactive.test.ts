import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/browser.ts'
import { bundleSheetPlayer } from '../../scripts/bundle-sheet-player.ts'
import { writeInteractive } from '../../scripts/press-worksheets.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { type AnswerFile, readAnswers, type SheetData, storageKey } from '../../worksheets/player/sheet-data.ts'
import { axe } from '../axe.ts'
import { arabicSheet, courseWith, frenchSheet, horizonSheet } from './sample-course.ts'

const sheets = { en: horizonSheet(), fr: frenchSheet(), ar: arabicSheet() }
let browser: Browser
let folder: string
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worksheets-'))
  const player = await bundleSheetPlayer()
  for (const [language, worksheet] of Object.entries(sheets)) {
    writeFileSync(fileOf(language), writeInteractive(worksheet, courseWith([worksheet], { language }), new Map(), player))
  }
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  context = await browser.newContext({ acceptDownloads: true })
  page = await openSheet('en')
})
afterEach(async () => {
  expect(complaints).toEqual([])
  await context.close()
})

it('keeps what was written after a reload, on this device only', async () => {
  await fillSome()
  await page.reload()
  await expectSome()
  expect(await page.locator('#keeping').textContent()).toContain('kept on this device only')
})

it('keeps the sheets of other languages and versions apart', async () => {
  await fillSome()
  const french = await openSheet('fr')
  expect(await french.locator('[name="w-horizon.shortage"]').inputValue()).toBe('')
  const keys = await page.evaluate(() => Object.keys(localStorage))
  expect(keys).toEqual(['fieldkit/worksheet/smp/1.0/en/w-horizon'])
})

it('saves answers to a file and takes them over on another device', async () => {
  await fillSome()
  const path = await exported()
  const file = JSON.parse(readFileSync(path, 'utf8')) as AnswerFile
  expect(file).toMatchObject({ course: 'smp', version: '1.0', language: 'en', worksheet: 'w-horizon' })
  expect(file.fields).toEqual({
    'w-horizon.sheet_name': 'Zoë Łukasz',
    'w-horizon.occupations.r2.c3': '120 nurses\nin rural districts',
    'w-horizon.who': 'o2',
    'w-horizon.meet.o3': true,
    'w-horizon.agree.s1': '4',
  })
  expect(file.savedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  await context.close()
  context = await browser.newContext()
  page = await openSheet('en')
  await page.locator('#file').setInputFiles(path)
  await expectSome()
  expect(await page.locator('#status').textContent()).toBe('5 answers taken over from the file.')
  await page.reload()
  await expectSome()
})

it('refuses a file that is no answers, or those of another worksheet', async () => {
  const wrong = join(folder, 'wrong.json')
  for (const [text, sentence] of [
    ['no json', 'not a file of answers'],
    ['{"course":"smp","worksheet":"w-other","fields":{}}', 'another worksheet'],
  ] as const) {
    writeFileSync(wrong, text)
    await page.locator('#file').setInputFiles(wrong)
    await page.waitForFunction((words) => document.querySelector('#status')?.textContent?.includes(words), sentence)
  }
})

it('clears only after a question', async () => {
  await fillSome()
  await page.locator('#clear').click()
  await page.locator('#clear-no').click()
  await expectSome()
  await page.locator('#clear').click()
  await page.locator('#clear-yes').click()
  expect(await page.locator('[name="w-horizon.sheet_name"]').inputValue()).toBe('')
  expect(await page.locator('input:checked').count()).toBe(0)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

it('takes a mark back at a second click', async () => {
  const employers = page.getByLabel('Employers')
  await employers.click()
  expect(await employers.isChecked()).toBe(true)
  await employers.click()
  expect(await employers.isChecked()).toBe(false)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

it('says plainly when the browser keeps nothing, and still works', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.reload()
  expect(await page.locator('#keeping').textContent()).toContain('This browser keeps nothing')
  await fillSome()
  expect(JSON.parse(readFileSync(await exported(), 'utf8')).fields['w-horizon.who']).toBe('o2')
})

it('says so when the store is full', async () => {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.locator('[name="w-horizon.sheet_name"]').fill('Zoë')
  expect(await page.locator('#keeping').textContent()).toContain('This browser keeps nothing')
})

it('prints what was written, whole, and nothing of the buttons', async () => {
  const long = 'We need many more people. '.repeat(40)
  await page.locator('[name="w-horizon.shortage"]').fill(long)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#export').isVisible()).toBe(false)
  expect(await page.locator('textarea').first().isVisible()).toBe(false)
  const typed = page.locator('.typed[data-field="w-horizon.shortage"]')
  expect(await typed.textContent()).toBe(long)
  expect(await typed.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true)
})

it.each(['en', 'fr', 'ar'])('has nothing for axe to complain of, light, dark and on a phone (%s)', async (language) => {
  const sheet = await openSheet(language)
  for (const colorScheme of ['light', 'dark'] as const) {
    await sheet.emulateMedia({ colorScheme })
    for (const width of [1100, 320]) {
      await sheet.setViewportSize({ width, height: 800 })
      const { violations } = await axe(sheet).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      expect(await sheet.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  }
})

it('can be filled in with the keyboard alone', async () => {
  await page.locator('[name="w-horizon.sheet_name"]').focus()
  const reached = new Set<string>()
  for (let press = 0; press < 60; press += 1) {
    const name = await page.evaluate(() => (document.activeElement as HTMLInputElement).name || document.activeElement?.id || '')
    reached.add(name)
    await page.keyboard.press('Tab')
  }
  const all = [...formFields(sheets.en, 'en').map(({ name }) => name), 'export', 'print', 'import', 'clear']
  expect(all.filter((name) => !reached.has(name))).toEqual([])
})

it('stands right to left in Arabic', async () => {
  const sheet = await openSheet('ar')
  const left = async (name: string) => (await sheet.locator(`[name="w-horizon.${name}"]`).boundingBox())?.x ?? 0
  expect(await left('occupations.r1.c1')).toBeGreaterThan(await left('occupations.r1.c4'))
  expect(await sheet.locator('[name="w-horizon.occupations.r2.c3"]').getAttribute('aria-label')).toBe('حسب المهنة – الصف 2 – بعد ٣ سنوات')
})

it('names every control in full', async () => {
  const unnamed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('form input, form textarea')]
      .filter((control) => !control.ariaLabel && ![...(control.labels ?? [])].some((label) => label.textContent?.trim()))
      .map(({ name }) => name),
  )
  expect(unnamed).toEqual([])
})

const data: SheetData = {
  course: 'smp',
  version: '1.0',
  language: 'en',
  worksheet: 'w',
  fields: [
    { name: 'w.a', kind: 'text' },
    { name: 'w.b', kind: 'checkbox' },
  ],
  words: { kept: '', notKept: '', saved: '', cleared: '', exported: '', foreignSheet: '', olderVersion: '', unreadable: '' },
  imported: { one: '', many: '' },
}

it('reads a file of answers field by field, and only what the sheet knows', () => {
  const file = {
    course: 'smp',
    version: '0.9',
    worksheet: 'w',
    fields: { 'w.a': 'yes', 'w.b': true, 'w.gone': 'x', __proto__: { bad: 1 } },
  }
  expect(readAnswers(JSON.stringify(file), data)).toEqual({ answers: { 'w.a': 'yes', 'w.b': true }, sameVersion: false })
  expect(readAnswers(JSON.stringify({ ...file, fields: { 'w.a': 3, 'w.b': 'true' } }), data)).toEqual({ answers: {}, sameVersion: false })
  expect(readAnswers('[]', data)).toBe('unreadable')
  expect(storageKey(data)).toBe('fieldkit/worksheet/smp/1.0/en/w')
})

async function openSheet(language: string): Promise<Page> {
  const opened = await context.newPage()
  complaints = []
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  opened.on('pageerror', (error) => complaints.push(String(error)))
  opened.on('request', (request) => /^(file|data|blob):/.test(request.url()) || complaints.push(request.url()))
  await opened.goto(pathToFileURL(fileOf(language)).href)
  return opened
}

function fileOf(language: string): string {
  return join(folder, `sheet.${language}.html`)
}

async function fillSome(): Promise<void> {
  await page.locator('[name="w-horizon.sheet_name"]').fill('Zoë Łukasz')
  await page.locator('[name="w-horizon.occupations.r2.c3"]').fill('120 nurses\nin rural districts')
  await page.getByLabel('Employers').check()
  await page.getByLabel('needs in about ten years').check()
  await page.locator('[name="w-horizon.agree.s1"][value="4"]').check()
}

async function expectSome(): Promise<void> {
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="w-horizon.sheet_name"]')?.value === 'Zoë Łukasz')
  expect(await page.locator('[name="w-horizon.occupations.r2.c3"]').inputValue()).toBe('120 nurses\nin rural districts')
  expect(await page.getByLabel('Employers').isChecked()).toBe(true)
  expect(await page.getByLabel('needs in about ten years').isChecked()).toBe(true)
  expect(await page.locator('[name="w-horizon.agree.s1"][value="4"]').isChecked()).toBe(true)
}

async function exported(): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export').click()])
  expect(download.suggestedFilename()).toBe('smp-w-horizon-en.json')
  const path = join(folder, 'answers.json')
  await download.saveAs(path)
  return path
}
