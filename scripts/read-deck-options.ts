/** What decks carry inside them besides the course: the player, reveal.js's layout rules and the fonts, read once per build. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Drawings, Edition, Language } from '../course/course.ts'
import type { DeckOptions } from '../slides/deck.ts'
import { bundlePlayer } from './bundle-player.ts'
import { fontFaceCss } from './read-fonts.ts'

const revealCss = join(import.meta.dirname, '..', 'node_modules', 'reveal.js', 'dist', 'reveal.css')

/** Options of `deck()` for an edition in a language; `hrefs` give addresses from the folder the deck will lie in. */
export async function readDeckOptions(
  edition: Edition,
  language: Language,
  drawings: Drawings,
  hrefs: Pick<DeckOptions, 'worksheetHref' | 'deckHref'> = {},
): Promise<DeckOptions> {
  const [css, player] = await Promise.all([readFile(revealCss, 'utf8'), bundlePlayer(edition)])
  return {
    drawings,
    revealCss: css.trim(),
    player,
    fontFaces: (text, look) => fontFaceCss(look, [language], 'embed', '', text),
    ...hrefs,
  }
}
