/** Where "next" and "previous" lead: one step of an activity at a time, then the next slide. Pure. */
import type { Command, Session } from './session.ts'
import { timeLeft } from './session.ts'
import { type PlannedSlide, stepUnderWay } from './timing.ts'

export interface Step {
  /** Its number in the activity, and what it says. */
  text: string
  minutes: number
}

/** A slide as one moves through it. */
export interface SteppedSlide extends PlannedSlide {
  /** Steps that are shown one by one; none where everything stands there at once. */
  steps: readonly Step[]
  /** Minutes of the activity, or of its steps on this slide, as everyone may see; null on other slides. */
  activityMinutes: number | null
}

/** Steps of the slide on screen that are shown: those revealed by hand, and by the countdown the one that should be under way. */
export function stepsShown(slide: SteppedSlide, session: Session, now: number): number {
  const byHand = slide.id === session.slide ? session.steps : 1
  return Math.max(byHand, stepOfCountdown(slide, session, now) + 1)
}

/** Index of the step that the countdown of a slide has come to; -1 where it was not started. */
export function stepOfCountdown(slide: SteppedSlide, { countdown }: Session, now: number): number {
  if (countdown?.activity !== slide.id || slide.activityMinutes === null) return -1
  const minutes = slide.steps.map((step) => step.minutes)
  return stepUnderWay(minutes, slide.activityMinutes * 60_000 - timeLeft(countdown, now))
}

/** What "next" does; null at the end. */
export function nextMove(slides: readonly SteppedSlide[], session: Session, now: number): Command | null {
  const { slide, following } = around(slides, session)
  if (slide) {
    const shown = stepsShown(slide, session, now)
    if (shown < slide.steps.length) return { do: 'reveal', steps: shown + 1 }
  }
  return following ? { do: 'go', slide: following.id } : null
}

/** What "previous" does: steps go one by one as they came, a slide before comes with all of its steps; null at the start. */
export function previousMove(slides: readonly SteppedSlide[], session: Session, now: number): Command | null {
  const { slide, preceding } = around(slides, session)
  if (slide) {
    const shown = Math.min(stepsShown(slide, session, now), slide.steps.length)
    if (shown > stepOfCountdown(slide, session, now) + 1 && shown > 1) return { do: 'reveal', steps: shown - 1 }
  }
  return preceding ? { do: 'go', slide: preceding.id, steps: Math.max(1, preceding.steps.length) } : null
}

/** The slide that "next" leads to once all steps are shown. */
export function followingSlide<Slide extends SteppedSlide>(slides: readonly Slide[], session: Session): Slide | null {
  return around(slides, session).following
}

function around<Slide extends SteppedSlide>(slides: readonly Slide[], session: Session) {
  const here = slides.findIndex(({ id }) => id === session.slide)
  return { slide: slides[here] ?? null, following: slides[here + 1] ?? null, preceding: slides[here - 1] ?? null }
}
