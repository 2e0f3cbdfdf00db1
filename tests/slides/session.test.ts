import { describe, expect, it } from 'vitest'
import { type CuttableSlide, minutesKept, wayOut } from '../../slides/player/cuts.ts'
import { readMessage, readSession } from '../../slides/player/messages.ts'
import { countdownLeft, nextMove, previousMove, type SteppedSlide, stepsShown } from '../../slides/player/moves.ts'
import { applyCommand, type Command, elapsed, newSession, type Session, timeLeft, timeOn } from '../../slides/player/session.ts'
import { activityTime, behindPlan, clockText, countdownText, drift, standing, stepUnderWay } from '../../slides/player/timing.ts'

const MINUTE = 60_000

function run(...steps: [at: number, command: Command][]): Session {
  return steps.reduce((session, [at, command]) => applyCommand(session, command, at), newSession('a'))
}

function leftIn({ countdown }: Session, now: number): number | null {
  return countdown && timeLeft(countdown, now)
}

describe('session', () => {
  it('starts its clock with the first step and counts time per slide', () => {
    const session = run([1000, { do: 'go', slide: 'b' }], [61_000, { do: 'go', slide: 'c' }], [91_000, { do: 'go', slide: 'b' }])
    expect(timeOn(session, 'a', 100_000)).toBe(0)
    expect(timeOn(session, 'b', 101_000)).toBe(70_000)
    expect(timeOn(session, 'c', 101_000)).toBe(30_000)
    expect(elapsed(session, 101_000)).toBe(100_000)
  })

  it('keeps a clock stopped for a break, and runs on where it stood', () => {
    const paused = run([0, { do: 'go', slide: 'b' }], [10_000, { do: 'run-clock', on: false }], [900_000, { do: 'go', slide: 'c' }])
    expect(elapsed(paused, 950_000)).toBe(10_000)
    const running = applyCommand(paused, { do: 'run-clock', on: true }, 960_000)
    expect(elapsed(running, 965_000)).toBe(15_000)
    expect(timeOn(running, 'c', 965_000)).toBe(5_000)
  })

  it('sets the clock to zero', () => {
    const session = run([0, { do: 'go', slide: 'b' }], [10_000, { do: 'reset-clock' }])
    expect(elapsed(session, 20_000)).toBe(0)
  })

  it('does nothing when sent to the slide it stands on', () => {
    const session = newSession('a')
    expect(applyCommand(session, { do: 'go', slide: 'a' }, 5)).toBe(session)
  })

  it('counts down, pauses, adds a minute and resets', () => {
    const of = { activity: 'x', minutes: 10 }
    const started = run([0, { do: 'run-countdown', ...of, on: true }])
    expect(leftIn(started, 3 * MINUTE)).toBe(7 * MINUTE)
    const paused = applyCommand(started, { do: 'run-countdown', ...of, on: false }, 4 * MINUTE)
    expect(leftIn(paused, 60 * MINUTE)).toBe(6 * MINUTE)
    const longer = applyCommand(paused, { do: 'add-to-countdown', ...of, add: 1 }, 60 * MINUTE)
    expect(leftIn(longer, 90 * MINUTE)).toBe(7 * MINUTE)
    expect(longer.countdown?.since).toBeNull()
    const again = applyCommand(longer, { do: 'reset-countdown', ...of }, 90 * MINUTE)
    expect(leftIn(again, 99 * MINUTE)).toBe(10 * MINUTE)
  })

  it('starts another activity from its own minutes', () => {
    const session = run(
      [0, { do: 'run-countdown', activity: 'x', minutes: 10, on: true }],
      [MINUTE, { do: 'run-countdown', activity: 'y', minutes: 5, on: true }],
    )
    expect(session.countdown).toEqual({ activity: 'y', left: 5 * MINUTE, since: MINUTE })
  })
})

describe('timing', () => {
  const slides = [
    { id: 'a', minutes: 0 },
    { id: 'b', minutes: 3 },
    { id: 'c', minutes: 20 },
  ]

  it('says how a slide stands against its plan', () => {
    expect(standing(0, MINUTE)).toBe('unplanned')
    expect(standing(10, 7.9 * MINUTE)).toBe('within')
    expect(standing(10, 8 * MINUTE)).toBe('nearly')
    expect(standing(10, 10 * MINUTE)).toBe('nearly')
    expect(standing(10, 10 * MINUTE + 1)).toBe('over')
  })

  it('is behind when slides took longer, ahead when one was skipped', () => {
    const slow = run([0, { do: 'go', slide: 'b' }], [7 * MINUTE, { do: 'go', slide: 'c' }])
    expect(behindPlan(slides, slow, 12 * MINUTE)).toBe(4 * MINUTE)
    const skipped = run([0, { do: 'go', slide: 'c' }])
    expect(behindPlan(slides, skipped, 5 * MINUTE)).toBe(-3 * MINUTE)
    expect(behindPlan(slides, skipped, 25 * MINUTE)).toBe(2 * MINUTE)
    expect([4 * MINUTE, 90_000, 30_000, -3 * MINUTE].map(drift)).toEqual(['late', 'behind', 'on-plan', 'ahead'])
  })

  it('counts the plan from the slide on which the clock began', () => {
    const second = applyCommand(newSession('b'), { do: 'run-clock', on: true }, 0)
    expect(behindPlan(slides, second, 5 * MINUTE)).toBe(2 * MINUTE)
    const again = applyCommand(run([0, { do: 'go', slide: 'c' }]), { do: 'reset-clock' }, 9 * MINUTE)
    expect(behindPlan(slides, applyCommand(again, { do: 'run-clock', on: true }, 9 * MINUTE), 30 * MINUTE)).toBe(MINUTE)
  })

  it('adds up the slides of an activity that stands on several', () => {
    const parts = [
      { id: 'b', minutes: 3, activity: null },
      { id: 'c', minutes: 20, activity: 'c' },
      { id: 'c-2', minutes: 10, activity: 'c' },
    ]
    const session = run([0, { do: 'go', slide: 'c' }], [21 * MINUTE, { do: 'go', slide: 'c-2' }])
    expect(activityTime(parts, 'c-2', session, 26 * MINUTE)).toEqual({ planned: 30 * MINUTE, real: 26 * MINUTE, parts: 2 })
    expect(activityTime(parts, 'b', session, 26 * MINUTE)).toBeNull()
  })

  it('writes times', () => {
    expect(clockText(0)).toBe('0:00')
    expect(clockText(59_999)).toBe('0:59')
    expect(clockText(61 * MINUTE + 5_000)).toBe('1:01:05')
    expect(countdownText(1)).toBe('0:01')
    expect(countdownText(0)).toBe('0:00')
    expect(countdownText(-500)).toBe('0:00')
    expect(countdownText(-61_000)).toBe('\u22121:01')
  })

  it('knows the step under way', () => {
    expect([0, 5 * MINUTE - 1, 5 * MINUTE, 14 * MINUTE, 99 * MINUTE].map((gone) => stepUnderWay([5, 0, 10, 5], gone))).toEqual([
      0, 0, 2, 2, 3,
    ])
  })
})

describe('steps', () => {
  const step = (minutes: number, id = '') => ({ id, text: '', minutes, cut: null })
  const slides = [
    { id: 'a', minutes: 0, activityMinutes: null, steps: [] },
    { id: 'x', minutes: 10, activityMinutes: 10, steps: [step(2), step(3), step(5)] },
    { id: 'b', minutes: 0, activityMinutes: null, steps: [] },
  ]
  const walk = (start: Session, moves: readonly ('next' | 'previous')[], now = 0) => {
    let session = start
    return moves.map((move) => {
      const command = move === 'next' ? nextMove(slides, session, now) : previousMove(slides, session, now)
      if (command) session = applyCommand(session, command, now)
      return `${session.slide}${session.steps}`
    })
  }

  it('come one by one before the next slide, and go in the same order', () => {
    const moves = ['next', 'next', 'next', 'next', 'next', 'previous', 'previous', 'previous', 'previous'] as const
    expect(walk(newSession('a'), moves).join(' ')).toBe('x1 x2 x3 b1 b1 x3 x2 x1 a1')
  })

  it('come by themselves when the countdown has come to them', () => {
    const started = applyCommand(newSession('x'), { do: 'run-countdown', activity: 'x', minutes: 10, on: true }, 0)
    const [, activity] = slides
    if (!activity) throw new Error('no activity')
    expect([0, 2, 6, 99].map((minute) => stepsShown(activity, started, minute * MINUTE))).toEqual([1, 2, 3, 3])
    expect(walk(started, ['next', 'next', 'previous'], 3 * MINUTE)).toEqual(['x3', 'b1', 'x3'])
    expect(walk(started, ['previous'], 3 * MINUTE)).toEqual(['a1'])
  })
})

describe('leaving out when late', () => {
  const step = (id: string, minutes: number, cut: string | null) => ({ id, text: `Step ${id}`, minutes, cut })
  const slide = (id: string, minutes: number, more: Partial<CuttableSlide & SteppedSlide> = {}) => ({
    ...{ id, minutes, title: `Slide ${id}`, label: '', activity: null, activityMinutes: null, cut: null, steps: [] },
    ...more,
  })
  const of = (id: string, more: Partial<CuttableSlide>) => ({ label: `Activity ${id}`, activity: id, activityMinutes: 10, ...more })
  const slides = [
    slide('a', 2),
    slide('x', 10, of('x', { cut: 'never', steps: [step('x1', 4, null), step('x2', 3, 'first'), step('x3', 3, null)] })),
    slide('b', 3, { cut: 'first' }),
    slide('y', 6, of('y', { cut: 'first', steps: [step('y1', 6, 'first')] })),
    slide('y-2', 4, of('y', { cut: 'first' })),
    slide('z', 10, of('z', { cut: 'last', steps: [step('z1', 5, 'first')] })),
  ]
  const onX = run([0, { do: 'go', slide: 'x' }])
  const proposed = (session: Session, minute: number, shown = 1) => wayOut(slides, session, shown, minute * MINUTE)
  const idsOf = (way: ReturnType<typeof proposed>) => way?.cuts.map(({ ids }) => ids.join('+')).join(' ')

  it('says nothing while on plan, ahead or just behind', () => {
    for (const minute of [9, 12, 13]) expect(proposed(onX, minute)).toBeNull()
  })

  it('names what comes next and goes first, with its minutes, until the delay is covered, and what to keep', () => {
    // two minutes ahead, since slide a was skipped: 14 minutes on a slide of ten are two behind
    const way = proposed(onX, 14)
    expect(way).toMatchObject({ behind: 2 * MINUTE, saved: 3 * MINUTE, kept: ['Activity z Slide z'] })
    expect(way?.cuts).toEqual([{ ids: ['x2'], label: 'Activity x', text: 'Step x2', minutes: 3, leftOut: false }])
    expect(idsOf(proposed(onX, 15))).toBe('x2')
    expect(idsOf(proposed(onX, 15.5))).toBe('x2 b')
    expect(idsOf(proposed(onX, 18.5))).toBe('x2 b y+y-2')
    expect(proposed(onX, 60)).toMatchObject({ behind: 48 * MINUTE, saved: 21 * MINUTE })
    // what has been shown cannot be left out any more
    expect(idsOf(proposed(onX, 14, 2))).toBe('b')
  })

  it('counts what is left out, passes over it and puts it back', () => {
    const out = applyCommand(onX, { do: 'leave-out', ids: ['x2', 'b'], on: true }, 0)
    expect(proposed(out, 15)).toMatchObject({
      saved: 6 * MINUTE,
      cuts: [
        { ids: ['x2'], leftOut: true },
        { ids: ['b'], leftOut: true },
      ],
    })
    expect(slides.map((one) => minutesKept(one, out))).toEqual([2, 7, 0, 6, 4, 10])
    expect([1, 2, 3].map((steps) => nextMove(slides, { ...out, steps }, 0))).toEqual([
      { do: 'reveal', steps: 3 },
      { do: 'reveal', steps: 3 },
      { do: 'go', slide: 'y' },
    ])
    expect(previousMove(slides, { ...out, steps: 3 }, 0)).toEqual({ do: 'reveal', steps: 1 })
    expect(previousMove(slides, { ...out, slide: 'y' }, 0)).toEqual({ do: 'go', slide: 'x', steps: 3 })
    const back = applyCommand(out, { do: 'leave-out', ids: ['b'], on: false }, 0)
    expect(back.leftOut).toEqual(['x2'])
    expect(nextMove(slides, { ...back, steps: 3 }, 0)).toEqual({ do: 'go', slide: 'b' })
    expect(applyCommand(back, { do: 'reset-clock' }, 0).leftOut).toEqual([])
  })

  it('makes the countdown shorter by the step left out', () => {
    const [, x] = slides
    if (!x) throw new Error('no activity')
    const out = applyCommand(onX, { do: 'leave-out', ids: ['x2'], on: true }, 0)
    expect(countdownLeft(x, out, 0)).toBe(7 * MINUTE)
    const running = applyCommand(out, { do: 'run-countdown', activity: 'x', minutes: 10, on: true }, 0)
    expect(countdownLeft(x, running, 5 * MINUTE)).toBe(2 * MINUTE)
    expect(stepsShown(x, running, 5 * MINUTE)).toBe(3)
  })

  it('is worth its minutes once passed', () => {
    const out = applyCommand(onX, { do: 'leave-out', ids: ['b'], on: true }, 0)
    const onY = applyCommand(out, { do: 'go', slide: 'y' }, 15 * MINUTE)
    expect(behindPlan(slides, onY, 15 * MINUTE)).toBe(0)
  })
})

describe('messages', () => {
  const state = {
    slide: 'a',
    steps: 1,
    black: false,
    from: 'a',
    spent: { a: 5 },
    since: null,
    countdown: { activity: 'x', left: 5, since: 1 },
    leftOut: ['b'],
  }
  const head = { from: 'me', count: 1, session: 's' }

  it.each([
    { kind: 'hello', from: 'me', count: 1, session: null },
    { kind: 'hello', ...head },
    { kind: 'bye', ...head },
    { kind: 'state', ...head, state },
    ...(
      [
        { do: 'go', slide: 'b' },
        { do: 'go', slide: 'b', steps: 3 },
        { do: 'reveal', steps: 2 },
        { do: 'leave-out', ids: ['b', 'x-step-3'], on: true },
        { do: 'black', on: true },
        { do: 'run-clock', on: false },
        { do: 'reset-clock' },
        { do: 'run-countdown', activity: 'x', minutes: 5, on: true },
        { do: 'add-to-countdown', activity: 'x', minutes: 5, add: 1 },
        { do: 'reset-countdown', activity: 'x', minutes: 5 },
      ] satisfies Command[]
    ).map((command) => ({ kind: 'command', ...head, command })),
  ])('reads $kind', (message) => {
    expect(readMessage(JSON.parse(JSON.stringify(message)))).toEqual(message)
  })

  it.each([
    null,
    'go',
    [],
    { ...head, kind: 'hello', count: Number.NaN },
    { ...head, kind: 'state', state: { ...state, slide: 4 } },
    { ...head, kind: 'state', state: { ...state, spent: { a: 'long' } } },
    { ...head, kind: 'state', session: null, state },
    { ...head, kind: 'command', command: { do: 'go', slide: 'b', steps: 'all' } },
    { ...head, kind: 'command', command: { do: 'leave-out', ids: 'b', on: true } },
    { ...head, kind: 'command', command: { do: 'eval', code: '1' } },
    { ...head, kind: 'command', command: { do: 'go', slide: 'x'.repeat(201) } },
    { namespace: 'reveal', method: 'next' },
  ])('drops %j', (data) => {
    expect(readMessage(data)).toBeNull()
  })

  it('drops a stored session of another shape', () => {
    expect(readSession({ ...state, countdown: 7 })).toBeNull()
    expect(readSession(state)).toEqual(state)
  })
})
