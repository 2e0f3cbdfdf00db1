import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { subjectOf } from '../../course/rule.ts'
import { slideFitsFrame } from '../../course/rules/slide-fits-frame.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { measureSlides } from '../../scripts/measure-slides.ts'
import { readDeckOptions } from '../../scripts/read-deck-options.ts'
import { deck } from '../../slides/deck.ts'
import { drawings, moduleOf, moreLayouts, readSample, sampleFile } from './sample-course.ts'

vi.setConfig({ testTimeout: 30_000 })

const path = 'modules/01-water/1-path.md'
const many = (count: number, what: string) => Array.from({ length: count }, (_, index) => `${what} ${index + 1}`)
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
})

async function findingsOf(language: 'en' | 'ar', change: Record<string, string> = {}): Promise<string[]> {
  const subject = subjectOf(await readSample(language, change))
  if (!subject) throw new Error('The sample course does not read')
  const { course } = subject
  const module = moduleOf(course)
  const html = deck(course, module, 'facilitator', await readDeckOptions('facilitator', language, drawings))
  const slides = (await measureSlides(browser, html)).map((one) => ({ language, module: module.id, ...one }))
  return slideFitsFrame.check({ ...subject, measured: { slides } }).map((one) => `${one.file}:${one.line} ${one.ruleId} ${one.reason}`)
}

async function changed(from: string, to: string): Promise<string[]> {
  const text = sampleFile(path)
  expect(text).toContain(from)
  return findingsOf('en', { [path]: text.replace(from, () => to) })
}

function lineOf(words: string): number {
  return (
    sampleFile(path)
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  )
}

describe('slide-fits-frame', () => {
  it('has nothing to say of slides that fit, in both directions of writing', async () => {
    expect(await findingsOf('en')).toEqual([])
    expect(await findingsOf('ar')).toEqual([])
  })

  it('has nothing to say of cases, numbers and processes that fit', async () => {
    expect(await findingsOf('en', moreLayouts('en'))).toEqual([])
    expect(await findingsOf('ar', moreLayouts('ar'))).toEqual([])
  })

  it('finds a step, a case and a number with too much text', async () => {
    const [file = '', text = ''] = Object.entries(moreLayouts('en'))[0] ?? []
    const long = 'and say in one sentence who carries it there and why the others do not carry it, '.repeat(9)
    for (const [from, slide] of [
      ['**Carry** with the lid on', 's-process'],
      ['Two women keep the key', 's-case'],
      ['clean after boiling', 's-numbers'],
    ] as const) {
      expect(await findingsOf('en', { [file]: text.replace(from, `${from} ${long}`) })).toEqual([expect.stringContaining(`\`${slide}\``)])
    }
  })

  it('finds a list that runs into the sources, at the slide’s line', async () => {
    const found = await changed('- At home: hands and cups', many(20, '- A line too many about hands').join('\n'))
    expect(found).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${path}:${lineOf('{#s-places}')} slide-fits-frame Unexpected text \\d+ px into the foot of slide \`s-places\` \\("A line too many about hands 20"\\), expected it inside the frame$`,
        ),
      ),
    ])
  })

  it('finds a word wider than its column', async () => {
    const found = await changed('- needs care', `- ${'Unbreakable'.repeat(9)}`)
    expect(found).toEqual([expect.stringMatching(/ slide-fits-frame Unexpected text \d+ px beyond the side of slide `s-columns`/)])
  })

  it('finds a table with too many rows', async () => {
    const found = await changed(
      '| Cooking | 6 |',
      many(18, '| Use |')
        .map((row) => `${row} |`)
        .join('\n'),
    )
    expect(found).toEqual([expect.stringContaining('`s-table`')])
  })

  it('finds an activity with too much text in its steps, at the activity’s line', async () => {
    const long = 'Draw one more stop of the water, and say in one sentence who carries it there and why the others do not carry it, '
    const steps = many(4, long.repeat(3)).map((step, index) => `${index + 4}. ${step}. :minutes[1]`)
    const last = '3. Mark the stop where it is spoiled most easily. :minutes[5]'
    const found = await changed(last, [last, ...steps].join('\n'))
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${path}:${lineOf('{#draw-path')} slide-fits-frame`))])
  })
})
