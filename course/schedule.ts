/**
 * The clock of an agenda: which block runs when, what fills a block, and what to leave out when time runs short. Pure arithmetic in
 * minutes after midnight; `clockTime` prints it. The run sheet, the contingency plan and the rules about time all read it here.
 */
import type { Activity, Agenda, AgendaDay, AgendaItem, Block, BoxPiece, Course, Cut, Flesh, Lens, Slide, Step } from './course.ts'

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
  /** Minutes the block has; null where the author gave none. */
  minutes: number | null
}

export interface ScheduledItem {
  item: AgendaItem
  /** The block of the item; null for breaks, for sessions and for ids no block has. */
  block: Block | null
  title: string
  /** Minutes after midnight. */
  start: number
  end: number
  /** What fills the block; null for breaks. */
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
  /** What to leave out first, second, …, until the day fits; empty where it fits. */
  cuts: { piece: Activity; block: Block; minutes: number }[]
}

/** Clock times of every item of an agenda, day by day. A block takes its own minutes, or what its parts need where that is more. */
export function schedule(agenda: Agenda, course: Course): ScheduledDay[] {
  const blocks = new Map(course.modules.flatMap((module) => module.blocks.map((block): [string, Block] => [block.id, block])))
  return agenda.days.map((day) => scheduleDay(day, blocks))
}

/** What fills a block. Slides, activities and discussions count; what stands inside an activity counts in the activity's own minutes. */
export function planBlock(block: Block, use: 'full' | 'short'): BlockPlan {
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

function scheduleDay(day: AgendaDay, blocks: ReadonlyMap<string, Block>): ScheduledDay {
  const start = minutesAt(day.start)
  const end = minutesAt(day.end)
  let clock = start
  const items = day.items.map((item): ScheduledItem => {
    const block = item.kind === 'block' ? (blocks.get(item.block) ?? null) : null
    const plan = block && item.kind === 'block' ? planBlock(block, item.use) : null
    const minutes = item.kind !== 'block' ? item.minutes : Math.max(plan?.minutes ?? 0, plan?.planned ?? 0)
    const begun = clock
    clock += minutes
    const title = item.kind !== 'block' ? item.title : (block?.title ?? item.block)
    return { item, block, title, start: begun, end: clock, plan }
  })
  const over = Math.max(0, clock - end)
  return { day, title: day.title, start, end, items, finish: clock, over, cuts: over > 0 ? cutsOf(items, over) : [] }
}

// `first` goes first, then what has no mark, then `last`; `never` stays. Among equals the later one goes: what comes earlier is needed by what follows.
const CUT_ORDER: readonly Cut[] = ['first', null, 'last']

function cutsOf(items: ScheduledItem[], over: number): ScheduledDay['cuts'] {
  const candidates = items.flatMap(({ block, plan }) =>
    (plan?.parts ?? []).flatMap(({ piece, minutes, cut }) => (piece.kind === 'activity' && block ? [{ piece, block, minutes, cut }] : [])),
  )
  const cuts: ScheduledDay['cuts'] = []
  let saved = 0
  for (const cut of CUT_ORDER) {
    for (const candidate of candidates.filter((one) => one.cut === cut).reverse()) {
      if (saved >= over) return cuts
      cuts.push({ piece: candidate.piece, block: candidate.block, minutes: candidate.minutes })
      saved += candidate.minutes
    }
  }
  return cuts
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
