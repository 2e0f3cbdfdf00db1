import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCourse } from '../../course/read-course.ts'
import { clockTime, courseMinutes, type DayCut, leftOutOf, minutesAt, planBlock, schedule, workingMinutes } from '../../course/schedule.ts'
import { layered } from './cases.ts'

const base = join(import.meta.dirname, 'rules/base')
const activity = (id: string, minutes: number, cut = ''): string =>
  `:::activity[${id}]{#${id} minutes=${minutes} method=plenary ${cut}}\n1. Do it. :minutes[${minutes}]\n:::\n\n`
const slide = (id: string, minutes: number): string =>
  `:::slide[${id}]{#${id}}\nText.\n:::notes\nSay it. :minutes[${minutes}]\n:::\n:::\n\n`

const namesOf = (cuts: readonly DayCut[]): string[] =>
  cuts.map((cut) => (cut.kind === 'short' ? `${cut.block.id} short ${cut.minutes}` : `${cut.activity.id} ${cut.minutes}`))

async function courseOf(minutes: string, text: string, items: string, end = '12:00') {
  const sources = new Map(layered(base, base))
  const settings = new TextDecoder().decode(sources.get('modules/course.yml') as Uint8Array)
  sources.set('modules/course.yml', settings.replace(/end: .*/, `end: "${end}"`).replace(/items:\n[\s\S]*/, `items:\n${items}`))
  sources.set('modules/01-taps/1-washers.md', `---\nid: taps-washers\ntitle: Why a tap drips\nminutes: ${minutes}\n---\n${text}`)
  const course = (await readCourse(sources, { citations: 'unformatted' })).courses.get('en')
  if (!course?.agendas[0] || !course.modules[0]?.blocks[0]) throw new Error('Unexpected course, expected an agenda and a block')
  return { course, agenda: course.agendas[0], block: course.modules[0].blocks[0] }
}

test('what fills a block: slides, activities and discussions, also inside a theme; not what stands inside an activity', async () => {
  const text = `${slide('one', 3)}:::facilitator\n${slide('two', 4)}:::\n\n:::activity[a]{#a minutes=10 method=plenary}\n1. Do it. :minutes[10]\n\n:::discussion[Why?]{minutes=7}\nWhy?\n:::\n:::\n\n:::discussion[Well?]{minutes=5}\nWell?\n:::\n\n:::discussion[Untimed]\nHm?\n:::\n`
  const { block } = await courseOf('60', text, '          - {block: taps-washers}\n')
  const plan = planBlock(block, 'full')
  expect(plan.parts.map(({ piece, minutes }) => `${piece.kind} ${piece.title} ${minutes}`)).toEqual([
    'slide one 3',
    'slide two 4',
    'activity a 10',
    'discussion Well? 5',
  ])
  expect(plan).toMatchObject({ planned: 22, minutes: 60, leftOut: [] })
})

test('the short form leaves out what is cut first, the last written first, and no more than must go', async () => {
  const text = activity('a', 20, 'cut=first') + activity('b', 10, 'cut=first') + activity('c', 15) + activity('d', 5, 'cut=first')
  const { block } = await courseOf('{full: 60, short: 40}', text, '          - {block: taps-washers}\n')
  expect(planBlock(block, 'full').planned).toBe(50)
  const short = planBlock(block, 'short')
  expect(short.leftOut.map(({ id }) => id)).toEqual(['b', 'd'])
  expect(short.planned).toBe(35)
})

test('the short form leaves out marked slides and steps; the full form has them', async () => {
  const marked = `:::activity[a]{#a minutes=30 method=plenary}\n1. Do it. :minutes[20]\n2. Draw it. :minutes[10]{cut=first}\n:::\n\n`
  const text = `${slide('one', 3)}${slide('two', 4).replace(':minutes[4]', ':minutes[4]{cut=first}')}${marked}`
  const { block } = await courseOf('{full: 40, short: 25}', text, '          - {block: taps-washers}\n')
  expect(planBlock(block, 'full')).toMatchObject({ planned: 37, leftOut: [], shortened: [] })
  const short = planBlock(block, 'short')
  expect(short.parts.map(({ piece, minutes }) => [piece.id, minutes])).toEqual([
    ['one', 3],
    ['a', 20],
  ])
  expect([short.leftOut.map(({ id }) => id), short.shortened.map(({ id }) => id)]).toEqual([['two'], ['a-step-2']])
})

test('online a block takes what its activities take there, its reserve stays', async () => {
  const online = `:::activity[a]{#a minutes=30 method=plenary}\n1. Do it. :minutes[22]\n2. Draw it. :minutes[8]{cut=first}\n\n:::online{method=plenary minutes=26}\nShow it.\n:::\n:::\n\n`
  const items = '          - {block: taps-washers}\n          - {break: Tea, minutes: 5}\n          - {block: taps-washers, use: short}\n'
  const { course, agenda, block } = await courseOf('{full: 40, short: 30}', slide('one', 3) + online, items)
  expect(planBlock(block, 'full', 'online')).toMatchObject({ planned: 29, minutes: 36 })
  expect(planBlock(block, 'short', 'online')).toMatchObject({ planned: 21, minutes: 26 })
  const days = agenda.days.map((day) => ({ ...day, online: true }))
  const [day] = schedule({ ...agenda, days }, course)
  expect(day?.items.map(({ start, end }) => end - start)).toEqual([36, 5, 26])
})

test('what an agenda leaves out, and what it holds in minutes', async () => {
  const { course, agenda } = await courseOf(
    '{full: 60, short: 40}',
    activity('a', 30),
    '          - {block: taps-washers}\n          - {break: Tea, minutes: 15}\n          - {session: Welcome, minutes: 20}\n',
  )
  expect(leftOutOf(agenda, course)).toEqual({ modules: [], blocks: [], objectives: [], framework: [] })
  const [day] = schedule(agenda, course)
  expect(day && workingMinutes(day)).toEqual({ all: 80, inBlocks: 60 })
  expect(courseMinutes(course)).toBe(60)

  const [module] = course.modules
  const [block] = module?.blocks ?? []
  if (!module || !block) throw new Error('Unexpected course, expected a module with a block')
  const objective = { id: 'o', text: 'Name a tap', level: 'remember' as const, place: block.place }
  const item = (id: string) => ({ id, title: id, confirmed: true, note: '' })
  const other = {
    ...module,
    id: 'pipes',
    covers: ['k2'],
    objectives: [objective],
    blocks: [{ ...block, id: 'pipes-joints', objectives: [objective] }],
  }
  const taps = { ...module, covers: ['k1'], blocks: [block, { ...block, id: 'taps-wrap-up', wrapUp: true, objectives: [objective] }] }
  const framework = { id: 'keys', title: 'Keys', item: 'Key', note: '', items: [item('k1'), item('k2')] }
  const out = leftOutOf(agenda, { modules: [taps, other], framework })
  expect(out.modules.map(({ id }) => id)).toEqual(['pipes'])
  expect(out.blocks.map(({ id }) => id)).toEqual(['taps-wrap-up'])
  expect(out.objectives).toHaveLength(3)
  expect(out.framework.map(({ id }) => id)).toEqual(['k2'])
})

test('a day on the clock', async () => {
  const items =
    '          - {block: taps-washers}\n          - {break: Tea, minutes: 15}\n          - {block: taps-washers, use: short}\n          - {block: nowhere}\n'
  const { course, agenda } = await courseOf('{full: 60, short: 40}', activity('a', 30), items)
  const [day] = schedule(agenda, course)
  expect(day?.items.map(({ title, start, end }) => `${clockTime(start)}-${clockTime(end)} ${title}`)).toEqual([
    '09:00-10:00 Why a tap drips',
    '10:00-10:15 Tea',
    '10:15-10:55 Why a tap drips',
    '10:55-10:55 nowhere',
  ])
  expect(day).toMatchObject({ over: 0, cuts: [], finish: minutesAt('10:55') })
})

test('a day too long names what to cut: first, then the unmarked, then last; never never', async () => {
  const text = activity('a', 10, 'cut=never') + activity('b', 10, 'cut=last') + activity('c', 10) + activity('d', 10, 'cut=first')
  const { course, agenda } = await courseOf('40', text, '          - {block: taps-washers}\n', '09:15')
  const [day] = schedule(agenda, course)
  expect(day?.over).toBe(25)
  expect(namesOf(day?.cuts ?? [])).toEqual(['d 10', 'c 10', 'b 10'])
})

test('a day too long takes short forms first, and then of an activity only what they leave', async () => {
  const marked = `:::activity[a]{#a minutes=30 method=plenary}\n1. Do it. :minutes[20]\n2. Draw it. :minutes[10]{cut=first}\n:::\n\n`
  const { course, agenda } = await courseOf('{full: 30, short: 20}', marked, '          - {block: taps-washers}\n', '09:05')
  const [day] = schedule(agenda, course)
  expect(namesOf(day?.cuts ?? [])).toEqual(['taps-washers short 10', 'a 20'])
})

test('what is planned beyond the minutes of a block takes its time', async () => {
  const { course, agenda } = await courseOf('20', activity('a', 30), '          - {block: taps-washers}\n')
  expect(schedule(agenda, course)[0]?.finish).toBe(minutesAt('09:30'))
})

test('clock times', () => {
  expect([minutesAt('00:00'), minutesAt('09:05'), minutesAt('23:59')]).toEqual([0, 545, 1439])
  expect([clockTime(0), clockTime(545), clockTime(1439), clockTime(1445), clockTime(-5)]).toEqual([
    '00:00',
    '09:05',
    '23:59',
    '00:05',
    '23:55',
  ])
})
