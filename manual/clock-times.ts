/** An agenda on the clock: when each stretch of each day begins, and what goes when time runs out. */
import type { Activity, Agenda, AgendaDay, Block, Course, Cut } from '../course/course.ts'
import { type BlockPlan, type ScheduledItem, type Setting, schedule } from '../course/schedule.ts'
import { type Stretch, stretches } from './online-sessions.ts'

/** A line of a day: minutes after midnight when it begins, and what it is. */
export interface ClockLine {
  start: number
  minutes: number
  what:
    | { kind: 'block'; block: Block; use: 'full' | 'short'; plan: BlockPlan }
    | { kind: 'stretch'; stretch: Stretch }
    | { kind: 'reserve' }
    | { kind: 'session'; title: string; annex: string | null }
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
  return schedule(agenda, course).map(({ day, items, finish, end }) => {
    const setting = day.online ? 'online' : 'room'
    return {
      day,
      lines: items.flatMap((item) => linesOf(item, setting)),
      end: finish,
      slack: end - finish,
    }
  })
}

function linesOf({ item, block, start, end, plan }: ScheduledItem, setting: Setting): ClockLine[] {
  if (item.kind === 'session') return [{ start, minutes: item.minutes, what: { kind: 'session', title: item.title, annex: item.annex } }]
  if (item.kind === 'break') return [{ start, minutes: item.minutes, what: { kind: 'break', title: item.title } }]
  if (!block || !plan) return []
  const lines: ClockLine[] = [{ start, minutes: end - start, what: { kind: 'block', block, use: item.use, plan } }]
  let now = start
  for (const stretch of stretches(block, setting, item.use)) {
    lines.push({ start: now, minutes: stretch.minutes, what: { kind: 'stretch', stretch } })
    now += stretch.minutes
  }
  if (end > now) lines.push({ start: now, minutes: end - now, what: { kind: 'reserve' } })
  return lines
}

/** Activities of a day in the order in which they go when time runs out, with the minutes they have there; those never cut are not among them. */
export function cutsOf({ lines }: ClockDay): { activity: Activity; minutes: number }[] {
  const order: Cut[] = ['first', null, 'last']
  const activities = lines.flatMap(({ what, minutes }) =>
    what.kind === 'stretch' && what.stretch.activity ? [{ activity: what.stretch.activity, minutes }] : [],
  )
  return order.flatMap((cut) => activities.filter(({ activity }) => activity.cut === cut))
}
