/** Minutes: agendas on the clock, and the same course cut into online sessions. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Agenda, Course } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { clockTime, minutesAt } from '../../course/schedule.ts'
import { clockDays } from '../../manual/clock-times.ts'
import { onlineSessions, stretches } from '../../manual/online-sessions.ts'

const courseFile = `
id: garden
title: Garden
version: "1.0.0"
languages: [en]
online: {session: 70, ladder: []}
agendas:
  - id: day
    title: One day
    days:
      - {title: Day, start: "09:00", end: "11:30", items: [{block: beds-dig}, {break: Tea, minutes: 15}, {block: beds-sow, use: short}]}
`

const moduleFile = `---
id: beds
title: Beds
summary: Two beds are dug.
objectives: []
---
Beds.
`

const digFile = `---
id: beds-dig
title: Dig
minutes: {full: 60, short: 40}
objectives: []
---
Text before.

:::slide[Spades]
- Spade
:::notes
Say it. :minutes[5]
:::
:::

:::slide[Soil]
- Soil
:::notes
Say more. :minutes[3]
:::
:::

:::slide[No time planned]
- Nothing
:::

:::activity[Dig it]{#dig minutes=25 method=group-work cut=never}
1. Dig. :minutes[25]

:::online{method=plenary minutes=20}
Dig at home.
:::
:::

:::discussion[Why dig]{#why minutes=10}
- Why?
:::

:::discussion[No minutes]{#idle}
- Hm?
:::
`

const sowFile = `---
id: beds-sow
title: Sow
minutes: {full: 150, short: 60}
objectives: []
---
:::activity[Sow rows]{#rows minutes=40 method=group-work cut=last}
1. Sow. :minutes[40]
:::

:::activity[Sow more]{#more minutes=30 method=group-work cut=first}
1. Sow. :minutes[30]
:::

:::activity[Water all day]{#water minutes=110 method=group-work}
1. Water. :minutes[110]
:::

:::activity[Sing]{#sing minutes=10 method=group-work cut=first}
1. Sing. :minutes[10]
:::
`

let course: Course
let agenda: Agenda

beforeAll(async () => {
  const { courses, findings } = await readCourse(
    new Map([
      ['modules/course.yml', courseFile],
      ['modules/01-beds/module.md', moduleFile],
      ['modules/01-beds/1-dig.md', digFile],
      ['modules/01-beds/2-sow.md', sowFile],
    ]),
  )
  expect(findings.map(String)).toEqual([])
  course = courses.get('en') as Course
  agenda = course.agendas[0] as Agenda
})

it('reads and writes clock times', () => {
  expect(minutesAt('09:05')).toBe(545)
  expect([545, 0, 1439, 1445].map(clockTime)).toEqual(['09:05', '00:00', '23:59', '00:05'])
})

it('sees what takes time in a block, slides in runs, nothing without planned minutes', () => {
  const [dig] = course.modules[0]?.blocks ?? []
  const seen = (setting: 'room' | 'online') =>
    (dig ? stretches(dig, setting) : []).map(({ kind, minutes, slides }) => [kind, minutes, slides.length])
  expect(seen('room')).toEqual([
    ['slides', 8, 2],
    ['activity', 25, 0],
    ['discussion', 10, 0],
  ])
  expect(seen('online')[1]).toEqual(['activity', 20, 0])
})

describe('agenda on the clock', () => {
  const lines = () =>
    clockDays(agenda, course).flatMap(({ lines: all }) =>
      all.map(({ start, minutes, what }) => [
        clockTime(start),
        minutes,
        what.kind === 'block' ? what.block.id : what.kind === 'stretch' ? (what.stretch.activity?.id ?? what.stretch.kind) : what.kind,
      ]),
    )

  it('gives every stretch its time, what is left of a block as reserve', () => {
    expect(lines().slice(0, 6)).toEqual([
      ['09:00', 60, 'beds-dig'],
      ['09:00', 8, 'slides'],
      ['09:08', 25, 'dig'],
      ['09:33', 10, 'discussion'],
      ['09:43', 17, 'reserve'],
      ['10:00', 15, 'break'],
    ])
  })

  it('leaves out in the short form what is cut first, the last one first; a block takes what its parts need, and a day too long says so', () => {
    expect(lines().slice(6)).toEqual([
      ['10:15', 150, 'beds-sow'],
      ['10:15', 40, 'rows'],
      ['10:55', 110, 'water'],
    ])
    const [day] = clockDays(agenda, course)
    expect(day).toMatchObject({ end: minutesAt('12:45'), slack: -75 })
    const block = day?.lines.find(({ what }) => what.kind === 'block' && what.block.id === 'beds-sow')
    expect(block?.what.kind === 'block' && block.what.plan.leftOut.map(({ id }) => id)).toEqual(['more', 'sing'])
  })

  it('cuts by short forms first, then what is marked first, then what is not marked, then last; never what is never cut', () => {
    const [day] = clockDays(agenda, course)
    expect(day?.cuts.map((cut) => [cut.kind === 'activity' ? cut.activity.id : cut.block.id, cut.minutes])).toEqual([
      // its reserve
      ['beds-dig', 17],
      ['water', 110],
      ['rows', 40],
    ])
  })

  it('says at a break what should be finished, and what can go from the rest of the day', () => {
    const [day] = clockDays(agenda, course)
    const [tea] = day?.lines.flatMap(({ what }) => (what.kind === 'break' ? [what.checkpoint] : [])) ?? []
    expect(tea?.finished?.block?.id).toBe('beds-dig')
    expect(tea?.cuts.map(({ minutes }) => minutes)).toEqual([110, 40])
  })
})

describe('online sessions', () => {
  it('hold no more than a session, with opening, break and closing; too long a stretch is split', () => {
    const sessions = onlineSessions(course)
    expect(sessions.every(({ minutes }) => minutes <= course.online.session)).toBe(true)
    expect(sessions.map(({ number }) => number)).toEqual(sessions.map((_, index) => index + 1))
    for (const { items } of sessions) expect([items[0]?.kind, items.at(-1)?.kind]).toEqual(['opening', 'closing'])
    const water = sessions.flatMap(({ items }) => items.flatMap((item) => ('split' in item && item.split ? [item] : [])))
    expect(water.map(({ minutes, split }) => [minutes, split])).toEqual([
      [37, { part: 1, parts: 3 }],
      [37, { part: 2, parts: 3 }],
      [36, { part: 3, parts: 3 }],
    ])
  })

  it('lose no minute of work', () => {
    const work = onlineSessions(course).flatMap(({ items }) =>
      items.filter(({ kind }) => ['slides', 'activity', 'discussion'].includes(kind)),
    )
    const planned = (course.modules[0]?.blocks ?? []).flatMap((block) => stretches(block, 'online'))
    const sum = (all: { minutes: number }[]) => all.reduce((total, { minutes }) => total + minutes, 0)
    expect(sum(work)).toBe(sum(planned))
  })
})
