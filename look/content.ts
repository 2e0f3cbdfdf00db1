import { agendaTablesCss } from './agenda-tables.ts'
import { summaryTablesCss } from './summary-tables.ts'

/**
 * Styles of flesh (running text) and of pieces, for screen and print, in every medium and both directions.
 *
 * The voice: a ruled report. Running text is a serif on a measured line; everything the reader does or looks up is
 * sans. Every piece opens with a rule and a label that says what it is, and where there is room the label hangs in
 * the margin. Kinds are told apart by their rule and their words, never by colour alone:
 *
 * - heavy rule: something to do (activity, worksheet, quiz); double where it is a form
 * - paper ground: something to read about (case, context)
 * - rules above and below, large type: the key message
 * - heavy rule at the start edge: caution
 * - dashed rule at the start edge: for facilitators only, wherever it stands
 *
 * Root class `.flesh` for running text; pieces are `<section class="piece piece-<kind>">` with `.piece-label`,
 * `.piece-title`, `.piece-facts` and `.piece-body` inside.
 */
export const contentCss = `${agendaTablesCss}
/* ---- running text ---- */
.flesh { font-family: var(--font-text); font-size: var(--size-3); line-height: var(--leading-text); color: var(--colour-text); text-wrap: pretty; overflow-wrap: break-word; hanging-punctuation: first; font-variant-numeric: oldstyle-nums proportional-nums; }
.flesh > * { max-inline-size: var(--measure); }
.flesh :where(p, ul, ol, dl, blockquote, table, pre) { margin-block: 0 var(--space-4); }
.flesh :where(ul, ol) { padding-inline-start: 1.4em; }
.flesh :where(li) { margin-block: 0 var(--space-2); }
.flesh :where(li > p, li > ul, li > ol) { margin-block: 0 var(--space-2); }
.flesh :where(li)::marker { color: var(--colour-accent); font-family: var(--font-display); font-variant-numeric: lining-nums tabular-nums; }
.flesh :where(ul) { list-style-type: '\\2013\\00a0\\00a0'; }
.flesh :where(ul ul) { list-style-type: '\\00b7\\00a0\\00a0'; }
.flesh :where(h1, h2, h3, h4, h5, h6) { font-family: var(--font-display); font-weight: 600; line-height: var(--leading-display); color: var(--colour-brand); text-wrap: pretty; font-variant-numeric: lining-nums; break-after: avoid; scroll-margin-block-start: var(--space-6); }
.flesh :where(h2) { font-size: clamp(1.5rem, 1.3rem + 0.8vw, var(--size-5)); margin-block: var(--space-7) var(--space-4); letter-spacing: -0.008em; }
.flesh :where(h3) { font-size: var(--size-4); margin-block: var(--space-6) var(--space-3); }
.flesh :where(h4, h5, h6) { font-size: var(--size-3); margin-block: var(--space-5) var(--space-2); color: var(--colour-text); }
.flesh :where(a) { color: var(--colour-accent); text-decoration-line: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
.flesh :where(a:hover) { text-decoration-thickness: 0.14em; }
.flesh :where(strong) { font-weight: 600; }
.flesh :where(blockquote) { margin-inline: 0; padding-inline-start: var(--space-5); font-style: italic; color: var(--colour-text-soft); }
.flesh :where(code, kbd) { font-family: var(--font-mono); font-size: 0.86em; background: var(--colour-panel); padding: 0.08em 0.3em; border-radius: var(--radius); }
.flesh :where(pre) { overflow-x: auto; padding: var(--space-4); background: var(--colour-panel); font-size: var(--size-2); }
.flesh :where(pre code) { padding: 0; background: none; }
.flesh :where(hr) { border: 0; border-block-start: 1px solid var(--colour-rule); margin-block: var(--space-6); }
.flesh :where(img, svg) { max-inline-size: 100%; block-size: auto; }
.term { color: inherit; text-decoration-line: underline; text-decoration-style: dotted; text-decoration-color: var(--colour-accent); text-decoration-thickness: 0.1em; text-underline-offset: 0.2em; font-style: normal; }
.flesh .citation a { color: inherit; text-decoration-color: var(--colour-rule); }
.flesh .citation a:hover { text-decoration-color: currentColor; }
.task { list-style: none; }
.check { display: inline-block; inline-size: 0.8em; block-size: 0.8em; border: 1.5px solid var(--colour-edge); }
.check-yes { background: var(--colour-accent); border-color: var(--colour-accent); box-shadow: inset 0 0 0 2px var(--colour-page); print-color-adjust: exact; -webkit-print-color-adjust: exact; }

/* ---- tables ---- */
.flesh :where(table) { inline-size: 100%; border-collapse: collapse; font-family: var(--font-display); font-size: var(--size-2); line-height: var(--leading-interface); font-variant-numeric: lining-nums tabular-nums; border-block: 2px solid var(--colour-brand); }
.flesh :where(th, td) { padding: var(--space-2) var(--space-3); text-align: start; vertical-align: top; border-block-end: 1px solid var(--colour-rule); }
.flesh :where(th:first-child, td:first-child) { padding-inline-start: 0; }
.flesh :where(th:last-child, td:last-child) { padding-inline-end: 0; }
.flesh :where(thead th) { font-weight: 600; color: var(--colour-brand); vertical-align: bottom; border-block-end: 1px solid var(--colour-edge); }
.flesh :where(tbody th) { font-weight: 600; }
.flesh :where(tr:last-child > *) { border-block-end: 0; }
.align-end { text-align: end; }
.align-center { text-align: center; }
.table-frame { overflow-x: auto; max-inline-size: 100%; margin-block-end: var(--space-4); }
.flesh .table-frame > table { margin: 0; }

/* ---- figures ---- */
.figure { margin: var(--space-6) 0; break-inside: avoid; max-inline-size: 46rem; }
.figure-full { max-inline-size: 100%; }
.figure-half { max-inline-size: 24rem; }
.figure svg, .figure img { display: block; inline-size: 100%; block-size: auto; font-family: var(--font-display); color: #1b1f23; }
.figure figcaption { order: -1; font-family: var(--font-display); font-size: var(--size-2); line-height: var(--leading-interface); color: var(--colour-text); padding-block: var(--space-2) var(--space-3); border-block-start: 1px solid var(--colour-edge); margin-block-end: var(--space-2); }
.figure { display: flex; flex-direction: column; }
.figure-number { font-weight: 700; color: var(--colour-brand); }
.figure-credit { display: block; color: var(--colour-text-soft); font-size: var(--size-1); }

/* ---- pieces ---- */
.piece { position: relative; margin-block: var(--space-6); padding-block-start: var(--space-3); border-block-start: 1px solid var(--colour-edge); font-family: var(--font-display); font-size: 1.0625rem; line-height: 1.5; font-variant-numeric: lining-nums; scroll-margin-block-start: var(--space-6); }
.flesh > .piece { max-inline-size: 44rem; }
.flesh .piece .piece { font-size: inherit; }
.piece-label { font-family: var(--font-display); font-size: var(--size-2); font-weight: 600; line-height: 1.3; margin: 0 0 var(--space-1); color: var(--colour-brand); font-variant-numeric: lining-nums tabular-nums; break-after: avoid; }
.flesh .piece-title, .piece-title { font-family: var(--font-display); font-size: var(--size-4); font-weight: 600; line-height: 1.25; color: var(--colour-text); margin: 0 0 var(--space-3); text-wrap: balance; break-after: avoid; }
.short-names { font-family: var(--font-display); font-size: 0.86rem; line-height: 1.4; max-inline-size: 46rem; margin-block-end: var(--space-4); }
.cut-mark { font-family: var(--font-display); font-size: var(--size-1); font-weight: 600; line-height: 1.3; color: var(--colour-text-soft); margin-block: 0 var(--space-1); }
.piece-body > :last-child { margin-block-end: 0; }
.flesh .piece-facts, .piece-facts { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); margin: 0 0 var(--space-4); padding: 0; font-size: var(--size-2); line-height: 1.35; }
.piece-facts > div { display: flex; flex-direction: column; }
.piece-facts dt { font-size: var(--size-1); color: var(--colour-text-soft); margin: 0; }
.piece-facts dd { margin: 0; font-weight: 600; }
.flesh .fact-lines { list-style: none; padding: 0; margin: 0; }
.flesh .fact-lines > li { margin: 0; }
.fact-more { font-size: var(--size-1); font-weight: 400; white-space: nowrap; }
.flesh .piece-part, .piece-part { font-family: var(--font-display); font-size: var(--size-2); font-weight: 700; color: var(--colour-text); margin: var(--space-5) 0 var(--space-2); break-after: avoid; }

.piece-activity, .piece-quiz { border-block-start: 4px solid var(--colour-brand); }
.piece-worksheet { border-block-start: 6px double var(--colour-brand); }
.piece-lens { border-block-start: 4px solid var(--colour-lens); }
.piece-lens > .piece-label, .piece-lens > .piece-head > .piece-label { color: var(--colour-lens); }

/* steps with their minutes in a column of their own */
.time-strip { display: block; inline-size: 100%; block-size: 0.5rem; margin-block: var(--space-2) var(--space-3); color: var(--colour-brand); forced-color-adjust: auto; }
[dir=rtl] .time-strip { transform: scaleX(-1); }
.flesh .piece-steps, .piece-steps { list-style: none; counter-reset: step; margin: 0 0 var(--space-4); padding: 0; border-block-start: 1px solid var(--colour-rule); }
.piece-steps > li { counter-increment: step; display: grid; grid-template-columns: 1.6rem minmax(0, 1fr) auto; column-gap: var(--space-3); margin: 0; padding-block: var(--space-2); border-block-end: 1px solid var(--colour-rule); break-inside: avoid; }
.piece-steps > li::before { content: counter(step); font-weight: 700; color: var(--colour-accent); font-variant-numeric: lining-nums tabular-nums; }
.step-body > :last-child { margin-block-end: 0; }
.step-minutes { font-weight: 600; white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }

.piece-case, .piece-context { background: var(--colour-panel); border-block-start: 2px solid var(--colour-brand); padding: var(--space-4) var(--space-5) var(--space-5); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.piece-case { font-family: var(--font-text); font-variant-numeric: oldstyle-nums; }
.piece-case strong { font-family: var(--font-display); font-size: 0.96em; color: var(--colour-brand); }
.piece-context { border-block-start-style: dotted; }
.piece-label .countries, .piece-label .covers { font-weight: 400; color: var(--colour-text-soft); }

.piece-key-message { border-block: 2px solid var(--colour-brand); padding-block: var(--space-4); }
.piece-key-message .piece-body { font-size: var(--size-4); line-height: 1.32; font-weight: 400; color: var(--colour-brand); text-wrap: balance; }
.piece-key-message .piece-body p { margin-block: 0 var(--space-2); }
.piece-warning { border-block-start: 0; border-inline-start: 6px solid var(--colour-warning); padding-block: var(--space-1); padding-inline-start: var(--space-4); }
.piece-warning > .piece-label { color: var(--colour-warning); }
.piece-discussion { border-block-start: 2px dotted var(--colour-brand); }
.piece-participant { border-block-start: 1px solid var(--colour-accent); }

/* for facilitators only: the dashed edge, wherever it stands */
[data-audience=facilitator] { border-inline-start: 2px dashed var(--colour-edge); padding-inline-start: var(--space-4); }
.piece[data-audience=facilitator]:not(.piece-activity, .piece-worksheet, .piece-quiz) { border-block-start: 0; padding-block: 0; font-size: var(--size-2); }
.piece[data-audience=facilitator] > .piece-title { font-size: var(--size-3); }
[data-audience=facilitator] [data-audience=facilitator] { border-inline-start: 0; padding-inline-start: 0; }
.piece-for-facilitators { margin-block: var(--space-4) 0; font-size: var(--size-2); }
.piece-for-facilitators > :first-child { margin-block-start: 0; }
.piece-for-facilitators > :last-child { margin-block-end: 0; }
.piece-for-facilitators .piece { margin-block: var(--space-4); }
.piece-for-facilitators .piece-answers > .piece-label { color: var(--colour-text); font-weight: 700; }
.run-in { font-weight: 700; }
.run-how { display: block; color: var(--colour-text-soft); font-size: var(--size-1); }
.run-minutes, .run-from, .run th { white-space: nowrap; }
.flesh .run-minutes, .flesh .run th:last-child { text-align: end; }
.run-cut { font-weight: 600; }

/* quiz */
.quiz-options { list-style: none; padding: 0; }
.quiz-options > li { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr); column-gap: var(--space-2); }
.quiz-options p { margin: 0; }
.quiz-verdict { display: block; font-size: var(--size-2); }
.quiz-question + .quiz-question { margin-block-start: var(--space-5); }
.quiz-box { inline-size: 0.85em; block-size: 0.85em; margin-block-start: 0.32em; border: 1.5px solid var(--colour-edge); border-radius: 1px; }
.quiz-right > .quiz-box { background: var(--colour-accent); border-color: var(--colour-accent); box-shadow: inset 0 0 0 2px var(--colour-page); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.quiz-right .quiz-verdict { font-weight: 600; color: var(--colour-accent); }

/* fields of a worksheet, as a preview */
.field { margin-block: 0 var(--space-5); break-inside: avoid; }
.field-label { font-weight: 600; margin: 0 0 var(--space-2); }
/* numbered as on the sheet, so that its answers can be read against it */
.worksheet-preview { counter-reset: field; }
.worksheet-preview .field > .field-label::before { counter-increment: field; content: counter(field) '\\2002'; color: var(--colour-accent); }
.field-line { block-size: 2rem; border-block-end: 1px solid var(--colour-edge); }
.field-box { border: 1px solid var(--colour-edge); }
.field-zones { --columns: 1; display: grid; grid-template-columns: repeat(var(--columns), 1fr); border: 1px solid var(--colour-edge); }
.flesh .field-zones > p { margin: 0; padding: var(--space-2); min-block-size: 4.5rem; font-size: var(--size-2); outline: 1px solid var(--colour-edge); outline-offset: -0.5px; }
.flesh .field-axis { margin: 0 0 var(--space-1); font-size: var(--size-2); color: var(--colour-text-soft); }
.flesh .field-table td { block-size: 2.25rem; border: 1px solid var(--colour-edge); padding-inline: var(--space-2); }
.flesh .field-table th { border: 1px solid var(--colour-edge); padding-inline: var(--space-2); }
.field-options { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); }
.field-options > li { display: flex; gap: var(--space-2); margin: 0; }
.tick-box { flex: none; inline-size: 0.95em; block-size: 0.95em; margin-block-start: 0.28em; border: 1.5px solid var(--colour-edge); }
.tick-round { border-radius: 50%; }
.field-scale { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-2) var(--space-4); }
.field-statement { margin: 0 0 var(--space-1); }
.field-scale + .field-statement { margin-block-start: var(--space-3); }
.field-scale-points { display: inline-flex; gap: var(--space-4); list-style: none; margin: 0; padding: 0; }
.field-scale-points > li { display: flex; flex-direction: column; align-items: center; margin: 0; }

/* the framework's items */
.piece-framework { border: 0; padding: 0; margin-block-start: 0; }
.framework-list { list-style: none; padding: 0; margin: 0; }
.framework-list > li { display: grid; grid-template-columns: var(--side, 3.2rem) minmax(0, 1fr); column-gap: var(--side-gap, 0px); padding-block: var(--space-3); margin: 0; border-block-end: 1px solid var(--colour-rule); break-inside: avoid; }
.framework-number { font-size: var(--size-5); font-weight: 600; line-height: 1; color: var(--colour-accent); }
.framework-title { font-weight: 600; }
.framework-note, .framework-modules { display: block; font-size: var(--size-2); color: var(--colour-text-soft); }
.unconfirmed { font-size: var(--size-1); font-weight: 600; color: var(--colour-warning); white-space: nowrap; }

/* notes about the text itself */
.edition-note { border-inline-start: 6px solid var(--colour-mark); background: var(--colour-panel); padding: var(--space-2) var(--space-4); font-family: var(--font-display); font-size: var(--size-2); line-height: var(--leading-interface); margin-block: 0 var(--space-5); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.behind-note { color: var(--colour-warning); font-family: var(--font-display); font-size: var(--size-1); font-weight: 600; }

/* folded sections */
.fold { border-block: 1px solid var(--colour-edge); margin-block: var(--space-6); font-family: var(--font-display); font-size: 1.0625rem; }
.fold + .fold { margin-block-start: calc(-1 * var(--space-6) - 1px); }
.fold > summary { cursor: pointer; padding-block: var(--space-3); font-weight: 600; color: var(--colour-brand); }
.fold > summary:hover { text-decoration: underline; text-underline-offset: 0.18em; }
.fold > :not(summary):last-child { margin-block-end: var(--space-4); }

/* slides with their notes: what the room sees, what the facilitator says */
.slide-summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: var(--space-3) var(--space-5); padding-block: var(--space-4); border: 0; border-block-start: 1px solid var(--colour-rule); font-size: var(--size-2); line-height: 1.45; break-inside: avoid; }
.slide-face { background: var(--colour-panel); padding: var(--space-3) var(--space-4); border: 1px solid var(--colour-rule); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.slide-face > :last-child, .slide-notes > :last-child { margin-block-end: 0; }
.slide-number { display: flex; justify-content: space-between; gap: var(--space-3); margin: 0 0 var(--space-2); font-size: var(--size-1); color: var(--colour-text-soft); }
.flesh .slide-title { font-size: 1.0625rem; margin: 0 0 var(--space-2); color: var(--colour-brand); }
.slide-notes > .piece-part { margin-block-start: 0; }

/* ---- side heads: where there is room, labels and numbers hang in a margin of their own ---- */
@media screen {
  .side-heads { container: text / inline-size; }
  @container text (min-width: 46rem) {
    .side-heads > * { --side: 8.5rem; --side-gap: 1.5rem; }
    .side-heads > :where(p, ul, ol, dl, blockquote, pre, h3, h4, h5, h6), .side-heads > .objectives > :not(h2) { margin-inline-start: 10rem; }
    .side-heads > :is(.module-list, .block-list, .entries, .page-facts) { margin-inline-start: 0; max-inline-size: 46rem; }
    .side-heads > :is(h2, section, .figure, .table-frame, .piece, .fold, .page-facts) { max-inline-size: 46rem; }
    .side-heads > .figure-half { margin-inline-start: 10rem; max-inline-size: 24rem; }
    .side-heads > .figure-full { max-inline-size: none; }
    .side-heads > .figure > figcaption { display: grid; grid-template-columns: var(--side) minmax(0, 1fr); column-gap: var(--side-gap); }
    .side-heads > .figure-half > figcaption { display: block; }
    .side-heads > .figure > figcaption > .figure-credit { grid-column: 2; }
    .side-heads > .piece:not(.piece-framework) { display: grid; grid-template-columns: var(--side) minmax(0, 1fr); column-gap: var(--side-gap); }
    .side-heads > .piece > * { grid-column: 2; min-inline-size: 0; }
    .side-heads > .piece > .piece-label { grid-column: 1; grid-row: 1; padding-block-start: 0.25rem; }
    .side-heads > .piece[data-audience=facilitator]:not(.piece-activity, .piece-worksheet, .piece-quiz) > .piece-label { padding: 0; }
    .side-heads > .piece > .piece-label > .countries { display: block; }
    .side-heads > .piece > .piece-facts { grid-column: 1; grid-row: 2 / span 3; flex-direction: column; flex-wrap: nowrap; gap: var(--space-2); }
    .side-heads > .piece-warning, .side-heads > .piece[data-audience=facilitator] { grid-template-columns: calc(var(--side) - var(--space-4) - 2px) minmax(0, 1fr); }
    .side-heads > .piece-case, .side-heads > .piece-context { grid-template-columns: calc(var(--side) - var(--space-5)) minmax(0, 1fr); }
  }
  [data-theme=dark] .figure svg, [data-theme=dark] .figure img { background: #ffffff; padding: var(--space-3); }
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) .figure svg, :root:not([data-theme=light]) .figure img { background: #ffffff; padding: var(--space-3); }
}
@media print {
  .flesh { orphans: 3; widows: 3; }
  .flesh :where(a) { text-decoration: none; }
  .flesh :where(tr) { break-inside: avoid; }
  .flesh :where(thead) { display: table-header-group; }
  .table-frame { overflow: visible; }
}
${summaryTablesCss}`
