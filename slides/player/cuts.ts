/** What to leave out when late: which of what is still to come is marked to go first, what it saves, and what has been left out. Pure. */
import type { Session } from './session.ts'
import { behindPlan, drift, type PlannedSlide } from './timing.ts'

const MINUTE = 60_000

export interface CuttableStep {
  id: string
  /** Its number in the activity, and what it says. */
  text: string
  minutes: number
  cut: string | null
}

/** A slide as its author marked it: `first` goes first, `last` and `never` are to be kept. */
export interface CuttableSlide extends PlannedSlide {
  title: string
  /** `Activity 1.2`; empty on slides of no activity. */
  label: string
  activity: string | null
  cut: string | null
  steps: readonly CuttableStep[]
}

/** Something that can be left out: a slide, an activity with all its slides, a step. */
export interface Cut {
  /** Ids of its slides or of the step. */
  ids: string[]
  /** `Activity 1.2`; empty for a slide. */
  label: string
  /** Title of the slide or activity, words of the step. */
  text: string
  minutes: number
  leftOut: boolean
}

/** What stands in the speaker view when late. */
export interface WayOut {
  /** Milliseconds behind plan, without what is left out already. */
  behind: number
  /** What has been left out ahead, then what should be, until the delay is covered; in reading order. */
  cuts: Cut[]
  /** Milliseconds that all of them together save. */
  saved: number
  /** What is still to come and should be kept, by title. */
  kept: string[]
}

/** The way out of a delay; null where there is none worth it and nothing ahead is left out. */
export function wayOut(slides: readonly CuttableSlide[], session: Session, shown: number, now: number): WayOut | null {
  const behind = behindPlan(slides, session, now)
  const ahead = cutsAhead(slides, session, shown)
  const done = ahead.filter(({ leftOut }) => leftOut)
  if (drift(behind) !== 'late' && done.length === 0) return null
  const cuts = ahead.filter((cut) => cut.leftOut || minutesOf([...done, ...openBefore(cut, ahead)]) < behind)
  return { behind, cuts, saved: minutesOf(cuts), kept: keptAhead(slides, session) }
}

/** Planned minutes of a slide without what is left out of it. */
export function minutesKept({ id, minutes, steps }: CuttableSlide, { leftOut }: Session): number {
  return leftOut.includes(id) ? 0 : Math.max(0, minutes - minutesLeftOut(steps, leftOut))
}

/** Minutes of the steps left out. */
export function minutesLeftOut(steps: readonly CuttableStep[], leftOut: readonly string[]): number {
  return steps.reduce((sum, step) => sum + (leftOut.includes(step.id) ? step.minutes : 0), 0)
}

function openBefore(cut: Cut, ahead: readonly Cut[]): Cut[] {
  return ahead.slice(0, ahead.indexOf(cut)).filter(({ leftOut }) => !leftOut)
}

/** Everything marked to go first that is still to come: on the slide on screen the steps after the first `shown`, then the slides after it. */
function cutsAhead(slides: readonly CuttableSlide[], session: Session, shown: number): Cut[] {
  const here = slides.findIndex(({ id }) => id === session.slide)
  const begun = slides[here]?.activity ?? null
  const whole = new Set<string>()
  return slides.slice(Math.max(0, here)).flatMap((slide, index): Cut[] => {
    const isBegun = slide.activity !== null && slide.activity === begun
    if (slide.cut !== 'first' || isBegun) return stepCuts(slide, index === 0 ? shown : 0, session)
    if (index === 0 || whole.has(slide.activity ?? slide.id)) return []
    whole.add(slide.activity ?? slide.id)
    return [wholeCut(slide, slides, session)]
  })
}

function stepCuts({ steps, label }: CuttableSlide, shown: number, { leftOut }: Session): Cut[] {
  return steps
    .slice(shown)
    .flatMap(({ id, text, minutes, cut }) =>
      cut === 'first' && minutes > 0 ? [{ ids: [id], label, text, minutes, leftOut: leftOut.includes(id) }] : [],
    )
}

function wholeCut(slide: CuttableSlide, slides: readonly CuttableSlide[], { leftOut }: Session): Cut {
  const parts = slide.activity === null ? [slide] : slides.filter(({ activity }) => activity === slide.activity)
  return {
    ids: parts.map(({ id }) => id),
    label: slide.label,
    text: slide.title,
    minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    leftOut: parts.every(({ id }) => leftOut.includes(id)),
  }
}

function keptAhead(slides: readonly CuttableSlide[], session: Session): string[] {
  const here = slides.findIndex(({ id }) => id === session.slide)
  const kept = slides.slice(here + 1).filter(({ cut }) => cut === 'last' || cut === 'never')
  return [...new Set(kept.map(({ label, title }) => (label ? `${label} ${title}` : title)))]
}

/** Milliseconds that things save together. */
function minutesOf(cuts: readonly Cut[]): number {
  return cuts.reduce((sum, { minutes }) => sum + minutes * MINUTE, 0)
}
