/** The online plan: the same course without the room, from the online way each activity brings. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Activity, Block, Course, Drawings, Module, PageNumbers } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { visible } from '../course/visible.ts'
import { words } from '../course/words.ts'
import { logoOnCover } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { contingencyCss } from './contingency-styles.ts'
import { type OnlineSession, onlineSessions, type SessionItem, type Stretch } from './online-sessions.ts'
import { pieceToHast } from './pieces.ts'
import { type FontFaces, printHtml } from './print-document.ts'

export interface ContingencyMeans {
  drawings: Drawings
  fontFaces: FontFaces
  /** Pages of the guideline. */
  pages: PageNumbers
}

/** Course -> the contingency plan as one print document. Pure. */
export function contingencyPlan(course: Course, means: ContingencyMeans): string {
  const say = words(course.language)
  const sessions = onlineSessions(course)
  const rendering: Rendering = {
    course,
    edition: 'facilitator',
    medium: 'print',
    drawings: means.drawings,
    pages: means.pages,
    href: () => null,
    piece: pieceToHast,
    headingShift: 3,
  }
  return printHtml({
    title: contingencyPlanTitle(course),
    language: course.language,
    direction: course.direction,
    look: lookOf(course.look),
    fontFaces: means.fontFaces,
    styles: contingencyCss,
    pages: [
      {
        name: '',
        head: { start: say.contingencyPlan, end: course.title },
        foot: `${course.title} · ${say.contingencyPlan} ${course.version} (${course.fingerprint})`,
      },
    ],
    body: [
      opening(course, sessions),
      whenToSwitch(course),
      ladder(course),
      roles(course),
      checklist(course, sessions),
      sessionList(course, sessions),
      ...course.modules.map((module, index) => modulePart(module, index, rendering)),
    ],
  })
}

/** "Skills Mobility Partnerships: contingency plan for online delivery" */
export function contingencyPlanTitle(course: Course): string {
  return `${course.title}: ${words(course.language).contingencyPlan}`
}

function opening(course: Course, sessions: OnlineSession[]): Element {
  const say = words(course.language)
  const blocks = course.modules.flatMap((module) => module.blocks)
  return h('header', { className: 'plan-head' }, [
    ...logoOnCover(lookOf(course.look)),
    h('p', { className: 'plan-course' }, course.title),
    h('p', { className: 'plan-title' }, say.contingencyPlan),
    h('p', { className: 'plan-lead' }, say.plan.lead({ sessions: sessions.length, length: course.online.session, blocks: blocks.length })),
  ])
}

function whenToSwitch(course: Course): Element {
  const say = words(course.language)
  return part('switch', say.plan.switchLead, [pairs(say.plan.switches)])
}

function ladder(course: Course): Element {
  const say = words(course.language)
  const steps = course.online.ladder
  if (steps.length === 0) return part('ladder', say.plan.ladder, [h('p', say.plan.ladderLead)])
  return part('ladder', say.plan.ladder, [
    h('p', say.plan.ladderLead),
    h('table', { className: 'grid-table' }, [
      h('thead', [
        h('tr', [
          h('th', { scope: 'col', className: 'step' }, ''),
          h('th', { scope: 'col' }, say.plan.channel),
          h('th', { scope: 'col' }, say.plan.needs),
        ]),
      ]),
      h(
        'tbody',
        steps.map(({ title, needs }, index) =>
          h('tr', [h('td', { className: 'step' }, [rung(index, steps.length)]), h('th', { scope: 'row' }, title), h('td', needs)]),
        ),
      ),
    ]),
    ...(course.online.meeting ? [h('p', { className: 'small' }, course.online.meeting)] : []),
  ])
}

/** A bar that grows shorter from step to step. */
function rung(index: number, count: number): Element {
  const width = Math.round((100 * (count - index)) / count)
  return h('span', { className: 'rung', style: `inline-size: ${width}%`, ariaHidden: 'true' })
}

function roles(course: Course): Element {
  const say = words(course.language)
  return part('roles', say.plan.roles, [pairs(say.plan.rolesList)])
}

function pairs(list: readonly (readonly [string, string])[]): Element {
  return h(
    'dl',
    { className: 'pairs' },
    list.map(([name, text]) => h('div', [h('dt', name), h('dd', text)])),
  )
}

// ---- checklist ----------------------------------------------------------------------------------------------------

function checklist(course: Course, sessions: OnlineSession[]): Element {
  const say = words(course.language)
  const checks = say.plan.checks
  const blocks = course.modules.flatMap((module) => module.blocks)
  const activities = blocks.flatMap((block) => block.activities)
  const handedOut = blocks.flatMap((block) => block.worksheets).filter((sheet) => visible(sheet, 'participant'))
  const sheets = handedOut.map(({ id }) => course.targets.get(id)?.label ?? '')
  const range = sheets.length > 1 ? `${sheets[0]} – ${sheets.at(-1)}` : (sheets[0] ?? '')
  const before = [
    ...checks.before({ sessions: sessions.length, worksheets: sheets.length, modules: course.modules.length }),
    ...byTool(activities).map(([tool, some]) => checks.tool(say.tools[tool] ?? tool, labels(some, course))),
    ...bySize(activities).map(([size, some]) => checks.rooms(size, labels(some, course))),
  ]
  const list = (title: string, items: string[]) => [
    h('h3', title),
    h(
      'ul',
      { className: 'checks' },
      items.map((item) => h('li', [h('span', { className: 'check-box', ariaHidden: 'true' }), h('span', item)])),
    ),
  ]
  return part('checklist', say.plan.checklist, [
    ...list(say.plan.before, before),
    ...list(say.plan.during, checks.during),
    ...list(say.plan.after, checks.after(range)),
  ])
}

/** Activities by the tool their online way asks for; those that need none are left out. */
function byTool(activities: readonly Activity[]): [string, Activity[]][] {
  return grouped(activities, ({ online }) => (online?.tool && online.tool !== 'none' && online.tool !== 'slides' ? online.tool : null))
}

function bySize(activities: readonly Activity[]): [number, Activity[]][] {
  return grouped(activities, ({ online }) => (online?.method === 'breakout' ? online.size : null)).sort(([a], [b]) => a - b)
}

function grouped<Key>(activities: readonly Activity[], keyOf: (activity: Activity) => Key | null): [Key, Activity[]][] {
  const groups = new Map<Key, Activity[]>()
  for (const activity of activities) {
    const key = keyOf(activity)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), activity])
  }
  return [...groups]
}

function labels(activities: readonly Activity[], course: Course): string {
  return activities.map(({ id }) => course.targets.get(id)?.label ?? '').join(words(course.language).comma)
}

// ---- sessions -----------------------------------------------------------------------------------------------------

function sessionList(course: Course, sessions: OnlineSession[]): Element {
  const say = words(course.language)
  return h('section', { id: 'plan-sessions', className: 'plan-sessions' }, [
    h('h1', say.plan.sessions),
    ...course.modules.flatMap((module) => [
      h('h2', `${course.targets.get(module.id)?.label ?? ''}  ${module.title}`),
      h(
        'ol',
        { className: 'sessions' },
        sessions.filter((session) => session.module === module).map((session) => sessionCard(session, course)),
      ),
    ]),
  ])
}

function sessionCard({ number, items, minutes }: OnlineSession, course: Course): Element {
  const say = words(course.language)
  return h('li', { value: number }, [
    h('p', { className: 'session-head' }, [h('b', `${say.plan.session} ${number}`), ' ', h('span', say.minutes(minutes))]),
    h(
      'ol',
      { className: 'session-items' },
      items.map((item) => sessionItem(item, course)),
    ),
  ])
}

function sessionItem(item: SessionItem, course: Course): Element {
  const say = words(course.language)
  const minutes = h('span', { className: 'item-minutes' }, String(item.minutes))
  switch (item.kind) {
    case 'opening':
      return h('li', { className: 'soft' }, [minutes, say.plan.opening])
    case 'break':
      return h('li', { className: 'item-break' }, [minutes, say.break])
    case 'closing':
      return h('li', { className: 'soft' }, [minutes, say.plan.closing])
    default:
      return h('li', [minutes, ...stretchName(item, course)])
  }
}

function stretchName({ kind, activity, title, slides, split, block }: Stretch, course: Course): (ElementContent | string)[] {
  const say = words(course.language)
  const part = split ? [` (${say.plan.part(split.part, split.parts)})`] : []
  if (activity) return [h('b', course.targets.get(activity.id)?.label ?? say.activity), ` ${title}`, ...part]
  if (kind === 'discussion') return [`${say.discussion}: ${title}`, ...part]
  return [`${say.printed.slides(slides.length)}: ${block.wrapUp ? '' : `${block.number} `}${block.title}`, ...part]
}

// ---- block by block -----------------------------------------------------------------------------------------------

function modulePart(module: Module, index: number, rendering: Rendering): Element {
  const { course } = rendering
  const say = words(course.language)
  const label = course.targets.get(module.id)?.label ?? ''
  return h('section', { className: ['plan-module', ...(index === 0 ? ['plan-module-first'] : [])], id: `plan-${module.id}` }, [
    ...(index === 0 ? [h('p', { className: 'plan-kicker' }, say.plan.blockByBlock)] : []),
    h('h1', { className: 'module-title' }, `${label}  ${module.title}`),
    ...module.blocks.filter(({ activities }) => activities.length > 0).flatMap((block) => blockPart(block, rendering)),
  ])
}

function blockPart(block: Block, rendering: Rendering): Element[] {
  return [
    h('h2', { className: 'plan-block' }, [`${block.wrapUp ? '' : `${block.number}  `}${block.title}`]),
    ...block.activities.map((activity) => activityPart(activity, rendering)),
  ]
}

function activityPart(activity: Activity, rendering: Rendering): Element {
  const { course, pages } = rendering
  const say = words(course.language)
  const { online } = activity
  const page = pages?.get(activity.id)
  return h('section', { className: 'plan-activity' }, [
    h('div', { className: 'side-label' }, [
      h('b', course.targets.get(activity.id)?.label ?? say.activity),
      ...onlineFacts(activity, course).map((fact) => h('span', fact)),
      ...(page === undefined ? [] : [h('span', `${say.schedule.guidelinePage}${say.comma}${say.pageShort(page)}`)]),
    ]),
    h('div', [
      h('h3', activity.title),
      ...(online ? fleshToHast(online.body, rendering) : [h('p', { className: 'soft' }, say.plan.noneGiven)]),
    ]),
    h(
      'div',
      { className: 'without-video' },
      online?.lowBandwidth ? [h('p', { className: 'part' }, say.plan.withoutVideo), ...fleshToHast(online.lowBandwidth, rendering)] : [],
    ),
  ])
}

function onlineFacts(activity: Activity, course: Course): string[] {
  const say = words(course.language)
  const { online } = activity
  if (!online) return activity.minutes === null ? [] : [say.minutes(activity.minutes)]
  const method = say.methods[online.method] ?? online.method
  const minutes = online.minutes ?? activity.minutes
  return [
    ...(minutes === null ? [] : [say.plan.onlineMinutes(activity.minutes ?? minutes, minutes)]),
    online.size === null ? method : say.printed.onlineOf(method, online.size),
    ...(online.tool === null || online.tool === 'none' ? [] : [say.tools[online.tool] ?? online.tool]),
    ...activity.worksheets.flatMap((id) => course.targets.get(id)?.label ?? []),
  ]
}

function part(id: string, title: string, content: ElementContent[]): Element {
  return h('section', { id: `plan-${id}`, className: 'plan-part' }, [h('h1', title), h('div', { className: 'plan-content' }, content)])
}
