/** An agenda on the clock: when each stretch of each day begins, and what goes when time runs out. */
import type { Activity, Agenda, AgendaDay, AgendaItem, Block, Course, Cut } from '../course/course.ts'
import { type Stretch, stretches } from './online-sessions.ts'

/** A line of a day: minutes after midnight when it begins, and what it is. */
export interface ClockLine {
  start: number
  minutes: number
  what:
    | { kind: 'block'; block: Block; use: 'full' | 'short'; leftOut: Activity[] }
    | { kind: 'stretch'; stretch: Stretch }
    | { kind: 'reserve' }
    | { kind: 'break'; title: string }
}

export interface ClockDay {
  day: AgendaDay
  lines: ClockLine[]
  /** Minutes after midnight when the last line ends. */
  end: number
  /** Minutes left until the day's end; negative where the day is too long. */
  slack: number
}

/** The days of an agenda with the time of every line. A block takes its own minutes; what its stretches leave is reserve. */
export function clockDays(agenda: Agenda, course: Course): ClockDay[] {
  const blocks = new Map(course.modules.flatMap((module) => module.blocks).map((block) => [block.id, block]))
  return agenda.days.map((day) => {
    const lines: ClockLine[] = []
    let now = minutesOf(day.start)
    for (const item of day.items) {
      const added = linesOf(item, blocks, now)
      lines.push(...added.lines)
      now = added.end
    }
    return { day, lines, end: now, slack: minutesOf(day.end) - now }
  })
}

function linesOf(item: AgendaItem, blocks: ReadonlyMap<string, Block>, start: number): { lines: ClockLine[]; end: number } {
  if (item.kind === 'break') {
    return { lines: [{ start, minutes: item.minutes, what: { kind: 'break', title: item.title } }], end: start + item.minutes }
  }
  const block = blocks.get(item.block)
  if (!block) return { lines: [], end: start }
  const planned = block.minutes?.[item.use] ?? null
  const { kept, leftOut } = fitted(stretches(block, 'room'), item.use === 'short' ? planned : null)
  const work = kept.reduce((sum, { minutes }) => sum + minutes, 0)
  const minutes = planned ?? work
  const lines: ClockLine[] = [{ start, minutes, what: { kind: 'block', block, use: item.use, leftOut } }]
  let now = start
  for (const stretch of kept) {
    lines.push({ start: now, minutes: stretch.minutes, what: { kind: 'stretch', stretch } })
    now += stretch.minutes
  }
  if (minutes > work) lines.push({ start: now, minutes: minutes - work, what: { kind: 'reserve' } })
  return { lines, end: start + Math.max(minutes, work) }
}

/** In the short form, activities marked to be cut first are left out, last written first, until the rest fits. */
function fitted(all: Stretch[], room: number | null): { kept: Stretch[]; leftOut: Activity[] } {
  const kept = [...all]
  const leftOut: Activity[] = []
  const minutes = () => kept.reduce((sum, one) => sum + one.minutes, 0)
  for (let index = kept.length - 1; index >= 0 && room !== null && minutes() > room; index -= 1) {
    const activity = kept[index]?.activity
    if (activity?.cut !== 'first') continue
    kept.splice(index, 1)
    leftOut.unshift(activity)
  }
  return { kept, leftOut }
}

/** Activities of a day in the order in which they go when time runs out; those never cut are not among them. */
export function cutsOf({ lines }: ClockDay): Activity[] {
  const order: Cut[] = ['first', null, 'last']
  const activities = lines.flatMap(({ what }) => (what.kind === 'stretch' && what.stretch.activity ? [what.stretch.activity] : []))
  return order.flatMap((cut) => activities.filter((activity) => activity.cut === cut))
}

/** `09:05` as minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Minutes after midnight as `09:05`. */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
