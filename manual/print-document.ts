/** The frame of every print document: style rules, page rules with running heads, and one body. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { contrast } from '../look/colour.ts'
import { contentCss } from '../look/content.ts'
import { logoCss } from '../look/logo.ts'
import { cssString, pageCounters } from '../look/margin-boxes.ts'
import { type Look, tokensCss } from '../look/tokens.ts'
import { printCss } from './print-styles.ts'

/** `@font-face` rules of a look with the fonts inside, for a document of this text. */
export type FontFaces = (text: string, look: Look) => string

/** A kind of page: what stands in its margins. Elements choose one with the CSS property `page`. */
export interface PageKind {
  /** CSS identifier; empty for pages that choose none. */
  name: string
  /** At the start and the end of the head; left out where there is no head. */
  head?: { start: string; end: string }
  /** At the start of the foot; the end says "page x of y". No foot where left out. */
  foot?: string
  /** CSS `margin`, where it is not the usual one. */
  margin?: string
  /** CSS `size`, A4 upright where left out. */
  size?: string
}

export interface PrintDocument {
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  look: Look
  fontFaces: FontFaces
  /** Rules of this kind of document. */
  styles: string
  pages: PageKind[]
  body: ElementContent[]
}

/** Margins of a page of text: head, sides, foot. */
const MARGIN = '19mm 16mm 16mm'

/** Width of the text area between these margins, in millimetres. */
export const TEXT_WIDTH = 178

/** The whole document as one HTML file that needs nothing from outside. */
export function printHtml(document: PrintDocument): string {
  const body = toHtml(document.body)
  const css = [
    document.fontFaces(body, document.look),
    tokensCss(document.look),
    contentCss,
    printCss,
    logoCss(document.look.logo),
    coverRuleCss(document.look),
    document.styles,
    ...document.pages.map((page) => pageRule(page, document)),
  ].join('\n')
  const head = toHtml([h('meta', { charSet: 'utf-8' }), h('title', document.title), h('style', css.replaceAll('</', '<\\/'))])
  return `<!doctype html><html lang="${document.language}" dir="${document.direction}"><head>${head}</head><body>${body}</body></html>`
}

function pageRule(page: PageKind, { language, direction }: PrintDocument): string {
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const boxes = [
    marginBox(`top-${start}`, page.head && cssString(page.head.start), HEAD_START),
    marginBox(`top-${end}`, page.head && cssString(page.head.end), HEAD_END),
    marginBox(`bottom-${start}`, page.foot === undefined ? undefined : cssString(page.foot), FOOT),
    marginBox(
      `bottom-${end}`,
      page.foot === undefined ? undefined : pageCounters(words(language).printed.pageOfPages),
      `${FOOT}; font-weight: 600`,
    ),
  ]
  return `@page ${page.name} { size: ${page.size ?? 'A4'}; margin: ${page.margin ?? MARGIN}; ${boxes.join(' ')} }`
}

const FACE = 'font-family: var(--font-display); font-size: 8pt; line-height: 1.2; direction: inherit'
const HEAD_START = `${FACE}; font-weight: 600; color: var(--colour-brand); vertical-align: bottom; padding-bottom: 5mm; white-space: nowrap`
const HEAD_END = `${FACE}; color: var(--colour-text-soft); vertical-align: bottom; padding-bottom: 5mm; white-space: nowrap`
const FOOT = `${FACE}; color: var(--colour-text-soft); vertical-align: top; padding-top: 4mm; white-space: nowrap`

/** The rule on a cover is the highlighter's; where a course's cover is as bright as that, it is the letters'. */
function coverRuleCss({ colour: { print } }: Look): string {
  return contrast(print.mark, print.cover) < SEEN ? ':root { --cover-rule: currentColor; }' : ''
}

/** Contrast at which a wide rule is seen. */
const SEEN = 1.8

/** A margin box; without content it is emptied, since a named page inherits the boxes of the unnamed one. */
function marginBox(place: string, content: string | undefined, style: string): string {
  return content === undefined ? `@${place} { content: none }` : `@${place} { content: ${content}; ${style} }`
}
