/**
 * What opens and closes the days of a new agenda besides its blocks (welcome, tests, recap, evaluation), taken over from the default agenda of
 * the course: what stands before the first block of a day opens it, the other sessions close it. The last day has what closes the course.
 */
import type { AgendaItem, Course } from './course.ts'

/** A session by its place in the default agenda, which every language of the course has. */
export interface SessionSlot {
  kind: 'session'
  minutes: number
  from: { day: number; item: number }
}

export interface DaySessions {
  /** Before the first block of the first day, of every other day. */
  opening: { first: readonly SessionSlot[]; later: readonly SessionSlot[] }
  /** After the last block of the last day, of every other day. */
  closing: { last: readonly SessionSlot[]; other: readonly SessionSlot[] }
  /** Whether a wrap-up is the very end of the course, after what closes it. */
  wrapUpLast: boolean
}

export const NO_SESSIONS: DaySessions = { opening: { first: [], later: [] }, closing: { last: [], other: [] }, wrapUpLast: false }

/** The sessions of the default agenda; none where there is no agenda. */
export function daySessions({ agendas }: Pick<Course, 'agendas'>): DaySessions {
  const days = (agendas[0]?.days ?? []).map(({ items }, day) => sessionsOfDay(items, day))
  const last = days.at(-1)
  if (!last) return NO_SESSIONS
  const [first = last, second] = days
  return {
    opening: { first: first.opening, later: second?.opening ?? [] },
    closing: { last: last.closing, other: second ? first.closing : [] },
    wrapUpLast: last.closing.length > 0 && agendas[0]?.days.at(-1)?.items.at(-1)?.kind === 'block',
  }
}

/** The session a slot stands for, in the language of a course; null where its default agenda has none there. */
export function sessionAt({ from }: SessionSlot, { agendas }: Pick<Course, 'agendas'>): Extract<AgendaItem, { kind: 'session' }> | null {
  const item = agendas[0]?.days[from.day]?.items[from.item]
  return item?.kind === 'session' ? item : null
}

function sessionsOfDay(items: readonly AgendaItem[], day: number): { opening: SessionSlot[]; closing: SessionSlot[] } {
  const firstBlock = items.findIndex(({ kind }) => kind === 'block')
  const slots = items.flatMap((item, index) =>
    item.kind === 'session' ? [{ kind: item.kind, minutes: item.minutes, from: { day, item: index } }] : [],
  )
  return {
    opening: slots.filter(({ from }) => from.item < firstBlock),
    closing: slots.filter(({ from }) => from.item >= firstBlock),
  }
}
