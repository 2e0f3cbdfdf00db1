/**
 * Styles shared by the print documents of the manual (guideline, contingency plan, run sheet), after look/content.ts.
 *
 * One axis for every page: a side column for labels, section heads, times and numbers, and a main column of about 82
 * characters. Full-width things (tables, outlines) use both. A4; lengths in points and millimetres. The root size is
 * set so that running text (`--size-3`) is 10.5 pt.
 */
export const printCss = `
:root { font-size: 9.3333pt; --side: 30mm; --gutter: 4mm; --axis: calc(var(--side) + var(--gutter)); --leading-text: 1.32; --leading-interface: 1.3; }
:root:lang(ar), :root:lang(fa), :root:lang(ur) { --leading-text: 1.62; --leading-interface: 1.5; }
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; }
body { font-family: var(--font-text); font-size: 10.5pt; line-height: var(--leading-text); color: var(--colour-text); background: var(--colour-page); orphans: 3; widows: 3; hyphens: manual; print-color-adjust: exact; -webkit-print-color-adjust: exact; font-variant-numeric: lining-nums; }
h1, h2, h3, h4, h5, h6 { font-family: var(--font-display); break-after: avoid; break-inside: avoid; text-wrap: balance; margin: 0; color: var(--colour-brand); }
p { margin: 0 0 2.2mm; }
a { color: inherit; text-decoration: none; }
/* Chromium shrinks the whole document to its widest element: what is too wide is cut here and told by the press. */
body > * { overflow-x: clip; }
.table-frame { overflow: clip; }
tr, figure, .field, .framework-list > li { break-inside: avoid; }
thead { display: table-header-group; }
caption { break-after: avoid; }
code, kbd, pre { font-family: var(--font-display) !important; }
.hidden-links { display: none; }

/* Arabic script has no italics: stress is weight */
:is(em, .term):is(:lang(ar), :lang(fa), :lang(ur)) { font-style: normal !important; }
em:is(:lang(ar), :lang(fa), :lang(ur)) { font-weight: 600; }

/* pages of a front or back part */
.part-title { font-family: var(--font-display); font-weight: 700; font-size: 25pt; line-height: 1.08; letter-spacing: -0.012em; color: var(--colour-brand); padding-block-start: 3mm; border-block-start: 1.2mm solid var(--colour-brand); margin-block-end: 7mm; }
.part-lead { font-size: 12pt; line-height: 1.4; max-inline-size: 142mm; margin-block-end: 6mm; }

/* tables made from the model */
.grid-table { inline-size: 100%; border-collapse: collapse; font-family: var(--font-display); font-size: 8.4pt; line-height: 1.3; font-variant-numeric: lining-nums tabular-nums; }
.grid-table th, .grid-table td { text-align: start; vertical-align: top; padding: 1.5mm 3mm 1.5mm 0; border-block-end: 0.25pt solid var(--colour-rule); }
.grid-table :is(th, td):last-child { padding-inline-end: 0; }
.grid-table thead th { font-weight: 600; color: var(--colour-brand); border-block-end: 0.7pt solid var(--colour-brand); vertical-align: bottom; }
.grid-table tbody th { font-weight: 600; }
.grid-table .number, .grid-table thead .number { text-align: end; }
.grid-table tbody .number { white-space: nowrap; }
.grid-table ul { margin: 0; padding: 0; list-style: none; }
.grid-table li { margin: 0 0 0.8mm; padding-inline-start: 2.6mm; position: relative; }
.grid-table li::before { content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 0.62em; inline-size: 1.4mm; border-block-start: 0.6pt solid var(--colour-accent); }
.grid-table p { margin: 0 0 0.8mm; }
.grid-table .group-row th { font-size: 9.6pt; font-weight: 700; color: var(--colour-brand); padding-block-start: 4.5mm; border-block-end: 0.7pt solid var(--colour-brand); }
.grid-table .group-row { break-after: avoid; }
.grid-table .group-row td { padding-block-start: 4.5mm; border-block-end: 0.7pt solid var(--colour-brand); vertical-align: baseline; font-weight: 700; color: var(--colour-brand); }
.soft { color: var(--colour-text-soft); }
.small { font-family: var(--font-display); font-size: 8.4pt; line-height: 1.32; }

/* what covers what: small, close, and never wider than half a page where two columns will do */
.flesh section.piece.piece-summary:is([data-audience], :not([data-audience])) { border: 0; padding: 0; margin-block: 0 3mm; break-inside: auto; }
.prose:has(+ .piece-summary) { break-after: avoid; }
.prose:has(+ .piece-summary) > :is(h3, h4):last-child { column-span: all; }
.flesh .summary-table { font-size: 7.3pt; line-height: 1.16; }
.flesh .summary-table :is(th, td) { padding: 0.32mm 1.8mm 0.32mm 0; padding-inline: 0 1.8mm; border-block-end: 0.25pt solid var(--colour-rule); }
.flesh .summary-table thead th { border-block: 0.7pt solid var(--colour-brand); }
.flesh .summary-table .group-row th { border-block-end: 0.7pt solid var(--colour-brand); padding-block-start: 2mm; }
.piece-summary .summary-columns { columns: 2; column-gap: 6mm; }
`
