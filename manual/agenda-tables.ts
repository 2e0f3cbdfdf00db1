/** Agendas at a glance: each day as a small table with clock times, and in a line what the agenda leaves out of the course. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Agenda, Block, Course, Module } from '../course/course.ts'
import { clockTime, leftOutOf, type ScheduledDay, type ScheduledItem, schedule, workingMinutes } from '../course/schedule.ts'
import { words } from '../course/words.ts'
import { linked, numberOf } from './page-parts.ts'
import { heading } from './piece-parts.ts'
import type { ManualRendering } from './rendering.ts'

/** Every agenda of the course under its title. */
export function agendaTables(rendering: ManualRendering): ElementContent[] {
  return rendering.course.agendas.map((agenda) =>
    h('section', { className: 'agenda' }, [
      heading(4, { className: 'agenda-title' }, [agenda.title], rendering),
      ...agendaTable(agenda, rendering),
    ]),
  )
}

/** One agenda without its title: for whom, how long, what it leaves out, and its days. */
export function agendaTable(agenda: Agenda, rendering: ManualRendering): ElementContent[] {
  const { course } = rendering
  const days = schedule(agenda, course)
  return [
    h('p', { className: 'agenda-facts' }, [agenda.summary, totalOf(days, course), leavesOut(agenda, course)].filter(Boolean).join(' ')),
    h(
      'div',
      { className: 'agenda-days' },
      days.map((day, index) => dayTable(day, index, rendering)),
    ),
  ]
}

/** "30 h 25 min without breaks in 5 days, 28 h 25 min of it in blocks." */
export function totalOf(days: readonly ScheduledDay[], course: Course): string {
  const { printed, schedule: say } = words(course.language)
  const minutes = days.map(workingMinutes)
  const all = printed.duration(minutes.reduce((sum, day) => sum + day.all, 0))
  const inBlocks = printed.duration(minutes.reduce((sum, day) => sum + day.inBlocks, 0))
  return days.every(({ day }) => day.online) ? say.inSessions(all, inBlocks, days.length) : say.inDays(all, inBlocks, days.length)
}

/** "Leaves out: modules 3 and 4; blocks 1.3, 1.4; 9 learning objectives. Not covered: Prerequisite 3." */
export function leavesOut(agenda: Agenda, course: Course): string {
  const say = words(course.language)
  const { modules, blocks, objectives, framework } = leftOutOf(agenda, course)
  if (modules.length + blocks.length === 0) return say.schedule.allHeld
  const list = (items: readonly string[]): string => items.join(say.comma)
  const numbers = (parts: readonly (Module | Block)[]): string => list(parts.map(({ id }) => numberOf(id, course)))
  const numbered = blocks.filter(({ wrapUp }) => !wrapUp)
  const wrapUps = course.modules.filter((module) => module.blocks.some((block) => block.wrapUp && blocks.includes(block)))
  const parts = [
    ...(modules.length > 0 ? [say.schedule.modules(modules.length, numbers(modules))] : []),
    ...(numbered.length > 0 ? [say.schedule.blocks(numbered.length, numbers(numbered))] : []),
    ...(wrapUps.length > 0 ? [say.schedule.wrapUps(wrapUps.length, numbers(wrapUps))] : []),
    ...(objectives.length > 0 ? [say.schedule.objectives(objectives.length)] : []),
  ]
  return [
    say.schedule.leavesOut(parts.join(say.semicolon)),
    ...(framework.length > 0 ? [say.schedule.notCovered(list(framework.map(({ id }) => course.targets.get(id)?.label ?? id)))] : []),
  ].join(' ')
}

function dayTable(scheduled: ScheduledDay, index: number, rendering: ManualRendering): Element {
  const say = words(rendering.course.language)
  const { day, items } = scheduled
  return h('table', { className: 'agenda-day' }, [
    h('caption', [
      h('b', day.online ? say.schedule.sessionNumber(index + 1) : say.schedule.dayNumber(index + 1)),
      ` ${day.title} `,
      h('span', { className: 'agenda-content' }, say.schedule.withoutBreaks(say.printed.duration(workingMinutes(scheduled).all))),
    ]),
    h(
      'tbody',
      items.map((item) => itemRow(item, rendering)),
    ),
  ])
}

function itemRow(scheduled: ScheduledItem, rendering: ManualRendering): Element {
  const { item, start, end } = scheduled
  const say = words(rendering.course.language)
  return h('tr', { className: `agenda-${item.kind}` }, [
    h('th', { scope: 'row' }, `${clockTime(start)}–${clockTime(end)}`),
    h('td', whatOf(scheduled, rendering)),
    h('td', { className: 'agenda-use' }, item.kind === 'block' ? say.schedule[item.use] : ''),
  ])
}

function whatOf({ item, block, title }: ScheduledItem, rendering: ManualRendering): (ElementContent | string)[] {
  if (item.kind === 'session' && item.annex !== null)
    return [`${title} (`, linked(item.annex, annexLabel(item.annex, rendering), rendering), ')']
  return block ? [linked(block.id, block.wrapUp ? title : `${block.number} ${title}`, rendering)] : [title]
}

function annexLabel(id: string, { course }: ManualRendering): string {
  return course.targets.get(id)?.label ?? id
}
