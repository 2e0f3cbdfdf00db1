/** The markup of an activity: facts, timed steps, and for facilitators materials, debrief and the online way. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Activity, Course, Objective, Online, Step } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { visible } from '../course/visible.ts'
import { everyModule, partsOf } from '../course/walk.ts'
import { words } from '../course/words.ts'
import { cutWords, type Fact, facts, lines, linkTo, part, section, source, subheading } from './piece-parts.ts'
import type { ManualRendering } from './rendering.ts'

export function activity(piece: Activity, rendering: ManualRendering): Element {
  return section(piece, rendering, [
    facts(activityFacts(piece, rendering)),
    h('div', { className: 'piece-body' }, [
      ...fleshToHast(piece.body, rendering),
      ...(piece.steps.length > 0 ? steps(piece, rendering) : []),
      ...fleshToHast(piece.after, rendering),
    ]),
    ...(rendering.edition === 'facilitator' ? forFacilitators(piece, rendering) : []),
  ])
}

function activityFacts(piece: Activity, rendering: ManualRendering): Fact[] {
  const { course } = rendering
  const say = words(course.language)
  const method = course.methods.find(({ id }) => id === piece.method)
  const sheets = piece.worksheets.filter((id) => visible(course.targets.get(id) ?? piece, rendering.edition))
  return [
    piece.minutes === null ? null : [say.time, [say.minutes(piece.minutes)]],
    method ? [say.method, [method.title]] : null,
    [say.groupSize, [piece.size === null ? say.allParticipants : say.groupOf(piece.size)]],
    sheets.length === 0 ? null : [say.worksheets, lines(sheets.map((id) => linkTo(id, rendering)))],
  ]
}

function steps(piece: Activity, rendering: ManualRendering): ElementContent[] {
  return [
    ...(piece.steps.every(({ minutes }) => minutes !== null) ? [timeStrip(piece.steps)] : []),
    h(
      'ol',
      { className: 'piece-steps', role: 'list' },
      piece.steps.map((step) => oneStep(step, rendering)),
    ),
  ]
}

function oneStep(step: Step, rendering: ManualRendering): Element {
  const say = words(rendering.course.language)
  return h('li', { id: step.id, dataSource: source(step.place) }, [
    h('div', { className: 'step-body' }, [
      ...fleshToHast(step.body, rendering),
      ...(step.cut === 'first' && rendering.edition === 'facilitator'
        ? [h('p', { className: 'cut-mark', dataAudience: 'facilitator' }, say.schedule.leftOutInShort)]
        : []),
    ]),
    ...(step.minutes === null ? [] : [h('span', { className: 'step-minutes' }, say.minutes(step.minutes))]),
  ])
}

/** A bar cut in proportion to the steps' minutes, so that the shape of the time is seen at a glance. */
function timeStrip(parts: readonly Step[]): Element {
  const total = parts.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const gap = 4
  let at = 0
  const bars = parts.map(({ minutes }, index) => {
    const width = (1000 * (minutes ?? 0)) / Math.max(total, 1)
    const bar = h('rect', {
      x: round(at),
      y: 0,
      width: round(Math.max(width - (index === parts.length - 1 ? 0 : gap), 1)),
      height: 8,
      fill: 'currentColor',
      fillOpacity: index % 2 === 0 ? 1 : 0.45,
    })
    at += width
    return bar
  })
  return h(
    'svg',
    { className: 'time-strip', viewBox: '0 0 1000 8', preserveAspectRatio: 'none', ariaHidden: 'true', focusable: 'false' },
    bars,
  )
}

function forFacilitators(piece: Activity, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const parts = [
    ...part(say.objectives, objectiveList(piece.objectives, rendering), rendering),
    ...part(say.materials, fleshToHast(piece.materials, rendering), rendering),
    ...part(say.debrief, fleshToHast(piece.debrief, rendering), rendering),
    ...(piece.online ? onlineWay(piece.online, piece, rendering) : []),
    ...(piece.cut === null ? [] : [h('p', [h('span', { className: 'run-in' }, `${say.whenLate}${say.colon}`), cutWords(piece.cut, say)])]),
  ]
  return parts.length === 0 ? [] : [h('div', { className: 'piece-for-facilitators', dataAudience: 'facilitator' }, parts)]
}

function onlineWay(online: Online, piece: Activity, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const minutes = online.minutes ?? piece.minutes
  return part(
    say.online,
    [
      facts([
        [say.method, [say.methods[online.method] ?? online.method]],
        minutes === null ? null : [say.time, [say.minutes(minutes)]],
        online.size === null ? null : [say.groupSize, [say.groupOf(online.size)]],
        online.tool === null || online.tool === 'none' ? null : [say.tool, [say.tools[online.tool] ?? online.tool]],
      ]),
      ...fleshToHast(online.body, rendering),
      ...(online.lowBandwidth ? [subheading(say.lowBandwidth, rendering, 1), ...fleshToHast(online.lowBandwidth, rendering)] : []),
    ],
    rendering,
  )
}

function objectiveList(ids: readonly string[], rendering: ManualRendering): ElementContent[] {
  const known = objectivesOf(rendering.course)
  const found = ids.flatMap((id) => known.get(id) ?? [])
  if (found.length === 0) return []
  return [
    h(
      'ul',
      found.map(({ text }) => h('li', text)),
    ),
  ]
}

const objectivesByCourse = new WeakMap<Course, Map<string, Objective>>()

function objectivesOf(course: Course): Map<string, Objective> {
  const known = objectivesByCourse.get(course)
  if (known) return known
  const all = everyModule(course)
    .flatMap(partsOf)
    .flatMap(({ objectives }) => objectives)
  const made = new Map(all.map((objective) => [objective.id, objective]))
  objectivesByCourse.set(course, made)
  return made
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
