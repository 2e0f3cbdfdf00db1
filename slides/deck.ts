/** A module as one reveal.js deck: a single HTML file that opens from disk and asks the network for nothing. */

import type { Course, Drawings, Edition, Module } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { lookOf } from '../look/look.ts'
import { type Look, tokensCss } from '../look/tokens.ts'
import { drawSlides } from './drawn-slides.ts'
import { measureCss, printCss, readingCss } from './page-styles.ts'
import type { DeckEntry } from './player/deck-links.ts'
import { keySigns } from './player/keys.ts'
import { ownSlideCss, slideCss } from './slide-styles.ts'
import { speakerCss, windowCss } from './window-styles.ts'

/** JavaScript for a `<script>` element, with its `sha256-…` for the page's content security policy. */
export interface Script {
  code: string
  hash: string
}

export interface DeckOptions {
  drawings: Drawings
  /** reveal.js's own layout rules (its `reveal.css`). */
  revealCss: string
  /** The player of this edition: `head` runs before anything is drawn, `body` after the slides. */
  player: { head: Script; body: Script }
  /** `@font-face` rules of a look with embedded fonts for the characters of `text`. */
  fontFaces(text: string, look: Look): string
  /** Address of a worksheet from the deck's folder; none are linked where left out. */
  worksheetHref?(id: string): string | null
  /** Address of another module's deck of the same edition from the deck's folder; none are linked where left out. */
  deckHref?(module: string): string | null
  /** Address of the start page from the deck's folder; no way back is shown where left out. */
  startHref?: string
}

/**
 * The deck of a module in one edition, as HTML. The facilitator's has notes, planned times, countdowns and the speaker
 * view; in the participants' file there is nothing of these. Same course and options, same bytes.
 */
export function deck(course: Course, module: Module, edition: Edition, options: DeckOptions): string {
  const { drawings, worksheetHref = () => null, deckHref = () => null } = options
  const slides = drawSlides(course, module, edition, { drawings, slideHref: (id) => `#/${id}`, worksheetHref, deckHref })
  const body = toHtml(slides.map(({ section }) => section))
  return page(course, module, edition, options, body)
}

/** Name of the channel between windows of a deck, and start of its storage keys: all `file://` pages share one store. */
export function channelName(course: Course, module: Module): string {
  return ['fieldkit-deck', course.id, course.version, course.language, module.id].join('/')
}

function page(course: Course, module: Module, edition: Edition, options: DeckOptions, slides: string): string {
  const say = words(course.language)
  const { startHref } = options
  const start = startHref === undefined ? '' : `<a class="deck-start" href="${escapeHtml(startHref)}">${escapeHtml(say.startPage)}</a>\n`
  const { head, body } = options.player
  const data = JSON.stringify({
    channel: channelName(course, module),
    language: course.language,
    direction: course.direction,
    words: say.player,
    module: module.id,
    decks: decksOf(course, options),
  })
  const title = `${say.module} ${module.number}: ${module.title} – ${course.title}`
  const policy = `default-src 'none'; script-src '${head.hash}' '${body.hash}'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`
  const look = lookOf(course.look)
  const styles = [
    options.fontFaces(title + say.startPage + slides + data + keySigns, look),
    tokensCss(look),
    // in a layer, ours win whatever the selector; off the paper, since its print rules undo every layout
    `@media screen { @layer reveal {\n${options.revealCss}\n} }`,
    slideCss,
    ownSlideCss(course),
    windowCss,
    edition === 'facilitator' ? speakerCss : '',
    readingCss,
    measureCss,
    printCss,
  ]
  return `<!doctype html>
<html lang="${escapeHtml(course.language)}" dir="${course.direction}" data-theme="light" data-edition="${edition}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Fieldkit">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>
${styles.filter(Boolean).join('\n')}
</style>
<script>${head.code}</script>
</head>
<body>
<main class="reveal">
${
  startHref === undefined
    ? ''
    : `<a class="deck-start" href="${escapeHtml(startHref)}">${escapeHtml(say.startPage)}</a>
`
}<h1 class="visually-hidden">${escapeHtml(title)}</h1>
<div class="slides">
${slides}
</div>
</main>
<script type="application/json" id="deck-data">${data.replaceAll('<', '\\u003c')}</script>
<script>${body.code}</script>
</body>
</html>
`
}

function decksOf(course: Course, { deckHref = () => null }: DeckOptions): DeckEntry[] {
  const say = words(course.language)
  return course.modules.flatMap(({ id, number, title }) => {
    const href = deckHref(id)
    return href === null ? [] : [{ id, label: `${say.module} ${number}`, title, href }]
  })
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
