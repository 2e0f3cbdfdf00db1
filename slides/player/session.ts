/**
 * What the deck window and the speaker view agree on, and how it changes. Pure: times come in as milliseconds since the
 * epoch, so both windows and the tests run the same steps.
 */

export interface Countdown {
  /** Id of the activity's slide. */
  activity: string
  /** Milliseconds left at the moment it was last started or stopped. */
  left: number
  /** When it was last started; null while it stands still. */
  since: number | null
}

export interface Session {
  /** Id of the slide on screen. */
  slide: string
  /** Steps of its activity revealed by hand. */
  steps: number
  /** True while the screen is black. */
  black: boolean
  /** Id of the slide on which the clock began: the plan is counted from there. */
  from: string
  /** Milliseconds spent per slide before `since`. */
  spent: Readonly<Record<string, number>>
  /** Since when the clock runs on the present slide; null while it is stopped. */
  since: number | null
  countdown: Countdown | null
  /** Ids of slides and steps left out for lack of time: "next" passes them over. */
  leftOut: readonly string[]
}

export type Command =
  | { do: 'go'; slide: string; steps?: number }
  | { do: 'reveal'; steps: number }
  | { do: 'black'; on: boolean }
  /** Leaves slides or steps out, or puts them back. */
  | { do: 'leave-out'; ids: readonly string[]; on: boolean }
  | { do: 'run-clock'; on: boolean }
  | { do: 'reset-clock' }
  | { do: 'run-countdown'; activity: string; minutes: number; on: boolean }
  | { do: 'add-to-countdown'; activity: string; minutes: number; add: number }
  | { do: 'reset-countdown'; activity: string; minutes: number }

const MINUTE = 60_000

/** A session that stands on `slide` with its clock at zero. */
export function newSession(slide: string): Session {
  return { slide, steps: 1, black: false, from: slide, spent: {}, since: null, countdown: null, leftOut: [] }
}

/** The session after `command`, given at `now`. The first step away from a slide starts the clock. */
export function applyCommand(session: Session, command: Command, now: number): Session {
  switch (command.do) {
    case 'go':
      if (command.slide === session.slide) return session
      return {
        ...atStart(session),
        slide: command.slide,
        steps: command.steps ?? 1,
        spent: spentUntil(session, now),
        since: clockAfterStep(session, now),
      }
    case 'reveal':
      return { ...session, steps: command.steps }
    case 'black':
      return { ...session, black: command.on }
    case 'leave-out': {
      const others = session.leftOut.filter((id) => !command.ids.includes(id))
      return { ...session, leftOut: command.on ? [...others, ...command.ids] : others }
    }
    case 'run-clock':
      if (command.on === (session.since !== null)) return session
      return { ...atStart(session), spent: spentUntil(session, now), since: command.on ? now : null }
    case 'reset-clock':
      return { ...session, from: session.slide, spent: {}, since: null, leftOut: [] }
    case 'run-countdown': {
      const countdown = countdownOf(session, command)
      return { ...session, countdown: { ...countdown, left: timeLeft(countdown, now), since: command.on ? now : null } }
    }
    case 'add-to-countdown': {
      const countdown = countdownOf(session, command)
      const since = countdown.since === null ? null : now
      return { ...session, countdown: { ...countdown, left: timeLeft(countdown, now) + command.add * MINUTE, since } }
    }
    case 'reset-countdown':
      return { ...session, countdown: { activity: command.activity, left: command.minutes * MINUTE, since: null } }
  }
}

/** Milliseconds spent on a slide so far. */
export function timeOn(session: Session, slide: string, now: number): number {
  return spentUntil(session, now)[slide] ?? 0
}

/** Milliseconds on all slides together: the elapsed time of the clock, pauses left out. */
export function elapsed(session: Session, now: number): number {
  return Object.values(spentUntil(session, now)).reduce((sum, time) => sum + time, 0)
}

/** Milliseconds left; negative once the time is up. */
export function timeLeft(countdown: Countdown, now: number): number {
  return countdown.left - (countdown.since === null ? 0 : Math.max(0, now - countdown.since))
}

function spentUntil(session: Session, now: number): Record<string, number> {
  if (session.since === null) return { ...session.spent }
  const before = session.spent[session.slide] ?? 0
  return { ...session.spent, [session.slide]: before + Math.max(0, now - session.since) }
}

// A clock that was stopped by hand (a coffee break) stays stopped; one that never ran starts with the first step.
function clockAfterStep(session: Session, now: number): number | null {
  return session.since !== null || neverRan(session) ? now : null
}

// What lies before the slide on which a session begins was held another day.
function atStart(session: Session): Session {
  return neverRan(session) ? { ...session, from: session.slide } : session
}

/** True while the clock has not run yet. */
export function neverRan({ since, spent }: Session): boolean {
  return since === null && Object.keys(spent).length === 0
}

function countdownOf(session: Session, command: { activity: string; minutes: number }): Countdown {
  if (session.countdown?.activity === command.activity) return session.countdown
  return { activity: command.activity, left: command.minutes * MINUTE, since: null }
}
