/** Blocks into days: in their order, with breaks where a session would grow too long and lunch at its time. Pure arithmetic in minutes after midnight. */
import type { Block } from './course.ts'

/** What every day of an agenda looks like. */
export interface DayFrame {
  /** How many days there are at most. */
  days: number
  start: number
  end: number
  /** 0 where there is none. */
  lunch: number
  coffee: number
  /** Longest stretch without a break. */
  session: number
}

/** A block in the form in which it is held. */
export interface Held {
  block: Block
  use: 'full' | 'short'
  minutes: number
}

/** What follows what in a day; each begins when the one before ends. */
export type Slot = ({ kind: 'block' } & Held) | { kind: 'coffee' | 'lunch' | 'reserve'; minutes: number }

/** Lunch lies between these, whole. */
const LUNCH = { from: 12 * 60, to: 13 * 60 + 30 }

/** Most minutes that lunch can take. */
export const LONGEST_LUNCH = LUNCH.to - LUNCH.from

/** Blocks that no break or night parts: as a rule one, or the last block of a module with its wrap-up. */
export type Run = readonly Held[]

/**
 * The days filled one after the other, those with nothing left for them away; null where the runs do not all fit. A run that is longer than a
 * session fits nowhere.
 */
export function fillDays(runs: readonly Run[], frame: DayFrame): Slot[][] | null {
  const days: Slot[][] = []
  let open = emptyDay(frame)
  for (const run of runs) {
    let ready = readyFor(run, open, frame)
    if (!ready) {
      if (open.slots.length > 0) days.push(open.slots)
      ready = days.length < frame.days ? readyFor(run, emptyDay(frame), frame) : null
    }
    if (!ready) return null
    open = run.reduce((day, held) => then({ kind: 'block', ...held }, day), ready)
  }
  return open.slots.length > 0 ? [...days, open.slots] : days
}

/** A day as far as it is filled. */
interface OpenDay {
  slots: Slot[]
  now: number
  /** When the session began. */
  since: number
  /** Lunch is still to come. */
  lunchDue: boolean
}

function emptyDay({ start, end, lunch }: DayFrame): OpenDay {
  return { slots: [], now: start, since: start, lunchDue: lunch > 0 && start < LUNCH.from && end > LUNCH.to }
}

/** The day with the break that the run needs before it, if any; null where the run does not fit into what is left. */
function readyFor(run: Run, day: OpenDay, frame: DayFrame): OpenDay | null {
  const minutes = run.reduce((sum, held) => sum + held.minutes, 0)
  const pauses = [day, ...afterCoffee(day, frame), ...afterLunch(day, frame)]
  return (
    pauses.find(({ now, since, lunchDue }) => {
      const end = now + minutes
      return end - since <= frame.session && end <= (lunchDue ? LUNCH.to - frame.lunch : frame.end)
    }) ?? null
  )
}

// Where it is time for lunch, nobody is sent for coffee.
function afterCoffee(day: OpenDay, { coffee }: DayFrame): OpenDay[] {
  if (day.now === day.since || (day.lunchDue && day.now >= LUNCH.from)) return []
  const rested = then({ kind: 'coffee', minutes: coffee }, day)
  return [{ ...rested, since: rested.now }]
}

function afterLunch(day: OpenDay, { lunch }: DayFrame): OpenDay[] {
  if (!day.lunchDue) return []
  const early = LUNCH.from - day.now
  const hungry = early > 0 ? then({ kind: 'reserve', minutes: early }, day) : day
  const fed = then({ kind: 'lunch', minutes: lunch }, hungry)
  return [{ ...fed, since: fed.now, lunchDue: false }]
}

function then(slot: Slot, day: OpenDay): OpenDay {
  return { ...day, slots: [...day.slots, slot], now: day.now + slot.minutes }
}
