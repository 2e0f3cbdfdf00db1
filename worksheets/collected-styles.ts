/** Styles of the overview of returned sheets: for the screen in the room and for a phone, and clean on paper. */
export const collectedCss = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--colour-page); color: var(--colour-text); font-family: var(--font-display); font-size: 100%; line-height: var(--leading-interface); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; font-variant-numeric: lining-nums; }
body { margin: 0; }
p { margin: 0; }
a { color: var(--colour-accent); text-underline-offset: 0.18em; }
ul[role=list], ol[role=list] { list-style: none; padding: 0; margin: 0; }
:focus-visible { outline: 3px solid var(--colour-mark); outline-offset: 1px; box-shadow: 0 0 0 5px var(--colour-on-mark); }
.cover { background: var(--colour-cover); color: var(--colour-on-cover); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.cover-inner, main { max-inline-size: 62rem; margin-inline: auto; padding-inline: var(--space-5); }
.cover-inner { padding-block: var(--space-6); }
.cover-course { font-weight: 600; }
.cover h1 { font-size: clamp(2rem, 1.3rem + 3vw, 3.25rem); font-weight: 700; line-height: 1.06; letter-spacing: -0.02em; margin: var(--space-3) 0 var(--space-4); text-wrap: balance; }
[dir=rtl] :is(h1, h2) { letter-spacing: 0; }
[dir=rtl] .cover h1 { line-height: 1.3; }
main { padding-block: var(--space-6) var(--space-7); }
.quiet { color: var(--colour-text-soft); font-size: var(--size-2); }
.typed { white-space: pre-line; overflow-wrap: anywhere; }

.contents > ul { border-block-end: 1px solid var(--colour-rule); }
.contents li { display: grid; grid-template-columns: minmax(0, 1fr) auto 3rem; column-gap: var(--space-5); align-items: baseline; padding-block: var(--space-2); border-block-start: 1px solid var(--colour-rule); }
.contents-label { color: var(--colour-text-soft); display: inline-block; min-inline-size: 9.5rem; }
.contents li > a:first-child { text-decoration: none; }
.contents-title { font-weight: 600; text-decoration: underline; text-decoration-thickness: 0.06em; }
.contents-sheets { color: var(--colour-text-soft); font-variant-numeric: tabular-nums; }
.contents-table { text-align: end; font-size: var(--size-2); }
.contents > p { margin-block-start: var(--space-3); font-size: var(--size-2); }

.worksheet { margin-block-start: var(--space-7); padding-block-start: var(--space-3); border-block-start: 6px double var(--colour-brand); scroll-margin-block-start: var(--space-4); }
.worksheet-label { font-weight: 600; color: var(--colour-accent); }
h2 { font-size: clamp(1.5rem, 1.25rem + 1.2vw, 2rem); font-weight: 600; line-height: 1.15; letter-spacing: -0.01em; color: var(--colour-brand); margin: var(--space-1) 0 var(--space-4); text-wrap: balance; }
.who { columns: 17rem; column-gap: var(--space-6); font-size: var(--size-2); margin-block-end: var(--space-5); }
.who > li { break-inside: avoid; padding-block: var(--space-1) var(--space-2); }
.who strong { display: block; font-weight: 600; }
.who .quiet { display: block; font-size: var(--size-1); overflow-wrap: anywhere; }

.answer { margin-block-start: var(--space-6); }
.answer > h3 { display: grid; grid-template-columns: 1.8rem minmax(0, 1fr); font-size: 1.1875rem; font-weight: 600; line-height: 1.3; margin: 0; text-wrap: pretty; break-after: avoid; }
.answer-number { color: var(--colour-accent); }
.answer > :not(h3) { margin-inline-start: 1.8rem; }
.answer > .quiet { margin-block-end: var(--space-3); break-after: avoid; }

.bars { border-block: 1px solid var(--colour-rule); padding-block: var(--space-2) !important; }
.bars > li { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) 2rem; column-gap: var(--space-4); align-items: center; padding-block: 0.3rem; break-inside: avoid; }
.bar { block-size: 0.95rem; background: linear-gradient(var(--colour-rule), var(--colour-rule)) bottom / 100% 1px no-repeat; }
.bar::before { content: ''; display: block; inline-size: var(--share); block-size: 100%; background: var(--colour-accent); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar-count { font-weight: 600; text-align: end; font-variant-numeric: tabular-nums; }

.answer .flesh, .answer .flesh table { max-inline-size: none; }
.answer .flesh { font-size: 1rem; margin-block-end: 0; }
.flesh .scale { inline-size: auto; min-inline-size: min(100%, 30rem); }
.flesh .scale:has(tbody th) { inline-size: 100%; }
.flesh .scale :is(th, td) { vertical-align: middle; }
.flesh .scale thead th, .flesh .scale tbody td { text-align: center; inline-size: 4.5rem; min-inline-size: 3rem; }
.flesh .scale thead th { vertical-align: bottom; }
.flesh .scale tbody th { font-weight: 400; text-align: start; }
.flesh .scale tbody td { padding-inline: var(--space-2); }
.scale .some { background: color-mix(in srgb, var(--colour-accent) calc(8% + var(--share) * 0.4), var(--colour-page)); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.scale .none { color: var(--colour-text-soft); }
.flesh .scale tbody .median { font-weight: 700; }

.texts { border-block-end: 1px solid var(--colour-rule); }
.texts > li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); column-gap: var(--space-4); padding-block: var(--space-2); border-block-start: 1px solid var(--colour-rule); break-inside: avoid; }
.texts > li > :only-child { grid-column: 1 / -1; }
.texts p { font-family: var(--font-text); font-size: 1.0625rem; line-height: 1.45; }
.texts:not(:has(.source)) { max-inline-size: 42rem; }
.texts:not(:has(.source)) > li { grid-template-columns: minmax(0, 1fr) 3rem; }
.times { color: var(--colour-accent); font-weight: 600; text-align: end; font-variant-numeric: tabular-nums; }
.source .typed { display: inline; }
.source { color: var(--colour-text-soft); font-size: var(--size-2); font-weight: 400; }

.flesh .answers { table-layout: fixed; }
.flesh .answers :is(th, td) { overflow-wrap: anywhere; }
.flesh .answers .table-group { padding-block: var(--space-3) var(--space-1); border-block-end: 0; color: var(--colour-text); }
.flesh .answers tbody { border-block-start: 1px solid var(--colour-edge); }
.flesh .answers .source { font-weight: 400; font-size: var(--size-2); }

.left-out { margin-block-start: var(--space-7); padding-block-start: var(--space-3); border-block-start: 2px solid var(--colour-warning); }
.left-out summary { font-size: var(--size-4); font-weight: 600; color: var(--colour-warning); cursor: pointer; }
.left-out + .left-out { margin-block-start: var(--space-4); }
.left-out li { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); column-gap: var(--space-5); padding-block: var(--space-2); border-block-start: 1px solid var(--colour-rule); font-size: var(--size-2); }
.left-out-file { font-weight: 600; overflow-wrap: anywhere; }

@media screen and (max-width: 44rem) {
  .cover-inner, main { padding-inline: var(--space-4); }
  .contents li { grid-template-columns: minmax(0, 1fr) auto; row-gap: 0; column-gap: var(--space-4); }
  .contents li > a:first-child { grid-column: 1 / -1; padding-block: var(--space-1); }
  .contents-label { display: block; font-size: var(--size-2); }
  .answer > :not(h3) { margin-inline-start: 0; }
  .answer > h3 { display: block; }
  .bars > li { grid-template-columns: minmax(0, 1fr) 2rem; padding-block: var(--space-2); }
  .bar-label { grid-column: 1 / -1; }
  .texts > li { display: block; }
  .texts .source { display: block; }
  .left-out li { display: block; }
  .left-out-file { display: block; }
  .flesh .answers, .flesh .answers :is(tbody, tr, th, td) { display: block; inline-size: auto; }
  .answers thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .flesh .answers :is(th, td) { border: 0; padding: 0 0 var(--space-2); }
  .flesh .answers tr + tr:has(td) { border-block-start: 1px solid var(--colour-rule); padding-block-start: var(--space-2); }
  .flesh .answers tr:has(.table-group) + tr { border-block-start: 0; padding-block-start: 0; }
  .flesh .answers .table-group { padding-block: var(--space-3) var(--space-1); }
  .answers td:empty { display: none !important; }
  .flesh .answers td::before { content: attr(data-column); display: block; color: var(--colour-text-soft); font-size: var(--size-1); }
  .flesh .answers td[data-column='']::before { content: none; }
  .flesh .answers .source { font-weight: 600; color: var(--colour-text); padding-block-end: 0; }
  .flesh .scale:has(tbody th), .flesh .scale:has(tbody th) tbody { display: block; }
  .scale:has(tbody th) thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .flesh .scale:has(tbody th) tbody tr { display: flex; flex-wrap: wrap; border-block-end: 1px solid var(--colour-rule); padding-block: var(--space-2); }
  .flesh .scale:has(tbody th) tbody tr > * { border: 0; inline-size: auto; min-inline-size: 0; }
  .flesh .scale:has(tbody th) tbody th { flex: 1 0 100%; padding: 0 0 var(--space-2); }
  .flesh .scale:has(tbody th) tbody td { flex: 1 0 2.6rem; padding: var(--space-1) 0; }
  .flesh .scale:has(tbody th) tbody td::before { content: attr(data-mark); display: block; font-size: var(--size-1); font-weight: 400; color: var(--colour-text-soft); }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  html { font-size: 10.5pt; }
  .cover-inner { padding-block: 10mm; }
  .worksheet { break-before: page; }
}
`
