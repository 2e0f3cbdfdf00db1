/**
 * Styles of the interactive sheet. On screen: one column, large targets, tables that fold into cards on a phone. On
 * paper: the look of the printed sheet, with what was typed in place of the inputs.
 */
import { sheetCss } from './sheet-styles.ts'

const screenCss = `
@media screen {
body.sheet { margin: 0 auto; padding: var(--space-5) var(--space-4) var(--space-7); max-inline-size: 56rem; font-family: var(--font-display); font-size: 1.0625rem; line-height: 1.45; color: var(--colour-text); background: var(--colour-page); font-variant-numeric: lining-nums; accent-color: var(--colour-accent); }
.sheet p { margin: 0; }
.sheet-head { border-block-start: 6px double var(--colour-brand); padding-block-start: var(--space-3); }
.sheet .sheet-line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--space-5); font-size: var(--size-2); }
.sheet-label { font-weight: 600; color: var(--colour-brand); }
.sheet-course, .sheet .sheet-facts { color: var(--colour-text-soft); }
:is(.sheet-course, .way-back) a { color: var(--colour-accent); text-underline-offset: 0.18em; }
.way-back { margin: 0; }
.sheet h1 { font-size: clamp(1.75rem, 1.35rem + 2vw, 2.375rem); font-weight: 600; line-height: 1.15; letter-spacing: -0.01em; color: var(--colour-brand); margin: var(--space-4) 0 var(--space-1); text-wrap: balance; }
[dir=rtl] .sheet h1 { letter-spacing: 0; line-height: 1.35; }
.sheet .sheet-keeping { margin-block-start: var(--space-3); padding: var(--space-2) var(--space-4); border-inline-start: 6px solid var(--colour-accent); background: var(--colour-panel); font-size: var(--size-2); }
[data-keeping=no] .sheet-keeping { border-color: var(--colour-warning); font-weight: 600; }
.sheet-who { display: grid; grid-template-columns: 5fr 3fr 2fr; gap: var(--space-4); margin-block: var(--space-5) var(--space-6); }
.who { display: flex; flex-direction: column; }
.who-label { font-size: var(--size-2); font-weight: 600; margin-block-end: var(--space-1); }
.sheet .flesh { font-family: var(--font-display); font-size: 1.0625rem; line-height: 1.5; font-variant-numeric: lining-nums; }
.sheet .flesh > * { max-inline-size: none; }
.sheet .flesh > :where(p, ul, ol) { max-inline-size: 40rem; }
.sheet .flesh > :where(p, ul, ol) { margin-block: 0 var(--space-3); }

.sheet .field { display: block; border: 0; padding: 0; margin: var(--space-6) 0 0; min-inline-size: 0; }
.sheet .field-label { display: block; float: none; font-size: 1.125rem; font-weight: 600; line-height: 1.3; margin: 0 0 var(--space-2); padding: 0; color: var(--colour-text); }
.sheet .field-number { display: inline-block; min-inline-size: 1.3em; color: var(--colour-accent); font-weight: 600; }
.sheet .field-hint { font-size: var(--size-2); color: var(--colour-text-soft); margin-block-end: var(--space-2); }
.sheet :is(input[type=text], textarea) { box-sizing: border-box; inline-size: 100%; font: inherit; line-height: 1.45; color: var(--colour-text); background: var(--colour-page); border: 1px solid var(--colour-edge); border-radius: var(--radius); padding: 0.55rem 0.7rem; margin: 0; }
.sheet textarea { display: block; resize: vertical; min-block-size: 3.2rem; field-sizing: content; }
.sheet .writing-box textarea { min-block-size: calc(var(--height) * 0.8); }
.sheet .writing-lines textarea { min-block-size: calc(var(--rows) * 1.45em + 1.2rem); }
.sheet :is(input, textarea, button):focus-visible { outline: 3px solid var(--colour-accent); outline-offset: 2px; }
.typed, .rule { display: none; }
.zones { display: grid; grid-template-columns: repeat(var(--columns), 1fr); gap: var(--space-4); }
.zone { display: flex; flex-direction: column; min-inline-size: 0; }
.zone-label { font-size: var(--size-2); font-weight: 600; margin-block-end: var(--space-1); }
.zone .writing { flex-grow: 1; }
.sheet .zone textarea { min-block-size: 7rem; }

.sheet .grid { inline-size: 100%; table-layout: fixed; border-collapse: collapse; margin: 0; font-size: 1rem; line-height: 1.35; border: 0; border-block: 2px solid var(--colour-brand); }
.sheet .grid :is(th, td) { block-size: auto; border: 0; border-block-end: 1px solid var(--colour-rule); padding: var(--space-2); text-align: start; vertical-align: top; overflow-wrap: anywhere; hyphens: auto; }
.sheet .grid thead th { font-size: var(--size-2); font-weight: 600; color: var(--colour-brand); vertical-align: bottom; border-block-end: 1px solid var(--colour-brand); }
.sheet .grid tbody th { font-weight: 400; padding-block-start: 0.9rem; }
.sheet .grid tr > :first-child { padding-inline-start: 0; }
.sheet .grid tr > :last-child { padding-inline-end: 0; }
.sheet .grid tbody tr:last-child > * { border-block-end: 0; }
.sheet .grid textarea { min-block-size: 4.2rem; padding: 0.45rem 0.55rem; }

.sheet .options { list-style: none; margin: 0; padding: 0; display: grid; gap: 0 var(--space-5); grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--option, 14rem)), 1fr)); }
.options-short { --option: 11rem; }
.options-long { --option: 22rem; }
.options-full { --option: 44rem; }
.sheet .options > li { margin: 0; }
.option { display: flex; gap: var(--space-3); align-items: flex-start; padding-block: 0.55rem; cursor: pointer; }
.sheet .tick { flex: none; inline-size: 1.375rem; block-size: 1.375rem; margin: 0.05rem 0 0; cursor: pointer; }

.scale { display: flex; flex-wrap: wrap; align-items: flex-end; gap: var(--space-2) var(--space-4); }
.scale-end { padding-block-end: 0.7rem; }
.points { display: grid; grid-auto-flow: column; grid-auto-columns: 3rem; }
.point { display: flex; flex-direction: column; align-items: center; gap: 0.3rem; padding-block: 0.55rem; cursor: pointer; }
.point .tick { margin: 0; }
.point-number { font-size: var(--size-2); line-height: 1; font-weight: 600; color: var(--colour-text-soft); }
.statements { border-block: 2px solid var(--colour-brand); }
.statements-head { display: none; }
.statement { display: grid; grid-template-columns: 1fr auto; column-gap: var(--space-5); align-items: center; padding-block: var(--space-1); border-block-end: 1px solid var(--colour-rule); }
.statement:last-child { border-block-end: 0; }

.actions { margin-block-start: var(--space-7); padding-block-start: var(--space-4); border-block-start: 2px solid var(--colour-brand); }
.actions h2 { font-size: var(--size-4); font-weight: 600; color: var(--colour-brand); margin: 0 0 var(--space-3); }
.buttons { display: flex; flex-wrap: wrap; gap: var(--space-3); }
.button { font: inherit; font-weight: 600; line-height: 1.2; padding: 0.7rem 1.1rem; border: 2px solid var(--colour-brand); border-radius: var(--radius); background: var(--colour-page); color: var(--colour-brand); cursor: pointer; }
.button:hover { background: var(--colour-panel); }
.button-first, .button-first:hover { background: var(--colour-brand); color: var(--colour-on-brand); }
.button-first:hover { text-decoration: underline; text-underline-offset: 0.2em; }
.button-quiet { border-color: transparent; color: var(--colour-warning); text-decoration: underline; text-underline-offset: 0.2em; }
.sheet .status { min-block-size: 1.5em; margin-block-start: var(--space-3); font-size: var(--size-2); font-weight: 600; }
.sheet dialog { border: 0; border-block-start: 6px double var(--colour-brand); padding: var(--space-5); max-inline-size: 26rem; color: var(--colour-text); background: var(--colour-page); }
.sheet dialog p { margin-block-end: var(--space-4); }
.sheet dialog::backdrop { background: rgb(0 0 0 / 0.5); }
.sheet-foot { margin-block-start: var(--space-6); padding-block-start: var(--space-3); border-block-start: 1px solid var(--colour-rule); font-size: var(--size-1); color: var(--colour-text-soft); }
}
@media screen and (max-width: 40rem) {
.sheet-who, .zones { grid-template-columns: 1fr; gap: var(--space-3); }
.sheet .zone textarea { min-block-size: 4.2rem; }
.sheet .grid, .sheet .grid :is(tbody, tr, th, td) { display: block; }
.sheet .grid thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sheet .grid tbody tr { padding-block: var(--space-3); border-block-end: 1px solid var(--colour-edge); }
.sheet .grid tbody tr:last-child { border-block-end: 0; }
.sheet .grid :is(th, td) { border: 0; padding: var(--space-1) 0; }
.sheet .grid tbody th { font-weight: 600; padding-block: 0 var(--space-1); }
.sheet .grid tr[data-row]::before { content: attr(data-row); display: block; font-weight: 600; }
.sheet .grid td::before { content: attr(data-column); display: block; font-size: var(--size-2); color: var(--colour-text-soft); margin-block-end: 0.2rem; }
.sheet .grid textarea { min-block-size: 3.2rem; }
.statement { grid-template-columns: 1fr; }
.statement .points { grid-auto-columns: 1fr; max-inline-size: 22rem; }
.scale { flex-direction: column; align-items: stretch; gap: 0; }
.scale .points { grid-auto-columns: 1fr; max-inline-size: 22rem; }
.scale-end { padding: 0; font-size: var(--size-2); color: var(--colour-text-soft); }
.scale-end:first-child::before { content: attr(data-value) ' = '; }
.scale-end:last-child::before { content: attr(data-value) ' = '; }
.buttons .button { flex: 1 1 100%; }
}
`

const paperCss = `
@media print {
@page { size: A4; margin: 16mm 9mm 15mm; }
${sheetCss}
body.sheet { display: block; }
.actions, .sheet-keeping { display: none; }
.sheet :is(input[type=text], textarea) { display: none; }
.typed { display: block; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 10pt; line-height: 1.3; }
.sheet-who { margin-block: 5mm 6mm; }
.who { display: flex; flex-direction: column; }
.who .typed { flex-grow: 1; min-block-size: 7mm; padding-block-start: 1.5mm; box-sizing: border-box; border-block-end: 0.75pt solid var(--colour-text); }
.writing-lines:has(.typed:not(:empty)) .rule { display: none; }
.writing-lines .typed:not(:empty) { padding-block: 2mm; border-block-end: 0.6pt solid var(--colour-edge); }
.writing-box .typed { padding: 2mm; }
.zone .typed { padding: 1mm 2mm; }
.sheet .grid td .typed { padding: 1.4mm 2mm; }
.sheet .grid { block-size: auto; }
.sheet input.tick { appearance: none; -webkit-appearance: none; margin-inline: 0; }
.sheet input.tick:checked { background: #000; box-shadow: inset 0 0 0 0.6mm #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.sheet-foot { margin-block-start: 6mm; padding-block-start: 2mm; border-block-start: 0.5pt solid var(--colour-edge); font-size: 7.5pt; color: var(--colour-text-soft); }
}
`

export const interactiveCss = screenCss + paperCss
