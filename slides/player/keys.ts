/** The keyboard: one table for what keys do and for the help that lists them. */
import type { PlayerWords } from './deck-data.ts'

export type Action =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'overview'
  | 'activities'
  | 'decks'
  | 'countdown'
  | 'speaker'
  | 'clock'
  | 'full-screen'
  | 'read'
  | 'larger'
  | 'smaller'
  | 'help'

interface Key {
  action: Action
  /** Values of `KeyboardEvent.key`, letters in lower case. */
  keys: string[]
  /** How the help names them. */
  shown: string
  word: keyof PlayerWords
}

// Presenters' remote controls send PageDown, PageUp and B or a full stop.
const keyTable: Key[] = [
  { action: 'next', keys: ['ArrowDown', 'PageDown', ' ', 'Enter', 'n'], shown: '→ ↓ Space', word: 'nextSlide' },
  { action: 'previous', keys: ['ArrowUp', 'PageUp', 'Backspace', 'p'], shown: '← ↑', word: 'previousSlide' },
  { action: 'first', keys: ['Home'], shown: 'Home', word: 'firstSlide' },
  { action: 'last', keys: ['End'], shown: 'End', word: 'lastSlide' },
  { action: 'overview', keys: ['o', 'Escape'], shown: 'O', word: 'overview' },
  { action: 'activities', keys: ['a'], shown: 'A', word: 'activities' },
  { action: 'decks', keys: ['d'], shown: 'D', word: 'decks' },
  { action: 'countdown', keys: ['t'], shown: 'T', word: 'countdown' },
  { action: 'speaker', keys: ['s'], shown: 'S', word: 'speakerView' },
  { action: 'clock', keys: ['c'], shown: 'C', word: 'pauseClock' },
  { action: 'black', keys: ['b', '.'], shown: 'B', word: 'blackScreen' },
  { action: 'full-screen', keys: ['f'], shown: 'F', word: 'fullScreen' },
  { action: 'read', keys: ['r'], shown: 'R', word: 'readAsPage' },
  { action: 'larger', keys: ['+', '='], shown: '+', word: 'largerText' },
  { action: 'smaller', keys: ['-'], shown: '−', word: 'smallerText' },
  { action: 'help', keys: ['?', 'F1'], shown: '?', word: 'help' },
]

/** Every sign the help shows on a key, for the fonts that travel with a deck. */
export const keySigns = keyTable.map(({ shown }) => shown).join(' ')

export type Actions = Partial<Record<Action, () => void>>

/** Runs `actions` on their keys, anywhere but in fields, on pressed buttons and in open dialogs. Arrows follow the direction of reading. */
export function listenToKeys(actions: Actions, direction: 'ltr' | 'rtl'): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    const action = actionOf(event, direction)
    const run = action && actions[action]
    if (!run || belongsToControl(event)) return
    event.preventDefault()
    run()
  })
}

/** What the help lists: the keys of `actions` with their words. */
export function keyHelp(actions: Actions, words: PlayerWords): { shown: string; says: string }[] {
  return keyTable.filter(({ action }) => actions[action]).map(({ shown, word }) => ({ shown, says: words[word] }))
}

function actionOf(event: KeyboardEvent, direction: 'ltr' | 'rtl'): Action | null {
  if (event.key === 'ArrowRight') return direction === 'ltr' ? 'next' : 'previous'
  if (event.key === 'ArrowLeft') return direction === 'ltr' ? 'previous' : 'next'
  if (event.key === ' ' && event.shiftKey) return 'previous'
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return keyTable.find(({ keys }) => keys.includes(key))?.action ?? null
}

function belongsToControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, select, textarea, [contenteditable]')) return true
  return (event.key === 'Enter' || event.key === ' ') && target?.closest('button, a, summary') != null
}
