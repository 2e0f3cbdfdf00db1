/** New agendas from blocks: whatever is asked for, the order holds, no day grows too long, and every block is either held or named as left out. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { daySessions, NO_SESSIONS } from '../../course/agenda-sessions.ts'
import { nearestDay, workingDays } from '../../course/calendar.ts'
import type { Agenda, Block, Course } from '../../course/course.ts'
import { fillDays } from '../../course/fill-days.ts'
import { type AgendaPlan, type AgendaWish, agendaOf, earliestEnd, latestStart, planAgenda, shortest } from '../../course/plan-agenda.ts'
import { readCourse } from '../../course/read-course.ts'
import { minutesAt, type ScheduledDay, type ScheduledItem, schedule } from '../../course/schedule.ts'
import { readSources } from '../../scripts/read-sources.ts'

let course: Course
let french: Course
beforeAll(async () => {
  const { courses } = await readCourse(await readSources(join(import.meta.dirname, '..', '..')), { citations: 'unformatted' })
  course = courses.get('en') as Course
  french = courses.get('fr') as Course
})

const USUAL: AgendaWish = {
  modules: [],
  days: 3,
  date: '2027-03-01',
  start: '09:00',
  end: '17:00',
  lunch: 60,
  coffee: 15,
  session: 110,
  weekend: [0, 6],
  sessions: false,
  title: '',
}
const MODULES = [
  ['opening', 'planning', 'data', 'agreement'],
  ['costs'],
  ['opening', 'agreement'],
  ['stakeholders', 'data', 'development', 'social'],
]

/** Every combination that a day can hold something of. */
function* wishes(): Generator<AgendaWish> {
  for (const modules of [...MODULES, course.modules.map(({ id }) => id)])
    for (const days of [1, 2, 3, 5, 12])
      for (const [start, end] of [
        ['09:00', '17:00'],
        ['08:30', '12:30'],
        ['13:00', '16:15'],
        ['10:15', '14:40'],
        ['07:00', '21:00'],
        ['11:30', '15:00'],
        ['09:00', '09:35'],
      ] as const)
        for (const [lunch, coffee, session] of [
          [60, 15, 110],
          [90, 30, 90],
          [0, 10, 150],
          [45, 5, 32],
        ] as const)
          for (const sessions of [false, true]) yield { ...USUAL, modules, days, start, end, lunch, coffee, session, sessions }
}

interface Case {
  wish: AgendaWish
  plan: AgendaPlan
  agenda: Agenda
  days: ScheduledDay[]
  /** Blocks of the modules asked for, in the order of the course. */
  asked: Block[]
  /** Ids of those held. */
  held: string[]
}

function casesOf(all: Iterable<AgendaWish>): Case[] {
  return [...all].flatMap((wish) => {
    const plan = planAgenda(course, wish)
    if (!plan) return []
    const agenda = agendaOf(plan, course)
    const held = agenda.days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'block' ? [item.block] : [])))
    return [{ wish, plan, agenda, held, days: schedule(agenda, course), asked: blocksOf(wish) }]
  })
}

function blocksOf({ modules }: AgendaWish): Block[] {
  return course.modules.filter(({ id }) => modules.includes(id)).flatMap(({ blocks }) => blocks)
}

function wrapUpsOf(block: Block): string[] {
  const module = course.modules.find(({ blocks }) => blocks.includes(block))
  return (module?.blocks ?? []).filter(({ wrapUp }) => wrapUp).map(({ id }) => id)
}

/** Stretches of a day between its breaks. */
function sessionsOf({ items }: ScheduledDay): ScheduledItem[][] {
  const sessions: ScheduledItem[][] = [[]]
  for (const item of items) {
    if (item.item.kind === 'break') sessions.push([])
    else sessions.at(-1)?.push(item)
  }
  return sessions.filter((session) => session.length > 0)
}

const ids = (blocks: readonly Block[]): string[] => blocks.map(({ id }) => id)
const named = ({ wish }: Case): string => JSON.stringify(wish)

describe('whatever is asked for', () => {
  let cases: Case[]
  beforeAll(() => {
    cases = casesOf(wishes())
  })

  it('is planned in nearly all combinations', () => {
    expect(cases.filter(({ wish }) => !wish.sessions).length).toBeGreaterThan(600)
    expect(cases.filter(({ wish }) => wish.sessions).length).toBeGreaterThan(400)
    expect(cases.filter(({ plan }) => plan.leftOut.length > 0).length).toBeGreaterThan(100)
    expect(cases.filter(({ plan }) => plan.longForDay.length > 0).length).toBeGreaterThan(20)
    expect(cases.filter(({ plan }) => plan.shortened.length > 0).length).toBeGreaterThan(100)
  })

  it('holds every block once or names it as left out, in the order of the course', () => {
    for (const one of cases) {
      const out = new Set([...one.plan.leftOut, ...one.plan.longForDay].map(({ id }) => id))
      expect(one.held, named(one)).toEqual(ids(one.asked).filter((id) => !out.has(id)))
      expect(out.size, named(one)).toBe(one.plan.leftOut.length + one.plan.longForDay.length)
    }
  })

  it('keeps the order of the course for any modules', () => {
    const all = course.modules.map(({ id }) => id)
    for (let turn = 1; turn < 2 ** all.length; turn += 37) {
      const modules = all.filter((_, index) => turn & (1 << index)).toReversed()
      const [one] = casesOf([{ ...USUAL, modules, days: 4, sessions: turn % 2 === 0 }])
      const out = new Set([...(one?.plan.leftOut ?? []), ...(one?.plan.longForDay ?? [])].map(({ id }) => id))
      expect(one?.held, modules.join()).toEqual(ids(one?.asked ?? []).filter((id) => !out.has(id)))
    }
  })

  it('names every block in short form', () => {
    for (const one of cases) {
      const short = one.agenda.days.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'block' && item.use === 'short' ? [item.block] : [])),
      )
      expect(short.toSorted(), named(one)).toEqual(ids([...one.plan.shortened, ...one.plan.longForSession]).toSorted())
    }
  })

  it('keeps the clock: one thing after the other, from the start of the day to its end and never past it', () => {
    for (const one of cases) {
      expect(one.days.length, named(one)).toBeGreaterThan(0)
      expect(one.days.length, named(one)).toBeLessThanOrEqual(one.wish.days)
      for (const { items, over, finish } of one.days) {
        expect([over, finish <= minutesAt(one.wish.end)], named(one)).toEqual([0, true])
        expect(
          items.map(({ start }) => start),
          named(one),
        ).toEqual([minutesAt(one.wish.start), ...items.slice(0, -1).map(({ end }) => end)])
        expect(
          items.every(({ item, block }) => item.kind !== 'block' || block !== null),
          named(one),
        ).toBe(true)
      }
    }
  })

  it('gives a break in time, and none that nobody needs', () => {
    for (const one of cases) {
      for (const day of one.days) {
        for (const session of sessionsOf(day)) {
          // a session of the course no longer than a break is not counted, one longer than the longest stretch stands alone
          const counted = session.filter(({ item }) => item.kind !== 'session' || item.minutes > one.wish.coffee)
          const minutes = counted.reduce((sum, { start, end }) => sum + end - start, 0)
          if (counted.length > 1 || counted[0]?.block) expect(minutes, named(one)).toBeLessThanOrEqual(one.wish.session)
        }
        const kinds = day.items.map(({ title, item }) => (item.kind === 'break' ? title : 'block'))
        expect(kinds.at(-1), named(one)).toBe('block')
        expect(kinds[0], named(one)).not.toBe('Coffee')
        expect(kinds.join(), named(one)).not.toMatch(/Coffee,(Coffee|Lunch|Time)|Lunch,(Coffee|Lunch|Time)|Time in hand,(?!Lunch)/)
      }
    }
  })

  it('puts lunch between 12:00 and 13:30, once, on every day that goes on after it', () => {
    for (const one of cases) {
      for (const { items, start, finish } of one.days) {
        const lunches = items.filter(({ title }) => title === 'Lunch')
        const due = one.wish.lunch > 0 && start < minutesAt('12:00') && finish > minutesAt('13:30')
        if (due) expect(lunches.length, named(one)).toBe(1)
        for (const lunch of lunches) {
          expect(lunch.end - lunch.start, named(one)).toBe(one.wish.lunch)
          expect([lunch.start >= minutesAt('12:00'), lunch.end <= minutesAt('13:30')], named(one)).toEqual([true, true])
        }
        expect(lunches.length, named(one)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('leaves no wrap-up out while another block of its module is held, and never the block the course closes with', () => {
    for (const one of cases) {
      for (const { id, blocks } of course.modules) {
        if (!one.wish.modules.includes(id) || !blocks.some((block) => !block.wrapUp && one.held.includes(block.id))) continue
        const wrapUps = blocks.filter(({ wrapUp }) => wrapUp)
        // where nothing but the closing block fits, its wrap-up goes last of all
        if (one.held.length > 1)
          expect(
            wrapUps.every((block) => one.held.includes(block.id)),
            named(one),
          ).toBe(true)
      }
      for (const { blocks } of course.modules) {
        const inModule = blocks.filter(({ id }) => one.held.includes(id))
        expect(inModule.length === 0 || inModule.some(({ wrapUp }) => !wrapUp), named(one)).toBe(true)
      }
      const closing = one.asked.findLast(({ wrapUp }) => !wrapUp)
      expect(one.held, named(one)).toContain(closing?.id)
    }
  })

  it('leaves nothing out that would fit beside the rest, all in short form', () => {
    for (const { wish, plan, asked, held } of cases) {
      for (const left of plan.leftOut.filter(({ wrapUp }) => !wrapUp)) {
        const inside = new Set([...held, left.id, ...wrapUpsOf(left)])
        const runs = asked.filter(({ id }) => inside.has(id)).map((block) => [shortest(block)])
        const sessions = wish.sessions ? daySessions(course) : NO_SESSIONS
        const frame = { ...wish, start: minutesAt(wish.start), end: minutesAt(wish.end), sessions }
        expect(fillDays(runs, frame), `${left.id} ${JSON.stringify(wish)}`).toBeNull()
      }
    }
  })

  it('opens and closes every day with the sessions of the default agenda, once each, and ends with the wrap-up', () => {
    for (const one of cases.filter(({ wish }) => wish.sessions)) {
      for (const [index, { items }] of one.days.entries()) {
        const sessions = items.filter(({ item }) => item.kind === 'session').map(({ title }) => title)
        const opening = index === 0 ? ['Welcome by the host', 'Test before the course'] : ['Recap by participants']
        const last = index === one.days.length - 1
        const closing = last ? ['Test after the course', 'Evaluation of the course'] : ['Pulse of the day']
        expect(sessions, named(one)).toEqual([...opening, ...closing])
        const kinds = items.filter(({ item }) => item.kind !== 'break').map(({ item, block }) => (block?.wrapUp ? 'wrap-up' : item.kind))
        expect(kinds.slice(0, opening.length), named(one)).toEqual(opening.map(() => 'session'))
        expect(kinds.at(-1), named(one)).toBe(last && one.asked.findLast(({ id }) => one.held.includes(id))?.wrapUp ? 'wrap-up' : 'session')
        expect(kinds, named(one)).toContain('block')
      }
    }
  })

  it('has dates that are working days, one after the other', () => {
    for (const { wish, plan } of cases)
      expect(plan.days.map(({ date }) => date)).toEqual(workingDays(wish.date, plan.days.length, wish.weekend))
  })
})

describe('a plan', () => {
  const planned = (wish: Partial<AgendaWish>): Case => casesOf([{ ...USUAL, ...wish }])[0] as Case

  it('holds four modules in three days in full, but for a block longer than a session, and spreads them', () => {
    const modules = ['opening', 'planning', 'data', 'agreement']
    const { plan, days } = planned({ modules })
    expect([ids(plan.longForSession), plan.shortened, plan.leftOut, plan.longForDay]).toEqual([['agreement-negotiation'], [], [], []])
    const ends = days.map(({ finish }) => finish)
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(45)
    const long = planned({ modules, session: 150 })
    expect([long.plan.longForSession, long.plan.shortened]).toEqual([[], []])
  })

  it('is the same whatever the order of the modules', () => {
    const one = planAgenda(course, { ...USUAL, modules: ['agreement', 'data', 'opening'] })
    const other = planAgenda(course, { ...USUAL, modules: ['opening', 'agreement', 'data'] })
    expect(one?.days).toEqual(other?.days)
  })

  it('shortens the last blocks first where the days are a little too short, and leaves none out', () => {
    const { plan, asked } = planned({ modules: ['opening', 'planning', 'data'], days: 1, end: '17:30' })
    expect([plan.leftOut, plan.longForDay]).toEqual([[], []])
    expect(plan.shortened.length).toBeGreaterThan(0)
    const first = asked.findIndex((block) => plan.shortened.includes(block))
    expect(first).toBeGreaterThan(0)
  })

  it('leaves out where most is left: in one day every module keeps a block as long as it can', () => {
    const { plan, held } = planned({ modules: course.modules.map(({ id }) => id), days: 1 })
    const without = course.modules.filter(({ blocks }) => !blocks.some(({ id }) => held.includes(id)))
    expect(without.length).toBeLessThanOrEqual(1)
    expect(held).toContain('agreement-action')
    expect(ids(plan.leftOut)).toContain('agreement-negotiation')
  })

  it('never shortens or leaves out more when there is more time', () => {
    const modules = course.modules.map(({ id }) => id)
    const lost = [1, 2, 3, 4, 5, 6]
      .map((days) => planned({ modules, days }).plan)
      .map(({ leftOut, shortened }) => leftOut.length * 100 + shortened.length)
    expect(lost).toEqual(lost.toSorted((a, b) => b - a))
    expect(lost.at(-1)).toBe(0)
  })

  it('says when fewer days would do, and leaves out days that nothing is left for', () => {
    expect(planned({ modules: ['costs'], days: 2 }).plan.fewerDays).toBe(1)
    const { plan } = planned({ modules: ['costs'], days: 9 })
    expect(plan.days.length).toBeLessThan(9)
    expect(planned({ modules: course.modules.map(({ id }) => id), days: 5 }).plan.fewerDays).toBeNull()
  })

  it('tells blocks that no session is long enough for from those that there is no time for', () => {
    const { plan, held } = planned({ modules: ['opening', 'data', 'agreement'], session: 31, days: 5 })
    const data = course.modules.find(({ id }) => id === 'data')?.blocks ?? []
    expect(ids(plan.longForDay)).toEqual([...ids(data), 'agreement-negotiation'])
    expect([plan.leftOut, held.at(-1)]).toEqual([[], 'agreement-wrap-up'])
  })

  it('is an agenda in the words of each language', () => {
    const { plan } = planned({ modules: ['costs', 'data'], days: 1, date: '2027-05-01' })
    const inFrench = agendaOf(plan, french)
    expect([inFrench.title, inFrench.days[0]?.title]).toEqual(['1 jour, lundi 3 mai 2027', 'lundi 3 mai 2027'])
    expect(inFrench.days[0]?.items.flatMap((item) => (item.kind === 'break' ? [item.title] : []))).toContain('Déjeuner')
    expect(
      agendaOf(planAgenda(french, { ...USUAL, modules: ['data'], date: '2027-06-01', title: 'Cours' }) as AgendaPlan, french),
    ).toMatchObject({
      title: 'Cours',
      days: [{ title: 'mardi 1er juin 2027' }, {}, {}],
    })
  })

  it('takes the sessions of the course in the words of each language, with the annex that describes them', () => {
    const { plan } = planned({ modules: ['costs'], days: 1, sessions: true })
    const sessions = agendaOf(plan, french).days[0]?.items.flatMap((item) => (item.kind === 'session' ? [[item.title, item.annex]] : []))
    expect(sessions?.[1]).toEqual(['Test avant la formation', 'annex-evaluation'])
  })

  it('has an id that no agenda of the course has', () => {
    const { plan, agenda } = planned({ modules: ['costs'] })
    expect(agenda.id).toBe('agenda-2027-03-01')
    expect(agendaOf(plan, { ...course, agendas: [agenda] }).id).toBe('agenda-2027-03-01-2')
  })

  it('is none where the closing block does not fit, and the nearest hours are those at which it does', () => {
    const wish = { ...USUAL, modules: ['agreement'], end: '09:20' }
    expect(planAgenda(course, wish)).toBeNull()
    expect([earliestEnd(course, wish), latestStart(course, wish)]).toEqual(['09:30', '08:50'])
    expect(planAgenda(course, { ...wish, end: '09:29' })).toBeNull()
    expect(planAgenda(course, { ...wish, end: '09:30' })).not.toBeNull()
    expect(planAgenda(course, { ...wish, start: '08:50' })).not.toBeNull()
    expect(planAgenda(course, { ...USUAL, modules: ['agreement'], session: 29 })).toBeNull()
  })
})

describe('the calendar', () => {
  it('skips the weekend there is', () => {
    expect(workingDays('2027-03-04', 3, [5, 6])).toEqual(['2027-03-04', '2027-03-07', '2027-03-08'])
    expect(workingDays('2027-03-05', 3, [])).toEqual(['2027-03-05', '2027-03-06', '2027-03-07'])
  })

  it('skips weekends, over the ends of months and years', () => {
    expect(workingDays('2027-03-05', 2, [0, 6])).toEqual(['2027-03-05', '2027-03-08'])
    expect(workingDays('2027-03-06', 1, [0, 6])).toEqual(['2027-03-08'])
    expect(workingDays('2027-12-30', 3, [0, 6])).toEqual(['2027-12-30', '2027-12-31', '2028-01-03'])
    expect(workingDays('2028-02-28', 3, [0, 6])).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  })

  it('knows the day that was meant', () => {
    expect([nearestDay(2027, 2, 30), nearestDay(2028, 2, 30), nearestDay(2027, 13, 1), nearestDay(2027, 4, 0)]).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2027-12-01',
      '2027-04-01',
    ])
  })
})
