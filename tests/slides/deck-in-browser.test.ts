/** Decks as they will be used: files on disk, opened in Chromium, with everything they ask for and say written down. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edition } from '../../course/course.ts'
import { tokens } from '../../look/tokens.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { readDeckOptions } from '../../scripts/read-deck-options.ts'
import { deck } from '../../slides/deck.ts'
import { axe } from '../axe.ts'
import { drawings, longActivity, moduleOf, moreLayouts, sampleCourse, secondModule } from './sample-course.ts'

vi.setConfig({ testTimeout: 30_000 })

const folder = mkdtempSync(join(tmpdir(), 'decks-'))
/** Clocks that tests move by hand start here. */
const START = Date.UTC(2026, 0, 15, 9)
const address = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href
let browser: Browser
let context: BrowserContext
/** Requests beyond the deck's own file, console messages and uncaught errors of every window of a test. */
let trouble: string[]

beforeAll(async () => {
  browser = await openBrowser()
  const long = await sampleCourse('en', longActivity())
  writeFileSync(
    join(folder, 'en-long.html'),
    deck(long, moduleOf(long), 'facilitator', await readDeckOptions('facilitator', 'en', drawings)),
  )
  const two = await sampleCourse('en', secondModule())
  for (const edition of ['facilitator', 'participant'] satisfies Edition[]) {
    mkdirSync(join(folder, edition))
    const options = await readDeckOptions(edition, 'en', drawings, { deckHref: (id) => `${id}.html` })
    for (const module of two.modules) writeFileSync(join(folder, edition, `${module.id}.html`), deck(two, module, edition, options))
  }
  for (const language of ['en', 'ar'] as const) {
    const more = await sampleCourse(language, moreLayouts(language))
    const options = await readDeckOptions('facilitator', language, drawings)
    writeFileSync(join(folder, `${language}-layouts.html`), deck(more, moduleOf(more), 'facilitator', options))
    const course = await sampleCourse(language)
    for (const edition of ['facilitator', 'participant'] satisfies Edition[]) {
      writeFileSync(
        join(folder, `${language}-${edition}.html`),
        deck(course, moduleOf(course), edition, await readDeckOptions(edition, language, drawings)),
      )
    }
  }
}, 60_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await newContext()
})

afterEach(async () => {
  await context.close()
  expect(trouble).toEqual([])
})

async function newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close()
  trouble = []
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })
  context.on('request', (request) => {
    if (!/^(data:|file:.*\/((en|ar)-(facilitator|participant|long|layouts)|water-(basics|store))\.html)/.test(request.url()))
      trouble.push(`request ${request.url()}`)
  })
  context.on('console', (message) => trouble.push(`console ${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => trouble.push(`error ${error.error().message}`))
}

async function open(name: string, rest = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address(name) + rest)
  await page.waitForFunction(() => document.documentElement.dataset.view !== 'slides' || document.querySelector('.reveal.ready'))
  return page
}

async function openSpeaker(page: Page): Promise<Page> {
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
  await speaker.getByText('Deck window connected').waitFor()
  return speaker
}

/** Goes to the slide of a title by the overview; `nth` where several have it. */
async function goIn(page: Page, title: string, nth = 1): Promise<void> {
  await page.keyboard.press('o')
  await page
    .locator('.overview-slide')
    .filter({ has: page.locator('.overview-label', { hasText: new RegExp(`^\\d+ ${title}`) }) })
    .nth(nth - 1)
    .press('Enter')
}

/** `#rrggbb` as a browser says it. */
function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
}

// windows talk to each other, and the machine may be busy
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 5_000 })
const onScreen = (page: Page) => page.locator('.slides > section.present').getAttribute('id')
const inSpeaker = (speaker: Page) => speaker.locator('.speaker-position').textContent()

describe('deck window', () => {
  it('opens on its title and moves by keys', async () => {
    const page = await open('en-facilitator')
    expect(await onScreen(page)).toBe('water-basics')
    for (const key of ['ArrowRight', 'PageDown', ' ', 'ArrowDown']) await page.keyboard.press(key)
    expect(await onScreen(page)).toBe('s-statement')
    for (const key of ['ArrowLeft', 'PageUp']) await page.keyboard.press(key)
    expect(await onScreen(page)).toBe('water-path')
    await page.keyboard.press('End')
    expect(await onScreen(page)).toBe('water-basics-imprint')
    await page.keyboard.press('ArrowRight')
    expect(await onScreen(page)).toBe('water-basics-imprint')
    await page.keyboard.press('Home')
    expect(await onScreen(page)).toBe('water-basics')
  })

  it('addresses slides by their ids', async () => {
    const page = await open('en-facilitator', '#/s-table')
    expect(await onScreen(page)).toBe('s-table')
    await page.keyboard.press('ArrowRight')
    await eventually(() => page.url()).toMatch(/#\/s-lens$/)
    await page.goto(`${address('en-facilitator')}#/draw-path`)
    await eventually(() => onScreen(page)).toBe('draw-path')
  })

  it('shows no notes to the room', async () => {
    const page = await open('en-facilitator', '#/s-places')
    expect(await page.locator('.notes:visible').count()).toBe(0)
  })

  it('goes black with B and comes back', async () => {
    const page = await open('en-facilitator')
    await page.keyboard.press('b')
    expect(await page.locator('.black-screen').isVisible()).toBe(true)
    await page.keyboard.press('b')
    expect(await page.locator('.black-screen').isVisible()).toBe(false)
  })

  it('shows all slides, and goes to the one chosen', async () => {
    const page = await open('en-facilitator')
    await page.keyboard.press('o')
    expect(await page.locator('.overview-slide').count()).toBe(16)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('dialog').count()).toBe(0)
    expect(await onScreen(page)).toBe('s-columns')
  })

  it('lists the activities and the keys', async () => {
    const page = await open('en-facilitator')
    await page.keyboard.press('a')
    expect(await page.locator('.activity-choice').allInnerTexts()).toEqual([
      expect.stringMatching(/Activity 1\.1\s+Draw the path\s+20 min/),
    ])
    await page.keyboard.press('Enter')
    expect(await onScreen(page)).toBe('draw-path')
    await page.keyboard.press('?')
    expect(await page.locator('dialog').textContent()).toMatch(/Speaker view/)
    await page.keyboard.press('Escape')
    await eventually(() => page.locator('dialog').count()).toBe(0)
  })

  it('counts an activity down and marks its step', async () => {
    await context.clock.install({ time: START })
    const page = await open('en-facilitator', '#/draw-path')
    await context.clock.pauseAt(START + 60_000)
    const time = page.locator('.countdown-time')
    expect(await time.textContent()).toBe('20:00')
    await page.keyboard.press('t')
    await context.clock.runFor(6 * 60_000)
    expect(await time.textContent()).toBe('14:00')
    expect(await page.locator('[aria-current=step]').textContent()).toMatch(/^Draw every stop/)
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await context.clock.runFor(60_000)
    expect(await time.textContent()).toBe('14:00')
    await page.getByRole('button', { name: '+ 1 min' }).click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await context.clock.runFor(15 * 60_000 + 1000)
    expect(await page.locator('.countdown-over').isVisible()).toBe(true)
    expect(await time.textContent()).toBe('\u22120:01')
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await context.clock.runFor(250)
    expect(await time.textContent()).toBe('20:00')
  })

  it('reveals the steps of an activity one by one, to the room and in the speaker view', async () => {
    const page = await open('en-facilitator', '#/draw-path')
    const speaker = await openSpeaker(page)
    const seen = () => page.locator('.present .step:visible .step-text').allInnerTexts()
    expect(await seen()).toEqual(['Choose a household that you know well.'])
    expect(await speaker.locator('.speaker-next-step').textContent()).toMatch(/^Next step2\. Draw every stop/)
    await page.keyboard.press('ArrowRight')
    await eventually(seen).toHaveLength(2)
    await speaker.getByRole('button', { name: 'Next slide' }).click()
    await eventually(seen).toHaveLength(3)
    await eventually(() => speaker.locator('.speaker-next-step').isVisible()).toBe(false)
    expect(await speaker.locator('.speaker-current .step.is-coming').count()).toBe(0)
    await page.keyboard.press('ArrowLeft')
    await eventually(seen).toHaveLength(2)
    await eventually(() => speaker.locator('.speaker-current .step.is-coming').count()).toBe(1)
    expect(await onScreen(page)).toBe('draw-path')
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight')
    expect(await onScreen(page)).toBe('water-wrap-up')
    await page.keyboard.press('ArrowLeft')
    await eventually(seen).toHaveLength(3)
  })

  it('has all steps on paper, in the reading view and for participants', async () => {
    for (const [name, rest] of [
      ['en-facilitator', '?view=read'],
      ['en-participant', '#/draw-path'],
    ] as const) {
      const page = await open(name, rest)
      expect(await page.locator('#draw-path .step:visible').count(), name).toBe(3)
    }
    const page = await open('en-facilitator', '#/draw-path')
    await page.emulateMedia({ media: 'print' })
    const visibility = await page.locator('#draw-path .step').evaluateAll((steps) => steps.map((step) => getComputedStyle(step).visibility))
    expect(visibility).toEqual(['visible', 'visible', 'visible'])
  })

  it('takes no orders over postMessage, even when its address asks for it', async () => {
    const page = await open('en-facilitator', '?postMessage=true&keyboard=false')
    await page.evaluate(() => window.postMessage(JSON.stringify({ method: 'next', args: [] }), '*'))
    await page.waitForTimeout(200)
    expect(await onScreen(page)).toBe('water-basics')
    await page.keyboard.press('ArrowRight')
    expect(await onScreen(page)).toBe('water-basics-objectives')
  })

  it('offers its controls to pointer and keyboard', async () => {
    const page = await open('en-facilitator')
    await page.mouse.move(300, 300)
    await page.getByRole('button', { name: 'Next slide' }).click()
    expect(await onScreen(page)).toBe('water-basics-objectives')
    await page.getByRole('button', { name: 'Next slide' }).press('Enter')
    expect(await onScreen(page)).toBe('water-path')
  })
})

describe('speaker view', () => {
  it('follows the deck and leads it', async () => {
    const page = await open('en-facilitator')
    const speaker = await openSpeaker(page)
    expect(await inSpeaker(speaker)).toBe('Slide 1 of 16')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    await eventually(() => inSpeaker(speaker)).toBe('Slide 4 of 16')
    expect(await speaker.locator('.speaker-notes-text').textContent()).toContain('Whisper nothing about the blue bucket')
    expect(await speaker.locator('.speaker-next-title').textContent()).toBe('Clean water can be lost in one second')
    await speaker.keyboard.press('PageDown')
    await eventually(() => onScreen(page)).toBe('s-statement')
    await speaker.getByRole('button', { name: 'Previous slide' }).click()
    await eventually(() => onScreen(page)).toBe('s-places')
    await speaker.keyboard.press('b')
    await eventually(() => page.locator('.black-screen').isVisible()).toBe(true)
  })

  it('works over storage events where there is no BroadcastChannel', async () => {
    await context.addInitScript(() => {
      delete (window as { BroadcastChannel?: unknown }).BroadcastChannel
    })
    const page = await open('en-facilitator')
    const speaker = await openSpeaker(page)
    await speaker.keyboard.press('ArrowRight')
    await eventually(() => onScreen(page)).toBe('water-basics-objectives')
    await page.keyboard.press('ArrowRight')
    await eventually(() => inSpeaker(speaker)).toBe('Slide 3 of 16')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('listens only to windows of its own deck and session', async () => {
    const page = await open('en-facilitator')
    const speaker = await openSpeaker(page)
    const other = await open('en-facilitator')
    await other.keyboard.press('End')
    const stranger = await context.newPage()
    await stranger.goto(`${address('ar-participant')}?view=read`)
    await stranger.evaluate(() => {
      const channel = new BroadcastChannel('fieldkit-deck/water/1.2.0/en/water-basics')
      channel.postMessage({ kind: 'command', from: 'stranger', count: 1, session: 'guessed', command: { do: 'go', slide: 's-table' } })
      channel.postMessage('<img src=x onerror=alert(1)>')
    })
    await page.waitForTimeout(200)
    expect([await onScreen(page), await onScreen(other), await inSpeaker(speaker)]).toEqual([
      'water-basics',
      'water-basics-imprint',
      'Slide 1 of 16',
    ])
  })

  it('finds its deck when opened by hand, notices when it closes, and goes on alone', async () => {
    const page = await open('en-facilitator', '#/s-table')
    const speaker = await open('en-facilitator', '?view=speaker')
    await speaker.getByText('Deck window connected').waitFor()
    await eventually(() => inSpeaker(speaker)).toBe('Slide 11 of 16')
    await page.close({ runBeforeUnload: true })
    await speaker.getByText('No deck window').waitFor()
    await speaker.keyboard.press('ArrowRight')
    expect(await inSpeaker(speaker)).toBe('Slide 12 of 16')
  })

  it('keeps the clock over a reload of the deck', async () => {
    const page = await open('en-facilitator')
    const speaker = await openSpeaker(page)
    await page.keyboard.press('ArrowRight')
    await eventually(() => speaker.locator('.speaker-elapsed').textContent()).toBe('0:02')
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    await speaker.getByText('Deck window connected').waitFor()
    expect(await speaker.locator('.speaker-elapsed').textContent()).toMatch(/^0:0[2-5]$/)
    await speaker.keyboard.press('ArrowRight')
    await eventually(() => onScreen(page)).toBe('water-path')
  })

  it('gives a new window of the deck what a killed one knew', async () => {
    const page = await open('en-facilitator', '#/s-places')
    const speaker = await openSpeaker(page)
    await page.keyboard.press('ArrowRight')
    await eventually(() => speaker.locator('.speaker-elapsed').textContent()).toBe('0:01')
    await page.goto('about:blank')
    await page.close()
    await speaker.getByText('No deck window').waitFor()
    await speaker.keyboard.press('ArrowRight')
    const again = await open('en-facilitator')
    await speaker.getByText('Deck window connected').waitFor({ timeout: 15_000 })
    await eventually(() => onScreen(again)).toBe('s-columns')
    await again.keyboard.press('ArrowRight')
    await eventually(() => inSpeaker(speaker)).toBe('Slide 7 of 16')
    expect(await speaker.locator('.speaker-elapsed').textContent()).toMatch(/^0:[01]\d$/)
    await speaker.keyboard.press('ArrowLeft')
    await eventually(() => onScreen(again)).toBe('s-columns')
  })

  it('finds slide, clock and deck again when it is itself reloaded, alone too', async () => {
    const page = await open('en-facilitator')
    const speaker = await openSpeaker(page)
    await speaker.keyboard.press('ArrowRight')
    await eventually(() => speaker.locator('.speaker-elapsed').textContent()).toBe('0:02')
    await speaker.reload()
    await speaker.getByText('Deck window connected').waitFor()
    expect(await inSpeaker(speaker)).toBe('Slide 2 of 16')
    await page.close({ runBeforeUnload: true })
    await speaker.getByText('No deck window').waitFor()
    await speaker.reload()
    expect(await inSpeaker(speaker)).toBe('Slide 2 of 16')
    expect(await speaker.locator('.speaker-elapsed').textContent()).not.toBe('0:00')
  })

  it('holds planned against real time in words and shapes, and runs the countdown', async () => {
    await context.clock.install({ time: START })
    const speaker = await open('en-facilitator', '?view=speaker')
    await context.clock.pauseAt(START + 60_000)
    const standing = speaker.locator('.timing-slide .standing')
    for (let step = 0; step < 3; step++) await speaker.keyboard.press('ArrowRight')
    await context.clock.runFor(60_000)
    expect([await standing.textContent(), await standing.getAttribute('data-standing')]).toEqual(['in time', 'within'])
    expect(await speaker.locator('.timing-slide .timing-real').textContent()).toBe('1:00')
    await context.clock.runFor(95_000)
    expect([await standing.textContent(), await standing.getAttribute('data-standing')]).toEqual(['nearly over', 'nearly'])
    await context.clock.runFor(155_000)
    expect([await standing.textContent(), await standing.getAttribute('data-standing')]).toEqual(['over by 2:10', 'over'])
    expect(await speaker.locator('.speaker-drift').textContent()).toBe('2 min behind plan')
    expect(await speaker.locator('.speaker-elapsed').textContent()).toBe('5:10')
    await speaker.keyboard.press('End')
    for (let step = 0; step < 3; step++) await speaker.keyboard.press('ArrowLeft')
    await speaker.keyboard.press('t')
    await context.clock.runFor(90_000)
    expect(await speaker.locator('.speaker-left').textContent()).toBe('18:30')
  })

  it('adds up an activity of two slides beside each of them, in green, amber and red, and so in the overview', async () => {
    await context.clock.install({ time: START })
    const speaker = await open('en-long', '?view=speaker')
    await context.clock.pauseAt(START + 60_000)
    const lineOf = (name: string) => speaker.locator(`.timing-${name}`)
    const ground = (name: string) =>
      lineOf(name)
        .locator('.standing')
        .evaluate((chip) => getComputedStyle(chip).backgroundColor)
    await goIn(speaker, 'Draw the path')
    expect(await lineOf('activity').textContent()).toMatch(/^Activity 1\.10:00Planned42:00in time$/)
    expect([await ground('slide'), await ground('activity')]).toEqual([rgb(tokens.colour.light.good), rgb(tokens.colour.light.good)])
    await context.clock.runFor(27 * 60_000)
    expect([await ground('slide'), await ground('activity')]).toEqual([rgb(tokens.colour.light.mark), rgb(tokens.colour.light.good)])
    await goIn(speaker, 'Draw the path', 2)
    await context.clock.runFor(13 * 60_000)
    expect(await lineOf('slide').textContent()).toMatch(/13:00Planned12:00over by 1:00$/)
    expect(await lineOf('activity').textContent()).toMatch(/40:00Planned42:00nearly over$/)
    expect([await ground('slide'), await ground('activity')]).toEqual([rgb(tokens.colour.light.warning), rgb(tokens.colour.light.mark)])
    await goIn(speaker, 'What stays')
    expect(await lineOf('activity').isVisible()).toBe(false)
    await speaker.keyboard.press('o')
    expect((await speaker.locator('.time-tag').allInnerTexts()).map((tag) => tag.replace(/\s+/g, ' '))).toEqual([
      '27:00 / 30:00 nearly over',
      '13:00 / 12:00 over by 1:00',
    ])
  })

  it('says when late what to leave out first; both windows then pass it over, until it is put back', async () => {
    await context.clock.install({ time: START })
    const page = await open('en-long', '#/s-places')
    const speaker = await openSpeaker(page)
    await context.clock.pauseAt(START + 60_000)
    const late = speaker.locator('.speaker-late')
    const rows = async () => (await late.locator('li').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '))
    const numbers = () =>
      page.locator('.present .step:visible').evaluateAll((steps) => steps.map((step) => step.getAttribute('data-number')))
    await speaker.keyboard.press('c')
    await context.clock.runFor(4 * 60_000)
    expect(await late.isVisible()).toBe(false)
    await context.clock.runFor(90_000)
    expect(await speaker.locator('.speaker-drift').textContent()).toBe('2 min behind plan')
    expect(await late.locator('[role=status]').textContent()).toBe('2 min behind plan, 8 min to gain here.')
    expect(await rows()).toEqual(['The way of one bucket saves 2 min Leave out', 'Activity 1.1 5. Draw stop 5. saves 6 min Leave out'])
    expect(await late.textContent()).toContain('Keep: Activity 1.1 Draw the path')
    await late.getByRole('button', { name: 'Leave all of these out' }).click()
    await context.clock.runFor(1000)
    expect(await late.locator('[role=status]').textContent()).toBe('Left out: 8 min gained, the delay is covered.')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    expect(await onScreen(page)).toBe('s-figure-words')
    await page.keyboard.press('ArrowLeft')
    expect(await onScreen(page)).toBe('s-columns')
    await eventually(() => speaker.locator('.speaker-next-title').textContent()).toBe('The same drawing beside words')
    await page.keyboard.press('o')
    expect(await page.locator('.overview-slide', { has: page.locator('.overview-left-out') }).textContent()).toContain(
      'The way of one bucket',
    )
    await page.keyboard.press('Escape')
    await speaker.getByRole('button', { name: 'Put back: The way of one bucket' }).click()
    await speaker.keyboard.press('ArrowRight')
    await eventually(() => onScreen(page)).toBe('s-figure')
    await page.evaluate(() => location.assign('#/draw-path'))
    await eventually(() => onScreen(page)).toBe('draw-path')
    await context.clock.runFor(1000)
    expect(await page.locator('.present .countdown-time').textContent()).toBe('24:00')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await context.clock.runFor(1000)
    expect(await numbers()).toEqual(['1', '2', '3', '4', '6'])
    await page.keyboard.press('ArrowRight')
    expect(await onScreen(page)).toBe('draw-path-2')
  })

  it('shows an activity’s materials, debrief and answers as notes', async () => {
    const page = await open('en-facilitator', '#/draw-path')
    const speaker = await openSpeaker(page)
    const notes = await speaker.locator('.speaker-notes-text').textContent()
    expect(notes).toMatch(/Materials[\s\S]*two pens[\s\S]*Debrief[\s\S]*Where did groups disagree[\s\S]*Expected answers[\s\S]*storage jar/)
  })
})

describe('layouts', () => {
  const boxes = (page: Page, selector: string) =>
    page
      .locator(selector)
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()).map(({ x, y, width }) => ({ x, y, width })))
  const ascends = (numbers: number[]) => numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))

  it('tell a case as who and where, what was done, what came of it, side by side', async () => {
    const page = await open('en-layouts', '#/s-case')
    expect(await page.locator('.present .slide-over').textContent()).toBe('Case')
    expect(await page.locator('.present .case-who').textContent()).toContain('Village of Kora')
    expect(await page.locator('.present .case-part').allInnerTexts()).toEqual([
      expect.stringMatching(/^What was done\s+The committee built/),
      expect.stringMatching(/^What came of it\s+Cases of diarrhoea fell/),
    ])
    expect(ascends((await boxes(page, '.present .case-part')).map(({ x }) => x))).toBe(true)
  })

  it('set one number as large as a title page, and several side by side, with their sources', async () => {
    const page = await open('en-layouts', '#/s-number')
    const number = page.locator('.present .data-number')
    expect(await number.textContent()).toBe('15 litres')
    expect(await number.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThan(140)
    expect(await page.locator('.present .data-text').textContent()).toContain('a day for one person')
    expect(await page.locator('.present .slide-sources').textContent()).toContain('Sphere Association, 2018')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.present .data-several .data-number').allTextContents()).toEqual(['62', '9 in 10', '3'])
    expect(new Set((await boxes(page, '.present .data-number')).map(({ y }) => y)).size).toBe(1)
  })

  it('draw a process as steps on a line, in the direction of reading, in two rows from six on', async () => {
    const page = await open('en-layouts', '#/s-process')
    const steps = await boxes(page, '.present .process > li')
    expect([steps.length, new Set(steps.map(({ y }) => y)).size, ascends(steps.map(({ x }) => x))]).toEqual([4, 1, true])
    await page.keyboard.press('ArrowRight')
    const seven = await boxes(page, '.present .process > li')
    expect([seven.length, new Set(seven.map(({ y }) => y)).size]).toEqual([7, 2])
    const arabic = await open('ar-layouts', '#/s-process')
    expect(ascends((await boxes(arabic, '.present .process > li')).map(({ x }) => -x + 2000))).toBe(true)
    const tip = await arabic
      .locator('.present .process > li')
      .first()
      .evaluate((step) => getComputedStyle(step, '::after').transform)
    expect(tip).toBe('matrix(-1, 0, 0, 1, 0, 0)')
  })
})

describe('decks of a course', () => {
  const deckOf = (page: Page) => page.evaluate(() => `${location.pathname.split('/').at(-1)}${location.hash}`)

  it.each(['facilitator', 'participant'])(
    'lead to one another from their list, their last slide and their references (%s)',
    async (edition) => {
      const page = await open(`${edition}/water-basics`)
      await page.keyboard.press('d')
      expect(await page.locator('dialog a').allInnerTexts()).toEqual([
        expect.stringMatching(/^Module 1\s+Water from source to cup$/),
        expect.stringMatching(/^Module 2\s+Keeping water clean$/),
      ])
      expect(await page.locator('dialog a[aria-current=page]').textContent()).toContain('Module 1')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await eventually(() => deckOf(page)).toMatch(/^water-store\.html/)
      await page.waitForSelector('.reveal.ready')
      await page.keyboard.press('End')
      await page.getByRole('navigation', { name: 'Decks of the course' }).getByRole('link', { name: 'Water from source to cup' }).click()
      await eventually(() => deckOf(page)).toMatch(/^water-basics\.html/)
      await page.goto(`${address(`${edition}/water-store`)}#/s-lid`)
      await page.waitForSelector('.reveal.ready')
      expect(await page.locator('.present .slide-foot').textContent()).toContain('The vessel')
      await page.locator('.present .slide').getByRole('link', { name: 'Activity 1.1' }).click()
      await eventually(() => deckOf(page)).toBe('water-basics.html#/draw-path')
      expect(await page.evaluate(() => document.documentElement.dataset.edition)).toBe(edition)
    },
  )

  it('take the speaker view along, and keep the clock of each', async () => {
    const page = await open('facilitator/water-basics')
    const speaker = await openSpeaker(page)
    await speaker.keyboard.press('ArrowRight')
    await eventually(() => speaker.locator('.speaker-elapsed').textContent()).not.toBe('0:00')
    await page.keyboard.press('d')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(() => deckOf(speaker)).toMatch(/^water-store\.html/)
    await speaker.getByText('Deck window connected').waitFor()
    expect(await inSpeaker(speaker)).toBe('Slide 1 of 5')
    expect(await speaker.locator('.speaker-elapsed').textContent()).toBe('0:00')
    for (let step = 0; step < 3; step++) await speaker.keyboard.press('ArrowRight')
    await eventually(() => onScreen(page)).toBe('s-lid')
    await speaker.locator('.speaker-notes-text').getByRole('link', { name: 'Activity 1.1' }).click()
    await eventually(() => deckOf(page)).toBe('water-basics.html#/draw-path')
    await eventually(() => deckOf(speaker)).toMatch(/^water-basics\.html/)
    await speaker.getByText('Deck window connected').waitFor()
    await eventually(() => inSpeaker(speaker)).toBe('Slide 13 of 16')
    expect(await speaker.locator('.speaker-elapsed').textContent()).not.toBe('0:00')
    expect(await speaker.getByRole('button', { name: 'Start the clock' }).isVisible()).toBe(true)
  })

  it('are not offered where a deck stands alone', async () => {
    const page = await open('en-facilitator', '#/water-basics-imprint')
    expect(await page.locator('.deck-list, .control-decks').count()).toBe(0)
  })
})

describe('participants’ deck', () => {
  it('has no speaker view, no notes and no countdown', async () => {
    const page = await open('en-participant', '?view=speaker#/draw-path')
    expect(await page.evaluate(() => document.documentElement.dataset.view)).toBe('slides')
    expect(await page.locator('.activity-minutes').textContent()).toBe('20 min')
    expect(await page.locator('.countdown, .notes, .speaker').count()).toBe(0)
    await page.keyboard.press('s')
    expect(context.pages()).toHaveLength(1)
  })
})

describe('right to left', () => {
  it('turns slides, arrows and speaker view round', async () => {
    const page = await open('ar-facilitator', '#/draw-path')
    const side = await page.locator('.present .activity-side').boundingBox()
    expect(side?.x).toBeGreaterThan(640)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    expect(await onScreen(page)).toBe('water-basics-objectives')
    await page.keyboard.press('ArrowRight')
    expect(await onScreen(page)).toBe('water-basics')
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
    await speaker.getByText('نافذة العرض متصلة').waitFor()
    const [current, notes] = await Promise.all([
      speaker.locator('.speaker-current').boundingBox(),
      speaker.locator('.speaker-notes-text').boundingBox(),
    ])
    expect(current?.x).toBeGreaterThan(notes?.x ?? 0)
  })
})

describe('reading view', () => {
  it('is what a phone gets, at the width of the phone', async () => {
    await newContext({ viewport: { width: 320, height: 700 } })
    const page = await open('en-facilitator', '#/s-table')
    expect(await page.evaluate(() => document.documentElement.dataset.view)).toBe('read')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await page.locator('#s-table').evaluate((section) => Math.abs(section.getBoundingClientRect().top))).toBeLessThan(100)
    await page.getByRole('button', { name: 'Show as slides' }).click()
    await page.waitForSelector('.reveal.ready')
    expect(await onScreen(page)).toBe('s-table')
  })

  it('is what stands without JavaScript, notes and all slides readable', async () => {
    await newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address('en-facilitator'))
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(16)
    expect(await page.getByText('From the kitchen to the cup').isVisible()).toBe(true)
  })
})

describe('type', () => {
  it.each(['en-facilitator', 'ar-facilitator'])('of %s is ours, glyph by glyph', async (name) => {
    const page = await open(name)
    const devtools = await context.newCDPSession(page)
    await devtools.send('DOM.enable')
    await devtools.send('CSS.enable')
    const { root } = await devtools.send('DOM.getDocument')
    const foreign = new Set<string>()
    for (let slide = 0; slide < (await page.locator('.slides > section').count()); slide++) {
      const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '.present .slide *' })
      for (const nodeId of nodeIds) {
        const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
        for (const font of fonts) if (!font.isCustomFont) foreign.add(`${font.familyName} on ${await onScreen(page)}`)
      }
      await page.keyboard.press('PageDown')
    }
    expect([...foreign]).toEqual([])
  })
})

describe('on paper', () => {
  it.each([
    ['en-participant', 16],
    ['en-facilitator', 16],
  ])('%s prints one slide a sheet', async (name, sheets) => {
    const page = await open(name)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets)
  })
})

describe('accessibility', () => {
  it.each([
    ['title', 'en-facilitator', '', []],
    ['bullets', 'en-facilitator', '#/s-places', []],
    ['activity', 'en-facilitator', '#/draw-path', ['t']],
    ['question', 'en-participant', '#/s-question', []],
    ['case', 'en-layouts', '#/s-case', []],
    ['number', 'en-layouts', '#/s-number', []],
    ['process', 'ar-layouts', '#/s-process', []],
    ['figure', 'en-participant', '#/s-figure', []],
    ['all slides', 'en-facilitator', '#/s-table', ['o']],
    ['activities', 'en-facilitator', '', ['a']],
    ['keys', 'en-facilitator', '', ['?']],
    ['decks', 'facilitator/water-basics', '', ['d']],
    ['last slide', 'participant/water-store', '', ['End']],
    ['black screen', 'en-facilitator', '', ['b']],
    ['reading view', 'en-facilitator', '?view=read', []],
    ['speaker view', 'en-facilitator', '?view=speaker', ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 't']],
    ['speaker view when late', 'en-long', '?view=speaker', ['c', 'late']],
    ['speaker view in Arabic', 'ar-facilitator', '?view=speaker', ['ArrowLeft']],
    ['imprint in Arabic', 'ar-participant', '#/water-basics-imprint', []],
  ])('axe finds nothing: %s', async (_what, name, rest, keys) => {
    if (keys.includes('late')) await context.clock.install({ time: START })
    const page = await open(name, rest)
    for (const key of keys) {
      if (key === 'late') await context.clock.runFor(9 * 60_000)
      else await page.keyboard.press(key)
    }
    await page.mouse.move(200, 200)
    await page.waitForTimeout(250)
    // a dialog may have the keyboard, never a place outside it
    if (keys.includes('d') || keys.includes('a'))
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
    const { violations } = await axe(page).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  })
})
