/**
 * How slides look. A slide is a frame of 1280 x 720 px; inside it the type sizes and spaces of look/ are set in pixels of
 * that frame (one rem of the tokens is 25 px), and reveal.js scales the whole.
 *
 * The voice is the ruled report's: left-aligned, a short heavy rule over every title, hairlines between things of a kind,
 * words and rules before colour, so that it holds in black and white and on a poor projector.
 */
import type { Course } from '../course/course.ts'
import { logoCss } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { tokens } from '../look/tokens.ts'
import { textSizes } from './text-size.ts'

const REM = 25

const pixels = [
  ...tokens.type.scale.map((size, index) => `--size-${index + 1}: ${round(size * REM)}px;`),
  ...tokens.space.map((space, index) => `--space-${index + 1}: ${round(space * REM)}px;`),
].join(' ')

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Slides wherever they are drawn: on screen, as copies in the overview and the speaker view, measured, printed. */
export const slideCss = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--colour-page); color: var(--colour-text); font-family: var(--font-display); }
body { margin: 0; }
.visually-hidden { position: absolute !important; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
[hidden] { display: none !important; }
.notes { display: none; }
.notes .piece-title { font-weight: 600; }
.reveal, .slides { text-align: start; }
.reveal-viewport { background: var(--colour-page); line-height: normal; }
.reveal-viewport.ground-brand { background: var(--colour-brand); }
.reveal-viewport.ground-panel { background: var(--colour-panel); }

.slide {
  ${pixels}
  inline-size: 1280px; block-size: 720px; position: relative; overflow: hidden;
  display: grid; grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
  padding: 0 80px; line-height: 1.3; font-size: var(--size-3); color: var(--colour-text); background: var(--colour-page);
  font-family: var(--font-display); font-variant-numeric: lining-nums; text-align: start; hyphens: manual;
}
.reveal .slides > section { padding: 0; inline-size: 1280px; block-size: 720px; text-align: start; line-height: normal; }
.slide :where(p, ul, ol, dl, dd, figure, h2, h3, blockquote) { margin: 0; padding: 0; }
/* reveal.js gives headings of right-to-left decks a font and a direction of its own */
.slide :where(h2, h3, h4, h5, h6) { font-family: inherit; direction: inherit; }
.slide a { color: inherit; text-decoration: underline; text-decoration-color: var(--colour-accent); text-decoration-thickness: 0.07em; text-underline-offset: 0.16em; }
.slide strong { font-weight: 700; }
.slide :focus-visible { outline: 4px solid var(--colour-mark); outline-offset: 3px; box-shadow: 0 0 0 2px var(--colour-brand); }

/* ---- title, sources, foot ---- */
.slide-head { padding-block: 54px 26px; position: relative; }
.slide-head::before { content: ''; position: absolute; inset-block-start: 0; inset-inline-start: 0; inline-size: 76px; block-size: 12px; background: var(--colour-brand); }
.slide-title { font-size: 48px; line-height: 1.12; font-weight: 600; letter-spacing: -0.012em; color: var(--colour-brand); text-wrap: balance; max-inline-size: 25em; }
/* letters that join must not be pulled together */
.slide:is(:lang(ar), :lang(fa), :lang(ur)), .slide :is(:lang(ar), :lang(fa), :lang(ur)) { letter-spacing: 0 !important; }
.slide:is(:lang(ar), :lang(fa), :lang(ur)) .slide-title { line-height: 1.4; }
.slide-over { font-size: var(--size-2); font-weight: 600; color: var(--colour-text-soft); line-height: 1.3; margin-block-end: 6px !important; }
.slide-body { min-block-size: 0; min-inline-size: 0; }
.slide-sources { font-size: 20px; line-height: 1.3; color: var(--colour-text-soft); padding-block: 12px 0 !important; }
.slide-sources-label { font-weight: 600; }
.source { white-space: normal; margin-inline-end: 0.5em; }
/* a citation in a slide's text is a number of its sources line; in notes it is written out */
.slide .citation, .source-mark { font-size: max(18px, 0.62em); font-weight: 600; line-height: 0; vertical-align: super; color: var(--colour-accent); margin-inline-start: 0.12em; }
.slide-sources .source-mark { margin: 0; font-size: 16px; }
.slide-foot { display: flex; align-items: baseline; gap: 14px; block-size: 62px; padding-block-start: 18px; font-size: 20px; line-height: 1.3; color: var(--colour-text-soft); grid-row: 4; }
.slide-foot-number { font-weight: 600; }
.slide-foot-number:empty { display: none; }
.slide-foot-title { flex: 1; min-inline-size: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.slide-foot-position { font-variant-numeric: tabular-nums lining-nums; font-weight: 600; color: var(--colour-text); }
.slide-head { grid-row: 1; } .slide-body { grid-row: 2; } .slide-sources { grid-row: 3; }

/* ---- running text ---- */
${textSizes.map((size) => `.text-${size} { font-size: ${size}px; }`).join(' ')}
.slide-text { line-height: 1.34; text-wrap: pretty; }
.slide-text > * + * { margin-block-start: 0.55em; }
.slide-text :where(ul, ol) { list-style: none; }
.slide-text :where(li) { position: relative; padding-inline-start: 1.25em; }
.slide-text :where(li + li) { margin-block-start: 0.55em; }
.slide-text :where(ul > li)::before { content: '\\2013'; position: absolute; inset-inline-start: 0; color: var(--colour-accent); font-weight: 600; }
.slide-text :where(ol) { counter-reset: item; }
.slide-text :where(ol > li), .objectives > li { counter-increment: item; }
.slide-text :where(ol > li)::before, .objectives > li::before { content: counter(item); position: absolute; inset-inline-start: 0; color: var(--colour-accent); font-weight: 700; font-variant-numeric: lining-nums tabular-nums; }
.slide-text :where(li > ul, li > ol) { margin-block-start: 0.35em; font-size: 0.9em; }
.slide-text :where(blockquote) { font-family: var(--font-text); border-inline-start: 4px solid var(--colour-rule); padding-inline-start: 0.9em; }
.slide-text :where(h3, h4) { font-size: 1em; font-weight: 700; color: var(--colour-brand); }
.slide-text :where(code) { font-family: var(--font-mono); font-size: 0.88em; }
.slide-text :where(table) { inline-size: 100%; border-collapse: collapse; border-block: 3px solid var(--colour-brand); line-height: 1.25; font-variant-numeric: lining-nums tabular-nums; }
.slide-text :where(th, td) { text-align: start; vertical-align: top; padding: 0.34em 0.9em 0.34em 0; padding-inline: 0 0.9em; border-block-end: 1px solid var(--colour-rule); }
.slide-text :where(thead th) { font-weight: 600; color: var(--colour-brand); border-block-end: 1px solid var(--colour-edge); }
.slide-text :where(tr:last-child > *) { border-block-end: 0; }
.slide .term { color: inherit; text-decoration: none; }
.slide .piece { border-inline-start: 5px solid var(--colour-accent); padding-inline-start: 0.8em; }
.slide .piece-label { font-size: 0.8em; font-weight: 600; color: var(--colour-accent); }
.slide .piece-title { font-weight: 600; }

/* a short list: ruled rows, which give the slide its measure where bullets would leave half of it empty */
.rows > :where(ul, ol) { border-block-start: 3px solid var(--colour-brand); }
.rows > p + :where(ul, ol) { margin-block-start: 20px; }
.rows > :where(ul, ol) > li { margin: 0; padding-block: var(--row, 20px); border-block-end: 1px solid var(--colour-rule); }
.rows > ul > li { padding-inline-start: 0; }
.rows > ul > li::before { content: none; }
.rows > ol > li::before { inset-block-start: var(--row, 20px); }
.rows > :where(ul, ol) + p { margin-block-start: 24px; }

/* ---- layouts ---- */
.slide-statement, .slide-section { grid-template-rows: minmax(0, 1fr) auto auto auto; }
.slide-statement .slide-head, .slide-section .slide-head { align-self: end; padding-block: 60px 0; }
.slide-statement .slide-head::before, .slide-section .slide-head::before { position: static; display: block; margin-block-end: 40px; inset: auto; }
.slide-statement .slide-title, .slide-section .slide-title { font-family: var(--font-text); font-size: 66px; line-height: 1.14; letter-spacing: -0.015em; max-inline-size: 17em; }
.slide-statement .slide-body, .slide-section .slide-body { min-block-size: 320px; padding-block-start: 30px; }
.slide-statement .statement-text { color: var(--colour-text); max-inline-size: 30em; }
.slide-section { background: var(--colour-panel); }

.slide-question { grid-template-rows: minmax(0, 1fr) auto auto auto; }
.slide-question .slide-head { position: static; align-self: end; padding-block: 60px 0; }
.slide-question .slide-head::before { inset-inline: 80px; block-size: 12px; inline-size: auto; background: none; border-block-start: 12px solid var(--colour-mark); }
.slide-question .slide-body { min-block-size: 330px; padding-block-start: 26px; }
.slide-question .slide-over { display: inline-block; background: var(--colour-mark); color: var(--colour-on-mark); padding: 2px 14px; margin-block-end: 22px !important; }
.slide-question .slide-title { font-family: var(--font-text); font-size: 56px; line-height: 1.16; letter-spacing: -0.012em; color: var(--colour-text); max-inline-size: 21em; }

.columns { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0; block-size: auto; }
.column { padding-inline: 40px; border-inline-start: 2px solid var(--colour-rule); }
.column:first-child { padding-inline-start: 0; border: 0; }
.column:last-child { padding-inline-end: 0; }
.column > p:first-child { color: var(--colour-brand); padding-block-end: 0.3em; }
.before-columns { margin-block-end: 24px; }

.figure-place, .figure-and-text { block-size: 100%; min-block-size: 0; }
.figure-place { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 40px; }
.figure-and-text { display: grid; grid-template-columns: minmax(0, 1fr) 280px; gap: 40px; }
.text-over-figure { block-size: 100%; display: grid; grid-template-rows: auto minmax(0, 1fr); gap: 18px; }
/* the drawing takes the height of the slide; what is said about it stands beside: the line above, caption and sources below */
.figure-beside { block-size: 100%; display: grid; grid-template: auto minmax(0, 1fr) auto auto / 216px minmax(0, 1fr); column-gap: 40px; padding-block-end: 6px; }
.figure-beside > .figure-lead { grid-area: 1 / 1; }
.slide .figure-beside > .figure { display: contents; }
.slide .figure-beside > .figure > :not(figcaption) { grid-area: 1 / 2 / -1 / 3; block-size: 100%; }
.slide .figure-beside > .figure > figcaption { grid-area: 3 / 1; padding: 0; }
.slide .figure-beside .figure-number { display: block; }
.figure-beside > .slide-sources { grid-area: 4 / 1; }
.figure-beside .source { display: block; }
.figure-lead { max-block-size: none; color: var(--colour-text-soft); }
.slide .figure-lead { font-size: 28px; }
.slide .figure-text { font-size: 26px; }
.figure-text { border-inline-start: 2px solid var(--colour-rule); padding-inline-start: 28px; align-self: start; }
.slide .figure { display: flex; flex-direction: column; min-block-size: 0; block-size: 100%; max-inline-size: none; }
.slide .figure > :not(figcaption) { flex: 1 1 0; min-block-size: 0; display: flex; flex-direction: column; }
.slide .figure svg, .slide .figure img { flex: 1 1 0; display: block; inline-size: 100%; block-size: 100%; min-block-size: 0; max-inline-size: 100%; object-fit: contain; font-family: var(--font-display); color: #1b1f23; }
.slide .figure figcaption { flex: none; order: 1; font-size: 20px; line-height: 1.3; color: var(--colour-text-soft); padding-block-start: 12px; }
.slide .figure-number { font-weight: 700; color: var(--colour-brand); }
.slide-figure .slide-head { padding-block-end: 18px; }

.slide-lens .slide-head::before { background: var(--colour-lens); }
.slide-lens .slide-over { color: var(--colour-lens); }

/* ---- the deck's own slides ---- */
.slide-title-page { background: var(--colour-brand); color: var(--colour-on-brand); grid-template-rows: minmax(0, 1fr) auto; }
.slide-title-page .slide-main { align-self: center; }
.slide-title-page .slide-over { color: inherit; font-size: var(--size-4); font-weight: 400; margin-block-end: 22px !important; }
.slide-title-page .slide-title { color: inherit; font-size: 80px; line-height: 1.06; font-weight: 600; letter-spacing: -0.02em; max-inline-size: 13em; }
.slide-title-page .slide-lead { font-family: var(--font-text); font-size: 30px; line-height: 1.4; max-inline-size: 32em; margin-block-start: 34px; }
.title-course strong, .imprint-course strong { display: block; }
.title-foot { display: flex; justify-content: space-between; gap: 40px; align-items: end; border-block-start: 2px solid currentColor; padding-block: 22px 34px; font-size: 22px; grid-row: 2; }
.title-version { white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }

.objectives-lead { font-size: var(--size-2); font-weight: 600; color: var(--colour-text-soft); margin-block-end: 14px !important; }
.slide .objectives { list-style: none; counter-reset: item; border-block-start: 3px solid var(--colour-brand); }
.slide .objectives > li { padding: 0.55em 0 0.55em; padding-inline-start: 1.9em; margin: 0; border-block-end: 1px solid var(--colour-rule); line-height: 1.28; }
.slide .objectives > li::before { inset-block-start: 0.55em; }

.slide-block { background: var(--colour-panel); grid-template-rows: minmax(0, 1fr) auto auto; }
.slide-block .slide-main { align-self: center; display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 48px; align-items: center; padding-block-start: 40px; }
.slide-block .block-number { font-size: 150px; line-height: 1; font-weight: 600; letter-spacing: -0.04em; color: var(--colour-accent); font-variant-numeric: lining-nums; }
.slide-block .slide-title { font-size: 60px; line-height: 1.1; border-inline-start: 12px solid var(--colour-brand); padding-inline-start: 44px; padding-block: 18px; grid-column: 2; max-inline-size: none; }
.slide-wrap-up .block-number { font-size: 44px; letter-spacing: 0; max-inline-size: 6em; }
.slide-block .block-objectives { padding-block-end: 12px; grid-row: 2; }
.slide-block .objectives { border-block-start-width: 2px; }
.slide-block .objectives > li { border-block-end: 0; padding-block: 0.34em 0; }
.slide-block .objectives > li::before { inset-block-start: 0.34em; }
.slide-block .slide-foot { grid-row: 3; }

.slide-imprint { background: var(--colour-panel); }
.slide-imprint .slide-body { font-size: 24px; line-height: 1.4; }
.imprint-text > * + * { margin-block-start: 20px; }
.slide-imprint .imprint-with-decks { display: grid; grid-template-columns: minmax(0, 1fr) 470px; gap: 48px; font-size: 20px; line-height: 1.35; }
.imprint-with-decks .imprint-text > * + * { margin-block-start: 16px; }
.slide .imprint-with-decks .imprint-course { font-size: 26px; }
.deck-list-title { font-size: var(--size-2); font-weight: 600; color: var(--colour-text-soft); padding-block-end: 8px; }
.deck-list ul { list-style: none; border-block-start: 3px solid var(--colour-brand); }
.deck-list li { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; border-block-end: 1px solid var(--colour-edge); padding-block: 5px; font-size: 20px; line-height: 1.3; }
.slide .deck-list a { display: flex; gap: 14px; min-inline-size: 0; text-decoration: none; }
.slide .deck-list a:hover .deck-list-name { text-decoration: underline; text-decoration-color: var(--colour-accent); }
.deck-list-number { flex: none; inline-size: 1.3em; font-weight: 700; color: var(--colour-accent); font-variant-numeric: lining-nums tabular-nums; }
.deck-list-name { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.deck-list a[aria-current] .deck-list-name { font-weight: 700; }
.deck-list-neighbour { flex: none; font-size: 20px; color: var(--colour-text-soft); }
.imprint-course { font-size: 30px; }
.imprint-facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 32px; border-block: 2px solid var(--colour-edge); padding-block: 14px !important; }
.imprint-facts dt { color: var(--colour-text-soft); }
.imprint-disclaimer { font-size: 20px; line-height: 1.4; color: var(--colour-text-soft); max-inline-size: 54em; }

/* a case: one line for who and where, then the deed and what came of it */
.slide-case .slide-over { color: var(--colour-accent); }
.slide-case .slide-head::before { background: var(--colour-accent); }
.slide-case .slide-body, .slide-process .slide-body, .slide-data .slide-body { display: flex; flex-direction: column; gap: 26px; }
.slide-process .slide-body, .slide-data .slide-body { justify-content: center; gap: 40px; padding-block-end: 44px; }
.slide-data .slide-body:has(> .plain-text), .slide-process .slide-body:has(> .plain-text), .slide-data .slide-body:has(.figure) { justify-content: start; padding-block-end: 0; }
.slide-data .slide-body > :is(.figure-place, .text-over-figure, .figure-and-text) { flex: 1 1 0; min-block-size: 0; }
.case-who { color: var(--colour-text-soft); }
.case-parts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 64px; flex: 0 1 auto; min-block-size: 270px; margin-block-end: 14px; border-block-start: 3px solid var(--colour-brand); }
.case-part { padding: 26px 30px 34px; min-inline-size: 0; position: relative; }
.case-done { padding-inline-start: 0; }
.case-result { background: var(--colour-panel); }
/* points from the deed to its result, whichever way one reads */
.case-result::before { content: ''; position: absolute; inset-block-start: 30px; inset-inline-start: -50px; inline-size: 34px; block-size: 26px; background: var(--colour-accent); clip-path: polygon(0 38%, 62% 38%, 62% 0, 100% 50%, 62% 100%, 62% 62%, 0 62%); }
.slide:dir(rtl) .case-result::before { transform: scaleX(-1); }
.case-label { font-size: 22px; font-weight: 600; color: var(--colour-accent); padding-block-end: 12px !important; }

.data-number { line-height: 1; font-weight: 600; letter-spacing: -0.03em; color: var(--colour-brand); font-variant-numeric: lining-nums tabular-nums; }
.slide:is(:lang(ar), :lang(fa), :lang(ur)) .data-number { line-height: 1.5; }
.slide .data-number :is(.citation, .source-mark) { font-size: 26px; letter-spacing: 0; vertical-align: top; line-height: 1; }
.data-one .data-text { max-inline-size: 26em; padding-block-start: 18px; }
.slide .data-several { list-style: none; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); column-gap: 44px; }
.data-several > li { border-block-start: 3px solid var(--colour-brand); padding-block-start: 24px; }
.data-several .data-text { padding-block-start: 16px; }
:is(.data-lead, .data-after, .process-lead, .process-after) { color: var(--colour-text-soft); }
.slide-data .slide-sources { font-size: 22px; }

/* steps on a line that leads from one to the next and ends in an arrow */
.slide .process { list-style: none; counter-reset: item; display: grid; grid-template-columns: repeat(var(--across), minmax(0, 1fr)); gap: 56px 28px; line-height: 1.28; }
.slide-text.process > * + * { margin-block-start: 0; }
.slide .process > li { padding: 78px 0 0; position: relative; }
.slide .process > li::before { inset-block-start: 0; inset-inline-start: 0; inline-size: 56px; block-size: 56px; border-radius: 50%; background: var(--colour-brand); color: var(--colour-on-brand); font-size: 28px; line-height: 56px; text-align: center; z-index: 1; }
.slide .process > li:not(:last-child)::after { content: ''; position: absolute; inset-block-start: 19px; inset-inline: 64px -20px; block-size: 18px; background: var(--colour-accent); clip-path: polygon(0 41%, calc(100% - 16px) 41%, calc(100% - 16px) 0, 100% 50%, calc(100% - 16px) 100%, calc(100% - 16px) 59%, 0 59%); }
.slide:dir(rtl) .process > li::after { transform: scaleX(-1); }
.process-text { overflow-wrap: break-word; }
.process-text strong { display: block; color: var(--colour-brand); }

/* ---- activities ---- */
.slide-activity { grid-template-columns: 310px minmax(0, 1fr); padding-inline: 0 80px; column-gap: 56px; }
.activity-side { grid-row: 1 / -1; grid-column: 1; background: var(--colour-panel); border-inline-end: 12px solid var(--colour-accent); padding: 54px 28px 30px 40px; padding-inline: 40px 24px; display: flex; flex-direction: column; gap: 26px; }
.slide-activity :is(.slide-head, .slide-body, .slide-sources, .slide-foot) { grid-column: 2; }
.slide-activity .slide-head { padding-block-end: 18px; }
.slide-activity .slide-head::before { background: var(--colour-accent); inset-inline-start: -56px; inline-size: 132px; display: none; }
.activity-label { font-size: 26px; font-weight: 600; color: var(--colour-accent); }
.activity-minutes { font-size: 56px; line-height: 1.05; font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: lining-nums tabular-nums; }
.activity-facts dt { font-size: 20px; line-height: 1.3; color: var(--colour-text-soft); }
.activity-facts dd { font-size: 23px; line-height: 1.25; font-weight: 600; margin-block-end: 14px; overflow-wrap: anywhere; }
.activity-facts { margin-block-start: auto !important; }
.activity-purpose { color: var(--colour-text-soft); font-size: max(22px, 0.9em); }
.activity-purpose:empty { display: none; }
.steps { border-block-start: 3px solid var(--colour-brand); margin-block-start: 16px !important; }
.slide-text .step { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 32px; padding: 0.42em 0; padding-inline-start: 1.5em; margin: 0; border-block-end: 1px solid var(--colour-rule); line-height: 1.28; }
.slide-text .step::before { content: attr(data-number); inset-block-start: 0.42em; }
.step-minutes { min-inline-size: 4.2em; text-align: end; color: var(--colour-text-soft); white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
.step[aria-current] { font-weight: 600; box-shadow: inset 0 0 0 100vmax var(--colour-panel); }
.step[aria-current]::after { content: ''; position: absolute; inset-block: 0; inset-inline-start: -14px; inline-size: 6px; background: var(--colour-accent); }
.step[aria-current] .step-minutes { min-inline-size: 4.2em; text-align: end; color: inherit; }
`

/** What a course with a look of its own has besides: covers in their own colour, the logo. Empty for every other. */
export function ownSlideCss({ look }: Course): string {
  return look ? coverCss + logoCss(lookOf(look).logo) + (look.logo ? logoPlaces : '') : ''
}

const coverCss = `
.slide-title-page { background: var(--colour-cover); color: var(--colour-on-cover); }
.reveal-viewport.ground-brand { background: var(--colour-cover); }
`

const logoPlaces = `
.title-foot > .logo { --logo: 64px; max-inline-size: 300px; }
.title-foot:has(.logo) { align-items: center; }
.title-foot > .title-course { flex: 1; }
.imprint-course > .logo { --logo: 72px; float: inline-end; max-inline-size: 360px; margin-inline-start: 40px; }
@media print {
  .logo-cover .logo-dark { display: none; }
  .logo-cover .logo-light { display: inline; }
}
`
