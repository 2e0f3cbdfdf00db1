import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Course } from '../../course/course.ts'
import { type Coverage, coverage, uncovered } from '../../course/coverage.ts'
import { passagesOf, sentencesOf } from '../../course/passages.ts'
import { passiveVerbs } from '../../course/passive-voice.ts'
import { readCourse } from '../../course/read-course.ts'
import { statisticsIn } from '../../course/statistics.ts'
import { layered } from './cases.ts'

const base = join(import.meta.dirname, 'rules/base')

const settings = `
themes: [{id: gender, title: Gender lens, wanted: block}]
framework:
  id: keys
  title: Two keys
  item: Key
  items: [{id: k1, title: Close the valve}, {id: k2, title: Change the washer}]
stakeholders: [{id: plumbers, title: Plumbers}, {id: owners, title: Owners}]
cases: [{id: mill, title: The mill}, {id: school, title: The school}]
goals: {talk: 0.3, methods: 2, slide-words: 20, sentence-words: 9}
`

const moduleFile = `---
id: taps
title: Taps
summary: People repair a tap that drips.
covers: [k1]
objectives: [{id: m1, text: Repair a tap, level: apply}]
---
A tap drips. The valve is closed.
`

const block = `---
id: taps-washers
title: Why a tap drips
minutes: 60
objectives: [{id: o1, text: List the parts, level: remember}, {id: o2, text: Compare two washers, level: analyse}]
---
:::gender[Who repairs?]{#lens}
Ask who repairs the tap at home.
:::

:::case[A mill]{#case-mill covers=k1 tells=mill stakeholders=plumbers}
**Situation.** The mill had no valve in all these years of long work.
:::

:::slide[A drip]{#slide-drip}
Thirty litres
:::notes
Let it drip while you speak. :minutes[10]
:::
:::

:::discussion[Why?]{#why minutes=5}
Why?
:::

:::activity[Take it apart]{#take-apart minutes=30 method=group-work objectives="o1,taps.m1" stakeholders=plumbers}
1. Open the tap. :minutes[30]
:::

:::activity[Hear]{#hear minutes=5 method=plenary objectives=o1}
1. Hear. :minutes[5]
:::

:::quiz[Quiz]{#quiz}
:::question[Which part drips?]{#q objectives=o1}
- [x] The washer
:::
:::
`

const wrapUp = `---
id: taps-wrap-up
title: Close
objectives: [{id: o1, text: Draft a page, level: create}]
---
:::activity[Write the page]{#write-page minutes=10 method=group-work objectives=o1}
1. Write. :minutes[10]
:::
`

let course: Course
let found: Coverage
beforeAll(async () => {
  const sources = new Map(layered(base, base))
  sources.set('modules/course.yml', `${new TextDecoder().decode(sources.get('modules/course.yml') as Uint8Array)}${settings}`)
  sources.set('modules/01-taps/module.md', moduleFile)
  sources.set('modules/01-taps/1-washers.md', block)
  sources.set('modules/01-taps/wrap-up.md', wrapUp)
  course = (await readCourse(sources, { citations: 'unformatted' })).courses.get('en') as Course
  found = coverage(course)
})

describe('what covers what', () => {
  test('framework items: modules that cover them, their blocks, cases', () => {
    expect(found.framework).toEqual([
      { item: 'k1', modules: ['taps'], blocks: ['taps-washers'], cases: [{ piece: 'case-mill', part: 'taps-washers' }] },
      { item: 'k2', modules: [], blocks: [], cases: [] },
    ])
  })

  test('objectives: of blocks and wrap-ups', () => {
    expect(found.objectives).toEqual([
      { objective: 'taps-washers.o1', of: 'block', part: 'taps-washers', activities: ['take-apart', 'hear'], questions: ['q'] },
      { objective: 'taps-washers.o2', of: 'block', part: 'taps-washers', activities: [], questions: [] },
      { objective: 'taps-wrap-up.o1', of: 'wrap-up', part: 'taps-wrap-up', activities: ['write-page'], questions: [] },
    ])
  })

  test('themes, cases and stakeholder groups', () => {
    expect(found.themes).toEqual([
      { theme: 'gender', block: 'taps-washers', wanted: true, lenses: ['lens'] },
      { theme: 'gender', block: 'taps-wrap-up', wanted: false, lenses: [] },
    ])
    expect(found.cases.map(({ told }) => told.length)).toEqual([1, 0])
    expect(found.stakeholders).toEqual([
      { group: 'plumbers', cases: [{ piece: 'case-mill', part: 'taps-washers' }], activities: ['take-apart'] },
      { group: 'owners', cases: [], activities: [] },
    ])
  })

  test('what is missing', () => {
    expect(uncovered(found)).toEqual({
      framework: ['k2'],
      objectivesWithoutActivity: ['taps-washers.o2'],
      objectivesWithoutQuestion: ['taps-washers.o2'],
      themes: [],
      cases: ['school'],
      stakeholdersWithoutCase: ['owners'],
      stakeholdersWithoutActivity: ['owners'],
    })
  })

  test('is made once a course', () => expect(coverage(course)).toBe(found))
})

test('minutes: slides, discussions and the method plenary are talk, in full form', () => {
  expect(found.minutes).toMatchObject({ planned: 60, talk: 20, share: 1 / 3 })
  expect(found.minutes.forms.filter(({ minutes }) => minutes > 0)).toEqual([
    { form: 'input', minutes: 10 },
    { form: 'discussion', minutes: 5 },
    { form: 'talk', minutes: 5 },
    { form: 'groups', minutes: 40 },
  ])
  expect(found.minutes.methods).toEqual([
    { method: 'group-work', minutes: 40, activities: ['take-apart', 'write-page'] },
    { method: 'plenary', minutes: 5, activities: ['hear'] },
  ])
  expect(found.minutes.blocks).toEqual([
    { block: 'taps-washers', planned: 50, talk: 20 },
    { block: 'taps-wrap-up', planned: 10, talk: 0 },
  ])
})

test('counts, and how the text reads: notes and steps too, labels and slides not', () => {
  expect(found.counts).toEqual({ worksheets: 0, slides: 1, figures: 0, tables: 0, activities: 3, questions: 1 })
  // "A tap drips." "The valve is closed." "Ask who …" "The mill …" "Let it drip …" "Open the tap."
  expect(found.reading).toEqual({ sentences: 6, median: 5, long: 1, passive: 1 / 6 })
})

describe('sentences', () => {
  const parted = (value: string) =>
    sentencesOf(passagesOf([{ type: 'paragraph', children: [{ type: 'text', value }] }], 'a.md')[0] as never).map(({ text }) => text)

  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['He said: "Close it." Then he left.', ['He said:', '"Close it."', 'Then he left.']],
    [
      'Bring tools, e.g. Pliers, and see p. 4 of it. 3.5 litres drip.',
      ['Bring tools, e.g. Pliers, and see p. 4 of it.', '3.5 litres drip.'],
    ],
    ['Two things: a valve and a washer', ['Two things: a valve and a washer']],
    ['هل يقطر؟ نعم.', ['هل يقطر؟', 'نعم.']],
  ])('%s', (text, sentences) => expect(parted(text)).toEqual(sentences))
})

test.each([
  ['The valve is closed.', ['is closed']],
  ['It was not often seen, and isn’t known.', ['was not often seen', 'isn’t known']],
  ['They are skilled, and it is limited to a hundred.', []],
  ['She closed it and has worn it.', []],
])('passive verbs: %s', (text, verbs) => expect(passiveVerbs(text).map(({ start, end }) => text.slice(start, end))).toEqual(verbs))

test.each([
  ['About 10 per cent passed, 12–15 % in May.', ['10 per cent', '12–15 %']],
  ['It cost EUR 1.2 million, or 900,000 crowns.', ['EUR 1.2 million', '900,000 crowns']],
  ['They trained 4,900 young women; 2,000 placed.', ['4,900 young women', '2,000 placed']],
  ['Of 120 people, 9 students left.', ['120 people']],
  ['In 2019 people drank water in 30 minutes.', []],
  ['It began in 2019.', ['in 2019']],
  ['The ISO-9001 people sit at two tables of 12 people.', []],
  ['For 24 participants', []],
])('statistics: %s', (text, statistics) => expect(statisticsIn(text).map((one) => one.text)).toEqual(statistics))
