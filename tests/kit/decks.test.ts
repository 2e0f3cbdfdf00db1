/** Every deck of the kit, opened from disk in a real browser as a facilitator or participant would. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Course, Edition, Module } from '../../course/course.ts'
import { visible } from '../../course/visible.ts'
import { words } from '../../course/words.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { measureSlides } from '../../scripts/measure-slides.ts'
import { axe } from '../axe.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'

// twelve decks a test, on a machine that may be busy
vi.setConfig({ testTimeout: 240_000 })

interface Deck {
  course: Course
  module: Module
  edition: Edition
  path: string
}

let kit: Kit
let browser: Browser
let context: BrowserContext
let decks: Deck[]
/** Requests beyond the deck's own file, console messages and uncaught errors. */
let trouble: string[]

beforeAll(async () => {
  kit = await theKit()
  browser = await openBrowser()
  decks = kit.outputs('deck').map(({ path, lang, module, audience }) => {
    const course = kit.courses.get(lang ?? '') as Course
    return { course, module: course.modules.find(({ id }) => id === module) as Module, edition: audience as Edition, path }
  })
}, BUILD_TAKES)
afterAll(() => browser?.close())

beforeEach(async () => {
  trouble = []
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const own = new Set(decks.map(({ path }) => addressOf(path)))
  context.on('request', (request) => {
    if (!request.url().startsWith('data:') && !own.has(request.url().replace(/[?#].*/, ''))) trouble.push(`request ${request.url()}`)
  })
  context.on('console', (message) => trouble.push(`console ${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => trouble.push(`error ${error.error().message}`))
})
afterEach(async () => {
  await context.close()
  expect(trouble).toEqual([])
})

const addressOf = (path: string): string => pathToFileURL(join(kit.dist, path)).href
const onScreen = (page: Page): Promise<string | null> => page.locator('.slides > section.present').getAttribute('id')

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(addressOf(path))
  await page.waitForSelector('.reveal.ready')
  return page
}

/** Ids of what must be a slide: written slides, activities, blocks. */
function slideIds({ module, edition }: Deck): string[] {
  return module.blocks.flatMap((block) => [
    block.id,
    ...[...block.slides, ...block.activities].filter((piece) => visible(piece, edition)).map(({ id }) => id),
  ])
}

describe('every deck', () => {
  it('is there in both editions and languages', () => {
    const expected = [...kit.courses.values()].flatMap(({ language, modules }) =>
      modules.flatMap(({ id }) => [`${language} ${id} facilitator`, `${language} ${id} participant`]),
    )
    expect(decks.map(({ course, module, edition }) => `${course.language} ${module.id} ${edition}`).sort()).toEqual(expected.sort())
  })

  it('opens from disk, holds every slide of its module and goes on with the arrow key to its last', async () => {
    for (const deck of decks) {
      const page = await open(deck.path)
      const ids = await page.locator('.slides > section').evaluateAll((sections) => sections.map(({ id }) => id))
      expect(
        slideIds(deck).filter((id) => !ids.includes(id)),
        deck.path,
      ).toEqual([])
      // facilitators reveal the steps of an activity one by one: from its first to its last they stay on its slide
      const steps = deck.edition === 'facilitator' ? await page.locator('.step').count() : 0
      const activities = deck.edition === 'facilitator' ? await page.locator('.slide-activity').count() : 0
      const seen = new Set<string | null>()
      for (let press = 0; press < ids.length + steps - activities; press++) {
        seen.add(await onScreen(page))
        await page.keyboard.press('ArrowRight')
      }
      expect([...seen], deck.path).toEqual(ids)
      expect(await page.evaluate(() => [document.documentElement.lang, document.title.length > 10]), deck.path).toEqual([
        deck.course.language,
        true,
      ])
      await page.close()
    }
  })

  it('gives axe nothing to find: every slide as it is read, the deck on screen, the speaker view', { timeout: 900_000 }, async () => {
    const found: string[] = []
    const screens = new Set<string>()
    for (const { path, course, edition } of decks) {
      // the reading view holds every slide; what stands around them is the same in every deck of a language and edition
      const around = edition === 'facilitator' ? ['slides', 'speaker'] : ['slides']
      const isFirst = !screens.has(course.language + edition)
      screens.add(course.language + edition)
      for (const view of ['read', ...(isFirst ? around : [])]) {
        const page = await context.newPage()
        await page.goto(`${addressOf(path)}?view=${view}`)
        await page.waitForFunction(
          (asked) => document.querySelector({ read: '.reading-bar', speaker: '.speaker' }[asked] ?? '.reveal.ready'),
          view,
        )
        const { violations } = await axe(page).analyze()
        found.push(...violations.map(({ id, nodes }) => `${path} ${view} ${id}: ${nodes[0]?.target}`))
        await page.close()
      }
    }
    expect(found).toEqual([])
  })

  it('lead from their last slide to every other deck of their edition', async () => {
    for (const { course, module, path } of decks) {
      const page = await open(path)
      await page.keyboard.press('End')
      const links = page.locator('.present .deck-list a')
      const own = path.slice(0, path.lastIndexOf('/') + 1)
      const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      expect(addresses, path).toEqual(course.modules.map(({ id }) => `${id}.html`))
      expect(
        addresses.filter((address) => !kit.files.includes(own + address)),
        path,
      ).toEqual([])
      expect(await page.locator('.present .deck-list a[aria-current=page] .deck-list-name').textContent(), path).toBe(module.title)
      await page.close()
    }
  })

  it('lets no text run out of a slide', async () => {
    let slides = 0
    for (const { path } of decks) {
      const html = Buffer.from(await kit.read(path)).toString('utf8')
      slides += html.match(/<div class="slide /g)?.length ?? 0
      expect([path, await measureSlides(browser, html)]).toEqual([path, []])
    }
    expect(slides).toBeGreaterThan(decks.length * 20)
  })
})

describe('the facilitators’ decks', () => {
  it('open their speaker view, which shows the notes and leads the deck', async () => {
    for (const { course, module, path } of decks.filter(({ edition }) => edition === 'facilitator')) {
      const say = words(course.language).player
      const page = await open(path)
      const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
      await speaker.getByText(say.deckConnected).waitFor()
      const slide = module.blocks.flatMap(({ slides }) => slides).find(({ notes }) => notes.length > 0)
      await page.evaluate((id) => location.assign(`#/${id}`), slide?.id)
      await expect.poll(() => speaker.locator('.speaker-notes-text').textContent()).toContain(firstWords(slide?.notes))
      const before = await onScreen(page)
      expect(before, path).toBe(slide?.id)
      await speaker.keyboard.press('ArrowRight')
      await expect.poll(() => onScreen(page), { message: path }).not.toBe(before)
      await speaker.close()
      await page.close()
    }
  })

  it('count an activity down', async () => {
    const deck = decks.find(({ edition }) => edition === 'facilitator') as Deck
    const activity = deck.module.blocks.flatMap(({ activities }) => activities)[0]
    const page = await open(deck.path)
    await page.evaluate((id) => location.assign(`#/${id}`), activity?.id)
    await expect.poll(() => onScreen(page)).toBe(activity?.id)
    const time = page.locator('.present .countdown-time')
    expect(await time.textContent()).toBe(`${activity?.minutes}:00`)
    await page.keyboard.press('t')
    await expect.poll(() => time.textContent(), { timeout: 10_000 }).toBe(`${(activity?.minutes ?? 0) - 1}:58`)
  })
})

describe('the participants’ decks', () => {
  it('have no notes, no speaker view, no planned times and no cut marks', async () => {
    for (const { path } of decks.filter(({ edition }) => edition === 'participant')) {
      const page = await open(path)
      expect(await page.locator('.notes, .speaker, [data-planned], [data-cut], [data-step], .cut-mark, .countdown').count(), path).toBe(0)
      await page.keyboard.press('s')
      await page.waitForTimeout(100)
      expect(context.pages()).toHaveLength(1)
      await page.close()
    }
  })
})

/** The first words of notes, as they stand in the source. */
function firstWords(notes: readonly unknown[] | undefined): string {
  const text = (node: unknown): string => {
    const { value, children } = node as { value?: string; children?: unknown[] }
    return value ?? (children ?? []).map(text).join('')
  }
  return text(notes?.[0]).split(/\s+/).slice(0, 4).join(' ')
}
