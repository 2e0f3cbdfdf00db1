/** The slide of an activity, made from the model: what to do, in which steps, how long, in which groups, on which worksheet. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Activity, Flesh, Step } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { markedSteps } from '../course/schedule.ts'
import { visible } from '../course/visible.ts'
import { words } from '../course/words.ts'
import { type DeckContext, foot, frame, head, notes, sourceOf, sourcesLine, text } from './slide-frame.ts'
import type { DeckSlide } from './slide-list.ts'
import { citeAtFoot } from './sources-line.ts'
import { linesOf, stepsSizeFor } from './text-size.ts'

type ActivitySlide = Extract<DeckSlide, { kind: 'activity' }>

/**
 * For participants too; its notes (materials, tips, debrief) and the countdown's place in the plan for facilitators. An activity of
 * many steps has several slides, each with its own steps and their minutes.
 */
export function activitySlide(slide: ActivitySlide, position: number, context: DeckContext): Element {
  const { activity, block, stretch } = slide
  const { course, rendering } = context
  const say = words(course.language)
  const label = `${say.activity} ${activity.number}`
  const shown = activity.steps.slice(stretch.from, stretch.to)
  const purpose = stretch.part === 1 ? activity.body : []
  const { flesh, sources } = citeAtFoot([activity.label as Flesh, purpose, ...shown.map((step) => step.body)])
  const [title = [], body = [], ...steps] = flesh
  const size = stepsSizeFor(body, steps, 594 - linesOf(activity.title, 48, 800) * 54 - (sources.length > 0 ? 38 : 0), 31)
  const minutes = stretch.parts === 1 ? activity.minutes : shown.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  return frame(
    {
      id: slide.id,
      look: 'activity',
      title: activity.title,
      place: activity.place,
      planned: minutes,
      countdown: minutes,
      activity: activity.id,
      cut: activity.cut,
      label,
      language: block?.language,
    },
    context,
    [
      h('div.activity-side', [
        h('p.activity-label', stretch.parts === 1 ? label : `${label} (${stretch.part}/${stretch.parts})`),
        minutes === null ? '' : h('div.countdown-place', [h('p.activity-minutes', say.minutes(minutes))]),
        h('dl.activity-facts', factsOf(activity, context)),
      ]),
      head(fleshToHast(title, rendering), null),
      h('div', { className: ['slide-body', 'slide-text', `text-${size}`] }, [
        h('div.activity-purpose', fleshToHast(body, rendering)),
        h(
          'ol.steps',
          { start: stretch.from + 1 },
          shown.map((step, index) => stepItem(step, stretch.from + index + 1, steps[index] ?? [], context)),
        ),
      ]),
      sourcesLine(sources, context),
      foot(block, position, context),
    ],
    notes(activityNotes(slide, context), context),
  )
}

function factsOf(activity: Activity, { course, rendering, worksheetHref }: DeckContext): ElementContent[] {
  const say = words(course.language)
  const method = course.methods.find(({ id }) => id === activity.method)
  const facts: [string, ElementContent[]][] = [
    [say.method, [text(method?.title ?? activity.method)]],
    [say.groupSize, [text(activity.size === null ? say.allParticipants : say.groupOf(activity.size))]],
  ]
  for (const id of activity.worksheets) {
    const worksheet = course.worksheets.find((sheet) => sheet.id === id)
    if (!worksheet || !visible(worksheet, rendering.edition)) continue
    const href = worksheetHref(id)
    const label = `${say.worksheet} ${worksheet.number}`
    facts.push([label, [href === null ? text(worksheet.title) : h('a', { href }, worksheet.title)]])
  }
  return facts.flatMap(([name, value]) => [h('dt', name), h('dd', value)])
}

function stepItem(step: Step, number: number, body: Flesh, context: DeckContext): Element {
  const { minutes } = step
  const say = words(context.course.language)
  const forFacilitators = context.rendering.edition === 'facilitator' ? { dataStep: step.id, dataCut: step.cut } : {}
  return h('li.step', { dataNumber: number, dataMinutes: minutes, dataSource: sourceOf(step.place), ...forFacilitators }, [
    h('div.step-text', fleshToHast(body, context.rendering)),
    minutes === null ? '' : h('span.step-minutes', say.minutes(minutes)),
  ])
}

/** Materials with the first steps, the debrief with the last. */
function activityNotes({ activity, stretch }: ActivitySlide, context: DeckContext): ElementContent[] {
  const say = words(context.course.language)
  const first = stretch.part === 1
  const parts: [string | null, Flesh][] = [
    [say.materials, first ? activity.materials : []],
    [null, first ? activity.after : []],
    [say.debrief, stretch.part === stretch.parts ? activity.debrief : []],
  ]
  const filled = parts.filter(([, flesh]) => flesh.length > 0)
  return [
    ...cutMark(activity, context),
    ...filled.flatMap(([title, flesh]) => [...(title ? [h('h3', title)] : []), ...fleshToHast(flesh, context.rendering)]),
  ]
}

/** "In the short form: leave out steps 3, 5" */
function cutMark(activity: Activity, { course }: DeckContext): Element[] {
  const say = words(course.language)
  const marked = markedSteps(activity)
  if (marked.length === 0) return []
  return [h('p.cut-mark', `${say.schedule.leftOutInShort} ${say.schedule.steps(marked.length, marked.join(say.comma))}`)]
}
