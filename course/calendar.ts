/** Days of the calendar, written `YYYY-MM-DD`. */

const DAY = 86_400_000

/** Names of the days of the week, as they are counted: Sunday is 0. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** The days of an agenda, one after the other from the first, less those of the weekend; one day of the week must be none. */
export function workingDays(first: string, count: number, weekend: readonly number[]): string[] {
  const days: string[] = []
  for (let day = first; days.length < count; day = dayAfter(day)) if (!weekend.includes(new Date(day).getUTCDay())) days.push(day)
  return days
}

/** The last day on or before a year, month and day as somebody wrote them: 2027, 2, 30 is 2027-02-28. */
export function nearestDay(year: number, month: number, day: number): string {
  const inYear = clamp(year, 2000, 2999)
  const inMonth = clamp(month, 1, 12)
  const last = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate()
  return written(Date.UTC(inYear, inMonth - 1, clamp(day, 1, last)))
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return written(Date.parse(day) + DAY)
}

/** Weekday, day, month and year of a day in the words of a locale such as `en-GB`; their order is each language's own. */
export function partsOfDay(day: string, locale: string): { weekday: string; day: string; month: string; year: string } {
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const parts = new Map(long.formatToParts(new Date(day)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return { weekday: part('weekday'), day: part('day'), month: part('month'), year: part('year') }
}

function written(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
