/** The reading view: the slides one after the other as a page, for phones and for who reads rather than watches. */
import type { DeckData } from './deck-data.ts'
import { changeView } from './deck-window.ts'
import { element } from './element.ts'

/** Goes to the slide of the address and offers the way back to the slides. */
export function startReading(deck: DeckData): void {
  document.body.prepend(
    element(
      'nav',
      { class: 'reading-bar', 'aria-label': deck.words.slideControls },
      ...document.querySelectorAll('.deck-start'),
      element('button', { type: 'button', class: 'control', onclick: () => changeView('slides') }, deck.words.showAsSlides),
    ),
  )
  goToAddress()
  addEventListener('hashchange', goToAddress)
}

function goToAddress(): void {
  const id = decodeURIComponent(location.hash.replace(/^#\/?/, ''))
  if (id) document.getElementById(id)?.scrollIntoView()
}
