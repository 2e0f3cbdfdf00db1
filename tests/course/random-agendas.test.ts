/** Agendas of every make: the clock never stands still or runs twice, and a day too long is a finding that says what would save it. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Agenda, Course } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { agendaFitsDay } from '../../course/rules/agenda-fits-day.ts'
import { minutesAt, type ScheduledDay, schedule } from '../../course/schedule.ts'
import { clockDays } from '../../manual/clock-times.ts'
import { layered } from './cases.ts'

const base = join(import.meta.dirname, 'rules/base')
const MOST = 60

/** Whole numbers from 0 up to below a limit, the same every time. */
type Draw = (limit: number) => number

function draws(seed: number): Draw {
  let state = seed * 7919 + 1
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const CUTS = ['', ' cut=first', ' cut=last', ' cut=never']

function blockText(id: string, draw: Draw): string {
  const parts = Array.from({ length: draw(5) }, (_, index) => {
    const minutes = 1 + draw(30)
    if (draw(3) === 0)
      return `:::slide[${id} ${index}]{#${id}-s${index}}\nText.\n:::notes\nSay it. :minutes[${minutes}]${draw(2) ? '{cut=first}' : ''}\n:::\n:::\n`
    const more = draw(2) ? `2. Draw it. :minutes[${minutes}]{cut=first}\n` : ''
    return `:::activity[${id} ${index}]{#${id}-a${index} minutes=${more ? 2 * minutes : minutes} method=plenary${CUTS[draw(4)]}}\n1. Do it. :minutes[${minutes}]\n${more}:::\n`
  })
  const full = 5 + draw(80)
  return `---\nid: ${id}\ntitle: Block ${id}\nminutes: {full: ${full}, short: ${1 + draw(full)}}\n---\n${parts.join('\n')}`
}

function itemText(draw: Draw, blocks: string[]): string {
  const kind = blocks.length === 0 ? draw(2) : draw(6)
  if (kind === 0) return `{break: Tea, minutes: ${5 + draw(30)}}`
  if (kind === 1) return `{session: Test, minutes: ${5 + draw(30)}}`
  return `{block: ${blocks.shift()}${draw(3) === 0 ? ', use: short' : ''}}`
}

async function randomCourse(seed: number): Promise<Course> {
  const draw = draws(seed)
  const sources = new Map(layered(base, base))
  const blocks = Array.from({ length: 5 }, (_, index) => `b${index}`)
  for (const [index, id] of blocks.entries()) sources.set(`modules/01-taps/${index + 1}-${id}.md`, blockText(id, draw))
  const settings = new TextDecoder().decode(sources.get('modules/course.yml') as Uint8Array)
  const items = Array.from({ length: 1 + draw(6) }, () => `          - ${itemText(draw, blocks)}\n`).join('')
  const end = `${10 + draw(5)}:${draw(2) ? '00' : '30'}`
  sources.set('modules/course.yml', settings.replace(/end: .*/, `end: "${end}"`).replace(/items:\n[\s\S]*/, `items:\n${items}`))
  const course = (await readCourse(sources, { citations: 'unformatted' })).courses.get('en')
  if (!course?.agendas[0]) throw new Error('Unexpected course without an agenda')
  return course
}

const courses = await Promise.all(Array.from({ length: MOST }, (_, seed) => randomCourse(seed)))
const agendaOf = (course: Course): Agenda => course.agendas[0] as Agenda
const dayOf = (course: Course, agenda = agendaOf(course)): ScheduledDay => schedule(agenda, course)[0] as ScheduledDay

/** The agenda with the blocks that a day's cuts shorten in their short form. */
function shortened(course: Course): Agenda {
  const short = new Set(dayOf(course).cuts.flatMap((cut) => (cut.kind === 'short' ? [cut.block.id] : [])))
  const agenda = agendaOf(course)
  return {
    ...agenda,
    days: agenda.days.map((day) => ({
      ...day,
      items: day.items.map((item) => (item.kind === 'block' && short.has(item.block) ? { ...item, use: 'short' as const } : item)),
    })),
  }
}

describe(`${MOST} agendas`, () => {
  it('are of every kind: some fit, some can be saved, some cannot', () => {
    const kinds = courses.map((course) => {
      const { over, cuts } = dayOf(course)
      const saved = cuts.reduce((sum, { minutes }) => sum + minutes, 0)
      return over === 0 ? 'fits' : saved >= over ? 'can be saved' : 'cannot'
    })
    expect(new Set(kinds).size).toBe(3)
  })

  it('keep the clock from line to line, on the sheet too', () => {
    for (const course of courses) {
      const { items, finish, start } = dayOf(course)
      for (const [index, item] of items.entries()) expect(item.start).toBe(items[index - 1]?.end ?? start)
      const [day] = clockDays(agendaOf(course), course)
      let [now, inBlock] = [start, start]
      for (const { start: begins, minutes, what } of day?.lines ?? []) {
        if (what.kind === 'stretch' || what.kind === 'reserve') {
          expect(begins).toBe(inBlock)
          inBlock += minutes
        } else {
          expect([begins, inBlock]).toEqual([now, now])
          now += minutes
          if (what.kind !== 'block') inBlock = now
        }
      }
      expect([now, inBlock]).toEqual([finish, finish])
      expect(finish > minutesAt(agendaOf(course).days[0]?.end ?? '')).toBe((day?.slack ?? 0) < 0)
    }
  })

  it('past their end are a finding, which names cuts that suffice or says that they do not', () => {
    for (const course of courses) {
      const { over, cuts } = dayOf(course)
      const notes = agendaFitsDay.check({ course } as Parameters<typeof agendaFitsDay.check>[0]).map(({ note }) => note ?? '')
      expect(notes).toHaveLength(over > 0 ? 1 : 0)
      if (over === 0) continue
      const saved = cuts.reduce((sum, { minutes }) => sum + minutes, 0)
      for (const cut of cuts) expect(notes[0]).toContain(`${cut.kind === 'short' ? cut.block.id : cut.activity.id} (${cut.minutes})`)
      expect(notes[0]?.startsWith(`${over} minutes too many`)).toBe(true)
      expect(/saves only|nothing that may be cut/.test(notes[0] ?? '')).toBe(saved < over)
      // no cut more than it takes
      expect(saved - (cuts.at(-1)?.minutes ?? 0) < over).toBe(true)
    }
  })

  it('gain from short forms just what is said', () => {
    for (const course of courses) {
      const { cuts, finish } = dayOf(course)
      const said = cuts.reduce((sum, cut) => sum + (cut.kind === 'short' ? cut.minutes : 0), 0)
      expect(finish - dayOf(course, shortened(course)).finish).toBe(said)
    }
  })
})
