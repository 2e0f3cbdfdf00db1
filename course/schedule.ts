/**
 * The clock of an agenda: which block runs when, what fills a block, what to leave out when time runs short, and what an agenda leaves
 * out of the course. Pure arithmetic in minutes after midnight; `clockTime` prints it. The run sheet, the contingency plan, the agenda
 * tables and the rules about time all read it here.
 */
import type {
  Activity,
  Agenda,
  AgendaDay,
  AgendaItem,
  Block,
  BoxPiece,
  Course,
  Cut,
  Flesh,
  FrameworkItem,
  Lens,
  Module,
  Objective,
  Slide,
  Step,
} from './course.ts'

/** Where the minutes are counted: in the room or online. */
export type Setting = 'room' | 'online'

/** Something of a block that takes planned minutes: a slide, an activity, a discussion. */
export interface PlannedPart {
  piece: Slide | Activity | BoxPiece
  minutes: number
  /** What to cut when late; null for what lies between first and last. */
  cut: Cut
}

/** What fills a block at its full or short minutes. */
export interface BlockPlan {
  /** In reading order. */
  parts: PlannedPart[]
  /** In the short form: slides marked to be cut first, then activities so marked, as many as must go, the last written first to go; in reading order. */
  leftOut: (Slide | Activity)[]
  /** In the short form: the marked steps of the activities that stay. Their minutes are not in `parts`. */
  shortened: Step[]
  /** Sum of the parts. */
  planned: number
  /** Minutes the block has; null where the author gave none. Online, its own minutes and what its activities take more or less than in the room. */
  minutes: number | null
}

export interface ScheduledItem {
  item: AgendaItem
  /** The block of the item; null for breaks, for sessions and for ids no block has. */
  block: Block | null
  /** The module of the block. */
  module: Module | null
  title: string
  /** Minutes after midnight. */
  start: number
  end: number
  /** What fills the block; null where there is none. */
  plan: BlockPlan | null
}

export interface ScheduledDay {
  day: AgendaDay
  title: string
  /** Minutes after midnight, as the agenda asks. */
  start: number
  end: number
  items: ScheduledItem[]
  /** When the last item really ends. */
  finish: number
  /** Minutes past the end asked for; 0 where the day fits. */
  over: number
  /** What to cut first, second, …, until the day fits or nothing is left that may go; empty where it fits. */
  cuts: DayCut[]
}

/** Something that can go from a day when time runs out: all that the short form of a block leaves out, or an activity. */
export type DayCut = { block: Block; minutes: number } & ({ kind: 'short'; plan: BlockPlan } | { kind: 'activity'; activity: Activity })

/** Clock times of every item of an agenda, day by day. A block takes its own minutes, or what its parts need where that is more. */
export function schedule(agenda: Agenda, course: Course): ScheduledDay[] {
  const blocks = new Map(course.modules.flatMap((module) => module.blocks.map((block): [string, Placed] => [block.id, { block, module }])))
  return agenda.days.map((day) => scheduleDay(day, blocks))
}

interface Placed {
  block: Block
  module: Module
}

/**
 * What fills a block. Slides, activities and discussions count; what stands inside an activity counts in the activity's own minutes.
 * Online an activity takes its online minutes, where it has some.
 */
export function planBlock(block: Block, use: 'full' | 'short', setting: Setting = 'room'): BlockPlan {
  const plan = planInRoom(block, use)
  if (setting === 'room') return plan
  const parts = plan.parts.map((part) => ({ ...part, minutes: Math.max(part.minutes + moreOnline(part.piece), 1) }))
  const planned = total(parts)
  return { ...plan, parts, planned, minutes: plan.minutes === null ? null : plan.minutes + planned - plan.planned }
}

/** "3", "5": the numbers of the steps that the short form leaves out. */
export function markedSteps({ steps }: Activity): string[] {
  return steps.flatMap(({ cut }, index) => (cut === 'first' ? [String(index + 1)] : []))
}

/** Minutes a block takes in a day: its own, or what its parts need where that is more. */
export function minutesTaken({ minutes, planned }: BlockPlan): number {
  return Math.max(minutes ?? 0, planned)
}

function moreOnline(piece: PlannedPart['piece']): number {
  return piece.kind === 'activity' && piece.minutes !== null ? (piece.online?.minutes ?? piece.minutes) - piece.minutes : 0
}

function planInRoom(block: Block, use: 'full' | 'short'): BlockPlan {
  const minutes = block.minutes?.[use] ?? null
  const all = plannedParts(block.body)
  if (use === 'full' || minutes === null) return { parts: all, leftOut: [], shortened: [], planned: total(all), minutes }
  const shortened = all.flatMap(({ piece }) => (piece.kind === 'activity' ? piece.steps.filter((step) => step.cut === 'first') : []))
  let parts = all.flatMap((part) => withoutMarked(part))
  for (const candidate of parts.filter(({ piece, cut }) => piece.kind === 'activity' && cut === 'first').reverse()) {
    if (total(parts) > minutes) parts = parts.filter((part) => part !== candidate)
  }
  const kept = new Set(parts.map(({ piece }) => piece))
  const leftOut = all.flatMap(({ piece }) => (kept.has(piece) || piece.kind === 'discussion' ? [] : [piece as Slide | Activity]))
  return {
    parts,
    leftOut,
    shortened: shortened.filter((step) => parts.some(({ piece }) => piece.kind === 'activity' && piece.steps.includes(step))),
    planned: total(parts),
    minutes,
  }
}

// A slide marked goes whole, an activity without its marked steps.
function withoutMarked(part: PlannedPart): PlannedPart[] {
  const { piece, minutes } = part
  if (piece.kind === 'slide') return part.cut === 'first' ? [] : [part]
  if (piece.kind !== 'activity') return [part]
  const saved = piece.steps.filter(({ cut }) => cut === 'first').reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  return [{ ...part, minutes: minutes - saved }]
}

// ---- what an agenda holds -----------------------------------------------------------------------------------------

/** Minutes of a day without its breaks, and those of them that go to blocks. */
export function workingMinutes({ items }: ScheduledDay): { all: number; inBlocks: number } {
  const sum = (kinds: AgendaItem['kind'][]): number =>
    items.reduce((minutes, { item, start, end }) => minutes + (kinds.includes(item.kind) ? end - start : 0), 0)
  return { all: sum(['block', 'session']), inBlocks: sum(['block']) }
}

/** Full minutes of all blocks, wrap-ups included. */
export function courseMinutes({ modules }: Pick<Course, 'modules'>): number {
  return modules.flatMap(({ blocks }) => blocks).reduce((sum, { minutes }) => sum + (minutes?.full ?? 0), 0)
}

/** What of the course an agenda does not hold. */
export interface LeftOut {
  /** Modules of which no block is in it. */
  modules: Module[]
  /** Blocks that are not in it though others of their module are, wrap-ups included. */
  blocks: Block[]
  /** Learning objectives of all these. */
  objectives: Objective[]
  /** Framework items of which no module has a block in it; a wrap-up alone does not count. */
  framework: FrameworkItem[]
}

/** What an agenda leaves out of the course, in the order of the course. */
export function leftOutOf(agenda: Agenda, course: Pick<Course, 'modules' | 'framework'>): LeftOut {
  const held = new Set(agenda.days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'block' ? [item.block] : []))))
  const isHeld = ({ id }: Block): boolean => held.has(id)
  const modules = course.modules.filter(({ blocks }) => blocks.length > 0 && !blocks.some(isHeld))
  const out = course.modules.flatMap((module) => module.blocks.filter((block) => !isHeld(block)).map((block) => ({ module, block })))
  const covered = new Set(
    course.modules.filter(({ blocks }) => blocks.some((block) => isHeld(block) && !block.wrapUp)).flatMap(({ covers }) => covers),
  )
  return {
    modules,
    blocks: out.flatMap(({ module, block }) => (modules.includes(module) ? [] : [block])),
    objectives: course.modules.flatMap((module) => [
      ...(modules.includes(module) ? module.objectives : []),
      ...module.blocks.flatMap((block) => (isHeld(block) ? [] : block.objectives)),
    ]),
    framework: (course.framework?.items ?? []).filter(({ id }) => !covered.has(id)),
  }
}

// ---- clock --------------------------------------------------------------------------------------------------------

/** Minutes after midnight of `HH:MM`. */
export function minutesAt(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** `HH:MM` of minutes after midnight; past midnight it begins again. */
export function clockTime(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

function scheduleDay(day: AgendaDay, blocks: ReadonlyMap<string, Placed>): ScheduledDay {
  const start = minutesAt(day.start)
  const end = minutesAt(day.end)
  let clock = start
  const items = day.items.map((item): ScheduledItem => {
    const { block = null, module = null } = (item.kind === 'block' && blocks.get(item.block)) || {}
    const plan = block && item.kind === 'block' ? planBlock(block, item.use, settingOf(day)) : null
    const minutes = item.kind !== 'block' ? item.minutes : plan ? minutesTaken(plan) : 0
    const begun = clock
    clock += minutes
    const title = item.kind !== 'block' ? item.title : (block?.title ?? item.block)
    return { item, block, module, title, start: begun, end: clock, plan }
  })
  const over = Math.max(0, clock - end)
  return { day, title: day.title, start, end, items, finish: clock, over, cuts: cutsFor(over, cutsIn(items, day)) }
}

function settingOf({ online }: AgendaDay): Setting {
  return online ? 'online' : 'room'
}

// Among equals the later one goes: what comes earlier is needed by what follows.
const CUT_ORDER: readonly Cut[] = ['first', null, 'last']

/**
 * All that can go from a run of a day's items, in the order in which it goes: blocks take their short form, then whole activities go, those
 * marked `first`, those without a mark, those marked `last`; what is never cut stays.
 */
export function cutsIn(items: readonly ScheduledItem[], day: AgendaDay): DayCut[] {
  const held = items.flatMap(({ block, item, plan }) => {
    if (!block || !plan || item.kind !== 'block') return []
    const short = item.use === 'full' ? planBlock(block, 'short', settingOf(day)) : plan
    return [{ block, plan: short, minutes: minutesTaken(plan) - minutesTaken(short) }]
  })
  const shortened = held.filter(({ minutes }) => minutes > 0)
  const activities = held.flatMap(({ block, plan }) =>
    plan.parts.flatMap(({ piece, minutes, cut }) => (piece.kind === 'activity' ? [{ activity: piece, block, minutes, cut }] : [])),
  )
  return [
    ...shortened.map(({ block, plan, minutes }): DayCut => ({ kind: 'short', block, plan, minutes })).reverse(),
    ...CUT_ORDER.flatMap((mark) => activities.filter(({ cut }) => cut === mark).reverse()).map(
      ({ activity, block, minutes }): DayCut => ({ kind: 'activity', activity, block, minutes }),
    ),
  ]
}

/** The first of the cuts that save so many minutes; all of them where they do not. */
function cutsFor(over: number, cuts: readonly DayCut[]): DayCut[] {
  let saved = 0
  return cuts.filter(({ minutes }) => {
    const needed = saved < over
    saved += minutes
    return needed
  })
}

function plannedParts(flesh: Flesh): PlannedPart[] {
  return flesh.flatMap((node): PlannedPart[] => {
    if (node.type === 'piece') return partsOfPiece(node.piece)
    return 'children' in node ? plannedParts(node.children as Flesh) : []
  })
}

function partsOfPiece(piece: Extract<Flesh[number], { type: 'piece' }>['piece']): PlannedPart[] {
  if (piece.kind === 'slide') return planned(piece, piece.cut)
  if (piece.kind === 'activity') return planned(piece, piece.cut)
  if (piece.kind === 'discussion') return planned(piece, null)
  return holdsParts(piece) ? plannedParts(piece.body) : []
}

function planned(piece: PlannedPart['piece'], cut: Cut): PlannedPart[] {
  return piece.minutes === null ? [] : [{ piece, minutes: piece.minutes, cut }]
}

function holdsParts(piece: { kind: string }): piece is BoxPiece | Lens {
  return 'body' in piece && !['figure', 'worksheet', 'quiz', 'question'].includes(piece.kind)
}

function total(parts: readonly PlannedPart[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0)
}
