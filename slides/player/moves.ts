/** Where "next" and "previous" lead: one step of an activity at a time, then the next slide; what is left out is passed over. Pure. */
import { type CuttableStep, minutesLeftOut } from './cuts.ts'
import type { Command, Session } from './session.ts'
import { timeLeft } from './session.ts'
import { type PlannedSlide, stepUnderWay } from './timing.ts'

/** A slide as one moves through it. */
export interface SteppedSlide extends PlannedSlide {
  /** Steps that are shown one by one; none where everything stands there at once. */
  steps: readonly CuttableStep[]
  /** Minutes of the activity, or of its steps on this slide, as everyone may see; null on other slides. */
  activityMinutes: number | null
}

/** Steps of the slide on screen that are shown: those revealed by hand, and by the countdown the one that should be under way. */
export function stepsShown(slide: SteppedSlide, session: Session, now: number): number {
  const byHand = slide.id === session.slide ? session.steps : 1
  return Math.max(byHand, stepOfCountdown(slide, session, now) + 1)
}

/** Index of the step that the countdown of a slide has come to; -1 where it was not started. */
export function stepOfCountdown(slide: SteppedSlide, { countdown, leftOut }: Session, now: number): number {
  if (countdown?.activity !== slide.id || slide.activityMinutes === null) return -1
  const minutes = slide.steps.map((step) => (leftOut.includes(step.id) ? 0 : step.minutes))
  return stepUnderWay(minutes, slide.activityMinutes * 60_000 - timeLeft(countdown, now))
}

/** What "next" does; null at the end. */
export function nextMove(slides: readonly SteppedSlide[], session: Session, now: number): Command | null {
  const { slide, following } = around(slides, session)
  if (slide) {
    const next = slide.steps.findIndex((step, index) => index >= stepsShown(slide, session, now) && isKept(step, session))
    if (next >= 0) return { do: 'reveal', steps: next + 1 }
  }
  return following ? { do: 'go', slide: following.id } : null
}

/** What "previous" does: steps go one by one as they came, a slide before comes with all of its steps; null at the start. */
export function previousMove(slides: readonly SteppedSlide[], session: Session, now: number): Command | null {
  const { slide, preceding } = around(slides, session)
  if (slide) {
    const last = Math.min(stepsShown(slide, session, now), slide.steps.length) - 1
    const before = slide.steps.findLastIndex((step, index) => index < last && isKept(step, session))
    if (before >= Math.max(0, stepOfCountdown(slide, session, now))) return { do: 'reveal', steps: before + 1 }
  }
  return preceding ? { do: 'go', slide: preceding.id, steps: Math.max(1, preceding.steps.length) } : null
}

/** The slide that "next" leads to once all steps are shown. */
export function followingSlide<Slide extends SteppedSlide>(slides: readonly Slide[], session: Session): Slide | null {
  return around(slides, session).following
}

function around<Slide extends SteppedSlide>(slides: readonly Slide[], session: Session) {
  const here = slides.findIndex(({ id }) => id === session.slide)
  return {
    slide: slides[here] ?? null,
    following: slides.slice(here + 1).find((slide) => isKept(slide, session)) ?? null,
    preceding: slides.slice(0, Math.max(0, here)).findLast((slide) => isKept(slide, session)) ?? null,
  }
}

function isKept({ id }: { id: string }, { leftOut }: Session): boolean {
  return !leftOut.includes(id)
}

/** Milliseconds that the countdown of an activity's slide shows: what is left, without the steps left out. */
export function countdownLeft(slide: SteppedSlide, { countdown, leftOut }: Session, now: number): number {
  const left = countdown?.activity === slide.id ? timeLeft(countdown, now) : (slide.activityMinutes ?? 0) * 60_000
  return left - minutesLeftOut(slide.steps, leftOut) * 60_000
}
