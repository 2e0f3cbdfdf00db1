/** Blocks into days: in their order, with breaks where a session would grow too long and lunch at its time. Pure arithmetic in minutes after midnight. */
import type { DaySessions, SessionSlot } from './agenda-sessions.ts'
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
  /** What opens and closes the days. */
  sessions: DaySessions
}

/** A block in the form in which it is held. */
export interface Held {
  block: Block
  use: 'full' | 'short'
  minutes: number
}

/** What follows what in a day; each begins when the one before ends. */
export type Slot = ({ kind: 'block' } & Held) | SessionSlot | { kind: 'coffee' | 'lunch' | 'reserve'; minutes: number }

/** Lunch lies between these, whole. */
const LUNCH = { from: 12 * 60, to: 13 * 60 + 30 }

/** Most minutes that lunch can take. */
export const LONGEST_LUNCH = LUNCH.to - LUNCH.from

/** Blocks that no break or night parts: as a rule one, or the last block of a module with its wrap-up. */
export type Run = readonly Held[]

/**
 * The days filled one after the other, as few as hold all runs; null where none do. A run that is longer than a session fits nowhere.
 */
export function fillDays(runs: readonly Run[], frame: DayFrame): Slot[][] | null {
  const [body, ending] = partedEnding(runs, frame)
  const minutes = body.flat().reduce((sum, held) => sum + held.minutes, 0)
  for (let count = Math.max(1, Math.ceil(minutes / (frame.end - frame.start))); count <= frame.days; count++) {
    const days = fillExactly(body, ending, { ...frame, days: count })
    if (days) return days
  }
  return null
}

/** The runs less a wrap-up that ends the course, and what closes the last day: its sessions, then that wrap-up. */
function partedEnding(runs: readonly Run[], { sessions }: DayFrame): [body: readonly Run[], ending: Slot[]] {
  const wrapUp = runs.at(-1)?.at(-1)
  if (!sessions.wrapUpLast || !wrapUp?.block.wrapUp || runs.flat().length < 2) return [runs, [...sessions.closing.last]]
  const body = [...runs.slice(0, -1), runs.at(-1)?.slice(0, -1) ?? []].filter((run) => run.length > 0)
  return [body, [...sessions.closing.last, { kind: 'block', ...wrapUp }]]
}

/** All days of the frame filled, the last one with what ends the course; null where the runs need more days, or leave one without a block. */
function fillExactly(runs: readonly Run[], ending: readonly Slot[], frame: DayFrame): Slot[][] | null {
  const { opening, closing } = frame.sessions
  const days: OpenDay[] = []
  let open = withSlots(opening.first, emptyDay(frame), frame)
  for (const [index, run] of runs.entries()) {
    const toCome = frame.days - days.length - 1
    const begun = open?.slots.some(({ kind }) => kind === 'block')
    // where the last day would have no block of its own, it gets the last run
    const opensLast = begun && toCome > 0 && index === runs.length - 1
    let next = opensLast ? null : withRun(run, open, { before: toCome === 0 ? ending : closing.other, frame })
    if (!next && begun && open && toCome > 0) {
      days.push(open)
      next = withRun(run, withSlots(opening.later, emptyDay(frame), frame), { before: toCome === 1 ? ending : closing.other, frame })
    }
    if (!next) return null
    open = next
  }
  if (!open || days.length !== frame.days - 1) return null
  const ends = (index: number): readonly Slot[] => (index === frame.days - 1 ? ending : closing.other)
  return [...days, open].map((day, index) => withSlots(ends(index), day, frame)?.slots ?? [])
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

/** The day with the run, and the break that it needs before it; null where it does not fit before what must still follow. */
function withRun(run: Run, day: OpenDay | null, { before, frame }: { before: readonly Slot[]; frame: DayFrame }): OpenDay | null {
  if (!day) return null
  const minutes = run.reduce((sum, held) => sum + held.minutes, 0)
  const slots = run.map((held): Slot => ({ kind: 'block', ...held }))
  return (
    pausesAfter(day, frame)
      .filter((rested) => fits(minutes, rested, frame))
      .map((rested) => slots.reduce((filled, slot) => then(slot, filled), rested))
      .find((filled) => withSlots(before, filled, frame) !== null) ?? null
  )
}

/**
 * The day with slots one after the other, each with the break that it needs before it; null where they do not fit. A session no longer than
 * a break needs none, and one longer than the longest stretch may follow any.
 */
function withSlots(slots: readonly Slot[], day: OpenDay | null, frame: DayFrame): OpenDay | null {
  return slots.reduce<OpenDay | null>((filled, slot) => {
    if (!filled) return null
    const free = slot.kind === 'session' && slot.minutes <= frame.coffee
    const alone = ({ now, since }: OpenDay): boolean => slot.kind === 'session' && now === since
    const rested = pausesAfter(filled, frame).find((one) =>
      fits(slot.minutes, one, free || alone(one) ? { ...frame, session: DAY } : frame),
    )
    return rested ? then(slot, rested) : null
  }, day)
}

const DAY = 24 * 60

function fits(minutes: number, { now, since, lunchDue }: OpenDay, frame: DayFrame): boolean {
  const end = now + minutes
  return end - since <= frame.session && end <= (lunchDue ? LUNCH.to - frame.lunch : frame.end)
}

/** The day as it is, after a coffee, after lunch: as far as each may come now. */
function pausesAfter(day: OpenDay, frame: DayFrame): OpenDay[] {
  return [day, ...afterCoffee(day, frame), ...afterLunch(day, frame)]
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
