/** The deck window's end of the line: opens the speaker view, answers it, and keeps the session over a reload. */
import { openChannel, randomName } from './channel.ts'
import type { DeckData } from './deck-data.ts'
import { addressOf, type DeckEntry, onDeckLinks } from './deck-links.ts'
import { answer, type DeckWindow } from './deck-window.ts'
import { readSession } from './messages.ts'
import type { Session } from './session.ts'

/** The session this window had before a reload, or null. */
export function keptSession(deck: DeckData): Session | null {
  try {
    return readSession(JSON.parse(kept(`${deck.channel}/session`) ?? 'null'))
  } catch {
    return null
  }
}

/** Connects the deck window with its speaker view; the answer opens that view. */
export function linkSpeaker(deck: DeckData, deckWindow: DeckWindow): () => void {
  const mine = windowSession()
  const channel = openChannel(deck.channel, (message) => {
    answer(message, mine, deckWindow, send)
    if (message.kind === 'open' && message.session === mine)
      moveTo(
        deck.decks.find(({ id }) => id === message.deck),
        message.slide,
      )
  })
  function send(state: Session): void {
    channel.send({ kind: 'state', session: mine, state })
  }
  deckWindow.onChange((session) => {
    keep(`${deck.channel}/session`, JSON.stringify(session))
    send(session)
  })
  function leaveFor({ id }: DeckEntry): void {
    // the clock of this module stands still until one comes back
    deckWindow.do({ do: 'run-clock', on: false })
    channel.send({ kind: 'moved', session: mine, deck: id })
  }
  function moveTo(other: DeckEntry | undefined, slide: string | null): void {
    if (!other) return
    leaveFor(other)
    location.assign(addressOf(other, slide))
  }
  onDeckLinks(deck, (place) => {
    if (place.deck) leaveFor(place.deck)
    return false
  })
  addEventListener('pagehide', () => channel.send({ kind: 'bye', session: mine }))
  send(deckWindow.session())
  return () => {
    window.open(`${location.pathname}?view=speaker&session=${mine}`, `speaker-${mine}`, 'popup,width=1180,height=760')
  }
}

// One name per window, the same after a reload and in the next deck, so that a speaker view finds its own deck again.
function windowSession(): string {
  const key = 'fieldkit-deck/window'
  const name = kept(key)
  if (name) return name
  const made = randomName()
  keep(key, made)
  return made
}

/** What this window kept under a name; null where storage is switched off or it kept nothing. */
export function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps something for a reload of this window. */
export function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // storage switched off or full: the session lasts as long as the page
  }
}
