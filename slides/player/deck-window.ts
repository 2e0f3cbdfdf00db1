/** The deck on screen: reveal.js moves the slides, the session says where we are, and the buttons and keys work on both. */
import Reveal, { type RevealApi } from 'reveal.js'
import type { DeckData, DeckSlideElement } from './deck-data.ts'
import { openActivities, openDecks, openHelp, openOverview } from './dialogs.ts'
import { element } from './element.ts'
import { type Action, type Actions, listenToKeys } from './keys.ts'
import type { Message } from './messages.ts'
import { nextMove, previousMove } from './moves.ts'
import { applyCommand, type Command, neverRan, newSession, type Session } from './session.ts'

export interface DeckWindow {
  session(): Session
  do(command: Command): void
  /** Takes over a session that another window kept. */
  take(session: Session): void
  /** Adds what happens after every change of the session. */
  onChange(listener: (session: Session) => void): void
}

/** Actions of an edition beyond those every deck has, given the window they act on. */
export type MoreActions = (deckWindow: DeckWindow) => Actions

/** Starts the deck. `kept` is the session a reload found, or null. */
export async function startDeck(deck: DeckData, slides: DeckSlideElement[], kept: Session | null, more: MoreActions): Promise<DeckWindow> {
  loadFonts()
  const reveal = await startReveal(deck)
  const idOnScreen = () => reveal.getCurrentSlide().id
  const listeners: ((session: Session) => void)[] = []
  const black = blackScreen(deck, () => act({ do: 'black', on: false }))
  let session: Session = kept ?? newSession(idOnScreen())

  function act(command: Command): void {
    if (command.do === 'go' && !slides.some((slide) => slide.id === command.slide)) return
    session = applyCommand(session, command, Date.now())
    show()
    for (const listener of listeners) listener(session)
  }
  function show(): void {
    const index = slides.findIndex((slide) => slide.id === session.slide)
    if (idOnScreen() !== session.slide) reveal.slide(index)
    black.hidden = !session.black
  }
  function take(kept: Session): void {
    if (!slides.some(({ id }) => id === kept.slide)) return
    session = kept
    show()
    for (const listener of listeners) listener(session)
  }
  const deckWindow: DeckWindow = { session: () => session, do: act, take, onChange: (listener) => listeners.push(listener) }

  // swipes, addresses and links move the deck themselves: the session follows
  reveal.on('slidechanged', () => act({ do: 'go', slide: idOnScreen() }))
  act({ do: 'go', slide: idOnScreen() })
  show()

  const actions = { ...actionsOfEveryDeck(deck, slides, deckWindow), ...more(deckWindow) }
  actions.help = () => openHelp(deck, actions)
  listenToKeys(actions, deck.direction)
  document.body.append(controls(deck, actions))
  return deckWindow
}

/** Answers windows that ask over the channel: `mine` is the name of this window's session. */
export function answer(message: Message, mine: string, deckWindow: DeckWindow, send: (state: Session) => void): void {
  if (message.session !== null && message.session !== mine) return
  if (message.kind === 'hello') send(deckWindow.session())
  if (message.kind === 'command') deckWindow.do(message.command)
  // only a window that has not begun takes over what another had
  if (message.kind === 'restore' && neverRan(deckWindow.session())) deckWindow.take(message.state)
}

/** A weight first used on a later slide would flash in another font there: all are read at once. */
export function loadFonts(): void {
  for (const font of document.fonts) void font.load()
}

async function startReveal(deck: DeckData): Promise<RevealApi> {
  const config = {
    width: 1280,
    height: 720,
    margin: 0,
    center: false,
    display: 'grid',
    controls: false,
    progress: false,
    hash: true,
    keyboard: false,
    overview: false,
    help: false,
    pause: false,
    jumpToSlide: false,
    transition: 'none',
    backgroundTransition: 'none',
    rtl: deck.direction === 'rtl',
    hideInactiveCursor: true,
    minScale: 0.1,
    maxScale: 6,
    scrollActivationWidth: undefined,
    // any page that embeds the deck could call any method: reveal checks no origin
    postMessage: false,
    postMessageEvents: false,
    view: null,
    dependencies: [],
    plugins: [],
  } as const
  const reveal = new Reveal(document.querySelector<HTMLElement>('.reveal') ?? document.body, config)
  const ready = reveal.initialize()
  // options in the address would win over ours (`?postMessage=true`); set ours again before it reads them
  reveal.configure(config)
  await ready
  // role=application would take the reading commands away from screen readers
  reveal.getRevealElement()?.removeAttribute('role')
  return reveal
}

function actionsOfEveryDeck(deck: DeckData, slides: DeckSlideElement[], deckWindow: DeckWindow): Actions {
  const go = (id: string) => deckWindow.do({ do: 'go', slide: id })
  return {
    ...stepActions(slides, deckWindow),
    black: () => deckWindow.do({ do: 'black', on: !deckWindow.session().black }),
    overview: () => openOverview(deck, slides, deckWindow.session(), go),
    activities: () => openActivities(deck, slides, go),
    ...deckActions(deck),
    'full-screen': () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    read: () => changeView('read'),
  }
}

/** Next, previous, first and last, in either window. */
export function stepActions(slides: DeckSlideElement[], { session, do: act }: Pick<DeckWindow, 'session' | 'do'>): Actions {
  const run = (command: Command | null) => command && act(command)
  const go = (slide: DeckSlideElement | undefined) => slide && act({ do: 'go', slide: slide.id })
  return {
    next: () => run(nextMove(slides, session(), Date.now())),
    previous: () => run(previousMove(slides, session(), Date.now())),
    first: () => go(slides[0]),
    last: () => go(slides.at(-1)),
  }
}

/** The way to the other decks, where there are any. */
export function deckActions(deck: DeckData): Actions {
  return deck.decks.length > 1 ? { decks: () => openDecks(deck) } : {}
}

/** Opens this deck in another view at the same slide. */
export function changeView(view: 'read' | 'slides'): void {
  location.assign(`${location.pathname}?view=${view}${location.hash}`)
}

function blackScreen(deck: DeckData, leave: () => void): HTMLElement {
  const black = element('div', { class: 'black-screen', hidden: true, role: 'status', onclick: leave }, deck.words.blackScreenOn)
  document.body.append(black)
  return black
}

function controls(deck: DeckData, actions: Actions): HTMLElement {
  const { words } = deck
  const shown: [Action, string][] = [
    ['previous', words.previousSlide],
    ['next', words.nextSlide],
    ['overview', words.overview],
    ['activities', words.activities],
    ['decks', words.decks],
    ['countdown', words.countdown],
    ['speaker', words.speakerView],
    ['black', words.blackScreen],
    ['full-screen', words.fullScreen],
    ['read', words.readAsPage],
    ['help', words.help],
  ]
  const buttons = shown.flatMap(([action, word]) => {
    const run = actions[action]
    return run ? [element('button', { type: 'button', class: `control control-${action}`, onclick: run }, word)] : []
  })
  const start = document.querySelector('.deck-start')
  const bar = element('nav', { class: 'deck-controls', 'aria-label': words.slideControls }, ...buttons, ...(start ? [start] : []))
  let rest: number | undefined
  const wake = () => {
    bar.classList.add('is-awake')
    clearTimeout(rest)
    rest = window.setTimeout(() => bar.classList.remove('is-awake'), 2500)
  }
  document.addEventListener('pointermove', wake)
  document.addEventListener('pointerdown', wake)
  return bar
}
