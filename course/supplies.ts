/** What an agenda needs for those who come: copies of worksheets, and the materials of every activity, counted where they have a number. */
import type { PhrasingContent } from 'mdast'
import type { Activity, Agenda, Block, Course, Worksheet } from './course.ts'
import { linesOf, textOfLine } from './material-lines.ts'
import { groupCount } from './mix-groups.ts'
import { isCopiesOnly, type Quantity, quantitiesIn } from './quantities.ts'
import { type ScheduledDay, schedule } from './schedule.ts'

/** How many come. */
export interface Crowd {
  people: number
  /** Delegations among them; null where it is not known. */
  delegations: number | null
}

export interface SheetSupply {
  worksheet: Worksheet
  /** Activities it is used in. */
  activities: Activity[]
  /** One a person or one a group; null where the materials of an activity ask for another number. */
  form: 'person' | 'group' | null
  copies: number
}

export interface ActivitySupply {
  activity: Activity
  block: Block
  people: number
  groups: number
  /** Its materials, less the copies that are among the sheets of the day. */
  lines: MaterialSupply[]
}

export interface MaterialSupply {
  line: PhrasingContent[]
  /** What it has in numbers, in all; in the order written. */
  counts: number[]
}

export interface DaySupply {
  day: ScheduledDay
  /** Worksheets of the day; one that an earlier day has is not counted again. */
  sheets: SheetSupply[]
  /** Activities with materials other than sheets. */
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
  crowd: Crowd
  days: DaySupply[]
  annexes: AnnexSupply[]
  /** Copies of all worksheets of the days. */
  copies: number
}

/**
 * Counts what an agenda needs. A worksheet is copied as often as the materials of its activity say, else once a person or once a group, as it
 * says of itself; used in several activities, as often as the one that needs most. One for facilitators that no activity names (a role card) is copied once a group of its block.
 */
export function supplies(agenda: Agenda, course: Course, crowd: Crowd): Supplies {
  const scheduled = schedule(agenda, course)
  const days = scheduled.map((day) => ({ day, sheets: sheetsOf(day, course, crowd), activities: activitiesOf(day, crowd) }))
  const all = Map.groupBy(
    days.flatMap(({ sheets }) => sheets),
    ({ worksheet }) => worksheet.id,
  )
  const counted = days.map(({ sheets, ...rest }) => ({
    ...rest,
    sheets: sheets.flatMap((sheet) => {
      const same = all.get(sheet.worksheet.id) ?? []
      if (same[0] !== sheet) return []
      const most = same.reduce((one, other) => (other.copies > one.copies ? other : one))
      return [{ ...most, activities: same.flatMap((one) => one.activities) }]
    }),
  }))
  const copies = counted.flatMap(({ sheets }) => sheets).reduce((sum, sheet) => sum + sheet.copies, 0)
  return { crowd, days: counted, annexes: annexesOf(scheduled, course), copies }
}

function groupsOf({ size }: Pick<Activity, 'size'>, people: number): number {
  return size === null ? 1 : groupCount(people, size)
}

function sheetsOf({ items }: ScheduledDay, course: Course, crowd: Crowd): SheetSupply[] {
  return items.flatMap(({ block, plan }) => {
    if (!block) return []
    const activities = (plan?.parts ?? []).flatMap(({ piece }) => (piece.kind === 'activity' ? [piece] : []))
    const named = new Set(block.activities.flatMap((activity) => activity.worksheets))
    const used = course.worksheets.filter(({ id }) => activities.some((activity) => activity.worksheets.includes(id)))
    const others = block.worksheets.filter(({ id }) => !named.has(id))
    return [...used, ...others].map((worksheet): SheetSupply => {
      const own = activities.filter((activity) => activity.worksheets.includes(worksheet.id))
      const asked = Math.max(...own.map((activity) => copiesAsked(worksheet, activity, block, crowd)))
      const form = worksheet.group || worksheet.audience === 'facilitator' ? 'group' : 'person'
      const groups = (own.length > 0 ? own : activities).map((activity) => groupsOf(activity, crowd.people))
      const usual = form === 'group' ? Math.max(1, ...groups) : crowd.people
      return asked > 0 && asked !== usual
        ? { worksheet, activities: own, form: null, copies: asked }
        : { worksheet, activities: own, form, copies: usual }
    })
  })
}

/** Copies that the materials of an activity ask for; 0 where they do not say. */
function copiesAsked({ id }: Worksheet, activity: Activity, { language }: Block, crowd: Crowd): number {
  return linesOf(activity.materials)
    .flatMap((line) => quantitiesIn(textOfLine(line), language))
    .filter(({ copiesOf }) => copiesOf === id)
    .reduce((sum, quantity) => sum + (countOf(quantity, activity, crowd) ?? 0), 0)
}

/** A quantity for all who come; null where it cannot be told. */
function countOf({ amount, per }: Quantity, activity: Activity, { people, delegations }: Crowd): number | null {
  switch (per) {
    case 'all':
      return amount
    case 'group':
      return amount * groupsOf(activity, people)
    case 'person':
      return amount * people
    case 'delegation':
      return delegations === null ? null : amount * delegations
    default:
      return amount * Math.ceil(people / per.people)
  }
}

function activitiesOf({ items }: ScheduledDay, crowd: Crowd): ActivitySupply[] {
  return items.flatMap(({ block, plan }) =>
    (plan?.parts ?? []).flatMap(({ piece }) => {
      if (!block || piece.kind !== 'activity') return []
      const lines = materialsOf(piece, block, crowd)
      return lines.length === 0 ? [] : [{ activity: piece, block, people: crowd.people, groups: groupsOf(piece, crowd.people), lines }]
    }),
  )
}

function materialsOf(activity: Activity, { language }: Block, crowd: Crowd): MaterialSupply[] {
  return linesOf(activity.materials).flatMap((line) => {
    const text = textOfLine(line)
    const quantities = quantitiesIn(text, language)
    const amongSheets = activity.worksheets.includes(quantities[0]?.copiesOf ?? '') && isCopiesOnly(text, language)
    return amongSheets ? [] : [{ line, counts: quantities.flatMap((quantity) => countOf(quantity, activity, crowd) ?? []) }]
  })
}

function annexesOf(days: readonly ScheduledDay[], course: Course): AnnexSupply[] {
  const sessions = days.flatMap(({ items }) => items.flatMap(({ item }) => (item.kind === 'session' ? [item] : [])))
  return (course.annexes?.blocks ?? []).flatMap((annex) => {
    const leading = [...new Set(sessions.filter((session) => session.annex === annex.id).map(({ title }) => title))]
    const worksheets = annex.worksheets.filter(({ audience }) => audience !== 'facilitator')
    return leading.length === 0 || worksheets.length === 0 ? [] : [{ annex, sessions: leading, worksheets }]
  })
}
