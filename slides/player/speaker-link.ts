/** The deck window's end of the line: opens the speaker view, answers it, and keeps the session over a reload. */
import { openChannel, randomName } from './channel.ts'
import type { DeckData } from './deck-data.ts'
import { answer, type DeckWindow } from './deck-window.ts'
import { readSession } from './messages.ts'
import type { Session } from './session.ts'

/** The session this window had before a reload, or null. */
export function keptSession(deck: DeckData): Session | null {
  try {
    return readSession(JSON.parse(sessionStorage.getItem(`${deck.channel}/session`) ?? 'null'))
  } catch {
    return null
  }
}

/** Connects the deck window with its speaker view; the answer opens that view. */
export function linkSpeaker(deck: DeckData, deckWindow: DeckWindow): () => void {
  const mine = windowSession(deck)
  const channel = openChannel(deck.channel, (message) => answer(message, mine, deckWindow, send))
  function send(state: Session): void {
    channel.send({ kind: 'state', session: mine, state })
  }
  deckWindow.onChange((session) => {
    keep(`${deck.channel}/session`, JSON.stringify(session))
    send(session)
  })
  addEventListener('pagehide', () => channel.send({ kind: 'bye', session: mine }))
  send(deckWindow.session())
  return () => {
    window.open(`${location.pathname}?view=speaker&session=${mine}`, `speaker-${mine}`, 'popup,width=1180,height=760')
  }
}

// One name per window, the same after a reload, so that a speaker view finds its own deck again.
function windowSession(deck: DeckData): string {
  const key = `${deck.channel}/window`
  let name: string | null = null
  try {
    name = sessionStorage.getItem(key)
  } catch {
    // storage switched off: a reload makes a new name, and the speaker view is opened anew
  }
  if (name) return name
  const made = randomName()
  keep(key, made)
  return made
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // storage switched off or full: the session lasts as long as the page
  }
}
