/** What an agenda needs for a number of people: copies of worksheets, and the groups of every activity that has materials. */
import type { Activity, Agenda, Block, Course, Worksheet } from './course.ts'
import { groupCount } from './mix-groups.ts'
import { type ScheduledDay, schedule } from './schedule.ts'

export interface SheetSupply {
  worksheet: Worksheet
  /** Activities it is used in. */
  activities: Activity[]
  /** One a group rather than one a person. */
  group: boolean
  copies: number
}

export interface ActivitySupply {
  activity: Activity
  block: Block
  groups: number
}

export interface DaySupply {
  day: ScheduledDay
  /** Worksheets of the day; one that an earlier day has is not counted again. */
  sheets: SheetSupply[]
  /** Activities with materials. */
  activities: ActivitySupply[]
}

/** Worksheets of an annex that sessions lead to: one a person each time. */
export interface AnnexSupply {
  annex: Block
  /** Sessions that lead to it, each title once. */
  sessions: string[]
  worksheets: Worksheet[]
}

export interface Supplies {
  people: number
  days: DaySupply[]
  annexes: AnnexSupply[]
  /** Copies of all worksheets of the days. */
  copies: number
}

/**
 * Counts what an agenda needs. A worksheet is copied once a person or once a group, as it says of itself; used in several activities, as often
 * as the one that needs most. One for facilitators that no activity names (a role card) is copied once a group of its block.
 */
export function supplies(agenda: Agenda, course: Course, people: number): Supplies {
  const scheduled = schedule(agenda, course)
  const days = scheduled.map((day) => ({ day, sheets: sheetsOf(day, course, people), activities: activitiesOf(day, people) }))
  const all = Map.groupBy(
    days.flatMap(({ sheets }) => sheets),
    ({ worksheet }) => worksheet.id,
  )
  const counted = days.map(({ sheets, ...rest }) => ({
    ...rest,
    sheets: sheets.flatMap((sheet) => {
      const same = all.get(sheet.worksheet.id) ?? []
      if (same[0] !== sheet) return []
      return [{ ...sheet, activities: same.flatMap((one) => one.activities), copies: Math.max(...same.map((one) => one.copies)) }]
    }),
  }))
  const copies = counted.flatMap(({ sheets }) => sheets).reduce((sum, sheet) => sum + sheet.copies, 0)
  return { people, days: counted, annexes: annexesOf(scheduled, course), copies }
}

function groupsOf({ size }: Pick<Activity, 'size'>, people: number): number {
  return size === null ? 1 : groupCount(people, size)
}

function sheetsOf({ items }: ScheduledDay, course: Course, people: number): SheetSupply[] {
  return items.flatMap(({ block, plan }) => {
    const activities = (plan?.parts ?? []).flatMap(({ piece }) => (piece.kind === 'activity' ? [piece] : []))
    const named = new Set((block?.activities ?? []).flatMap((activity) => activity.worksheets))
    const used = course.worksheets.filter(({ id }) => activities.some((activity) => activity.worksheets.includes(id)))
    const others = (block?.worksheets ?? []).filter(({ id }) => !named.has(id))
    return [...used, ...others].map((worksheet): SheetSupply => {
      const own = activities.filter((activity) => activity.worksheets.includes(worksheet.id))
      const group = worksheet.group || worksheet.audience === 'facilitator'
      const groups = (own.length > 0 ? own : activities).map((activity) => groupsOf(activity, people))
      return { worksheet, activities: own, group, copies: group ? Math.max(1, ...groups) : people }
    })
  })
}

function activitiesOf({ items }: ScheduledDay, people: number): ActivitySupply[] {
  return items.flatMap(({ block, plan }) =>
    (plan?.parts ?? []).flatMap(({ piece }) =>
      block && piece.kind === 'activity' && piece.materials.length > 0 ? [{ activity: piece, block, groups: groupsOf(piece, people) }] : [],
    ),
  )
}

function annexesOf(days: readonly ScheduledDay[], course: Course): AnnexSupply[] {
  const sessions = days.flatMap(({ items }) => items.flatMap(({ item }) => (item.kind === 'session' ? [item] : [])))
  return (course.annexes?.blocks ?? []).flatMap((annex) => {
    const leading = [...new Set(sessions.filter((session) => session.annex === annex.id).map(({ title }) => title))]
    const worksheets = annex.worksheets.filter(({ audience }) => audience !== 'facilitator')
    return leading.length === 0 || worksheets.length === 0 ? [] : [{ annex, sessions: leading, worksheets }]
  })
}
