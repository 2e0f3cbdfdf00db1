/** Other decks of the course: the list that opens over a deck, and links that lead to them with both windows. */

/** A deck of the course, as the page names it. */
export interface DeckEntry {
  /** Id of its module. */
  id: string
  /** `Module 3` */
  label: string
  title: string
  /** Address from this deck's folder. */
  href: string
}

interface WithDecks {
  decks: readonly DeckEntry[]
}

/** A place in a deck: this one (`deck` is null) or another. */
export interface DeckPlace {
  deck: DeckEntry | null
  slide: string | null
}

/** The place that a link leads to; null where it leads to no deck of the course. */
export function placeOfLink(link: HTMLAnchorElement, { decks }: WithDecks): DeckPlace | null {
  const slide = decodeURIComponent(link.hash.replace(/^#\/?/, '')) || null
  if (link.protocol === location.protocol && link.host === location.host && link.pathname === location.pathname)
    return { deck: null, slide }
  const deck = decks.find(({ href }) => new URL(href, location.href).pathname === link.pathname)
  return deck ? { deck, slide } : null
}

/** Address of a place in another deck, for a window of it; `query` begins with a question mark or is empty. */
export function addressOf({ href }: DeckEntry, slide: string | null, query = ''): string {
  return `${href}${query}${slide === null ? '' : `#/${slide}`}`
}

/** Calls `follow` for every plain click on a link to a deck of the course; where it answers true, the browser does not follow the link itself. */
export function onDeckLinks(deck: WithDecks, follow: (place: DeckPlace) => boolean): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.hasAttribute('href') || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const place = placeOfLink(link, deck)
    if (place && follow(place)) event.preventDefault()
  })
}
