/** Agendas: run sheets in short form and online, sessions of their own, what is left out, and all of them at a glance. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Agenda, Course, Edition } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { courseMinutes, schedule, workingMinutes } from '../../course/schedule.ts'
import { toHtml } from '../../course/to-html.ts'
import { agendaTables } from '../../manual/agenda-tables.ts'
import { clockDays } from '../../manual/clock-times.ts'
import { outline } from '../../manual/guideline-lists.ts'
import { bibliographyBody } from '../../manual/list-pages.ts'
import { pieceToHast, slidesToHast } from '../../manual/pieces.ts'
import type { ManualRendering } from '../../manual/rendering.ts'
import { runSheet } from '../../manual/run-sheet.ts'
import { readDeckOptions } from '../../scripts/read-deck-options.ts'
import { deck } from '../../slides/deck.ts'

const courseFile = `
id: garden
title: Garden
version: "1.0.0"
languages: [en, fr]
abbreviations: {Bureau of Soil (BoS): BoS}
framework: {id: laws, title: Laws of the garden, item: Law, items: [{id: l1, title: Dig}, {id: l2, title: Sow}]}
agendas:
  - id: short
    title: Short day
    summary: For those in a hurry.
    days:
      - title: Digging
        start: "09:00"
        end: "10:30"
        items: [{session: Registration, minutes: 20, annex: annex-lists}, {block: beds-dig, use: short}, {break: Tea, minutes: 15}]
  - id: whole
    title: Whole day
    default: true
    days: [{title: All, start: "09:00", end: "12:00", items: [{block: beds-dig}, {block: seeds-sow}, {block: seeds-wrap-up}]}]
  - id: screen
    title: On screen
    days: [{title: Dig at home, start: "09:00", end: "10:30", online: true, items: [{block: beds-dig}]}]
`
const overview = (id: string, covers: string): string => `---
id: ${id}
title: The ${id}
summary: Something grows.
covers: [${covers}]
objectives: [{id: m1, text: Name the ${id}, level: remember}]
---
Text [@bos-2020].
`
const digFile = `---
id: beds-dig
title: Dig
minutes: {full: 60, short: 30}
objectives: [{id: o1, text: Dig a bed, level: apply}]
---
:::slide[Spades]
- Spade
:::notes
Say it. :minutes[5]
:::
:::

:::slide[Soil]
- Soil
:::notes
Say more. :minutes[3]{cut=first}
:::
:::

:::activity[Dig it]{#dig minutes=40 method=group-work}
1. Mark the bed. :minutes[8]
2. Draw it. :minutes[6]{cut=first}
3. Dig. :minutes[12]
4. Look. :minutes[5]{cut=first}
5. Wait. :minutes[9]{cut=first}

:::online{method=plenary minutes=30}
Dig at home.
:::
:::
`
const sowFile = `---
id: seeds-sow
title: Sow
minutes: 45
objectives: [{id: o1, text: Sow a row, level: apply}]
---
Text.
`

let course: Course
let rendering: ManualRendering
const agendaOf = (id: string): Agenda => course.agendas.find((agenda) => agenda.id === id) as Agenda
const sheetOf = (id: string): string => textOf(agendaOf(id))
const textOf = (agenda: Agenda): string => {
  const html = runSheet(course, agenda, { fontFaces: () => '', pages: new Map([['annex-lists', 12]]) })
  return plain(html.slice(html.indexOf('<body')))
}
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

beforeAll(async () => {
  const { courses, findings } = await readCourse(
    new Map([
      ['modules/course.yml', courseFile],
      [
        'modules/references.json',
        '[{"id": "bos-2020", "type": "report", "title": "Soil", "author": [{"literal": "Bureau of Soil (BoS)"}], "issued": {"date-parts": [[2020]]}}]',
      ],
      ['modules/01-beds/module.md', overview('beds', 'l1')],
      ['modules/01-beds/1-dig.md', digFile],
      ['modules/02-seeds/module.md', overview('seeds', 'l2')],
      ['modules/02-seeds/1-sow.md', sowFile],
      ['modules/02-seeds/wrap-up.md', sowFile.replace('seeds-sow', 'seeds-wrap-up').replace('45', '15')],
      ['modules/annexes/module.md', '---\nid: annexes\ntitle: Annexes\nsummary: Lists.\n---\n'],
      ['modules/annexes/1-lists.md', '---\nid: annex-lists\ntitle: Lists\n---\nText.\n'],
    ]),
  )
  expect(findings.map(String)).toEqual([])
  course = courses.get('en') as Course
  rendering = {
    course,
    edition: 'facilitator',
    medium: 'print',
    drawings: new Map(),
    href: ({ id }) => `#${id}`,
    piece: pieceToHast,
    headingShift: 0,
  }
})

describe('a run sheet', () => {
  it('in short form has the true times and says in one line what is left out', () => {
    const [day] = clockDays(agendaOf('short'), course)
    const stretches = day?.lines.flatMap(({ start, minutes, what }) => (what.kind === 'stretch' ? [[start, minutes]] : []))
    expect(stretches).toEqual([
      [560, 5],
      [565, 20],
    ])
    const text = sheetOf('short')
    expect(text).toContain('Left out in the short form: slide “Soil”; steps 2, 4 and 5 of Activity 1.1.')
    expect(text).not.toContain('Soil ·')
  })

  it('says beside each break what should be finished by now and what to cut after it, and at the foot what goes with that', () => {
    expect(sheetOf('short')).toContain('Tea 15 Finished by now: 1.1 Dig. Nothing that may be cut is left after this.')
    const whole = agendaOf('whole')
    const [day] = whole.days
    const [dig, sow] = day?.items ?? []
    const tea = { kind: 'break' as const, title: 'Tea', minutes: 15, place: whole.place }
    if (!day || !dig || !sow) throw new Error('Unexpected agenda without blocks')
    const text = textOf({ ...whole, days: [{ ...day, items: [sow, tea, dig] }] })
    expect(text).toContain(
      'Tea 15 Finished by now: 2.1 Sow. If late, cut in this order (minutes gained): 1.1 Dig, short form +30 · Activity 1.1 Dig it +50.',
    )
    expect(text).toMatch(/1\.1 Dig, short form : slide “Soil”; steps 2, 4 and 5 of Activity 1\.1 \+30 min Activity 1\.1 Dig it \+50 min/)
    expect(text).toMatch(/Activity 1\.1 Dig it .* 40 .*steps 2, 4, 5 \+20 min/)
  })

  it('has sessions of its own with the annex that describes them', () => {
    expect(sheetOf('short')).toMatch(/09:00 Registration 20 see Annex A, p\. 12/)
  })

  it('counts online minutes, and its day is a session', () => {
    const text = sheetOf('screen')
    expect(text).toContain('Session 1 Dig at home')
    expect(clockDays(agendaOf('screen'), course)[0]?.lines.map(({ minutes }) => minutes)).toEqual([50, 8, 30, 12])
  })

  it('ends with what the agenda leaves out of the course', () => {
    const text = sheetOf('short')
    const end = text.slice(text.indexOf('What this agenda leaves out'))
    for (const words of [
      'For those in a hurry.',
      '50 min without breaks in 1 day, 30 min of it in blocks.',
      'Module 2 The seeds',
      'Sow a row',
      'Name the seeds',
      'Law 2',
    ]) {
      expect(end).toContain(words)
    }
    expect(end).not.toContain('Dig a bed')
    expect(sheetOf('whole')).toContain('This agenda holds every block of the course.')
  })
})

describe('agendas at a glance', () => {
  it('list the default first, by clock time, in full or short form', () => {
    expect(course.agendas.map(({ id }) => id)).toEqual(['whole', 'short', 'screen'])
    const text = plain(toHtml(agendaTables(rendering)))
    expect(text).toContain(
      'Day 1 Digging 50 min without breaks 09:00–09:20 Registration ( Annex A ) 09:20–09:50 1.1 Dig short 09:50–10:05 Tea',
    )
    expect(text).toContain('Leaves out: module 2; 3 learning objectives. Not covered: Law 2.')
    expect(text).toContain('Session 1 Dig at home 50 min without breaks 09:00–09:50 1.1 Dig full')
  })

  it('the full agenda has the minutes that the outline prints', () => {
    const printed = [...plain(toHtml(outline(course, new Map()))).matchAll(/(\d+) \/ \d+/g)].map(([, full]) => Number(full))
    expect(printed.reduce((sum, minutes) => sum + minutes, 0)).toBe(courseMinutes(course))
    expect(schedule(agendaOf('whole'), course).map((day) => workingMinutes(day).inBlocks)).toEqual([courseMinutes(course)])
  })
})

describe('what the short form leaves out', () => {
  const mark = 'In the short form: leave out'

  it('is marked beside steps and slides, for facilitators only', () => {
    const block = course.modules[0]?.blocks[0]
    if (!block) throw new Error('Unexpected course, expected a block')
    const written = (edition: Edition) =>
      plain(
        toHtml([
          ...block.activities.flatMap((piece) => pieceToHast(piece, { ...rendering, edition })),
          ...slidesToHast(block.slides, { ...rendering, edition }),
        ]),
      )
    expect(written('facilitator').split(mark)).toHaveLength(5)
    expect(written('facilitator')).toContain(`Draw it. ${mark} 6 min`)
    expect(written('participant')).not.toContain(mark)
  })

  it('stands in the notes of the deck', async () => {
    const [module] = course.modules
    if (!module) throw new Error('Unexpected course, expected a module')
    const deckFor = async (edition: Edition) => plain(deck(course, module, edition, await readDeckOptions(edition, 'en', new Map())))
    expect(await deckFor('facilitator')).toContain(`${mark} Say more.`)
    expect(await deckFor('facilitator')).toContain(`${mark} steps 2, 4, 5`)
    expect(await deckFor('participant')).not.toContain(mark)
  })
})

it('works cited begin with the short names of institutions', () => {
  expect(plain(toHtml(bibliographyBody(rendering)))).toBe('Short names used here for institutions: BoS Bureau of Soil. BoS (2020). Soil .')
})
