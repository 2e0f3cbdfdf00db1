/** What was asked of a new agenda on the command line, read and judged. */
import { resolve } from 'node:path'
import { nearestDay } from '../course/calendar.ts'
import type { Course, Module } from '../course/course.ts'
import { LONGEST_LUNCH } from '../course/fill-days.ts'
import { nearest } from '../course/nearest.ts'
import { type AgendaWish, closingBlock, earliestEnd, latestStart, shortest } from '../course/plan-agenda.ts'
import { clockTime, minutesAt } from '../course/schedule.ts'
import { UsageProblem } from './usage-problem.ts'

/** Options of `fieldkit agenda` as written. */
export interface AgendaOptions {
  start: string
  days: string
  modules: string[] | undefined
  end: string
  lunch: string
  coffee: string
  session: string
  title: string
}

const MOST_DAYS = 30

/** What the options ask for, but for the modules. Throws UsageProblem with the nearest right value. */
export function readTimes(options: AgendaOptions): Omit<AgendaWish, 'modules'> {
  return {
    ...readStart(options.start),
    days: readNumber('--days', options.days, { least: 1, most: MOST_DAYS }),
    end: readTime('--end', options.end),
    lunch: readNumber('--lunch', options.lunch, { least: 0, most: LONGEST_LUNCH }),
    coffee: readNumber('--coffee', options.coffee, { least: 5, most: 60 }),
    session: readNumber('--session', options.session, { least: 30, most: 240 }),
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
  const because = `"${closing.title}" takes ${minutes} minutes`
  if (minutes > wish.session) return new UsageProblem(`Unexpected --session ${wish.session}, expected at least ${minutes}: ${because}.`)
  const end = earliestEnd(course, wish)
  if (end !== null) return new UsageProblem(`Unexpected --end ${wish.end}, expected ${end} or later: ${because}.`)
  const start = latestStart(course, wish) ?? '09:00'
  return new UsageProblem(`Unexpected --start ${wish.date}T${wish.start}, expected ${wish.date}T${start} or earlier: ${because}.`)
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
