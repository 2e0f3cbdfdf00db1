/** Planned against real time of a slide or an activity: two times, a bar, and a word on a colour for how they stand. */
import { type PlayerWords, say } from './deck-data.ts'
import { element, setText } from './element.ts'
import { clockText, type Standing, standing } from './timing.ts'

const MINUTE = 60_000

export interface TimingLine {
  root: HTMLElement
  /** `what` names what is timed; times in milliseconds, nothing planned is 0. */
  show(what: string, planned: number, real: number): void
}

/** A line of the speaker view; `name` is the class that tells it from others. */
export function timingLine(words: PlayerWords, name: string): TimingLine {
  const part = (tag: 'span' | 'p', kind: string) => element(tag, { class: kind })
  const [what, planned, real] = [part('span', 'reading-label'), part('span', 'timing-planned'), part('span', 'timing-real')]
  const chip = part('span', 'timing-standing standing')
  const bar = part('span', 'timing-bar-fill')
  const root = element(
    'div',
    { class: `timing ${name}` },
    element('span', { class: 'timing-bar', 'aria-hidden': 'true' }, bar),
    element('div', { class: 'reading' }, what, real),
    element('div', { class: 'reading' }, element('span', { class: 'reading-label' }, words.planned), planned),
    chip,
  )
  return {
    root,
    show(label, plannedTime, realTime) {
      const stands = standing(plannedTime / MINUTE, realTime)
      setText(what, label)
      setText(planned, stands === 'unplanned' ? '–' : clockText(plannedTime))
      setText(real, clockText(realTime))
      showStanding(chip, words, stands, realTime - plannedTime)
      bar.style.inlineSize = `${plannedTime > 0 ? Math.min(100, (100 * realTime) / plannedTime) : 0}%`
      root.dataset.standing = stands
    },
  }
}

/** `2:10 / 3:00` with its standing, for a slide that has both; null else. */
export function timeTag(words: PlayerWords, minutes: number, real: number): HTMLElement | null {
  if (minutes <= 0 || real <= 0) return null
  const chip = element('span', { class: 'standing' })
  showStanding(chip, words, standing(minutes, real), real - minutes * MINUTE)
  return element('span', { class: 'time-tag' }, `${clockText(real)} / ${clockText(minutes * MINUTE)} `, chip)
}

/** Writes how something stands; `over` is by how much, in milliseconds. */
export function showStanding(chip: HTMLElement, words: PlayerWords, stands: Standing, over: number): void {
  const sentence = {
    unplanned: words.notPlanned,
    within: words.withinTime,
    nearly: words.nearlyOver,
    over: say(words.overBy, { time: clockText(over) }),
  }
  setText(chip, sentence[stands])
  chip.dataset.standing = stands
}
