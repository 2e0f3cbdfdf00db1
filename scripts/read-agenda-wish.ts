/** What was asked of a new agenda on the command line, read and judged. */
import { resolve } from 'node:path'
import { type DaySessions, daySessions } from '../course/agenda-sessions.ts'
import { nearestDay, WEEKDAYS } from '../course/calendar.ts'
import type { Course, Module } from '../course/course.ts'
import { LONGEST_LUNCH } from '../course/fill-days.ts'
import { nearest } from '../course/nearest.ts'
import { type AgendaWish, closingBlock, earliestEnd, latestStart, shortest } from '../course/plan-agenda.ts'
import { clockTime, minutesAt } from '../course/schedule.ts'
import { UsageProblem } from './usage-problem.ts'

/** Options of `fieldkit agenda` as written. */
export interface AgendaOptions {
  /** Undefined where it is missing. */
  start: string | undefined
  days: string | undefined
  modules: string[] | undefined
  end: string
  lunch: string
  coffee: string
  session: string
  weekend: string
  /** False for --no-sessions. */
  sessions: boolean
  title: string
}

const MOST_DAYS = 30

/** What the options ask for, but for the modules. Throws UsageProblem with the nearest right value. */
export function readTimes(options: AgendaOptions): Omit<AgendaWish, 'modules'> {
  return {
    ...readStart(given('--start', options.start, 'the first day and its start such as 2027-03-01T09:00')),
    days: readNumber('--days', given('--days', options.days, 'how many days there are'), { least: 1, most: MOST_DAYS }),
    end: readTime('--end', options.end),
    lunch: readNumber('--lunch', options.lunch, { least: 0, most: LONGEST_LUNCH }),
    coffee: readNumber('--coffee', options.coffee, { least: 5, most: 60 }),
    session: readNumber('--session', options.session, { least: 30, most: 240 }),
    weekend: readWeekend(options.weekend),
    sessions: options.sessions,
    title: options.title.trim(),
  }
}

/** Ids of the modules named by number or id; of all where none is named. Throws UsageProblem with the nearest one there is. */
export function readModules(named: string[] | undefined, course: Course): string[] {
  const { modules } = course
  if (!named) return modules.map(({ id }) => id)
  return named.map((name) => {
    const found = modules.find(({ id, number }) => (/^\d+$/.test(name) ? number === Number(name) : id === name))
    if (!found) throw new UsageProblem(`Unexpected --modules ${name}, expected ${likeModule(name, modules)}.`)
    return found.id
  })
}

/** The path of the run sheet. Throws UsageProblem where it is not that of a PDF. */
export function readOut(out: string | undefined): string | undefined {
  if (out === undefined) return undefined
  if (!/[^\\/]\.pdf$/i.test(out))
    throw new UsageProblem(`Unexpected --out ${out}, expected ${out.replace(/(\.\w*|[\\/]*)$/, '') || 'agenda'}.pdf.`)
  return resolve(out)
}

/** Why no agenda can be planned: one sentence with the nearest right value. */
export function whyNotPlanned(course: Course, wish: AgendaWish): UsageProblem {
  const closing = closingBlock(course, wish)
  if (!closing) return new UsageProblem(`Unexpected --modules ${wish.modules.join(',')}, expected a module that holds blocks.`)
  const { minutes } = shortest(closing)
  const around = wish.sessions ? sessionMinutes(daySessions(course)) : 0
  const because = `"${closing.title}" takes ${minutes} minutes${around > 0 ? ` and the sessions around it ${around} (--no-sessions leaves them out)` : ''}`
  if (minutes > wish.session)
    return new UsageProblem(
      `Unexpected --session ${wish.session}, expected at least ${minutes}: "${closing.title}" takes ${minutes} minutes.`,
    )
  const end = earliestEnd(course, wish)
  if (end !== null) return new UsageProblem(`Unexpected --end ${wish.end}, expected ${end} or later: ${because}.`)
  const start = latestStart(course, wish) ?? '09:00'
  return new UsageProblem(`Unexpected --start ${wish.date}T${wish.start}, expected ${wish.date}T${start} or earlier: ${because}.`)
}

/** Minutes of what opens and closes an agenda of one day. */
function sessionMinutes({ opening, closing }: DaySessions): number {
  return [...opening.first, ...closing.last].reduce((sum, { minutes }) => sum + minutes, 0)
}

function readStart(written: string): { date: string; start: string } {
  const parts = /^\D*(\d{4})\D(\d{1,2})\D(\d{1,2})(?:\D+(\d{1,2})\D(\d{1,2})\D*)?$/.exec(written)
  if (!parts) throw new UsageProblem(`Unexpected --start ${written}, expected a day and time such as 2027-03-01T09:00.`)
  const [year = 0, month = 0, day = 0, hours = 9, minutes = 0] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  const date = nearestDay(year, month, day)
  const start = nearestTime(hours, minutes)
  if (written !== date && written !== `${date}T${start}`) {
    throw new UsageProblem(`Unexpected --start ${written}, expected a day of the calendar and a time such as ${date}T${start}.`)
  }
  return { date, start }
}

function given(option: string, written: string | undefined, expected: string): string {
  if (written === undefined) throw new UsageProblem(`Missing ${option}, expected ${expected}.`)
  return written
}

const NO_WEEKEND = 'none'

function readWeekend(written: string): number[] {
  if (written.trim().toLowerCase() === NO_WEEKEND) return []
  const days = written.split(',').map((name) => {
    const day = WEEKDAYS.indexOf(name.trim().slice(0, 3).toLowerCase() as (typeof WEEKDAYS)[number])
    if (day < 0) throw new UsageProblem(`Unexpected --weekend ${written}, expected days such as sat,sun or fri,sat, or ${NO_WEEKEND}.`)
    return day
  })
  if (WEEKDAYS.every((_, day) => days.includes(day)))
    throw new UsageProblem(`Unexpected --weekend ${written}, expected a day that is none.`)
  return days
}

function readTime(option: string, written: string): string {
  const parts = /^(\d{1,2})(?:\D(\d{1,2}))?$/.exec(written)
  if (!parts) throw new UsageProblem(`Unexpected ${option} ${written}, expected a time such as 17:00.`)
  const time = nearestTime(Number(parts[1]), Number(parts[2] ?? 0))
  if (written !== time) throw new UsageProblem(`Unexpected ${option} ${written}, expected a time such as ${time}.`)
  return time
}

function nearestTime(hours: number, minutes: number): string {
  return hours > 23 ? '23:59' : clockTime(minutesAt(`${hours}:${Math.min(minutes, 59)}`))
}

function readNumber(option: string, written: string, { least, most }: { least: number; most: number }): number {
  const number = Number(written)
  if (written.trim() === '' || !Number.isInteger(number))
    throw new UsageProblem(`Unexpected ${option} ${written}, expected a whole number from ${least} to ${most}.`)
  if (number < least) throw new UsageProblem(`Unexpected ${option} ${written}, expected at least ${least}.`)
  if (number > most) throw new UsageProblem(`Unexpected ${option} ${written}, expected at most ${most}.`)
  return number
}

function likeModule(name: string, modules: readonly Module[]): string {
  const numbers = modules.map(({ number }) => number)
  if (/^\d+$/.test(name)) return String(numbers.toSorted((a, b) => Math.abs(a - Number(name)) - Math.abs(b - Number(name)))[0])
  const ids = modules.map(({ id }) => id)
  return nearest(name, ids) ?? `a module by its number (${numbers.join(', ')}) or its id (${ids.join(', ')})`
}
