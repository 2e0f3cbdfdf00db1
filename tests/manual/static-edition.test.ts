import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page, Request } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { type FileMap, staticEditionFiles } from '../../manual/static-edition.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { bundleStaticScripts } from '../../scripts/bundle-static-scripts.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { writeStaticEdition } from '../../scripts/write-packs.ts'
import { axe } from '../axe.ts'
import { bilingualCourses, bilingualDrawings, secrets, secretsOfFacilitators } from './bilingual-course.ts'
import { brokenLinks, pageLinks } from './links.ts'

const folder = mkdtempSync(join(tmpdir(), 'fieldkit-edition-'))
const editions = new Map<string, FileMap>()
let courses: Map<string, Course>

beforeAll(async () => {
  const arabic = await readCourse(await readSources('tests/courses/arabic'))
  courses = new Map([...(await bilingualCourses()), ...arabic.courses])
  const scripts = await bundleStaticScripts()
  for (const [language, course] of courses) {
    for (const edition of ['facilitator', 'participant'] as const) {
      const name = `${language}/${edition}`
      const others = [...courses.values()]
        .filter((other) => other.id === course.id && other.language !== language)
        .map((other) => ({
          language: other.language,
          folder: `../../${other.language}/${edition}/`,
          files: staticEditionFiles(other, edition),
        }))
      editions.set(name, writeStaticEdition({ course, edition, drawings: bilingualDrawings, scripts, others, paths: new Set() }))
      for (const [path, contents] of files(name)) {
        mkdirSync(dirname(join(folder, name, path)), { recursive: true })
        writeFileSync(join(folder, name, path), contents)
      }
    }
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(['en/facilitator', 'en/participant', 'fr/participant', 'ar/participant'])('the folder of %s', (name) => {
  it('has a start page at its root and links to nothing that is not there', () => {
    const own = files(name)
    expect(own.has('index.html')).toBe(true)
    const there = new Map(
      [...editions].flatMap(([other, all]) => [...all].map(([path, contents]) => [`${other}/${path}`, contents] as const)),
    )
    for (const path of own.keys()) expect(brokenLinks(`${name}/${path}`, there), path).toEqual([])
  })

  it('asks nothing of the network and has no script or style inside its pages', () => {
    for (const [path, contents] of files(name)) {
      if (!path.endsWith('.html')) continue
      const html = String(contents)
      expect(html, path).not.toMatch(/\son[a-z]+\s*=/i)
      expect(html, path).not.toMatch(/<script(?![^>]*\ssrc=)/)
      expect(html, path).not.toMatch(/\sstyle=|<style/)
      for (const { rel, address } of pageLinks(html)) if (rel === 'loaded') expect(address, path).not.toMatch(/^([a-z]+:|\/)/i)
    }
    expect(String(files(name).get('assets/style.css'))).not.toMatch(/url\((?!fonts\/)|@import/)
  })
})

it('the participant edition holds no sentence of the facilitator, its search index neither', () => {
  const everything = [...files('en/participant').values()].map((contents) => (typeof contents === 'string' ? contents : '')).join('\n')
  const forFacilitators = [...files('en/facilitator').values()].map((contents) => (typeof contents === 'string' ? contents : '')).join('\n')
  for (const sentence of [...Object.values(secrets), ...Object.values(secretsOfFacilitators).flat()]) {
    expect(forFacilitators).toContain(sentence)
    expect(everything).not.toContain(sentence)
  }
})

it('lists the front before the modules and the annexes after them, as far as the edition has them', () => {
  const listed = (name: string, path: string): [title: string, number: string | undefined][] => {
    const contents = /<nav class="contents".*?<\/nav>/s.exec(String(files(name).get(path)))?.[0] ?? ''
    return [...contents.matchAll(/<a [^>]*>(?:<span class="contents-number">([^<]*)<\/span>)?<span[^>]*>([^<]*)<\/span><\/a>/g)].map(
      ([, number, title = '']) => [title, number],
    )
  }
  expect(listed('en/participant', 'manual/annexes/annex-test.html')).toEqual([
    ['Overview', undefined],
    ['How we bake', undefined],
    ['The dough', '1'],
    ['Annexes', undefined],
    ['What do you know?', 'A'],
    ['Glossary', undefined],
    ['Bibliography', undefined],
    ['Lists', undefined],
  ])
  const facilitator = listed('en/facilitator', 'manual/annexes.html').map(([title]) => title)
  expect(facilitator.slice(1, 6)).toEqual(['How we bake', 'A word to those who train', 'The dough', 'Annexes', 'What do you know?'])
  expect([...files('en/participant').keys()].filter((path) => /trainers|cards|before\.html/.test(path))).toEqual([])
})

it('the course of this repository links to nothing that is not there, in any language and edition', async () => {
  const { courses: real } = await readCourse(await readSources('.'))
  const scripts = { page: '', search: '' }
  for (const course of real.values()) {
    for (const edition of ['facilitator', 'participant'] as const) {
      const written = writeStaticEdition({ course, edition, drawings: new Map(), scripts, others: [], paths: new Set() })
      for (const path of written.keys()) expect(brokenLinks(path, written), `${course.language} ${edition} ${path}`).toEqual([])
    }
  }
})

it('is the same every time', async () => {
  const scripts = await bundleStaticScripts()
  const course = courses.get('ar') as Course
  const again = writeStaticEdition({ course, edition: 'participant', drawings: bilingualDrawings, scripts, others: [], paths: new Set() })
  expect([...again.keys()]).toEqual([...files('ar/participant').keys()])
  for (const [path, contents] of again) expect(contents, path).toEqual(files('ar/participant').get(path))
})

describe('opened from disk in a browser', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    page.on('request', (request) => !request.url().startsWith('file:') && troubles.push(`asked for ${request.url()}`))
  })
  afterAll(async () => {
    await browser?.close()
  })

  const open = (language: string, path: string, edition: Edition = 'participant') =>
    page.goto(pathToFileURL(join(folder, language, edition, path)).href)

  const answered = () => page.waitForFunction(() => document.querySelector('#search-status')?.textContent !== '')
  const search = async (words: string) => {
    await page.locator('#search').fill(words)
    await answered()
  }

  const types = [
    'index.html',
    'manual/dough.html',
    'manual/dough/dough-rest.html',
    'manual/annexes.html',
    'manual/annexes/annex-test.html',
    'manual/glossary.html',
    'manual/works-cited.html',
    'manual/lists.html',
  ]
  const arabicTypes = ['index.html', 'manual/cold.html', 'manual/cold/cold-power.html']
  const pages = [
    ...types.map((path) => ['en', 'facilitator', path] as const),
    ['fr', 'participant', types[1] as string] as const,
    ['ar', 'facilitator', arabicTypes[2] as string] as const,
  ]
  const views = [
    [1280, 'light'],
    [1280, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const

  it.each(pages)('%s %s %s has no accessibility violation, wide and narrow, light and dark', async (language, edition, path) => {
    for (const [width, scheme] of views) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: scheme })
      await open(language, path, edition)
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })
      const { violations } = await axe(page).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        `${width} ${scheme}`,
      ).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px wide`).toBeLessThanOrEqual(width)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('uses our fonts for every letter', async () => {
    for (const [language, path] of [
      ['en', types[2]],
      ['ar', arabicTypes[2]],
    ] as const) {
      await open(language, path as string)
      await page.evaluate(() => document.fonts.ready)
      const session = await context.newCDPSession(page)
      await session.send('DOM.enable')
      await session.send('CSS.enable')
      const { root } = await session.send('DOM.getDocument')
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'main' })
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      expect(fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)).toEqual([])
    }
  })

  it('finds words while typing, with and without accents, and follows a hit by keyboard alone', async () => {
    await open('en', 'index.html')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    while (!(await page.evaluate(() => document.activeElement?.id === 'search'))) await page.keyboard.press('Tab')
    await page.keyboard.type('cafe naivete')
    await answered()
    expect(await page.locator('.search-results').textContent()).toContain('Café, naïveté')
    expect(await page.locator('#search-status').textContent()).toBe('Results: 1')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/manual\/dough\/dough-rest\.html#/)
    expect(await page.locator('h1').textContent()).toContain('Why dough rests')
  })

  it('loads the index only when the search is entered, then answers what was typed meanwhile', async () => {
    const asked: string[] = []
    const note = (request: Request) => asked.push(basename(new URL(request.url()).pathname))
    page.on('request', note)
    await open('en', 'index.html')
    await page.waitForLoadState('networkidle')
    expect(asked).toContain('page.js')
    expect(asked.filter((name) => name.startsWith('search'))).toEqual([])
    await search('dough')
    expect(await page.locator('.search-results a').count()).toBeGreaterThan(0)
    page.off('request', note)
    // each once: a second copy would follow a hit twice
    expect(asked.filter((name) => name.startsWith('search'))).toEqual(['search-index.js', 'search.js'])
  })

  it('closes the hits on Escape, and says when there are none', async () => {
    await open('en', 'manual/glossary.html')
    await search('proving')
    expect(await page.locator('.search-results a').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await page.locator('.search-results').isVisible()).toBe(false)
    await search('zzzqqq')
    expect(await page.locator('#search-status').textContent()).toBe('Nothing found')
  })

  it('shows the hits within a phone', async () => {
    await page.setViewportSize({ width: 360, height: 700 })
    await open('en', 'manual/glossary.html')
    await search('dough')
    const box = await page.locator('.search-results').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('leads from a page in a folder to hits elsewhere', async () => {
    await open('en', types[2] as string)
    await search('loaf')
    await page.keyboard.press('Enter')
    await page.waitForURL(/manual\/dough\.html/)
  })

  it('finds Arabic words without vowel signs and without the article', async () => {
    await open('ar', 'index.html')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
    await search('مجمد')
    expect(await page.locator('.search-results').textContent()).toContain('المجمّد')
  })

  it('does not find for participants what only facilitators may read', async () => {
    await open('en', 'index.html')
    await search('salted')
    expect(await page.locator('.search-results a').count()).toBe(0)
    await open('en', 'index.html', 'facilitator')
    await search('salted')
    expect(await page.locator('.search-results a').count()).toBeGreaterThan(0)
  })

  it('keeps the choice of light or dark on the next page', async () => {
    await open('en', 'index.html')
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await ground()
    await page.locator('button.theme').click()
    const dark = await ground()
    expect(dark).not.toBe(light)
    await open('en', 'manual/lists.html')
    expect(await ground()).toBe(dark)
    await page.evaluate(() => localStorage.clear())
  })

  it('switches the language on the same page', async () => {
    await open('en', types[2] as string)
    await page.locator('.languages a').click()
    await page.waitForURL(/\/fr\/participant\/manual\/dough\/dough-rest\.html/)
    expect(await page.locator('h1').textContent()).toContain('Pourquoi la pâte repose')
  })

  it('reads without scripts: text, links, contents', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(pathToFileURL(join(folder, 'en/participant', types[2] as string)).href)
    expect(await still.locator('main').textContent()).toContain('Two doughs, one clock.')
    expect(await still.locator('form.search').isVisible()).toBe(false)
    await still.locator('.neighbour-next').click()
    expect(await still.locator('h1').textContent()).toBe('Annexes')
    await plain.close()
  })

  it('fills the boxes of right answers for facilitators, and none for participants', async () => {
    const grounds = async (edition: Edition) => {
      await open('en', types[2] as string, edition)
      return page
        .locator('.quiz-box')
        .evaluateAll((boxes) => boxes.map((box) => getComputedStyle(box).backgroundColor !== 'rgba(0, 0, 0, 0)'))
    }
    expect(await grounds('facilitator')).toEqual([true, false])
    expect(await grounds('participant')).toEqual([false, false])
  })

  it('prints the text without what belongs to the screen', async () => {
    await open('en', types[2] as string, 'facilitator')
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.masthead-tools', '.contents', '.on-this-page', '.neighbours', '.trail'])
      expect(await page.locator(part).first().isVisible(), part).toBe(false)
    expect(await page.locator('#knead').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  it('none of this brought an error or a request', () => {
    expect(troubles).toEqual([])
  })
})

function files(name: string): FileMap {
  return editions.get(name) as FileMap
}
