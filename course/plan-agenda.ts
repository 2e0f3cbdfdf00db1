/**
 * A new agenda from blocks: the blocks of the modules asked for, in the order of the course, in as many days as there are. Every block is held in
 * full where that fits, else in short form, else left out.
 */
import { daySessions, NO_SESSIONS, sessionAt } from './agenda-sessions.ts'
import { workingDays } from './calendar.ts'
import type { Agenda, AgendaItem, Block, Course, Module } from './course.ts'
import { type DayFrame, fillDays, type Held, type Run, type Slot } from './fill-days.ts'
import { clockTime, minutesAt, minutesTaken, planBlock } from './schedule.ts'
import { words } from './words.ts'

/** What is asked of an agenda. */
export interface AgendaWish {
  /** Ids of the modules to hold; their order does not matter. */
  modules: readonly string[]
  /** How many days there are. */
  days: number
  /** The first day, `YYYY-MM-DD`. */
  date: string
  /** Every day begins and ends at, `HH:MM`. */
  start: string
  end: string
  /** Minutes of lunch (0 for none), of a coffee break, and of the longest stretch without a break. */
  lunch: number
  coffee: number
  session: number
  /** Days of the week that are left out, 0 for Sunday to 6 for Saturday. */
  weekend: readonly number[]
  /** Whether the sessions of the course's default agenda are held as well: welcome, tests, recap, evaluation. */
  sessions: boolean
  /** What the agenda is called; a name by its days where empty. */
  title: string
}

/** What of a course an agenda is planned from. */
type Planned = Pick<Course, 'modules' | 'agendas'>

export interface PlannedDay {
  /** `YYYY-MM-DD` */
  date: string
  slots: Slot[]
}

/** An agenda before it is put into the words of a language, with what did not fit into it. Blocks stand in the order of the course. */
export interface AgendaPlan {
  wish: AgendaWish
  /** At most as many as asked for: days that nothing is left for are not there. */
  days: PlannedDay[]
  /** In short form, for want of time. */
  shortened: Block[]
  /** In short form, because the full one is longer than a session. */
  longForSession: Block[]
  /** Left out, because not even the short forms fit. */
  leftOut: Block[]
  /** Left out, because the shortest form alone is longer than a session, or than what a day has left beside lunch; with the wrap-ups of nothing else. */
  longForDay: Block[]
  /** The fewest days that hold everything in full; null where that takes as many as asked for, or more. */
  fewerDays: number | null
}

/**
 * Plans an agenda. Null where it could not even hold the block that the course closes with: the last thematic block of the last module, in
 * which participants turn what they learned into a plan of their own, is never left out.
 *
 * Thematic blocks are left out first where most of their module are left, the last ones first; a wrap-up goes when its module has no other block
 * left. What fits is spread over the days so that all end as early as they can.
 */
export function planAgenda(course: Planned, wish: AgendaWish): AgendaPlan | null {
  const frame = frameOf(wish, course)
  const modules = chosen(course, wish)
  const closing = closingBlock(course, wish)
  const all = modules.flatMap(({ blocks }) => blocks)
  const fits = (blocks: readonly Held[]): boolean => fillDays(each(blocks), frame) !== null
  const fitsAlone = (held: readonly Held[]): boolean => fillDays(each(held), { ...frame, sessions: NO_SESSIONS }) !== null
  const forms = new Map(all.map((block) => [block, { full: held(block, 'full'), shortest: shortest(block) }]))
  const inForm = (form: 'full' | 'shortest', blocks: readonly Block[]): Held[] => blocks.flatMap((block) => forms.get(block)?.[form] ?? [])
  const longForDay = modules.flatMap((module) => tooLong(module, (block) => fitsAlone(inForm('shortest', [block]))))
  if (closing && !fits(inForm('shortest', [closing]))) return null

  const kept = keptBlocks(modules, { out: longForDay, closing, fits: (blocks) => fits(inForm('shortest', blocks)) })
  const wanted = kept.flatMap((block) => inForm(fitsAlone(inForm('full', [block])) ? 'full' : 'shortest', [block]))
  const placed = fits(wanted) ? wanted : lengthened(inForm('shortest', kept), wanted, fits)
  const filled = filledEvenly(withWrapUps(placed, frame), frame)
  const dates = workingDays(wish.date, filled.length, wish.weekend)
  const short = placed.filter(({ use }) => use === 'short').map(({ block }) => block)
  const longForSession = short.filter((block) => (forms.get(block)?.full.minutes ?? 0) > wish.session)
  const complete = kept.length === all.length && placed.every((one, index) => one === wanted[index])
  return {
    wish,
    days: filled.map((slots, index) => ({ date: dates[index] ?? wish.date, slots })),
    shortened: short.filter((block) => !longForSession.includes(block)),
    longForSession,
    leftOut: all.filter((block) => !kept.includes(block) && !longForDay.includes(block)),
    longForDay,
    fewerDays: complete ? fewerDays(placed, frame) : null,
  }
}

/** The earliest end of a day at which an agenda can be planned, `HH:MM`; null where no end of a day is late enough. */
export function earliestEnd(course: Planned, wish: AgendaWish): string | null {
  const closing = closingBlock(course, wish)
  if (!closing) return null
  const start = minutesAt(wish.start)
  for (let end = start + 1; end < 1440; end++) {
    if (fillDays(each([shortest(closing)]), { ...frameOf(wish, course), end })) return clockTime(end)
  }
  return null
}

/** The latest start of a day, before the end asked for, at which an agenda can be planned, `HH:MM`; null where no start is early enough. */
export function latestStart(course: Planned, wish: AgendaWish): string | null {
  const closing = closingBlock(course, wish)
  if (!closing) return null
  for (let start = minutesAt(wish.end) - 1; start >= 0; start--) {
    if (fillDays(each([shortest(closing)]), { ...frameOf(wish, course), start })) return clockTime(start)
  }
  return null
}

/** The block the course closes with: the last thematic one of the last module asked for; a wrap-up where there is no other. */
export function closingBlock(course: Pick<Course, 'modules'>, wish: Pick<AgendaWish, 'modules'>): Block | null {
  const blocks = chosen(course, wish).flatMap((module) => module.blocks)
  return blocks.findLast(({ wrapUp }) => !wrapUp) ?? blocks.at(-1) ?? null
}

/** A block in its short form; in its full one where that is no longer. */
export function shortest(block: Block): Held {
  const full = held(block, 'full')
  const short = held(block, 'short')
  return short.minutes < full.minutes ? short : full
}

/** The plan as an agenda of a course in one of its languages. */
export function agendaOf({ wish, days }: AgendaPlan, course: Course): Agenda {
  const { plannedAgenda: say, timeInHand } = words(course.language)
  const place = course.modules.find(({ id }) => wish.modules.includes(id))?.place ?? course.modules[0]?.place
  if (!place) throw new Error('Unexpected agenda of a course without modules')
  const items = (slots: readonly Slot[]): AgendaItem[] =>
    slots.flatMap((slot): AgendaItem[] => {
      if (slot.kind === 'block') return [{ kind: 'block', block: slot.block.id, use: slot.use, place: slot.block.place }]
      if (slot.kind === 'session') return [sessionAt(slot, course)].filter((session) => session !== null)
      return [{ kind: 'break', title: slot.kind === 'reserve' ? timeInHand : say[slot.kind], minutes: slot.minutes, place }]
    })
  return {
    id: freeId(`agenda-${days[0]?.date ?? wish.date}`, course),
    title: wish.title || say.title(days.length, days[0]?.date ?? wish.date),
    summary: '',
    default: false,
    covers: null,
    days: days.map(({ date, slots }) => ({
      title: say.date(date),
      start: wish.start,
      end: wish.end,
      online: false,
      items: items(slots),
      place,
    })),
    place,
  }
}

function freeId(id: string, { agendas }: Course): string {
  const taken = new Set(agendas.map((agenda) => agenda.id))
  let free = id
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`
  return free
}

function frameOf({ days, start, end, lunch, coffee, session, sessions }: AgendaWish, course: Planned): DayFrame {
  return {
    days,
    start: minutesAt(start),
    end: minutesAt(end),
    lunch,
    coffee,
    session,
    sessions: sessions ? daySessions(course) : NO_SESSIONS,
  }
}

function chosen({ modules }: Pick<Course, 'modules'>, wish: Pick<AgendaWish, 'modules'>): Module[] {
  return modules.filter(({ id }) => wish.modules.includes(id))
}

function held(block: Block, use: Held['use']): Held {
  return { block, use, minutes: minutesTaken(planBlock(block, use)) }
}

/** The blocks of a module that fit into no day; its wrap-up with them, where nothing is left to wrap up. */
function tooLong({ blocks }: Module, fits: (block: Block) => boolean): Block[] {
  const thematic = blocks.filter(({ wrapUp }) => !wrapUp)
  const nothingLeft = thematic.length > 0 && !thematic.some(fits)
  return blocks.filter((block) => !fits(block) || (block.wrapUp && nothingLeft))
}

// ---- what stays ---------------------------------------------------------------------------------------------------

interface Keeping {
  /** Blocks that fit into no day. */
  out: readonly Block[]
  closing: Block | null
  /** Whether blocks fit in their shortest forms. */
  fits(blocks: readonly Block[]): boolean
}

/** The blocks of the modules that fit, in the order of the course. */
function keptBlocks(modules: readonly Module[], { out, closing, fits }: Keeping): Block[] {
  const inOrder = (blocks: ReadonlySet<Block>): Block[] => modules.flatMap((module) => module.blocks.filter((block) => blocks.has(block)))
  let kept = new Set(modules.flatMap(({ blocks }) => blocks.filter((block) => !out.includes(block))))
  const gone: Block[][] = []
  while (!fits(inOrder(kept))) {
    const next = nextToGo(modules, kept, closing)
    if (next.length === 0) break
    kept = kept.difference(new Set(next))
    gone.push(next)
  }
  // where a long block went last, one that went before it may fit again
  for (const blocks of gone.reverse()) {
    const more = andWrapUps(kept.union(new Set(blocks)), modules, out)
    if (fits(inOrder(more))) kept = more
  }
  return inOrder(kept)
}

/** A wrap-up is there wherever another block of its module is. */
function andWrapUps(kept: ReadonlySet<Block>, modules: readonly Module[], out: readonly Block[]): Set<Block> {
  const wrapUps = modules
    .filter(({ blocks }) => blocks.some((block) => kept.has(block)))
    .flatMap(({ blocks }) => blocks.filter((block) => block.wrapUp && !out.includes(block)))
  return kept.union(new Set(wrapUps))
}

function nextToGo(modules: readonly Module[], kept: ReadonlySet<Block>, closing: Block | null): Block[] {
  const left = modules
    .map(({ blocks }) => ({
      thematic: blocks.filter((block) => kept.has(block) && !block.wrapUp),
      wrapUps: blocks.filter((block) => kept.has(block) && block.wrapUp && block !== closing),
    }))
    .sort((a, b) => a.thematic.length - b.thematic.length)
  const fullest = left.findLast(({ thematic }) => thematic.some((block) => block !== closing))
  if (!fullest) return left.flatMap(({ wrapUps }) => wrapUps).slice(-1)
  const last = fullest.thematic.findLast((block) => block !== closing)
  return [...(last ? [last] : []), ...(fullest.thematic.length === 1 ? fullest.wrapUps : [])]
}

/** Forms made longer one after the other, as far as all still fit. */
function lengthened(short: readonly Held[], wanted: readonly Held[], fits: (blocks: readonly Held[]) => boolean): Held[] {
  let forms = [...short]
  for (const [index, one] of wanted.entries()) {
    const longer = forms.with(index, one)
    if (fits(longer)) forms = longer
  }
  return forms
}

// ---- how it is spread ---------------------------------------------------------------------------------------------

/** Blocks one by one: a break may stand before each. */
function each(blocks: readonly Held[]): Run[] {
  return blocks.map((held) => [held])
}

/** The same with every wrap-up after the block before it, without a break, where all still fits. */
function withWrapUps(blocks: readonly Held[], frame: DayFrame): Run[] {
  let runs = each(blocks)
  for (const held of blocks.filter(({ block }) => block.wrapUp)) {
    const at = runs.findIndex(([first]) => first === held)
    const joined = at < 1 ? runs : runs.toSpliced(at - 1, 2, [...(runs[at - 1] ?? []), held])
    if (fillDays(joined, frame)) runs = joined
  }
  return runs
}

/** Ends of the day are tried in these steps. */
const STEP = 5

function filledEvenly(runs: readonly Run[], frame: DayFrame): Slot[][] {
  for (let end = frame.start + STEP; end < frame.end; end += STEP) {
    const days = fillDays(runs, { ...frame, end })
    if (days) return days
  }
  return fillDays(runs, frame) ?? []
}

function fewerDays(blocks: readonly Held[], frame: DayFrame): number | null {
  for (let days = 1; days < frame.days; days++) if (fillDays(each(blocks), { ...frame, days })) return days
  return null
}
