import { type Logo, logoCss } from '../look/logo.ts'
import type { Look } from '../look/tokens.ts'

/**
 * Styles of a worksheet on paper: A4, legible in black and white, generous places to write. The voice is that of the
 * ruled report (look/content.ts): a double rule opens a form, numbers hang in the margin, rules carry the grid.
 *
 * The sizes here are the least a hand needs. What is left of the page (or of `--pages`, less `--lost` millimetres where
 * page edges fall) goes to the writing places: they grow, each up to a limit.
 */
export const sheetCss = `
html { font-size: 12px; block-size: 100%; }
body.sheet { box-sizing: border-box; margin: 0; padding-inline: 8mm; min-block-size: calc(var(--pages, 1) * 100% - var(--lost, 0mm) - 1px); display: flex; flex-direction: column; font-family: var(--font-display); font-size: 10.5pt; line-height: 1.4; color: var(--colour-text); background: var(--colour-page); font-variant-numeric: lining-nums; }
.sheet p { margin: 0; }

/* head: what sheet this is, and whose */
.sheet-head { border-block-start: 6px double var(--colour-brand); padding-block-start: 2.5mm; margin-block-end: 5mm; }
.sheet .sheet-line { display: flex; justify-content: space-between; gap: 6mm; font-size: 9pt; line-height: 1.3; }
.sheet-label { font-weight: 600; color: var(--colour-brand); white-space: nowrap; }
.sheet-course { color: var(--colour-text-soft); text-align: end; }
.sheet h1 { font-size: 23pt; font-weight: 600; line-height: 1.12; letter-spacing: -0.01em; color: var(--colour-brand); margin: 4mm 0 0; max-inline-size: 150mm; text-wrap: balance; }
[dir=rtl] .sheet h1 { letter-spacing: 0; line-height: 1.3; }
.sheet .sheet-facts { font-size: 9.5pt; color: var(--colour-text-soft); margin-block-start: 1.5mm; }
.sheet-who { display: grid; grid-template-columns: 5fr 3fr 2fr; column-gap: 6mm; margin-block-start: 5mm; }
.sheet .who-label { font-size: 8pt; line-height: 1.2; color: var(--colour-text-soft); }
.who .writing { block-size: 7.5mm; border-block-end: 0.75pt solid var(--colour-text); }

/* what is for facilitators says so */
.sheet .sheet-notice { background: #000; color: #fff; font-size: 10.5pt; padding: 2.2mm 4mm; margin-block-end: 5mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.sheet .piece { margin-block: 0 5mm; font-size: 10pt; break-inside: avoid; }
.sheet .piece.piece-answers[data-audience] { break-inside: auto; box-decoration-break: clone; -webkit-box-decoration-break: clone; orphans: 3; widows: 3; border: 1pt solid #000; border-inline-start: 3mm solid #000; padding: 3mm 4mm; }
.sheet .piece-answers > .piece-label { font-size: 9pt; font-weight: 600; }

/* instructions */
/* One column of items, not two nested: a nested one goes over to the next page whole where it would fit there. */
.sheet .flesh { display: contents; font-family: var(--font-display); font-size: 10.5pt; line-height: 1.42; font-variant-numeric: lining-nums; }
.sheet .flesh > * { max-inline-size: none; flex: 0 0 auto; }
.sheet .flesh > :where(p, ul, ol, blockquote) { max-inline-size: 158mm; margin-block: 0 3mm; }
.sheet .flesh > :where(p, ul, ol) + .field { margin-block-start: 2.5mm; }
.sheet .flesh h2 { font-size: 13pt; margin-block: 3mm 2mm; }
.sheet .figure { margin-block: 2mm 5mm; max-inline-size: 100%; }

/* fields */
.sheet .field { border: 0; margin: 0 0 5.5mm; padding: 0; min-inline-size: 0; break-inside: avoid; display: flex; flex-flow: column nowrap; align-items: stretch; gap: 0; }
.sheet .field:last-child { margin-block-end: 0; }
.sheet .field-label { position: relative; font-size: 11pt; font-weight: 600; line-height: 1.25; margin: 0 0 2mm; padding: 0; color: var(--colour-text); break-after: avoid; }
.sheet .field-number { position: absolute; inset-inline-end: calc(100% + 2.2mm); font-weight: 600; color: var(--colour-accent); }
.sheet .field-hint { font-size: 9pt; color: var(--colour-text-soft); margin-block: -1.2mm 2mm; }
.writing { position: relative; }
.place { position: absolute; inset: 0; }

.sheet .flesh > .field-lines { flex-grow: 1; max-block-size: calc(var(--rows) * 11mm + var(--label-rows) * 4.9mm + 2mm); }
.writing-lines { display: flex; flex-direction: column; flex-grow: 1; margin-block-start: -1mm; }
.writing-lines .rule { display: block; flex: 1 0 8.5mm; max-block-size: 11mm; border-block-end: 0.6pt solid var(--colour-edge); }
.writing-lines .place { inset-block-end: 0.75pt; }

.sheet .flesh > .field-box { flex-grow: 6; max-block-size: calc(var(--height) * 1.8 + 20mm); }
.writing-box { flex-grow: 1; min-block-size: var(--height); border: 0.75pt solid var(--colour-edge); }

/* a box to map on: axes drawn at its foot and its start, zones of equal size */
.canvas { flex-grow: 1; display: grid; grid-template: 1fr auto / 1fr; gap: 1.5mm 2.5mm; }
.canvas-up { grid-template: 1fr auto / auto 1fr; }
.canvas-up > .axis-across { grid-column: 2; }
.canvas > .writing-box { min-inline-size: 0; }
.axis { display: flex; gap: 2mm; align-items: center; font-size: 9.5pt; line-height: 1.2; }
.axis > span:not(.axis-line) { max-inline-size: 45mm; }
.axis-up { flex-direction: column; text-align: center; }
.axis-up > span:not(.axis-line) { max-inline-size: 24mm; overflow-wrap: anywhere; }
.axis-line { position: relative; flex: 1 0 6mm; }
.axis-across > .axis-line { block-size: 0; border-block-end: 0.9pt solid var(--colour-text); }
.axis-up > .axis-line { inline-size: 0; border-inline-end: 0.9pt solid var(--colour-text); }
.sheet .axis-line > svg { position: absolute; max-inline-size: none; inline-size: 2.4mm; block-size: 2.4mm; fill: var(--colour-text); }
.axis-across > .axis-line > svg { inset-inline-end: -0.6mm; inset-block-start: calc(-1.2mm + 0.45pt); }
[dir=rtl] .axis-across > .axis-line > svg { transform: scaleX(-1); }
.axis-up > .axis-line > svg { inset-inline-start: calc(-1.2mm + 0.45pt); inset-block-start: -0.6mm; }
.writing-box.zones { display: grid; border: 0; grid-template-columns: repeat(var(--columns), 1fr); grid-auto-rows: 1fr; }
.zone { display: flex; flex-direction: column; min-block-size: 22mm; min-inline-size: 0; outline: 0.6pt solid var(--colour-edge); outline-offset: -0.3pt; }
.zone-label { font-size: 10pt; font-weight: 600; line-height: 1.25; padding: 1.5mm 2mm 0; }
.zone .writing { flex-grow: 1; }
.zone .place { inset: 1mm; }
.writing-grid { position: relative; }
.grid-lines { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: hidden; fill: none; stroke: var(--colour-rule); stroke-width: 0.1; }

.sheet .flesh > .field-table { flex-grow: 4; max-block-size: calc(var(--rows) * 21mm + 24mm); }
.sheet .flesh > .field-table.field-tall { break-inside: auto; }
.sheet .grid { inline-size: 100%; block-size: 100%; flex-grow: 1; table-layout: fixed; border-collapse: collapse; margin: 0; font-size: 9.5pt; line-height: 1.28; border: 0; border-block: 1.5pt solid var(--colour-brand); }
.sheet .grid :is(th, td) { border: 0; border-block-end: 0.6pt solid var(--colour-edge); border-inline-start: 0.6pt solid var(--colour-edge); padding: 1.4mm 2mm; text-align: start; overflow-wrap: anywhere; hyphens: auto; }
.sheet .grid tr > :first-child { border-inline-start: 0; }
.sheet .grid thead th { font-size: 9pt; font-weight: 600; line-height: 1.2; color: var(--colour-brand); vertical-align: bottom; padding-block: 1.6mm; border-block-end: 0.9pt solid var(--colour-brand); }
.sheet .grid thead { display: table-header-group; }
.sheet .grid tbody tr { break-inside: avoid; }
.sheet .grid tbody th { font-weight: 400; vertical-align: middle; padding-inline-start: 0; }
.sheet .grid thead th:first-child { padding-inline-start: 0; }
.sheet .grid td { position: relative; block-size: 10.5mm; padding: 0; }
.sheet .grid td .place { inset: 0.4mm 1.2mm; }
.writing-box .place { inset: 1mm; }
.sheet .grid tbody tr:last-child > * { border-block-end: 0; }

.sheet .options { list-style: none; margin: 0; padding: 0; display: grid; gap: 2.2mm 6mm; }
.options-short { grid-template-columns: repeat(4, 1fr); }
.options-medium { grid-template-columns: repeat(3, 1fr); }
.options-long { grid-template-columns: repeat(2, 1fr); }
.options-full { grid-template-columns: 1fr; }
.sheet .options > li { margin: 0; }
.option { display: grid; grid-template-columns: 4.2mm 1fr; column-gap: 2.2mm; align-items: start; line-height: 1.3; }
.tick { position: relative; display: block; box-sizing: border-box; inline-size: 4.2mm; block-size: 4.2mm; margin-block-start: -0.1mm; border: 0.9pt solid var(--colour-text); background: var(--colour-page); }
.tick-radio { border-radius: 50%; }

.test { columns: 2; column-gap: 13mm; }
.test .field { margin-block-end: 4.5mm; }
.test .field-label { font-size: 10pt; margin-block-end: 1mm; hyphens: auto; }
.test .field-hint { font-size: 8.5pt; margin-block: -0.4mm 1.2mm; }
.test .options { grid-template-columns: 1fr; row-gap: 1.4mm; font-size: 10pt; }

.scale { display: flex; align-items: end; gap: 5mm; }
.scale-end { max-inline-size: 50mm; line-height: 1.25; padding-block-end: 0.5mm; }
.points { display: grid; grid-auto-flow: column; grid-auto-columns: 11mm; }
.point { display: flex; flex-direction: column; align-items: center; gap: 0.8mm; }
.point .tick { inline-size: 5.4mm; block-size: 5.4mm; margin: 0; }
.point-number { font-size: 9pt; line-height: 1.1; color: var(--colour-text-soft); display: none; }
.points-numbered .point-number { display: block; }
.statements { border-block: 1.5pt solid var(--colour-brand); }
.statements-head { break-after: avoid; display: grid; grid-template-columns: 1fr repeat(var(--points), 11mm); font-size: 9pt; font-weight: 600; color: var(--colour-brand); text-align: center; padding-block: 1.2mm; border-block-end: 0.9pt solid var(--colour-brand); }
.statements-head > :first-child { grid-column-start: 2; }
.statement { display: grid; grid-template-columns: 1fr auto; column-gap: 5mm; align-items: center; min-block-size: 9.5mm; padding-block: 1.2mm; border-block-end: 0.6pt solid var(--colour-edge); break-inside: avoid; }
.statement:last-child { border-block-end: 0; }
.statement p { line-height: 1.28; font-size: 10pt; }

/* a sheet that would spill a little over a page */
[data-room] .sheet-head { margin-block-end: 3.5mm; }
[data-room] .sheet h1 { font-size: 20pt; margin-block-start: 2.5mm; }
[data-room] .sheet-who { margin-block-start: 3mm; }
[data-room] .sheet .field { margin-block-end: 4mm; }
[data-room] .sheet .field-label { margin-block-end: 1.2mm; }
[data-room] .sheet .field-hint { margin-block: -0.8mm 1.2mm; }
[data-room] .writing-lines .rule { flex-basis: 7.5mm; }
[data-room] .sheet .grid td { block-size: 8.2mm; }
[data-room] .sheet .grid :is(th) { padding-block: 1mm; }
[data-room] .sheet .options { row-gap: 1.6mm; }
[data-room] .sheet .test .field { margin-block-end: 3.2mm; }
[data-room] .sheet .test .options { row-gap: 0.9mm; }
[data-room] .statement { min-block-size: 8.5mm; padding-block: 0.8mm; }

/* answers need no room to write: of empty lines and rows only enough to know the place by */
[data-edition=facilitator] body.sheet, [data-edition=facilitator] .sheet .flesh { display: block; }
[data-edition=facilitator] .sheet .flesh > .field { flex-grow: 0; }
[data-edition=facilitator] .sheet-who { display: none; }
[data-edition=facilitator] .sheet .field { margin-block-end: 3mm; }
[data-edition=facilitator] .sheet .field-label { font-size: 10pt; margin-block-end: 1mm; }
[data-edition=facilitator] .sheet .grid { block-size: auto; font-size: 9pt; }
[data-edition=facilitator] .sheet .grid :is(th, td) { padding-block: 0.7mm; }
[data-edition=facilitator] .sheet .grid td { block-size: 5mm; }
[data-edition=facilitator] .writing-lines { display: block; margin: 0; }
[data-edition=facilitator] .writing-lines .rule { block-size: 4.6mm; }
[data-edition=facilitator] .writing-lines .rule + .rule { display: none; }
[data-edition=facilitator] .sheet .grid tbody:not(:has(th)) tr:nth-child(n + 3) { display: none; }
[data-edition=facilitator] .writing-box { min-block-size: 9mm; block-size: 9mm; }
[data-edition=facilitator] .piece-answers ol:has(> :nth-child(20)) { columns: 2; column-gap: 8mm; }
[data-edition=facilitator] .piece-answers ol:has(> :nth-child(20)) > li { break-inside: avoid; }
[data-edition=facilitator] .statement { min-block-size: 6.5mm; padding-block: 0.4mm; }
[data-edition=facilitator] .statements-head { padding-block: 0.6mm; }
[data-edition=facilitator] .point .tick { inline-size: 4.2mm; block-size: 4.2mm; }
[data-edition=facilitator] .sheet .piece { margin-block: 4mm; }
[data-edition=facilitator] .sheet .piece-body { font-size: 10.5pt; line-height: 1.45; }
[data-edition][data-room=closer] .sheet h1 { font-size: 16pt; margin-block-start: 1.5mm; }
[data-edition][data-room=closer] .sheet-head { margin-block-end: 2mm; }
[data-edition][data-room=closer] .sheet .sheet-notice { padding-block: 1.2mm; margin-block-end: 3mm; }
[data-edition][data-room=closer] .sheet .field { margin-block-end: 2mm; }
[data-edition][data-room=closer] .sheet .grid { font-size: 8.5pt; line-height: 1.2; }
[data-edition][data-room=closer] .sheet .grid :is(th, td) { padding-block: 0.4mm; }
[data-edition][data-room=closer] .sheet .grid td { block-size: 4.4mm; }
[data-edition][data-room=closer] .sheet .options { row-gap: 0.8mm; }
[data-edition][data-room=closer] .statement { min-block-size: 5.6mm; padding-block: 0.1mm; }
[data-edition][data-room=closer] .sheet .piece { margin-block: 3mm; }
[data-edition][data-room=closer] .sheet .piece-body { font-size: 9.5pt; line-height: 1.35; }
`

/** Where the course has a logo: at the end of the head, beside the title. Empty where it has none. */
export function sheetLogoCss({ logo }: { logo: Logo | null }): string {
  return logo ? logoCss(logo) + headLogo : ''
}

const headLogo = `
.sheet-head { position: relative; }
.sheet-head > .logo { --logo: 11mm; position: absolute; inset-inline-end: 0; inset-block-start: 10.5mm; max-inline-size: 44mm; }
.sheet .sheet-head > .logo + h1 { padding-inline-end: 50mm; min-block-size: 11mm; max-inline-size: none; }
@media screen and (max-width: 34rem) {
  .sheet-head > .logo { --logo: 2.25rem; position: static; margin-block-start: var(--space-3); }
  .sheet .sheet-head > .logo + h1 { padding-inline-end: 0; }
}
`

/**
 * The ring of a place to tick, drawn as four curves: Chromium writes a round border as thirty-two, half a kilobyte a ring, and a test of
 * sixty questions has two hundred.
 */
export function ringCss({ colour }: Pick<Look, 'colour'>): string {
  const ring = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><path d="M2 21C2 10.51 10.51 2 21 2S40 10.51 40 21 31.49 40 21 40 2 31.49 2 21Z" fill="none" stroke="${colour.print.text}" stroke-width="3.2"/></svg>`
  return `.tick-radio { border: 0; border-radius: 0; background: url("data:image/svg+xml,${encodeURIComponent(ring)}") 0 0 / 100% 100% no-repeat; }`
}
