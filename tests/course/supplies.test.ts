/** What an agenda needs for a number of people: copies by group and by person, in the agenda's own form of each block. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Agenda, Course } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { supplies } from '../../course/supplies.ts'

const courseFile = `
id: garden
title: Garden
version: "1.0.0"
languages: [en]
agendas:
  - id: days
    title: Two days
    default: true
    days:
      - {title: Digging, start: "09:00", end: "11:00", items: [{session: Test, minutes: 20, annex: annex-forms}, {block: beds-dig}]}
      - {title: Sowing, start: "09:00", end: "11:00", items: [{block: beds-sow}, {session: Test again, minutes: 20, annex: annex-forms}, {session: Talk, minutes: 5, annex: annex-empty}]}
  - id: short
    title: In short
    days: [{title: Dig, start: "09:00", end: "11:00", items: [{block: beds-dig, use: short}]}]
`
const module = `---
id: beds
title: Beds
summary: Something grows.
---
Text.
`
const activity = (id: string, attributes: string, materials = ''): string => `
:::activity[${id}]{#${id} minutes=20 method=group-work ${attributes}}
1. Do it. :minutes[20]
${materials}
:::
`
const sheet = (id: string, attributes = ''): string => `
:::worksheet[${id}]{#${id} ${attributes}}
::lines[What?]{#what rows=1}
:::
`
const materials = `
:::materials
- 20 cards a group
:::
`
const dig = `---
id: beds-dig
title: Dig
minutes: {full: 60, short: 20}
---
${activity('dig', 'size=5 worksheet="w-person, w-group"', materials)}
${activity('look', 'size=3 worksheet=w-cut cut=first', materials)}
${activity('stroll', 'worksheet=w-whole')}
${sheet('w-person')}
${sheet('w-group', 'group=yes')}
${sheet('w-cut', 'group=yes')}
${sheet('w-whole', 'group=yes')}
`
const sow = `---
id: beds-sow
title: Sow
minutes: {full: 60, short: 60}
---
${activity('sow', 'size=2 worksheet=w-group')}
${sheet('w-role', 'audience=facilitator')}
`
const annexes = '---\nid: annexes\ntitle: Annexes\nsummary: Forms.\n---\nText.\n'
const forms = `---\nid: annex-forms\ntitle: Forms\naudience: all\n---\n${sheet('w-test')}${sheet('w-guide', 'audience=facilitator')}`
const empty = '---\nid: annex-empty\ntitle: Nothing\naudience: all\n---\nText.\n'

let course: Course

beforeAll(async () => {
  course = await courseOf(dig)
})

async function courseOf(digging: string): Promise<Course> {
  const { courses, findings } = await readCourse(
    new Map([
      ['modules/course.yml', courseFile],
      ['modules/01-beds/module.md', module],
      ['modules/01-beds/1-dig.md', digging],
      ['modules/01-beds/2-sow.md', sow],
      ['modules/annexes/module.md', annexes],
      ['modules/annexes/1-forms.md', forms],
      ['modules/annexes/2-empty.md', empty],
    ]),
  )
  const [first] = courses.values()
  if (!first) throw new Error(findings.map(String).join('\n'))
  return first
}

const CROWD = { people: 24, delegations: 5 }

const sheetsOf = (agenda: string, people: number) =>
  supplies(course.agendas.find(({ id }) => id === agenda) as Agenda, course, { people, delegations: null }).days.map(({ sheets }) =>
    sheets.map(({ worksheet, form, copies, activities }) => [worksheet.id, form, copies, activities.map(({ id }) => id).join(' ')]),
  )

describe('supplies', () => {
  it('are one sheet a person or one a group, counted once in the agenda, for the activity that needs most', () => {
    expect(sheetsOf('days', 24)).toEqual([
      [
        ['w-person', 'person', 24, 'dig'],
        ['w-group', 'group', 12, 'dig sow'],
        ['w-cut', 'group', 8, 'look'],
        ['w-whole', 'group', 1, 'stroll'],
      ],
      [['w-role', 'group', 12, '']],
    ])
    expect(supplies(course.agendas[0] as Agenda, course, CROWD).copies).toBe(24 + 12 + 8 + 1 + 12)
  })

  it('follow the number of people', () => {
    expect(sheetsOf('days', 11)[0]?.map(([id, , copies]) => [id, copies])).toEqual([
      ['w-person', 11],
      ['w-group', 5],
      ['w-cut', 4],
      ['w-whole', 1],
    ])
  })

  it('leave out what the short form of a block leaves out', () => {
    expect(sheetsOf('short', 24)).toEqual([
      [
        ['w-person', 'person', 24, 'dig'],
        ['w-group', 'group', 5, 'dig'],
        ['w-whole', 'group', 1, 'stroll'],
      ],
    ])
  })

  it('name the activities with materials and their groups', () => {
    const { days } = supplies(course.agendas[0] as Agenda, course, CROWD)
    expect(days.map(({ activities }) => activities.map(({ activity, groups }) => [activity.id, groups]))).toEqual([
      [
        ['dig', 5],
        ['look', 8],
      ],
      [],
    ])
  })

  it('count the materials that have a number, and copies as an activity asks for them', async () => {
    const asking = `
:::materials
- 20 cards and three markers a group
- two copies of [](#w-person) a group
- a bell, and one badge a delegation
- a map
:::
`
    const counted = await courseOf(dig.replace(materials, asking))
    const [{ sheets, activities } = { sheets: [], activities: [] }] = supplies(counted.agendas[0] as Agenda, counted, CROWD).days
    expect(activities[0]?.lines.map(({ counts }) => counts)).toEqual([[100, 15], [5], []])
    expect(sheets.find(({ worksheet }) => worksheet.id === 'w-person')).toMatchObject({ form: null, copies: 10 })
    const alone = supplies(counted.agendas[0] as Agenda, counted, { people: 1, delegations: null }).days[0]
    expect(alone?.activities[0]?.lines.map(({ counts }) => counts)).toEqual([[20, 3], [], []])
  })

  it('name the forms of annexes that sessions lead to, less those for facilitators', () => {
    const { annexes } = supplies(course.agendas[0] as Agenda, course, CROWD)
    expect(annexes.map(({ annex, sessions, worksheets }) => [annex.id, sessions, worksheets.map(({ id }) => id)])).toEqual([
      ['annex-forms', ['Test', 'Test again'], ['w-test']],
    ])
  })
})
