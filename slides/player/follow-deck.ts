/** The speaker view's end of the line: its own copy of the session, corrected by every state that its deck window sends. */
import { openChannel } from './channel.ts'
import type { DeckData, DeckSlideElement } from './deck-data.ts'
import { addressOf, type DeckEntry } from './deck-links.ts'
import type { Message } from './messages.ts'
import { applyCommand, type Command, neverRan, newSession, type Session } from './session.ts'
import { keep, kept, keptSession } from './speaker-link.ts'

/** How often the speaker view asks for its deck window, and after what silence it counts as closed. */
const ASK_EVERY = 2_000
const SILENCE = 5_000

export interface DeckLink {
  session(): Session
  connected(): boolean
  do(command: Command): void
  /** Goes on to another deck of the course, with the deck window where there is one. */
  open(other: DeckEntry, slide: string | null): void
  onChange(listener: () => void): void
}

/** Looks for the deck window this view was opened from; opened by hand, for any window of the deck. Alone, it works by itself. */
export function followDeck(deck: DeckData, slides: readonly DeckSlideElement[]): DeckLink {
  const partnerKey = `${deck.channel}/partner`
  const listeners: (() => void)[] = []
  let partner = kept(partnerKey) ?? new URLSearchParams(location.search).get('session')
  let session = keptSession(deck) ?? newSession(startSlide(slides))
  let heard = performance.now()
  let connected = false

  const changed = () => {
    keep(`${deck.channel}/session`, JSON.stringify(session))
    for (const listener of listeners) listener()
  }
  const channel = openChannel(deck.channel, (message) => {
    if (message.kind === 'state') hear(message)
    if ('session' in message && message.session === partner) {
      if (message.kind === 'bye') connected = false
      if (message.kind === 'moved') follow(deck.decks.find(({ id }) => id === message.deck))
    }
    changed()
  })
  const isLost = () => performance.now() - heard >= SILENCE

  function hear({ session: sender, state }: Extract<Message, { kind: 'state' }>): void {
    if (partner !== null && sender !== partner) {
      // the window is gone for good: one that has just been opened takes its place and goes on where it stood
      if (!isLost() || !neverRan(state)) return
      if (!neverRan(session)) channel.send({ kind: 'restore', session: sender, state: session })
      else session = state
    } else session = state
    if (sender !== partner) keep(partnerKey, sender)
    partner = sender
    connected = true
    heard = performance.now()
  }
  function follow(other: DeckEntry | undefined, slide: string | null = null): void {
    if (other) location.replace(addressOf(other, slide, `?view=speaker${partner === null ? '' : `&session=${partner}`}`))
  }
  const ask = () => channel.send({ kind: 'hello', session: isLost() ? null : partner })
  setInterval(ask, ASK_EVERY)
  ask()

  return {
    session: () => session,
    connected: () => connected && !isLost(),
    do(command) {
      session = applyCommand(session, command, Date.now())
      if (partner) channel.send({ kind: 'command', session: partner, command })
      changed()
    },
    open(other, slide) {
      if (connected && !isLost() && partner) channel.send({ kind: 'open', session: partner, deck: other.id, slide })
      else follow(other, slide)
    },
    onChange: (listener) => listeners.push(listener),
  }
}

function startSlide(slides: readonly DeckSlideElement[]): string {
  const asked = decodeURIComponent(location.hash.replace(/^#\/?/, ''))
  return slides.find(({ id }) => id === asked)?.id ?? slides[0]?.id ?? ''
}
