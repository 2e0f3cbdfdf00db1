/** The slide of an activity, made from the model: what to do, in which steps, how long, in which groups, on which worksheet. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Activity, Block, Flesh, Place } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { words } from '../course/words.ts'
import { type DeckContext, foot, frame, head, notes, sourceOf, sourcesLine, text } from './slide-frame.ts'
import { citeAtFoot } from './sources-line.ts'
import { linesOf, stepsSizeFor } from './text-size.ts'

/** For participants too; its notes (materials, tips, debrief) and the countdown's place in the plan for facilitators. */
export function activitySlide(activity: Activity, block: Block | null, position: number, context: DeckContext): Element {
  const { course, rendering } = context
  const say = words(course.language)
  const label = `${say.activity} ${activity.number}`
  const { flesh, sources } = citeAtFoot([activity.label as Flesh, activity.body, ...activity.steps.map((step) => step.body)])
  const [title = [], body = [], ...steps] = flesh
  const size = stepsSizeFor(body, steps, 594 - linesOf(activity.title, 48, 800) * 54 - (sources.length > 0 ? 38 : 0), 31)
  return frame(
    {
      id: activity.id,
      look: 'activity',
      title: activity.title,
      place: activity.place,
      planned: activity.minutes,
      activity,
      label,
      language: block?.language,
    },
    context,
    [
      h('div.activity-side', [
        h('p.activity-label', label),
        activity.minutes === null ? '' : h('div.countdown-place', [h('p.activity-minutes', say.minutes(activity.minutes))]),
        h('dl.activity-facts', factsOf(activity, context)),
      ]),
      head(fleshToHast(title, rendering), null),
      h('div', { className: ['slide-body', 'slide-text', `text-${size}`] }, [
        h('div.activity-purpose', fleshToHast(body, rendering)),
        h(
          'ol.steps',
          activity.steps.map((step, index) => stepItem(step.minutes, steps[index] ?? [], context, step.place)),
        ),
      ]),
      sourcesLine(sources, context),
      foot(block, position, context),
    ],
    notes(activityNotes(activity, context), context),
  )
}

function factsOf(activity: Activity, { course, worksheetHref }: DeckContext): ElementContent[] {
  const say = words(course.language)
  const method = course.methods.find(({ id }) => id === activity.method)
  const facts: [string, ElementContent[]][] = [
    [say.method, [text(method?.title ?? activity.method)]],
    [say.groupSize, [text(activity.size === null ? say.allParticipants : say.groupOf(activity.size))]],
  ]
  for (const id of activity.worksheets) {
    const worksheet = course.worksheets.find((sheet) => sheet.id === id)
    if (!worksheet) continue
    const href = worksheetHref(id)
    const label = `${say.worksheet} ${worksheet.number}`
    facts.push([label, [href === null ? text(worksheet.title) : h('a', { href }, worksheet.title)]])
  }
  return facts.flatMap(([name, value]) => [h('dt', name), h('dd', value)])
}

function stepItem(minutes: number | null, body: Flesh, context: DeckContext, place: Place): Element {
  const say = words(context.course.language)
  return h('li.step', { dataMinutes: minutes, dataSource: sourceOf(place) }, [
    h('div.step-text', fleshToHast(body, context.rendering)),
    minutes === null ? '' : h('span.step-minutes', say.minutes(minutes)),
  ])
}

function activityNotes(activity: Activity, context: DeckContext): ElementContent[] {
  const say = words(context.course.language)
  const parts: [string | null, Flesh][] = [
    [say.materials, activity.materials],
    [null, activity.after],
    [say.debrief, activity.debrief],
  ]
  const filled = parts.filter(([, flesh]) => flesh.length > 0)
  return filled.flatMap(([title, flesh]) => [...(title ? [h('h3', title)] : []), ...fleshToHast(flesh, context.rendering)])
}
