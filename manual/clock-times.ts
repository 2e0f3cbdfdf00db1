/** An agenda on the clock: when each stretch of each day begins, and what goes when time runs out. */
import type { Agenda, AgendaDay, Block, Course } from '../course/course.ts'
import { type BlockPlan, cutsIn, type DayCut, type ScheduledDay, type ScheduledItem, type Setting, schedule } from '../course/schedule.ts'
import { type Stretch, stretches } from './online-sessions.ts'

/** A line of a day: minutes after midnight when it begins, and what it is. */
export interface ClockLine {
  start: number
  minutes: number
  what:
    | { kind: 'block'; block: Block; use: 'full' | 'short'; plan: BlockPlan }
    | { kind: 'stretch'; stretch: Stretch; use: 'full' | 'short' }
    | { kind: 'reserve' }
    | { kind: 'session'; title: string; annex: string | null }
    | { kind: 'break'; title: string; checkpoint: Checkpoint }
}

/** Where a day should be at a break. */
export interface Checkpoint {
  /** The last thing that should be finished; null before the first. */
  finished: ScheduledItem | null
  /** What can still go from the rest of the day, in the order in which it goes. */
  cuts: DayCut[]
}

export interface ClockDay {
  day: AgendaDay
  lines: ClockLine[]
  /** Minutes after midnight when the last line ends. */
  end: number
  /** Minutes left until the day's end; negative where the day is too long. */
  slack: number
  /** What can go from the day, in the order in which it goes. */
  cuts: DayCut[]
}

/** The days of an agenda with the time of every line. A block takes its own minutes; what its stretches leave is reserve. */
export function clockDays(agenda: Agenda, course: Course): ClockDay[] {
  return schedule(agenda, course).map((scheduled) => {
    const { day, items, finish, end } = scheduled
    return {
      day,
      lines: items.flatMap((_, index) => linesOf(index, scheduled)),
      end: finish,
      slack: end - finish,
      cuts: cutsIn(items, day),
    }
  })
}

function linesOf(index: number, { day, items }: ScheduledDay): ClockLine[] {
  const scheduled = items[index]
  if (!scheduled) return []
  const { item, start } = scheduled
  switch (item.kind) {
    case 'session':
      return [{ start, minutes: item.minutes, what: { kind: 'session', title: item.title, annex: item.annex } }]
    case 'break':
      return [{ start, minutes: item.minutes, what: { kind: 'break', title: item.title, checkpoint: checkpointAt(index, items, day) } }]
    case 'block':
      return linesOfBlock(scheduled, item.use, day.online ? 'online' : 'room')
  }
}

function checkpointAt(index: number, items: readonly ScheduledItem[], day: AgendaDay): Checkpoint {
  return {
    finished: items.slice(0, index).findLast(({ item }) => item.kind !== 'break') ?? null,
    cuts: cutsIn(items.slice(index + 1), day),
  }
}

function linesOfBlock({ block, start, end, plan }: ScheduledItem, use: 'full' | 'short', setting: Setting): ClockLine[] {
  if (!block || !plan) return []
  const lines: ClockLine[] = [{ start, minutes: end - start, what: { kind: 'block', block, use, plan } }]
  let now = start
  for (const stretch of stretches(block, setting, use)) {
    lines.push({ start: now, minutes: stretch.minutes, what: { kind: 'stretch', stretch, use } })
    now += stretch.minutes
  }
  if (end > now) lines.push({ start: now, minutes: end - now, what: { kind: 'reserve' } })
  return lines
}
