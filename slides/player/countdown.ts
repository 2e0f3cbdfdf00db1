/** The countdown on an activity's slide: its time, its steps one by one, its buttons. */
import { type DeckData, type DeckSlideElement, say } from './deck-data.ts'
import type { DeckWindow } from './deck-window.ts'
import { element, setText } from './element.ts'
import { countdownLeft, stepOfCountdown, stepsShown } from './moves.ts'
import type { Command, Session } from './session.ts'
import { showSteps } from './steps.ts'
import { countdownText } from './timing.ts'

/** Starts or pauses the countdown of the slide on screen; nothing where it is no activity. */
export function toggleCountdown(slides: readonly DeckSlideElement[], session: Session, act: (command: Command) => void): void {
  const slide = slides.find(({ id }) => id === session.slide)
  if (slide?.activityMinutes == null) return
  const running = session.countdown?.activity === slide.id && session.countdown.since !== null
  act({ do: 'run-countdown', activity: slide.id, minutes: slide.activityMinutes, on: !running })
}

/** Puts a countdown on every activity's slide and keeps it going. */
export function showCountdowns(deck: DeckData, slides: readonly DeckSlideElement[], deckWindow: DeckWindow): void {
  const announcer = element('p', { class: 'visually-hidden', 'aria-live': 'assertive' })
  document.body.append(announcer)
  const faces = slides.flatMap((slide) => {
    const place = slide.section.querySelector('.countdown-place')
    if (!place || slide.activityMinutes === null) return []
    const face = countdownFace(deck, slide, slides, deckWindow)
    place.replaceChildren(...face.parts)
    return [face]
  })
  const tick = () => {
    for (const face of faces) face.show(deckWindow.session(), Date.now(), (text) => setText(announcer, text))
  }
  deckWindow.onChange(tick)
  setInterval(tick, 250)
  tick()
}

function countdownFace(deck: DeckData, slide: DeckSlideElement, slides: readonly DeckSlideElement[], deckWindow: DeckWindow) {
  const { words } = deck
  const minutes = slide.activityMinutes ?? 0
  const of = { activity: slide.id, minutes }
  const time = element('span', { class: 'countdown-time' })
  const over = element('span', { class: 'countdown-over', hidden: true }, words.timeIsUp)
  const toggle = button(() => toggleCountdown(slides, deckWindow.session(), deckWindow.do), 'countdown-toggle')
  const add = button(() => deckWindow.do({ do: 'add-to-countdown', ...of, add: 1 }), 'countdown-add', words.addMinute)
  const reset = button(() => deckWindow.do({ do: 'reset-countdown', ...of }), 'countdown-reset', words.resetCountdown)

  return {
    parts: [
      element('div', { class: 'countdown', role: 'timer', 'aria-label': words.countdown }, time, over),
      element('div', { class: 'countdown-buttons' }, toggle, add, reset),
    ],
    show(session: Session, now: number, announce: (text: string) => void) {
      const countdown = session.countdown?.activity === slide.id ? session.countdown : null
      const left = countdownLeft(slide, session, now)
      const running = countdown?.since != null
      setText(time, countdownText(left))
      setText(toggle, running ? words.pauseCountdown : words.startCountdown)
      over.hidden = left > 0
      slide.section.classList.toggle('is-timed', countdown !== null)
      slide.section.classList.toggle('is-over', left <= 0)
      showSteps(slide.section, stepsShown(slide, session, now), session.leftOut, running ? stepOfCountdown(slide, session, now) : -1)
      if (running) announceLeft(Math.ceil(left / 1000), deck, announce)
    },
  }
}

function announceLeft(seconds: number, deck: DeckData, announce: (text: string) => void): void {
  if (seconds === 300 || seconds === 60) announce(say(deck.words.minutesLeft, { n: seconds / 60 }))
  if (seconds === 0) announce(deck.words.timeIsUp)
}

function button(run: () => void, name: string, label = ''): HTMLButtonElement {
  return element('button', { type: 'button', class: name, onclick: run }, label)
}
