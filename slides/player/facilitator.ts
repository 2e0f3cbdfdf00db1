/** Player of the facilitator's deck: slides, countdowns and the speaker view. */
import { showCountdowns, toggleCountdown } from './countdown.ts'
import { readDeckData, readSlides } from './deck-data.ts'
import { startDeck } from './deck-window.ts'
import { startReading } from './reading.ts'
import { keptSession, linkSpeaker } from './speaker-link.ts'
import { startSpeakerView } from './speaker-view.ts'

const deck = readDeckData()
const slides = readSlides()
const { view } = document.documentElement.dataset

if (view === 'speaker') startSpeakerView(deck, slides)
if (view === 'read') startReading(deck)
if (view === 'slides') {
  void startDeck(deck, slides, keptSession(deck), (deckWindow) => {
    showCountdowns(deck, slides, deckWindow)
    return {
      countdown: () => toggleCountdown(slides, deckWindow.session(), deckWindow.do),
      speaker: linkSpeaker(deck, deckWindow),
    }
  })
}
