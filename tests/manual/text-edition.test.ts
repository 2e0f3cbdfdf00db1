/** The text edition: the manual's words without its pictures, fonts and scripts, read from disk by an old phone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import type { Browser } from 'playwright'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { manualPages } from '../../manual/pages.ts'
import { type TextEdition, textEdition, textFileOf, wholeName } from '../../manual/text-edition.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { bundleStaticScripts } from '../../scripts/bundle-static-scripts.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { textFolder, writePack, writeTextPack } from '../../scripts/write-packs.ts'
import { axe } from '../axe.ts'
import { bilingualCourses, bilingualDrawings, secrets, secretsOfFacilitators } from './bilingual-course.ts'
import { brokenLinks, pageLinks } from './links.ts'

const NAMES = ['en/facilitator', 'en/participant', 'fr/participant', 'ar/facilitator'] as const
const texts = new Map<string, { course: Course; edition: Edition; text: TextEdition }>()

beforeAll(async () => {
  const arabic = await readCourse(await readSources('tests/courses/arabic'))
  const courses = new Map([...(await bilingualCourses()), ...arabic.courses])
  for (const name of NAMES) {
    const [language = '', edition] = name.split('/') as [string, Edition]
    const course = courses.get(language) as Course
    texts.set(name, { course, edition, text: textEdition(course, edition) })
  }
})

const of = (name: string) => texts.get(name) as { course: Course; edition: Edition; text: TextEdition }
const page = (name: string, file: string): string => of(name).text.alone.get(file) ?? ''
const said = (html: string): string[] => toText(fromHtml(html)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** The words of a page that are read and not drawn: no picture, nothing hidden from a screen reader, no label of a switch. */
function wordsRead(html: string): string[] {
  const tree = fromHtml(html)
  visit(tree, 'element', (element, index, parent) => {
    const drawn = element.tagName === 'svg' || element.tagName === 'summary' || element.properties.ariaHidden === 'true'
    if (drawn && parent && index !== undefined) parent.children.splice(index, 1, { type: 'text', value: ' ' })
  })
  return said(spaced(tree))
}

// what the full edition sets apart by its style alone
function spaced(tree: Root): string {
  visit(tree, 'element', (element) => {
    if (['a', 'div', 'span'].includes(element.tagName)) element.children.push({ type: 'text', value: ' ' })
  })
  return toText(tree)
}

describe.each(NAMES)('the text of %s', (name) => {
  it('says every word of the manual, a page a page', () => {
    const { course, edition } = of(name)
    const pages = manualPages(course, edition, { drawings: new Map(), fileHref: () => null })
    expect([...of(name).text.alone.keys()]).toEqual([...pages.map(textFileOf), wholeName(course, edition)])
    for (const one of pages) {
      const text = new Set(said(page(name, textFileOf(one))))
      expect(
        wordsRead(one.html).filter((word) => !text.has(word)),
        one.id,
      ).toEqual([])
      expect(page(name, textFileOf(one))).toContain(one.title.replaceAll('&', '&#x26;'))
    }
  })

  it('is text: no picture, font, script or file of its own to load, a style of a few kB', () => {
    for (const [file, html] of of(name).text.alone) {
      expect(html, file).not.toMatch(/<(script|img|svg|link|object|iframe|video)\b|@font-face|@import|url\(|\sstyle=|\son[a-z]+=/)
      expect(
        pageLinks(html).filter(({ rel }) => rel === 'loaded'),
        file,
      ).toEqual([])
      expect(/<style>(.*?)<\/style>/s.exec(html)?.[1]?.length, file).toBeLessThan(4000)
    }
  })

  it('leads nowhere outside itself, and inside the plain edition to the same page with pictures', async () => {
    const { course, edition, text } = of(name)
    for (const file of text.alone.keys()) expect(brokenLinks(file, text.alone), file).toEqual([])
    const files = new Map([...textFolder(text)].map(([path, contents]) => [path, Buffer.from(contents)]))
    const scripts = await bundleStaticScripts()
    const pack = unzipSync(writePack({ course, edition, drawings: bilingualDrawings, files, scripts }).bytes)
    const inside = new Map(Object.entries(pack).map(([path, contents]) => [path, strFromU8(contents)]))
    for (const path of inside.keys()) expect(brokenLinks(path, inside), path).toEqual([])
    const [first] = course.modules
    const [plain, twin] = [`manual/${first?.id}.html`, `text/${first?.id}.html`]
    expect(pageLinks(inside.get(plain) ?? '').map(({ address }) => address)).toContain(`../${twin}`)
    expect(pageLinks(inside.get(twin) ?? '').map(({ address }) => address)).toContain(`../${plain}`)
  })

  it('keeps language, direction and headings that go down one level at a time', () => {
    const { course } = of(name)
    for (const [file, html] of of(name).text.alone) {
      const tree = fromHtml(html)
      const levels: number[] = []
      visit(tree, 'element', ({ tagName, properties }) => {
        if (tagName === 'html') expect([properties.lang, properties.dir]).toEqual([course.language, course.direction])
        if (/^h[1-6]$/.test(tagName)) levels.push(Number(tagName[1]))
      })
      expect(
        levels.filter((level) => level === 1),
        file,
      ).toHaveLength(1)
      for (const [index, level] of levels.entries()) if (index > 0) expect(level - (levels[index - 1] ?? 0), file).toBeLessThanOrEqual(1)
    }
  })

  it('is one file as well: every page in it, every id once, every link inside', () => {
    const { course, edition, text } = of(name)
    const file = wholeName(course, edition)
    const whole = text.alone.get(file) ?? ''
    const ids = elementsOf(whole).flatMap(({ properties }) => (typeof properties.id === 'string' ? [properties.id] : []))
    expect(ids.length).toBe(new Set(ids).size)
    expect(pageLinks(whole).filter(({ address }) => !/^(#|https?:|mailto:)/.test(address))).toEqual([])
    const all = new Set(said(whole))
    for (const [other, html] of text.alone) {
      const main = /<main>.*<\/main>/s.exec(html)?.[0] ?? ''
      expect(
        said(main).filter((word) => !all.has(word)),
        other,
      ).toEqual([])
    }
  })
})

function elementsOf(html: string): Element[] {
  const found: Element[] = []
  visit(fromHtml(html), 'element', (element) => {
    found.push(element)
  })
  return found
}

it('tells a figure by its alt text and its caption', () => {
  const block = toText(fromHtml(page('en/participant', 'dough-rest.html')))
  expect(block).toMatch(/The dough doubles in the third hour\.\s+Figure 1\. Three hours of rest/)
})

it('gives places to write that can be copied: lines, brackets, tables', () => {
  const sheet = toText(fromHtml(page('en/participant', 'dough-rest.html')))
  expect(sheet).toMatch(/_{20,}/)
  expect(sheet).toMatch(/\[ \] \S/)
  expect(page('en/participant', 'dough-rest.html')).toMatch(/<table>.*<td><\/td>/s)
})

it('has nothing for facilitators in the participants’ edition', () => {
  const everything = [...of('en/participant').text.withinPlain.values()].join('\n')
  const forFacilitators = [...of('en/facilitator').text.withinPlain.values()].join('\n')
  for (const sentence of [...Object.values(secrets), ...Object.values(secretsOfFacilitators).flat()]) {
    expect(forFacilitators).toContain(sentence)
    expect(everything).not.toContain(sentence)
  }
})

it('is packed alone, with the same bytes each time', () => {
  const { course, edition, text } = of('en/participant')
  const pack = writeTextPack(course, edition, text)
  expect(pack.name).toBe('bread-en-participant-text.zip')
  expect(Object.keys(unzipSync(pack.bytes))).toEqual(pack.paths)
  expect(pack.paths).toContain('index.html')
  const again = writeTextPack(course, edition, textEdition(course, edition))
  expect(Buffer.from(again.bytes).equals(Buffer.from(pack.bytes))).toBe(true)
})

describe('opened from disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkit-text-'))
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
    for (const name of NAMES) {
      for (const [path, html] of of(name).text.alone) {
        mkdirSync(dirname(join(folder, name, path)), { recursive: true })
        writeFileSync(join(folder, name, path), html)
      }
    }
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['en/facilitator', 1100, 'light'],
    ['en/facilitator', 390, 'dark'],
    ['en/participant', 390, 'light'],
    ['ar/facilitator', 1100, 'dark'],
    ['ar/facilitator', 390, 'light'],
  ] as const)('%s asks for nothing, fits and gives axe nothing to find (%i px, %s)', async (name, width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    const reader = await context.newPage()
    const files = [...of(name).text.alone.keys()]
    for (const file of files) {
      await reader.goto(pathToFileURL(join(folder, name, file)).href)
      const { violations } = await axe(reader).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        file,
      ).toEqual([])
      expect(await reader.evaluate(() => document.documentElement.scrollWidth), file).toBeLessThanOrEqual(width)
    }
    // each page is the one thing that was asked for
    expect(asked).toEqual(files.map((file) => pathToFileURL(join(folder, name, file)).href))
    await context.close()
  })

  it('runs from right to left in Arabic', async () => {
    const reader = await browser.newPage({ viewport: { width: 390, height: 800 } })
    await reader.goto(pathToFileURL(join(folder, 'ar/facilitator', 'cold-temperature.html')).href)
    const box = await reader.locator('td').first().boundingBox()
    const last = await reader.locator('td').nth(2).boundingBox()
    expect(box?.x).toBeGreaterThan(last?.x ?? 0)
    const apart = await reader
      .locator('.f')
      .first()
      .evaluate((element) => getComputedStyle(element).borderRightWidth)
    expect(apart).toBe('3px')
    await reader.close()
  })
})
