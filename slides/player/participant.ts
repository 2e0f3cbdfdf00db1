/** Player of the participants' deck: slides and the reading view, nothing else. */
import { readDeckData, readSlides } from './deck-data.ts'
import { startDeck } from './deck-window.ts'
import { startReading } from './reading.ts'

const deck = readDeckData()
const { view } = document.documentElement.dataset

if (view === 'read') startReading(deck)
if (view === 'slides') void startDeck(deck, readSlides(), null, () => ({}))
