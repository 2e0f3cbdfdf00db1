/** A planned agenda as text for a terminal: a table a day, what did not fit, and what of the course falls out. Pure: plan in, a string out. */
import { styleText } from 'node:util'
import { dayAfter } from '../course/calendar.ts'
import type { Agenda, Block, Course } from '../course/course.ts'
import { type AgendaPlan, shortest } from '../course/plan-agenda.ts'
import { clockTime, leftOutOf, minutesTaken, planBlock, type ScheduledDay, type ScheduledItem, schedule } from '../course/schedule.ts'
import { words } from '../course/words.ts'
import { leavesOut, totalOf } from '../manual/agenda-tables.ts'

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

/** Table and sentences, in the language of the course; without an end of line at the end. */
export function agendaReport(plan: AgendaPlan, agenda: Agenda, course: Course, colour: boolean): string {
  const paint: Paint = colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
  const days = schedule(agenda, course)
  return [
    paint('bold', agenda.title),
    dayTables(days, course, paint),
    [totalOf(days, course), ...fitting(plan, course), leavesOut(agenda, course)].join('\n'),
    ...objectives(agenda, course, paint),
  ].join('\n\n')
}

function dayTables(days: readonly ScheduledDay[], course: Course, paint: Paint): string {
  const say = words(course.language).schedule
  const rows = days.map(({ items }) => items.map((item) => rowOf(item, course)))
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.flat().map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]): string => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`
  return days
    .map(({ title }, index) => [paint('bold', `${say.dayNumber(index + 1)}  ${title}`), ...(rows[index] ?? []).map(line)].join('\n'))
    .join('\n\n')
}

function rowOf({ item, block, title, start, end }: ScheduledItem, course: Course): string[] {
  const say = words(course.language)
  return [
    `${clockTime(start)}–${clockTime(end)}`,
    block?.number ?? '',
    title,
    item.kind === 'block' ? say.schedule[item.use] : '',
    say.minutes(end - start),
  ]
}

/** What was made of the blocks asked for, a sentence each. */
function fitting(plan: AgendaPlan, course: Course): string[] {
  const { wish, days, shortened, longForSession, leftOut, longForDay, fewerDays } = plan
  const { plannedAgenda: say } = words(course.language)
  const names = (blocks: readonly Block[]): string => listOf(blocks, course)
  const full = (block: Block): number => minutesTaken(planBlock(block, 'full'))
  const jump = days.findIndex(({ date }, index) => date !== (index === 0 ? wish.date : dayAfter(days[index - 1]?.date ?? date)))
  const all = [shortened, longForSession, leftOut, longForDay].every((blocks) => blocks.length === 0)
  return [
    ...(jump < 0 ? [] : [say.weekend(jump + 1, days[jump]?.date ?? wish.date)]),
    ...(all ? [say.inFull] : []),
    ...(shortened.length > 0 ? [say.shortened(names(shortened))] : []),
    ...(longForSession.length > 0
      ? [say.longForSession(names(longForSession), wish.session, `--session ${Math.max(...longForSession.map(full))}`)]
      : []),
    ...(leftOut.length > 0 ? [say.leftOut, ...rowsOf(leftOut, course)] : []),
    ...(longForDay.length > 0 ? [say.longForDay, ...rowsOf(longForDay, course)] : []),
    ...(days.length < wish.days ? [say.fewerHeld(days.length, wish.days)] : []),
    ...(all && fewerDays !== null && fewerDays < days.length ? [say.fewerDays(fewerDays)] : []),
  ]
}

/** "0.4, 1.3, “Page 1”": a wrap-up has no number. */
function listOf(blocks: readonly Block[], { language }: Course): string {
  const say = words(language)
  return blocks.map(({ number, title }) => number || say.quoted(title)).join(say.comma)
}

function rowsOf(blocks: readonly Block[], { language }: Course): string[] {
  return blocks.map((block) => `  ${block.number.padEnd(3)}  ${block.title} (${words(language).minutes(shortest(block).minutes)})`)
}

/** Every learning objective that falls out, with the number of its module or block. */
function objectives(agenda: Agenda, course: Course, paint: Paint): string[] {
  const out = new Set(leftOutOf(agenda, course).objectives)
  const lines = course.modules
    .flatMap((module) => [module, ...module.blocks].map((part) => ({ number: String(part.number || module.number), part })))
    .flatMap(({ number, part }) => part.objectives.filter((one) => out.has(one)).map(({ text }) => `  ${number.padEnd(3)}  ${text}`))
  if (lines.length === 0) return []
  return [[paint('bold', words(course.language).plannedAgenda.objectives(lines.length)), ...lines].join('\n')]
}
