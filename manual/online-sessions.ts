/** The course re-timed for the screen: sessions of the length course.yml sets, each with its opening, break and closing. */
import type { Activity, Block, Course, Module, Slide } from '../course/course.ts'
import { planBlock, type Setting } from '../course/schedule.ts'

/** A stretch of a block that takes time: a run of slides, an activity, a discussion. */
export interface Stretch {
  kind: 'slides' | 'activity' | 'discussion'
  block: Block
  title: string
  minutes: number
  activity: Activity | null
  /** Slides of the run; empty for the other kinds. */
  slides: Slide[]
  /** Part of a stretch too long for one session: `{ part: 1, parts: 2 }`. */
  split: { part: number; parts: number } | null
}

export type SessionItem = Stretch | { kind: 'opening' | 'break' | 'closing'; minutes: number }

export interface OnlineSession {
  /** 1-based, through the whole course. */
  number: number
  module: Module
  items: SessionItem[]
  minutes: number
}

/** Minutes to arrive and test sound, to rest, and to close; our advice, the same in every session. */
const OPENING = 5
const CLOSING = 5
const BREAK = 10
/** A session longer than this gets a break; nobody should look at a screen for longer without one. */
const LONGEST_WITHOUT_BREAK = 60

/**
 * What takes time in a block, in the order written; consecutive slides are one stretch. What has no planned minutes, and what the
 * short form leaves out, is not among them: nothing is made up.
 */
export function stretches(block: Block, setting: Setting, use: 'full' | 'short' = 'full'): Stretch[] {
  const found: Stretch[] = []
  for (const { piece, minutes } of planBlock(block, use, setting).parts) {
    const last = found.at(-1)
    if (piece.kind === 'slide') {
      if (last?.kind === 'slides') {
        last.slides.push(piece)
        last.minutes += minutes
      } else found.push(stretch('slides', block, piece.title, minutes, { slides: [piece] }))
    } else if (piece.kind === 'activity') {
      found.push(stretch('activity', block, piece.title, minutes, { activity: piece }))
    } else found.push(stretch('discussion', block, piece.title, minutes, {}))
  }
  return found
}

function stretch(
  kind: Stretch['kind'],
  block: Block,
  title: string,
  minutes: number,
  rest: { activity?: Activity; slides?: Slide[] },
): Stretch {
  return { kind, block, title, minutes, activity: rest.activity ?? null, slides: rest.slides ?? [], split: null }
}

/** The sessions of a course. A module begins with a session of its own; a stretch is split only where it fits no session. */
export function onlineSessions(course: Course): OnlineSession[] {
  const length = course.online.session
  const room = Math.max(length - OPENING - CLOSING - (length > LONGEST_WITHOUT_BREAK ? BREAK : 0), 10)
  const sessions: OnlineSession[] = []
  for (const module of course.modules) {
    const all = module.blocks.flatMap((block) => stretches(block, 'online')).flatMap((one) => parts(one, room))
    for (const some of packed(all, room)) {
      const items = withBreaks(some, length)
      sessions.push({ number: sessions.length + 1, module, items, minutes: total(items) })
    }
  }
  return sessions
}

function parts(one: Stretch, room: number): Stretch[] {
  const count = Math.ceil(one.minutes / room)
  if (count <= 1) return [one]
  return Array.from({ length: count }, (_, index) => ({
    ...one,
    minutes: Math.floor(one.minutes / count) + (index < one.minutes % count ? 1 : 0),
    split: { part: index + 1, parts: count },
  }))
}

function packed(all: readonly Stretch[], room: number): Stretch[][] {
  const sessions: Stretch[][] = []
  for (const one of all) {
    const last = sessions.at(-1)
    if (last && total(last) + one.minutes <= room) last.push(one)
    else sessions.push([one])
  }
  return sessions
}

/** The break goes between two stretches, as near the middle of the work as it can. */
function withBreaks(work: Stretch[], length: number): SessionItem[] {
  const items: SessionItem[] = [...work]
  const minutes = total(work)
  if (length > LONGEST_WITHOUT_BREAK && minutes + OPENING + CLOSING > LONGEST_WITHOUT_BREAK && work.length > 1) {
    const distances = work.slice(1).map((_, index) => Math.abs(total(work.slice(0, index + 1)) - minutes / 2))
    items.splice(distances.indexOf(Math.min(...distances)) + 1, 0, { kind: 'break', minutes: BREAK })
  }
  return [{ kind: 'opening', minutes: OPENING }, ...items, { kind: 'closing', minutes: CLOSING }]
}

function total(items: readonly { minutes: number }[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}
