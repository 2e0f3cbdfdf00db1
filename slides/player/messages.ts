/**
 * What windows of one deck say to each other. A message is believed only when it has exactly this shape and comes over
 * the deck's own channel; everything else is dropped.
 */
import type { Command, Countdown, Session } from './session.ts'

export type Message =
  /** A speaker view looks for its deck; `session` is null when it was opened by hand. */
  | { kind: 'hello'; from: string; count: number; session: string | null }
  /** The deck window says where it stands. */
  | { kind: 'state'; from: string; count: number; session: string; state: Session }
  /** A speaker view asks the deck window for a step. */
  | { kind: 'command'; from: string; count: number; session: string; command: Command }
  /** The deck window goes on to another deck of the course. */
  | { kind: 'moved'; from: string; count: number; session: string; deck: string }
  /** A speaker view asks the deck window to go on to another deck. */
  | { kind: 'open'; from: string; count: number; session: string; deck: string; slide: string | null }
  /** A speaker view whose deck window was lost gives a new one what it knows. */
  | { kind: 'restore'; from: string; count: number; session: string; state: Session }
  /** The deck window closes. */
  | { kind: 'bye'; from: string; count: number; session: string }

type Loose = Record<string, unknown>

/** The message in `data`, or null where it is none of ours. */
export function readMessage(data: unknown): Message | null {
  if (!isRecord(data) || !isName(data.from) || !isNumber(data.count)) return null
  const { kind, from, count, session } = data
  if (kind === 'hello' && (session === null || isName(session))) return { kind, from, count, session }
  if (!isName(session)) return null
  if (kind === 'bye') return { kind, from, count, session }
  if (kind === 'moved') return isName(data.deck) ? { kind, from, count, session, deck: data.deck } : null
  if (kind === 'open') return readOpen(data, { from, count, session })
  if (kind === 'state' || kind === 'restore') {
    const state = readSession(data.state)
    return state && { kind, from, count, session, state }
  }
  if (kind === 'command') {
    const command = readCommand(data.command)
    return command && { kind, from, count, session, command }
  }
  return null
}

function readOpen({ deck, slide }: Loose, head: { from: string; count: number; session: string }): Message | null {
  return isName(deck) && (slide === null || isName(slide)) ? { kind: 'open', ...head, deck, slide } : null
}

/** The session in `data`, or null; also used for what a reload finds in the window's own storage. */
export function readSession(data: unknown): Session | null {
  if (!isRecord(data) || !isName(data.slide) || !isName(data.from) || typeof data.black !== 'boolean' || !isRecord(data.spent)) return null
  if (!isNames(data.leftOut) || !isNumber(data.steps) || !isNumberOrNull(data.since)) return null
  const spent: Record<string, number> = {}
  for (const [slide, time] of Object.entries(data.spent)) {
    if (!isNumber(time)) return null
    spent[slide] = time
  }
  const countdown = data.countdown === null ? null : readCountdown(data.countdown)
  if (data.countdown !== null && countdown === null) return null
  return {
    slide: data.slide,
    steps: data.steps,
    black: data.black,
    from: data.from,
    spent,
    since: data.since,
    countdown,
    leftOut: data.leftOut,
  }
}

function readCountdown(data: unknown): Countdown | null {
  if (!isRecord(data) || !isName(data.activity) || !isNumber(data.left) || !isNumberOrNull(data.since)) return null
  return { activity: data.activity, left: data.left, since: data.since }
}

function readCommand(data: unknown): Command | null {
  if (!isRecord(data)) return null
  const { activity, minutes, on, add, steps } = data
  switch (data.do) {
    case 'go':
      return readGo(data)
    case 'reveal':
      return isNumber(steps) ? { do: 'reveal', steps } : null
    case 'black':
    case 'run-clock':
      return typeof on === 'boolean' ? { do: data.do, on } : null
    case 'leave-out':
      return isNames(data.ids) && typeof on === 'boolean' ? { do: 'leave-out', ids: data.ids, on } : null
    case 'reset-clock':
      return { do: 'reset-clock' }
  }
  if (!isName(activity) || !isNumber(minutes)) return null
  switch (data.do) {
    case 'run-countdown':
      return typeof on === 'boolean' ? { do: 'run-countdown', activity, minutes, on } : null
    case 'add-to-countdown':
      return isNumber(add) ? { do: 'add-to-countdown', activity, minutes, add } : null
    case 'reset-countdown':
      return { do: 'reset-countdown', activity, minutes }
  }
  return null
}

function readGo({ slide, steps }: Loose): Command | null {
  if (!isName(slide) || (steps !== undefined && !isNumber(steps))) return null
  return steps === undefined ? { do: 'go', slide } : { do: 'go', slide, steps }
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200
}
function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 1000 && value.every(isName)
}
function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
function isNumberOrNull(value: unknown): value is number | null {
  return value === null || isNumber(value)
}
