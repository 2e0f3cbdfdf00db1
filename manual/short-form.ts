/** What the short form of a block leaves out, in words. */
import type { Activity, Course, Slide } from '../course/course.ts'
import { type BlockPlan, markedSteps } from '../course/schedule.ts'
import { words } from '../course/words.ts'

/** "slides “X”, “Y”; steps 3 and 5 of Activity 2.1; Activity 2.2 Title"; empty where nothing is left out. */
export function leftOutInShortForm({ leftOut, shortened, parts }: BlockPlan, course: Course): string {
  const say = words(course.language)
  const slides = leftOut.filter((piece): piece is Slide => piece.kind === 'slide')
  const activities = leftOut.filter((piece): piece is Activity => piece.kind === 'activity')
  const stepped = parts.flatMap(({ piece }) =>
    piece.kind === 'activity' && piece.steps.some((step) => shortened.includes(step)) ? [piece] : [],
  )
  return [
    ...(slides.length === 0
      ? []
      : [say.schedule.leftOutSlides(slides.length, slides.map(({ title }) => say.quoted(title || say.slide)).join(say.comma))]),
    ...stepped.map((activity) => {
      const steps = markedSteps(activity)
      return say.schedule.leftOutSteps(steps.length, inWords(steps, course), nameOf(activity, course))
    }),
    ...activities.map((activity) => `${nameOf(activity, course)} ${activity.title}`.trim()),
  ].join(say.semicolon)
}

/** "3, 5 and 6" */
function inWords(items: readonly string[], course: Course): string {
  const say = words(course.language)
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(say.comma)}${say.and}${last}`
}

function nameOf({ id }: Activity, course: Course): string {
  return course.targets.get(id)?.label ?? words(course.language).activity
}
