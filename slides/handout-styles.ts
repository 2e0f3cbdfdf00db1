/**
 * How handouts look, after slideCss. Every slide is laid out at its own 1280 x 720 px and drawn small by a transform, so that lines break
 * where they break on the wall. A4 upright: each row has its part of the page at least, and grows with its notes.
 */
import type { Edition } from '../course/course.ts'
import type { HandoutSize } from '../course/handouts.ts'
import { cssString, pageCounters } from '../look/margin-boxes.ts'

export interface HandoutLayout {
  /** Slides side by side. */
  across: number
  /** Width of a drawn slide in millimetres. */
  width: number
  /** Least height of a row in millimetres: with lines its share of the page, with notes less, so that long ones find room beside short ones. */
  row: Readonly<Record<Edition, number>>
  /** Ruled lines beside or below a slide. */
  lines: number
}

/** Two: title beside, notes below. Three: notes beside. Six: two side by side, notes below each. The text area has 178 x 262 mm. */
export const handoutLayouts: Readonly<Record<HandoutSize, HandoutLayout>> = {
  2: { across: 1, width: 132, row: { facilitator: 124, participant: 130.5 }, lines: 5 },
  3: { across: 1, width: 92, row: { facilitator: 80, participant: 87 }, lines: 9 },
  6: { across: 2, width: 86, row: { facilitator: 74, participant: 87 }, lines: 3 },
}

/** Rules of a handout of this form. */
export function handoutCss({ edition, size }: { edition: Edition; size: HandoutSize }): string {
  const { width, row } = handoutLayouts[size]
  const scale = ((width / 25.4) * 96) / 1280
  return `:root { --width: ${width}mm; --height: ${(width * 9) / 16}mm; --scale: ${scale}; --row: ${row[edition]}mm; }\n${everySize}`
}

const everySize = `
html, body { margin: 0; padding: 0; background: none; }
/* Chromium shrinks the whole document to its widest element */
body > * { overflow-x: clip; }
body { font-family: var(--font-display); font-size: 9pt; line-height: 1.34; color: var(--colour-text); font-variant-numeric: lining-nums; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
p { margin: 0; }
a { color: inherit; text-decoration: none; }

.row { break-inside: avoid; min-block-size: var(--row); padding-block: 3mm 4mm; border-block-start: 0.5pt solid var(--colour-edge); }
.entry { display: grid; }
.drawn { inline-size: var(--width); block-size: var(--height); position: relative; overflow: clip; contain: size layout; break-inside: avoid; }
.drawn::after { content: ''; position: absolute; inset: 0; border: 0.5pt solid var(--colour-edge); }
.drawn > .slide { position: absolute; left: 0; top: 0; transform: scale(var(--scale)); transform-origin: 0 0; }
.drawn .inner-heading { margin: 0; }
.slide-text .inner-heading { font-weight: 700; color: var(--colour-brand); }
/* a full ground drinks a cartridge: the title stands on paper */
.drawn > .slide-title-page { background: none; color: var(--colour-text); }
.drawn > .slide-title-page .slide-title { color: var(--colour-brand); }

/* ---- number, title, minutes, mark ---- */
.entry-number { font-weight: 700; color: var(--colour-accent); font-variant-numeric: lining-nums tabular-nums; }
.entry-title { margin: 0; font-size: 1em; line-height: 1.22; font-weight: 600; color: var(--colour-brand); text-wrap: balance; }
.entry-title:is(h1, h2) { font-weight: 700; }
.entry-fact { color: var(--colour-text-soft); font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.entry-head .cut-mark { font-weight: 600; color: var(--colour-warning); }

/* ---- notes ---- */
.entry-notes { font-family: var(--font-text); text-wrap: pretty; orphans: 2; widows: 2; }
.entry-notes :is(p, ul, ol) { margin: 0 0 1.4mm; }
.entry-notes > :last-child { margin-block-end: 0; }
.entry-notes :is(ul, ol) { padding-inline-start: 4mm; }
.entry-notes li { margin: 0 0 0.5mm; }
.entry-notes .inner-heading, .entry-notes .piece-label { font-family: var(--font-display); font-weight: 600; color: var(--colour-brand); margin-block: 2mm 0.6mm; break-after: avoid; }
.entry-notes > .inner-heading:first-child { margin-block-start: 0; }
.entry-notes .piece-title { font-weight: 600; }
.entry-notes :is(svg, img) { display: block; max-inline-size: 100%; block-size: auto; }
.entry-notes figure { margin: 0 0 1.4mm; }
.entry-notes table { border-collapse: collapse; font-family: var(--font-display); font-size: 0.92em; }
.entry-notes :is(th, td) { text-align: start; vertical-align: top; padding: 0.8mm 2mm 0.8mm 0; padding-inline: 0 2mm; border-block-end: 0.25pt solid var(--colour-rule); }
:is(em, .term):is(:lang(ar), :lang(fa), :lang(ur)) { font-style: normal; }
.entry-notes em:is(:lang(ar), :lang(fa), :lang(ur)) { font-weight: 600; }
.entry-notes:is(:lang(ar), :lang(fa), :lang(ur)) { line-height: 1.6; }
.entry-title:is(:lang(ar), :lang(fa), :lang(ur)) { line-height: 1.45; }

/* ---- lines to write on ---- */
.line { block-size: 8mm; border-block-end: 0.5pt solid var(--colour-rule); }

/* ---- two a page: the title beside, the text below ---- */
.up-2 .entry { grid-template-columns: var(--width) minmax(0, 1fr); column-gap: 6mm; row-gap: 3.5mm; }
.up-2 .entry-head { grid-area: 1 / 2; }
.up-2 .drawn { grid-area: 1 / 1; }
.up-2 .entry-number { font-size: 20pt; line-height: 1; font-weight: 600; margin-block-end: 2mm; }
.up-2 .entry-title { font-size: 11.5pt; margin-block-end: 2mm; }
.up-2 .entry-head .cut-mark { margin-block-start: 1.5mm; }
.up-2 .entry-notes { grid-area: 2 / 1; font-size: 10pt; }
.up-2 .entry-notes-long { grid-column: 1 / 3; font-size: 9pt; }
.up-2 .entry-notes-long:not(.entry-notes-endless) { columns: 2; column-gap: 6mm; }
.up-2 .lines { grid-area: 2 / 1 / 3 / 3; }

/* ---- three and six: a line of title above ---- */
:is(.up-3, .up-6) .entry-head { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 2.5mm; align-self: end; }
:is(.up-3, .up-6) .entry-title { flex: 1 1 0; min-inline-size: 40mm; }
:is(.up-3, .up-6) .entry-head .cut-mark { flex: 0 0 100%; }

/* three a page: the text beside */
.up-3 .entry { grid-template: auto auto minmax(0, 1fr) / var(--width) minmax(0, 1fr); column-gap: 6mm; row-gap: 2mm; }
.up-3 .entry-title, .up-3 .entry-number { font-size: 10.5pt; }
.up-3 :is(.entry-notes, .lines) { grid-area: 1 / 2 / 4 / 3; }
.up-3 .entry-notes { font-size: 9pt; line-height: 1.32; }
.up-3 .entry-notes-long { font-size: 8.4pt; }

/* six a page: two side by side, whose slides and texts stand at one height */
.up-6 .row { display: grid; grid-template-columns: repeat(2, var(--width)); grid-template-rows: auto auto minmax(0, 1fr); column-gap: 6mm; row-gap: 1.5mm; }
.up-6 .entry { grid-row: span 3; grid-template-rows: subgrid; }
.up-6 .entry-head { font-size: 8.4pt; }
.up-6 .entry-notes { font-size: 7.8pt; line-height: 1.28; }
.up-6 .entry-notes-long { font-size: 7.5pt; }
.up-6 .line { block-size: 7mm; }
`

/** Head and foot of every page: course, module, form, "page x of y". */
export function handoutPage(
  direction: 'ltr' | 'rtl',
  text: Record<'course' | 'module' | 'foot', string>,
  pageOfPages: (page: string, pages: string) => string,
): string {
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  return `@page { size: A4; margin: 19mm 16mm 16mm;
  @top-${start} { content: ${cssString(text.course)}; ${HEAD}; font-weight: 600; color: var(--colour-brand) }
  @top-${end} { content: ${cssString(text.module)}; ${HEAD}; color: var(--colour-text-soft) }
  @bottom-${start} { content: ${cssString(text.foot)}; ${FOOT} }
  @bottom-${end} { content: ${pageCounters(pageOfPages)}; ${FOOT}; font-weight: 600 } }`
}

const FACE = 'font-family: var(--font-display); font-size: 8pt; line-height: 1.2; direction: inherit; white-space: nowrap'
const HEAD = `${FACE}; vertical-align: bottom; padding-bottom: 4mm`
const FOOT = `${FACE}; color: var(--colour-text-soft); vertical-align: top; padding-top: 4mm`
