/** What opens over the deck: all slides as pictures, the list of activities, the keys. Native dialogs: Escape closes, focus stays inside and comes back. */
import { type DeckData, type DeckSlideElement, say } from './deck-data.ts'
import { element } from './element.ts'
import { type Actions, keyHelp } from './keys.ts'
import type { Session } from './session.ts'
import { slideCopy } from './slide-copy.ts'

/** All slides as pictures, each with whether it is left out and with what `tag` says of it; choosing one goes there. Arrow keys move between them. */
export function openOverview(
  deck: DeckData,
  slides: DeckSlideElement[],
  { slide: here, leftOut }: Session,
  go: (id: string) => void,
  tag: (slide: DeckSlideElement) => HTMLElement | null = () => null,
): void {
  const choices = slides.map((slide, index) => {
    const { section, title, id } = slide
    const out = leftOut.includes(id) ? element('span', { class: 'overview-left-out' }, deck.words.leftOut) : null
    const said = [out, tag(slide)].filter((one) => one !== null)
    return element(
      'button',
      {
        type: 'button',
        class: 'overview-slide',
        'aria-current': id === here ? 'true' : null,
        autofocus: id === here,
        onclick: () => choose(dialog, id, go),
      },
      slideCopy(section),
      element('span', { class: 'overview-label' }, element('b', {}, String(index + 1)), ` ${title}`),
      ...said,
    )
  })
  const dialog = openDialog(deck, 'overview', deck.words.overview, element('div', { class: 'overview-grid' }, ...choices))
  dialog.addEventListener('keydown', (event) => moveFocus(event, choices, deck.direction))
}

/** The activities of the module; choosing one goes to its slide. */
export function openActivities(deck: DeckData, slides: DeckSlideElement[], go: (id: string) => void): void {
  const activities = slides.filter(({ activityMinutes }) => activityMinutes !== null)
  const choices = activities.map(({ section, title, id }, index) =>
    element(
      'button',
      { type: 'button', class: 'activity-choice', autofocus: index === 0, onclick: () => choose(dialog, id, go) },
      element('span', { class: 'activity-choice-label' }, section.dataset.label ?? ''),
      element('span', { class: 'activity-choice-title' }, title),
      element('span', { class: 'activity-choice-minutes' }, section.dataset.minutesText ?? ''),
    ),
  )
  const list = choices.length
    ? element('ol', { class: 'activity-choices' }, ...choices.map((choice) => element('li', {}, choice)))
    : element('p', {}, deck.words.noActivities)
  const dialog = openDialog(deck, 'activities', deck.words.activities, list)
  dialog.addEventListener('keydown', (event) => moveFocus(event, choices, deck.direction))
}

/** The decks of the course; links, so that each can also be opened beside this one. */
export function openDecks(deck: DeckData): void {
  const choices = deck.decks.map(({ id, label, title, href }) => {
    const here = id === deck.module
    return element(
      'a',
      { class: 'deck-choice', href, 'aria-current': here ? 'page' : null, autofocus: here },
      element('span', { class: 'activity-choice-label' }, label),
      element('span', { class: 'activity-choice-title' }, title),
    )
  })
  const list = element('ol', { class: 'activity-choices' }, ...choices.map((choice) => element('li', {}, choice)))
  const dialog = openDialog(deck, 'decks', deck.words.decks, list)
  dialog.addEventListener('keydown', (event) => moveFocus(event, choices, deck.direction))
  dialog.addEventListener('click', (event) => event.target instanceof Element && event.target.closest('a') && dialog.close())
}

/** The keys that do something in this window. */
export function openHelp(deck: DeckData, actions: Actions): void {
  const rows = keyHelp(actions, deck.words).flatMap(({ shown, says }) => [
    element('dt', {}, ...shown.split(' ').map((key) => element('kbd', {}, key))),
    element('dd', {}, says),
  ])
  openDialog(deck, 'help', deck.words.help, element('dl', { class: 'key-list' }, ...rows))
}

function openDialog(deck: DeckData, kind: string, title: string, content: HTMLElement): HTMLDialogElement {
  const headingId = `dialog-${kind}`
  const close = element('button', { type: 'button', class: 'dialog-close', onclick: () => dialog.close() }, deck.words.close)
  const dialog = element(
    'dialog',
    { class: `deck-dialog deck-dialog-${kind}`, 'aria-labelledby': headingId },
    element('header', { class: 'dialog-head' }, element('h2', { id: headingId }, title), close),
    content,
  )
  dialog.addEventListener('close', () => dialog.remove())
  // a click on the ground beside the dialog closes it
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

function choose(dialog: HTMLDialogElement, id: string, go: (id: string) => void): void {
  dialog.close()
  go(id)
}

function moveFocus(event: KeyboardEvent, choices: HTMLElement[], direction: 'ltr' | 'rtl'): void {
  const here = choices.indexOf(document.activeElement as HTMLElement)
  const perRow = choices.filter((choice) => choice.offsetTop === choices[0]?.offsetTop).length
  const forward = direction === 'ltr' ? 1 : -1
  const steps: Record<string, number> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: perRow, ArrowUp: -perRow }
  const step = steps[event.key]
  if (step === undefined || here < 0) return
  event.preventDefault()
  choices[Math.min(Math.max(here + step, 0), choices.length - 1)]?.focus()
}

/** `Slide 3 of 24`. */
export function slideOf(deck: DeckData, slides: DeckSlideElement[], id: string): string {
  const here = slides.findIndex((slide) => slide.id === id)
  return say(deck.words.slideOf, { n: here + 1, total: slides.length })
}
