/**
 * The speaker view: the same file in a second window (`?view=speaker`). Shows this slide, the next one, the notes, the
 * clock, planned against real time, and the countdown; leads the deck window and follows it. Alone, it works by itself.
 */
import { toggleCountdown } from './countdown.ts'
import { minutesKept, wayOut } from './cuts.ts'
import { type DeckData, type DeckSlideElement, say } from './deck-data.ts'
import { onDeckLinks } from './deck-links.ts'
import { deckActions, loadFonts, stepActions } from './deck-window.ts'
import { openActivities, openHelp, openOverview, slideOf } from './dialogs.ts'
import { element, setText } from './element.ts'
import { type DeckLink, followDeck } from './follow-deck.ts'
import { type Actions, listenToKeys } from './keys.ts'
import { latePanel } from './late-panel.ts'
import { countdownLeft, followingSlide, stepOfCountdown, stepsShown } from './moves.ts'
import { elapsed, type Session, timeOn } from './session.ts'
import { notesCopy, slideCopy } from './slide-copy.ts'
import { showSteps } from './steps.ts'
import { activityTime, behindPlan, clockText, countdownText, drift } from './timing.ts'
import { timeTag, timingLine } from './timing-line.ts'

/** Builds the speaker view into the page. */
export function startSpeakerView(deck: DeckData, slides: DeckSlideElement[]): void {
  loadFonts()
  document.title = `${deck.words.speakerView}: ${document.title}`
  const link = followDeck(deck, slides)
  onDeckLinks(deck, (place) => {
    if (place.deck) link.open(place.deck, place.slide)
    else if (place.slide !== null && slides.some(({ id }) => id === place.slide)) link.do({ do: 'go', slide: place.slide })
    return true
  })
  const screen = speakerScreen(deck, slides, link)
  document.body.append(screen.root)
  listenToKeys(screen.actions, deck.direction)
  link.onChange(screen.show)
  setInterval(screen.tick, 250)
  screen.show()
}

function speakerScreen(deck: DeckData, slides: DeckSlideElement[], link: DeckLink) {
  const { words } = deck
  const go = (id: string) => link.do({ do: 'go', slide: id })
  const onSlide = timingLine(words, 'timing-slide')
  const late = latePanel(words, link.do)
  const inActivity = timingLine(words, 'timing-activity')
  const parts = screenParts()
  const noteSize = noteSizes(parts.notes)

  const actions: Actions = {
    ...stepActions(slides, link),
    black: () => link.do({ do: 'black', on: !link.session().black }),
    overview: () =>
      openOverview(deck, slides, link.session(), go, ({ id, minutes }) => timeTag(words, minutes, timeOn(link.session(), id, Date.now()))),
    activities: () => openActivities(deck, slides, go),
    ...deckActions(deck),
    countdown: () => toggleCountdown(slides, link.session(), link.do),
    clock: () => link.do({ do: 'run-clock', on: link.session().since === null }),
    larger: () => noteSize(1),
    smaller: () => noteSize(-1),
    help: () => openHelp(deck, actions),
  }
  let shown = ''

  function show(): void {
    const session = link.session()
    if (session.slide !== shown) showSlide(session.slide)
    showNext(followingSlide(slides, session))
    tick()
  }

  function showSlide(id: string): void {
    shown = id
    const slide = slides.find((one) => one.id === id)
    if (!slide) return
    setText(parts.position, slideOf(deck, slides, id))
    parts.current.replaceChildren(slideCopy(slide.section))
    parts.notes.replaceChildren(notesCopy(slide.section) ?? element('p', { class: 'no-notes' }, words.noNotes))
    parts.notes.scrollTop = 0
    parts.countdown.hidden = slide.activityMinutes === null
  }

  function showNext(next: DeckSlideElement | null): void {
    if (parts.next.dataset.slide === (next?.id ?? 'none')) return
    parts.next.dataset.slide = next?.id ?? 'none'
    setText(parts.nextTitle, next ? next.title : words.endOfDeck)
    parts.next.replaceChildren(...(next ? [slideCopy(next.section)] : []))
  }

  function tick(): void {
    const [session, now] = [link.session(), Date.now()]
    const slide = slides.find(({ id }) => id === session.slide)
    showConnection(link.connected())
    setText(
      parts.now,
      new Intl.DateTimeFormat(deck.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' }).format(now),
    )
    setText(parts.elapsed, clockText(elapsed(session, now)))
    setText(parts.clockButton, session.since === null ? words.startClock : words.pauseClock)
    parts.elapsed.classList.toggle('is-stopped', session.since === null)
    showDrift(session, now)
    if (slide) showTimeOnSlide(slide, session, now)
    if (slide) showStepsOf(slide, session, now)
    if (slide) showCountdown(slide, session, now)
    parts.black.setAttribute('aria-pressed', String(session.black))
  }

  function showConnection(connected: boolean): void {
    setText(parts.connection, connected ? words.deckConnected : words.deckNotConnected)
    parts.connection.classList.toggle('is-lost', !connected)
    parts.openDeck.hidden = connected
  }

  function showDrift(session: Session, now: number): void {
    const behind = behindPlan(slides, session, now)
    const kind = drift(behind)
    const sentence = { behind: words.behindPlan, late: words.behindPlan, ahead: words.aheadOfPlan, 'on-plan': words.onPlan }[kind]
    setText(parts.drift, say(sentence, { n: Math.max(1, Math.floor(Math.abs(behind) / 60_000)) }))
    parts.drift.dataset.standing = { ahead: 'within', 'on-plan': 'within', behind: 'nearly', late: 'over' }[kind]
  }

  function showTimeOnSlide(slide: DeckSlideElement, session: Session, now: number): void {
    const kept = slides.map((one) => ({ ...one, minutes: minutesKept(one, session) }))
    const whole = activityTime(kept, slide.id, session, now)
    const several = whole !== null && whole.parts > 1
    onSlide.show(
      slide.label && !several ? slide.label : words.timeOnSlide,
      minutesKept(slide, session) * 60_000,
      timeOn(session, slide.id, now),
    )
    inActivity.root.hidden = !several
    if (several) inActivity.show(slide.label, whole.planned, whole.real)
  }

  function showStepsOf(slide: DeckSlideElement, session: Session, now: number): void {
    const shown = stepsShown(slide, session, now)
    showSteps(parts.current, shown, session.leftOut, session.countdown?.since == null ? -1 : stepOfCountdown(slide, session, now))
    const coming = slide.steps.find(({ id }, index) => index >= shown && !session.leftOut.includes(id))
    parts.nextStep.hidden = !coming
    setText(parts.nextStepText, coming?.text ?? '')
    const way = wayOut(slides, session, shown, now)
    late.show(way)
    root.classList.toggle('is-late', way !== null)
  }

  function showCountdown(slide: DeckSlideElement, session: Session, now: number): void {
    const left = countdownLeft(slide, session, now)
    setText(parts.left, countdownText(left))
    setText(
      parts.countdownToggle,
      session.countdown?.activity === slide.id && session.countdown.since !== null ? words.pauseCountdown : words.startCountdown,
    )
    parts.left.dataset.standing = left <= 0 ? 'over' : 'within'
  }

  function screenParts() {
    const text = (name: string) => element('span', { class: name })
    const button = (name: string, run: () => void, label = '') => element('button', { type: 'button', class: name, onclick: run }, label)
    const countdownOf = () => {
      const slide = slides.find(({ id }) => id === link.session().slide)
      return { activity: slide?.id ?? '', minutes: slide?.activityMinutes ?? 0 }
    }
    return {
      position: text('speaker-position'),
      current: element('div', { class: 'speaker-current' }),
      next: element('div', { class: 'speaker-next' }),
      nextTitle: text('speaker-next-title'),
      nextStep: element('p', { class: 'speaker-next-step', hidden: true }, element('span', { class: 'reading-label' }, words.nextStep)),
      nextStepText: text('speaker-next-step-text'),
      notes: element('div', { class: 'speaker-notes-text', tabindex: '0', role: 'region', 'aria-label': words.notes }),
      now: text('speaker-now'),
      elapsed: text('speaker-elapsed'),
      drift: text('speaker-drift standing'),
      onSlide: onSlide.root,
      inActivity: inActivity.root,
      late: late.root,
      countdown: element('section', { class: 'speaker-countdown', 'aria-label': words.countdown, hidden: true }),
      left: text('speaker-left'),
      countdownToggle: button('is-main', () => actions.countdown?.()),
      countdownAdd: button('', () => link.do({ do: 'add-to-countdown', ...countdownOf(), add: 1 }), words.addMinute),
      countdownReset: button('', () => link.do({ do: 'reset-countdown', ...countdownOf() }), words.resetCountdown),
      connection: element('span', { class: 'speaker-connection', role: 'status' }),
      openDeck: button('', () => window.open(`${location.pathname}#/${link.session().slide}`), words.openDeck),
      clockButton: button('', () => actions.clock?.()),
      resetClock: button('', () => link.do({ do: 'reset-clock' }), words.resetClock),
      black: button('', () => actions.black?.(), words.blackScreen),
    }
  }

  const root = layOut(deck, parts, actions)
  return { root, actions, show, tick }
}

type Parts = Record<string, HTMLElement> & { countdown: HTMLElement }

function layOut(deck: DeckData, parts: Parts, actions: Actions): HTMLElement {
  const { words } = deck
  const part = (name: string): HTMLElement => parts[name] as HTMLElement
  const labelled = (label: string, ...children: Node[]) =>
    element('div', { class: 'reading' }, element('span', { class: 'reading-label' }, label), ...children)
  const button = (action: keyof Actions, word: string, name = '') =>
    element('button', { type: 'button', class: name, onclick: () => actions[action]?.() }, word)

  part('nextStep').append(part('nextStepText'))
  part('countdown').append(
    element('span', { class: 'reading-label' }, words.countdown),
    part('left'),
    element('div', { class: 'button-row' }, part('countdownToggle'), part('countdownAdd'), part('countdownReset')),
  )
  return element(
    'main',
    { class: 'speaker' },
    element(
      'header',
      { class: 'speaker-top' },
      labelled(words.clock, part('now')),
      labelled(words.elapsed, part('elapsed')),
      element('div', { class: 'button-row' }, part('clockButton'), part('resetClock')),
      part('drift'),
      element('div', { class: 'speaker-link' }, part('connection'), part('openDeck')),
    ),
    element(
      'section',
      { class: 'speaker-slides', 'aria-label': words.currentSlide },
      element('h1', { class: 'reading-label' }, part('position')),
      part('current'),
      element('div', { class: 'speaker-timing' }, part('onSlide'), part('inActivity')),
      part('countdown'),
      part('late'),
    ),
    element(
      'div',
      { class: 'speaker-side' },
      element(
        'div',
        { class: 'speaker-coming' },
        element('div', {}, part('nextStep'), element('h2', { class: 'reading-label' }, words.nextSlide), part('nextTitle')),
        part('next'),
      ),
      element(
        'div',
        { class: 'speaker-notes-head' },
        element('h2', { class: 'reading-label' }, words.notes),
        element('div', { class: 'button-row' }, button('smaller', words.smallerText), button('larger', words.largerText)),
      ),
      part('notes'),
    ),
    element(
      'nav',
      { class: 'speaker-controls', 'aria-label': words.slideControls },
      button('previous', words.previousSlide, 'is-main'),
      button('next', words.nextSlide, 'is-main'),
      part('black'),
      button('activities', words.activities),
      button('overview', words.overview),
      ...(actions.decks ? [button('decks', words.decks)] : []),
      button('help', words.help),
    ),
  )
}

function noteSizes(notes: HTMLElement): (by: number) => void {
  let size = 0
  return (by) => {
    size = Math.min(Math.max(size + by, -2), 5)
    notes.style.setProperty('--note-scale', String(1.15 ** size))
  }
}
