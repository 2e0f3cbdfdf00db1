/** Planned against real time, and how times are written. Pure. */
import { elapsed, type Session, timeOn } from './session.ts'

/** A slide as the clock sees it: `minutes` is its planned time, 0 where none is planned. */
export interface PlannedSlide {
  id: string
  minutes: number
}

/** How a slide stands: nothing planned, within its time, in its last fifth, over it. */
export type Standing = 'unplanned' | 'within' | 'nearly' | 'over'

const MINUTE = 60_000
/** Below this a difference from the plan is not worth a facilitator's glance. */
const ON_PLAN = 1 * MINUTE
const LATE = 2 * MINUTE

/** How `real` milliseconds stand against `minutes` planned: green, amber and red of the speaker view, which says them in words too. */
export function standing(minutes: number, real: number): Standing {
  if (minutes <= 0) return 'unplanned'
  const planned = minutes * MINUTE
  if (real > planned) return 'over'
  return real >= planned * 0.8 ? 'nearly' : 'within'
}

/**
 * Milliseconds behind the plan (negative: ahead) at `now`. Slides between the one on which the clock began and the present one count
 * as done at their planned time, whether shown or skipped; the present one counts only once it runs over.
 */
export function behindPlan(slides: readonly PlannedSlide[], session: Session, now: number): number {
  const here = slides.findIndex((slide) => slide.id === session.slide)
  const plannedBefore = plannedUntil(slides, session.slide) - plannedUntil(slides, session.from)
  const plannedHere = (slides[here]?.minutes ?? 0) * MINUTE
  return elapsed(session, now) - plannedBefore - Math.min(timeOn(session, session.slide, now), plannedHere)
}

function plannedUntil(slides: readonly PlannedSlide[], id: string): number {
  const here = slides.findIndex((slide) => slide.id === id)
  return slides.slice(0, Math.max(0, here)).reduce((sum, slide) => sum + slide.minutes * MINUTE, 0)
}

/** Planned and real milliseconds of all slides of the activity that the slide `id` is a part of; null on slides of none. */
export function activityTime(
  slides: readonly (PlannedSlide & { activity: string | null })[],
  id: string,
  session: Session,
  now: number,
): { planned: number; real: number; parts: number } | null {
  const activity = slides.find((slide) => slide.id === id)?.activity ?? null
  if (activity === null) return null
  const parts = slides.filter((slide) => slide.activity === activity)
  return {
    planned: parts.reduce((sum, slide) => sum + slide.minutes * MINUTE, 0),
    real: parts.reduce((sum, slide) => sum + timeOn(session, slide.id, now), 0),
    parts: parts.length,
  }
}

/** `ahead`, `on-plan` within a minute, `behind`, or `late`, from where on something has to be left out. */
export function drift(behind: number): 'ahead' | 'on-plan' | 'behind' | 'late' {
  if (Math.abs(behind) < ON_PLAN) return 'on-plan'
  if (behind < 0) return 'ahead'
  return behind < LATE ? 'behind' : 'late'
}

/** `m:ss` of whole seconds gone, with hours from an hour on; a minus sign for times below zero. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000)
  const sign = milliseconds < 0 && seconds > 0 ? '\u2212' : ''
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return sign + (h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`)
}

/** `m:ss` left: shows 0:01 until the time is really up, then what it is over by with a minus sign. */
export function countdownText(left: number): string {
  return clockText(Math.ceil(left / 1000) * 1000)
}

/** Which step of an activity should be under way after `gone` milliseconds; the last one stays. Steps without minutes take none. */
export function stepUnderWay(minutes: readonly number[], gone: number): number {
  let end = 0
  for (const [index, step] of minutes.entries()) {
    end += step * MINUTE
    if (gone < end) return index
  }
  return minutes.length - 1
}
