import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Course } from '../../course/course.ts'
import { type FacilitatorSentence, facilitatorSentences, leaksIn, sentenceFinder } from '../../course/facilitator-sentences.ts'
import { readCourse } from '../../course/read-course.ts'
import { layered } from './cases.ts'

const base = join(import.meta.dirname, 'rules/base')

async function courseWith(text: string): Promise<Course> {
  const sources = new Map(layered(base, base))
  sources.set('modules/01-taps/1-washers.md', `---\nid: taps-washers\ntitle: Why a tap drips\n---\n${text}`)
  const course = (await readCourse(sources)).courses.get('en')
  if (!course) throw new Error('Unexpected absence of the course, expected it to be read')
  return course
}

const texts = (sentences: readonly FacilitatorSentence[]): string[] => sentences.map((sentence) => sentence.text)

describe('the sentences only facilitators may see', () => {
  test('stand in notes, materials, debrief, online ways, answers, tips and what is put to validators; each at its place', async () => {
    const course = await courseWith(`Participants read this sentence of many words.

:::slide[A drip]{#slide-drip}
Participants see this sentence of many words.

:::notes
Facilitators say this sentence of many words. Not this one.
:::
:::

:::activity[Do it]{#do-it minutes=5 method=plenary}
1. Participants take this step of many words. :minutes[5]

:::materials
- facilitators bring these things of many names
:::

:::online{method=plenary}
Facilitators open rooms for groups of four [@smith-2020] and close them after ten more minutes.

:::low-bandwidth
Facilitators send the sheet by post before.
:::
:::

:::debrief
- Facilitators ask this question of many words?

:::answers
Facilitators expect this answer of many words.
:::
:::
:::

:::tip[Facilitators read this title of many words]
Short tip.
:::

:::to-validate{#ask}
Validators answer this question of many words.
:::
`)
    expect(
      facilitatorSentences(course)
        .map(({ text, place }) => `${place.start.line} ${text}`)
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    ).toEqual([
      '11 Facilitators say this sentence of many words.',
      '19 facilitators bring these things of many names',
      '23 Facilitators open rooms for groups of four',
      '23 and close them after ten more minutes.',
      '26 Facilitators send the sheet by post before.',
      '31 Facilitators ask this question of many words?',
      '34 Facilitators expect this answer of many words.',
      '39 Facilitators read this title of many words',
      '44 Validators answer this question of many words.',
    ])
  })

  test('are not those that participants read elsewhere, whatever their case and marks', async () => {
    const course = await courseWith(`Close the valve, before you open the *tap*.

:::tip
Close the valve before you open the tap! Then dry the floor with a cloth.
:::
`)
    expect(texts(facilitatorSentences(course))).toEqual(['Then dry the floor with a cloth.'])
  })

  test('name cross references as they are printed', async () => {
    const course = await courseWith(`:::tip
Cut [](#slide-drip) before all the others, never [](#taps-washers).
:::

:::slide[A drip]{#slide-drip}
Text.
:::
`)
    expect(texts(facilitatorSentences(course))).toEqual(['Cut A drip before all the others, never Block 1.1.'])
  })
})

describe('the search', () => {
  const place = { path: 'a.md', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const sentence: FacilitatorSentence = { text: 'Don’t open the “small” valve before 10:30, it’s under pressure.', place }
  const arabic: FacilitatorSentence = { text: 'لا تفتح الصمام الصغير، قبل الساعة العاشرة أبدا؟', place }
  const found = {
    'plain text': 'Yes. Don’t open the “small” valve before 10:30, it’s under pressure. No.',
    'other marks and case': "DON'T OPEN THE SMALL VALVE -- BEFORE 10.30 - IT'S UNDER PRESSURE",
    markup: '<p class="a">Don’t <em>open</em> the “<a href="#x" title="y">small</a>” valve<br>before 10:30, it’s under pressure.</p>',
    'an attribute': '<img alt="Don’t open the “small” valve before 10:30, it’s under pressure." src="x">',
    entities: '<p>Don&#x27;t open the &quot;small&quot; valve&nbsp;before 10:30, it&#39;s under pressure.</p>',
    'JSON in a script': `<script>var notes = ${JSON.stringify({ a: 'x\nDon’t open the “small” valve before 10:30, it’s\n\tunder pressure.' })}</script>`,
    'soft hyphens': 'Don’t open the “small” val\u00adve before 10:30, it’s under pres\u00adsure.',
    'line ends': 'Don’t open\nthe “small”\r\n  valve before 10:30, it’s under\u00a0pressure.',
    bytes: new TextEncoder().encode('Don’t open the “small” valve before 10:30, it’s under pressure.'),
  }
  test.each(Object.entries(found))('finds it in %s', (_, text) => {
    expect(leaksIn(text, [sentence, arabic])).toEqual([sentence])
  })

  test('finds Arabic', () => {
    expect(leaksIn('<p>لا تفتح الصمام الصغير قبل الساعة العاشرة أبدا</p>', [sentence, arabic])).toEqual([arabic])
  })

  const absent = {
    'a word left out': 'Don’t open the “small” valve before 10:30, it’s pressure.',
    'another word': 'Don’t open the “small” valve before 10:31, it’s under pressure.',
    'a part of a longer word': 'Don’t open the “small” valve before 10:30, it’s under pressures.',
    'two halves in two texts': '<p title="Don’t open the “small” valve">before 10:30, it’s under pressure.</p>',
    nothing: '',
  }
  test.each(Object.entries(absent))('does not find it in %s', (_, text) => {
    expect(leaksIn(text, [sentence])).toEqual([])
  })

  test('takes no more than a few passes over the bytes', () => {
    const many = Array.from(
      { length: 2000 },
      (_, at): FacilitatorSentence => ({ text: `Facilitator sentence number ${at} of the long long list`, place }),
    )
    const find = sentenceFinder([...many, sentence])
    const page = new TextEncoder().encode(
      '<p>Some text of a <em>page</em> that is long enough, and a data:image/png;base64,AbCd09/+ZzYyXx of it.</p>\n'.repeat(20_000),
    )
    const bare = timeOf(() => page.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 0))
    const search = timeOf(() => expect(find(page)).toEqual([]))
    expect(search).toBeLessThan(Math.max(10 * bare, 40))
  })
})

/** Milliseconds of processor time, the best of five. */
function timeOf(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )
}
