/** Handouts as print documents and as PDF: every slide small with its notes or lines, nothing cut, nothing for facilitators in the participants' file. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Course, Edition } from '../../course/course.ts'
import { HANDOUT_SIZES, type HandoutSize } from '../../course/handouts.ts'
import { words } from '../../course/words.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressHandout } from '../../scripts/press-handout.ts'
import { embeddedFonts, foreignFonts } from '../../scripts/print-fonts.ts'
import { type PdfReading, readPdf } from '../../scripts/read-pdf.ts'
import { leaksInFiles } from '../../scripts/scan-outputs.ts'
import { handout, handoutTitle } from '../../slides/handout.ts'
import { slidesOf } from '../../slides/slide-list.ts'
import { bare, bareText, pageRuns } from '../manual/pdf-text.ts'
import { drawings, moduleOf, sampleCourse, sampleFile, secretNote } from './sample-course.ts'

vi.setConfig({ testTimeout: 60_000 })

const PATH = 'modules/01-water/1-path.md'
const EDITIONS = ['facilitator', 'participant'] as const
const FORMS = EDITIONS.flatMap((edition) => HANDOUT_SIZES.map((size) => ({ edition, size })))

interface Pressed {
  reading: PdfReading
  /** Text of every page without white space. */
  pages: string[]
}

let press: Press
let course: Course
const pressed = new Map<string, Pressed>()
beforeAll(async () => {
  press = await openPress()
  course = await sampleCourse('en')
  for (const form of FORMS) pressed.set(`${form.edition} ${form.size}`, await read(await print(course, form.edition, form.size)))
}, 120_000)
afterAll(() => press?.close())

async function print(of: Course, edition: Edition, size: HandoutSize): Promise<Uint8Array> {
  return (await pressHandout(of, moduleOf(of), { edition, size }, { drawings, press })).pdf
}

async function read(pdf: Uint8Array): Promise<Pressed> {
  return { reading: await readPdf(pdf), pages: (await pageRuns(pdf)).map(bareText) }
}

const of = (edition: Edition, size: HandoutSize): Pressed => pressed.get(`${edition} ${size}`) as Pressed

async function changed(from: string, to: string): Promise<Course> {
  expect(sampleFile(PATH)).toContain(from)
  return sampleCourse('en', { [PATH]: sampleFile(PATH).replace(from, () => to) })
}

interface Boxes {
  id: string
  /** Frame and slide drawn in it, CSS px of the page. */
  frame: { left: number; right: number; top: number; bottom: number }
  slide: { left: number; right: number; top: number; bottom: number; layout: [number, number] }
}

/** Where slides stand on paper 178 mm wide. */
function boxesOf(of: Course, edition: Edition, size: HandoutSize): Promise<Boxes[]> {
  const html = handout(of, moduleOf(of), { edition, size }, { drawings, fontFaces: embeddedFonts })
  const look = (): Boxes[] =>
    [...document.querySelectorAll('.entry')].map((entry) => {
      const plain = ({ left, right, top, bottom }: DOMRect) => ({ left, right, top, bottom })
      const frame = entry.querySelector('.drawn') as HTMLElement
      const slide = entry.querySelector('.slide') as HTMLElement
      return {
        id: entry.id,
        frame: plain(frame.getBoundingClientRect()),
        slide: { ...plain(slide.getBoundingClientRect()), layout: [slide.offsetWidth, slide.offsetHeight] },
      }
    })
  return press.measure(html, look, null, { media: 'print', viewport: { width: WIDTH, height: 990 } })
}
const WIDTH = Math.floor((178 / 25.4) * 96)

describe.each(FORMS)('the handout for the $edition, $size a page', ({ edition, size }) => {
  it('is tagged, titled, in its language, in our fonts, and knows its pages', () => {
    const { reading, pages } = of(edition, size)
    expect(reading).toMatchObject({ tagged: true, language: 'en', pages: pages.length })
    expect(reading.title).toBe(handoutTitle(course, moduleOf(course), { edition, size }))
    expect(reading.title).toBe(
      `Module 1: Water from source to cup – ${edition === 'facilitator' ? 'Slides and notes' : 'Slides with lines to write on'}, ${size} a page`,
    )
    expect(reading.fonts.filter(({ embedded }) => !embedded)).toEqual([])
    expect(foreignFonts(reading.fonts)).toEqual([])
    pages.forEach((text, index) => {
      for (const margin of [course.title, `Module 1: ${moduleOf(course).title}`, `page ${index + 1} of ${pages.length}`])
        expect(text).toContain(bare(margin))
    })
  })

  it('holds every slide in the order of the deck, at most so many a page', () => {
    const { reading } = of(edition, size)
    const slides = slidesOf(moduleOf(course), edition)
    expect(reading.outline.map(({ title, level }) => `${level} ${title}`)).toEqual([
      '1 Module 1: Water from source to cup',
      '2 Learning objectives',
      '2 1.1 The path of water',
      '3 Three places where water is spoiled',
      '3 Clean water can be lost in one second',
      '3 Boil or filter?',
      '3 The way of one bucket',
      '3 The same drawing beside words',
      '3 Who drinks first in your house?',
      '3 Part two',
      '3 Numbers to remember',
      '3 Who carries the water?',
      '3 Activity 1.1: Draw the path',
      '2 Wrap-up: What stays',
      '3 One promise',
      '2 Imprint',
    ])
    expect(reading.outline).toHaveLength(slides.length)
    const counts = reading.outline.reduce(
      (pages, { page }) => pages.set(page, (pages.get(page) ?? 0) + 1),
      new Map<number | null, number>(),
    )
    expect(Math.max(...counts.values())).toBe(size)
    if (edition === 'participant') expect([...counts.values()].slice(0, -1).every((count) => count === size)).toBe(true)
  })

  it('draws each slide whole: laid out at its own size, inside its frame, inside the page', async () => {
    const boxes = await boxesOf(course, edition, size)
    expect(boxes).toHaveLength(16)
    for (const { id, frame, slide } of boxes) {
      expect([id, ...slide.layout]).toEqual([id, 1280, 720])
      for (const side of ['left', 'right', 'top', 'bottom'] as const)
        expect(Math.abs(slide[side] - frame[side]), `${id} ${side}`).toBeLessThan(1)
      expect(frame.left).toBeGreaterThanOrEqual(-0.5)
      expect(frame.right).toBeLessThanOrEqual(WIDTH + 1)
    }
    const tops = boxes.map(({ frame }) => frame.top)
    expect([...tops].sort((a, b) => a - b)).toEqual(tops)
  })

  it('says what stands on the slides', () => {
    const all = of(edition, size).pages.join('')
    for (const text of [
      'At the source: open wells',
      'Mark the stop where it is spoiled most easily.',
      'Sphere Association, 2018',
      'Litres a day',
    ])
      expect(all).toContain(bare(text))
  })
})

describe('the facilitators’ handout', () => {
  it.each(HANDOUT_SIZES)('has the notes, the materials, the debrief with its answers and the minutes (%d a page)', (size) => {
    const all = of('facilitator', size).pages.join('')
    for (const text of [
      secretNote,
      'Follow the arrow with a finger.',
      'paper and two pens a group',
      'Where did groups disagree about the danger?',
      'Most groups forget the storage jar in the kitchen corner.',
      '60 min short form 40 min',
      words('en').facilitator,
    ])
      expect(all, text).toContain(bare(text))
    expect(all).toMatch(/Threeplaceswherewaterisspoiled3min/)
  })

  it('marks what the short form leaves out beside the title', async () => {
    const cut = await changed('Ask who carries water. :minutes[3]', 'Ask who carries water. :minutes[3]{cut=first}')
    for (const size of HANDOUT_SIZES) {
      const { pages } = await read(await print(cut, 'facilitator', size))
      expect(pages.join('')).toContain(bare(`Three places where water is spoiled 3 min ${words('en').schedule.leftOutInShort}`))
      expect((await read(await print(cut, 'participant', size))).pages.join('')).not.toContain(bare(words('en').schedule.leftOutInShort))
    }
  })

  it.each(HANDOUT_SIZES.flatMap((size) => [10, 20, 26, 28, 30, 260].map((count): [number, HandoutSize] => [count, size])))(
    'cuts nothing of %d sentences of notes (%d a page)',
    async (count, size) => {
      const sentences = Array.from(
        { length: count },
        (_, index) => `Sentence number ${index + 1} is about the lid of the jar and who closes it.`,
      )
      const { pages, reading } = await read(await print(await changed('Show the jar.', sentences.join('\n\n')), 'facilitator', size))
      const all = pages.map((page) => page.replace(/page\d+of\d+/, '')).join('')
      expect(sentences.filter((sentence) => !all.includes(bare(sentence)))).toEqual([])
      expect(reading.outline).toHaveLength(16)
    },
  )

  it.each([8, 14, 20, 26, 32])('cuts nothing of %d items with items of their own', async (count) => {
    const items = Array.from({ length: count }, (_, index) => `Item ${index + 1} asks who closes the jar and who opens it in the morning`)
    const list = items
      .map((item) => `- ${item}\n  - ${item.replace('asks', 'answers')}, after the first tea and before the last`)
      .join('\n')
    const { pages } = await read(await print(await changed('Show the jar.', `\n${list}\n\n`), 'facilitator', 2))
    const all = pages.map((page) => page.replace(/page\d+of\d+/, '')).join('')
    expect(items.filter((item) => !all.includes(bare(item)) || !all.includes(bare(item.replace('asks', 'answers'))))).toEqual([])
  })

  it('leads from a slide to another one inside the file', async () => {
    const linked = await changed('Compare.', 'Compare with [](#s-promise).')
    const { reading } = await read(await print(linked, 'facilitator', 3))
    expect(reading.links.map(({ uri, destination, contents }) => [uri, destination, contents])).toEqual([
      [null, 's-promise', 'One promise'],
    ])
    expect(reading.destinations.get('s-promise')?.page).toBe(reading.outline.find(({ title }) => title === 'One promise')?.page)
  })
})

describe('the participants’ handout', () => {
  it('has lines to write on, and nothing for facilitators', async () => {
    for (const size of HANDOUT_SIZES) {
      const html = handout(course, moduleOf(course), { edition: 'participant', size }, { drawings, fontFaces: () => '' })
      expect(html.match(/class="line"/g)?.length).toBeGreaterThanOrEqual(16 * 3)
      const all = of('participant', size).pages.join('')
      for (const text of [
        secretNote,
        'storage jar',
        'Where did groups disagree',
        'two pens',
        'short form',
        'Roles at the well',
        words('en').facilitator,
      ])
        expect(all, text).not.toContain(bare(text))
      for (const trace of [secretNote, 'storage jar', 'data-planned', 'entry-notes"']) expect(html, trace).not.toContain(trace)
      // an activity's minutes are for everybody, those planned for a slide are not
      expect(all).toContain(bare('Draw the path 20 min'))
      expect(all).not.toContain(bare('Three places where water is spoiled 3 min'))
    }
  })

  it('is scanned: notes printed into it are found at the line they were written', async () => {
    const path = 'en/participant/slides/water-basics.lines-3up.pdf'
    expect(await leaksInFiles(course, new Map([[path, await print(course, 'participant', 3)]]))).toEqual([])
    const planted = await leaksInFiles(course, new Map([[path, await print(course, 'facilitator', 3)]]))
    const line =
      sampleFile(PATH)
        .split('\n')
        .findIndex((text) => text.startsWith(secretNote)) + 1
    expect(planted.map(({ path, sentence, place }) => [path, sentence, `${place.path}:${place.start.line}`])).toContainEqual([
      path,
      secretNote,
      `${PATH}:${line}`,
    ])
  })
})

describe('a handout', () => {
  it('has the same bytes from print to print', async () => {
    for (const edition of EDITIONS) {
      const [one, again] = [await print(course, edition, 6), await print(await sampleCourse('en'), edition, 6)]
      expect(Buffer.compare(one, again)).toBe(0)
    }
  })

  it('runs from right to left in Arabic', async () => {
    const arabic = await sampleCourse('ar')
    for (const size of HANDOUT_SIZES) {
      const { reading, pages } = await read(await print(arabic, 'facilitator', size))
      expect(reading).toMatchObject({ tagged: true, language: 'ar' })
      expect(foreignFonts(reading.fonts)).toEqual([])
      expect(pages.length).toBeGreaterThan(1)
      const [first, second] = await boxesOf(arabic, 'facilitator', size)
      expect(Math.abs((first?.frame.right ?? 0) - WIDTH)).toBeLessThan(2)
      if (size === 6) expect(second?.frame.right).toBeLessThan(first?.frame.left ?? 0)
      expect(reading.outline.map(({ title }) => title)).toContain('1.1 مسار المياه')
    }
  })
})
