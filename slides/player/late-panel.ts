/** What the speaker view says when late: what to leave out first, what each saves, what to keep; one click leaves it out or puts it back. */
import type { Cut, WayOut } from './cuts.ts'
import { type PlayerWords, say } from './deck-data.ts'
import { element, setText } from './element.ts'
import type { Command } from './session.ts'

export interface LatePanel {
  root: HTMLElement
  /** Shows a way out, or nothing where there is none. */
  show(way: WayOut | null): void
}

/** The panel, empty until it is needed. */
export function latePanel(words: PlayerWords, act: (command: Command) => void): LatePanel {
  const sentence = element('p', { role: 'status' })
  const all = element('button', { type: 'button', class: 'late-all is-main' }, words.leaveOutAll)
  const [list, kept] = [element('ul', { class: 'late-cuts' }), element('p', { class: 'late-kept' })]
  const head = element('div', { class: 'late-head' }, element('h2', {}, words.leaveOutFirst), sentence, all)
  const root = element(
    'section',
    { class: 'speaker-late', 'aria-label': words.leaveOutFirst, tabindex: '0', hidden: true },
    head,
    list,
    kept,
  )
  let open: Cut[] = []
  let shown = ''
  all.addEventListener('click', () => act({ do: 'leave-out', ids: open.flatMap(({ ids }) => ids), on: true }))

  return {
    root,
    show(way) {
      root.hidden = way === null
      if (!way) return
      open = way.cuts.filter(({ leftOut }) => !leftOut)
      setText(sentence, sentenceOf(way, words))
      all.hidden = open.length < 2
      // written anew only when something changed: the button under a finger stays where it is
      const state = JSON.stringify(way.cuts)
      if (state !== shown) writeCuts(list, way.cuts, words, act)
      shown = state
      kept.hidden = way.kept.length === 0
      setText(kept, say(words.keep, { list: way.kept.slice(0, MOST_KEPT).join(words.listSeparator) }))
    },
  }
}

const MOST_KEPT = 3

/** "9 min behind plan, 7 min to gain here." */
function sentenceOf({ cuts, saved, behind }: WayOut, words: PlayerWords): string {
  if (cuts.length === 0) return words.nothingToLeaveOut
  const counted = {
    saved: saved / 60_000,
    n: Math.max(0, Math.floor(behind / 60_000)),
    rest: Math.max(0, Math.ceil((behind - saved) / 60_000)),
  }
  if (cuts.some(({ leftOut }) => !leftOut)) return say(words.leaveOutSaves, counted)
  return say(counted.rest > 0 ? words.leftOutSaves : words.delayCovered, counted)
}

function writeCuts(list: HTMLElement, cuts: readonly Cut[], words: PlayerWords, act: (command: Command) => void): void {
  const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement)
  list.replaceChildren(...cuts.map((cut) => cutRow(cut, words, act)))
  if (focused >= 0) list.querySelectorAll('button')[Math.min(focused, cuts.length - 1)]?.focus()
}

function cutRow({ ids, label, text, minutes, leftOut }: Cut, words: PlayerWords, act: (command: Command) => void): HTMLElement {
  const word = leftOut ? words.putBack : words.leaveOut
  return element(
    'li',
    { class: leftOut ? 'is-left-out' : null },
    element(
      'span',
      { class: 'late-cut-what' },
      ...(label ? [element('b', {}, label)] : []),
      element('span', { class: 'late-cut-text', title: text }, text),
    ),
    element('span', { class: 'late-cut-saves' }, say(words.saves, { n: minutes })),
    element(
      'button',
      { type: 'button', 'aria-label': `${word}: ${text}`, onclick: () => act({ do: 'leave-out', ids, on: !leftOut }) },
      word,
    ),
  )
}
