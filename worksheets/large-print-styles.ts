/**
 * A worksheet in large print: the sheet of `sheet-styles.ts` with no text on it under 18 points (its foot excepted), and places to
 * write in for a large hand. Tables that would be too narrow stand as cards, a row a card, as they do on a phone.
 */
export const largePrintCss = `
[data-paper=large] body.sheet { padding-inline: 12mm 4mm; font-size: 18pt; line-height: 1.35; }
[data-paper=large] .sheet-head { margin-block-end: 8mm; }
[data-paper=large] .sheet .sheet-line { font-size: 18pt; flex-wrap: wrap; gap: 0 8mm; }
[data-paper=large] .sheet h1 { font-size: 30pt; margin-block-start: 5mm; max-inline-size: none; }
[data-paper=large] .sheet .sheet-facts { font-size: 18pt; margin-block-start: 2mm; }
[data-paper=large] .sheet .who-label { font-size: 18pt; color: var(--colour-text); }
[data-paper=large] .sheet-who { grid-template-columns: 3fr 2fr; row-gap: 5mm; margin-block-start: 7mm; }
[data-paper=large] .who:first-child { grid-column: 1 / -1; }
[data-paper=large] .who .writing { block-size: 13mm; border-block-end-width: 1.2pt; }

[data-paper=large] .sheet .flesh { font-size: 18pt; line-height: 1.35; }
[data-paper=large] .sheet .flesh > :where(p, ul, ol, blockquote) { max-inline-size: none; margin-block: 0 5mm; }
[data-paper=large] .sheet .flesh h2 { font-size: 22pt; }
[data-paper=large] .sheet :is(.piece, .piece-label, .piece-body, .flesh small) { font-size: 18pt; }
[data-paper=large] .sheet .piece-title { font-size: 20pt; }

[data-paper=large] .sheet .field { margin-block-end: 10mm; }
[data-paper=large] .sheet .field:last-child { margin-block-end: 0; }
[data-paper=large] .sheet .field-label { font-size: 20pt; margin-block-end: 3mm; }
[data-paper=large] .sheet .field-hint { font-size: 18pt; color: var(--colour-text); margin-block: -1mm 3mm; }
[data-paper=large] .sheet .flesh > .field-lines { max-block-size: none; }
[data-paper=large] .writing-lines .rule { flex: 0 0 14mm; max-block-size: none; border-block-end-width: 1pt; }
[data-paper=large] .sheet .flesh > .field-box { max-block-size: none; }
[data-paper=large] .writing-box { min-block-size: min(calc(var(--height) * 2 + 18mm), 195mm); border-width: 1.2pt; }

[data-paper=large] :is(.axis, .zone-label) { font-size: 18pt; }
[data-paper=large] .axis > span:not(.axis-line) { max-inline-size: 70mm; }
[data-paper=large] .axis-up > span:not(.axis-line) { max-inline-size: 34mm; }
[data-paper=large] .zone { min-block-size: 60mm; }

[data-paper=large] .sheet .flesh > .field-table { max-block-size: none; break-inside: auto; }
[data-paper=large] .sheet .grid { block-size: auto; font-size: 18pt; line-height: 1.25; border-block-width: 2pt; }
[data-paper=large] .sheet .grid thead th { font-size: 18pt; }
[data-paper=large] .sheet .grid td { block-size: 20mm; }
[data-paper=large] .sheet .grid :is(th, td) { border-width: 1pt; border-block-start: 0; }

[data-paper=large] .field-cards .grid, [data-paper=large] .field-cards .grid :is(tbody, tr, th, td) { display: block; }
[data-paper=large] .sheet .field-cards .grid { border-block-end: 0; }
[data-paper=large] .field-cards .grid :is(colgroup, thead) { display: none; }
[data-paper=large] .field-cards .grid tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 6mm; padding-block: 5mm 6mm; border-block-end: 1pt solid var(--colour-edge); }
[data-paper=large] .sheet .field-cards .grid tbody th { grid-column: 1 / -1; font-weight: 600; padding: 0; border: 0; }
[data-paper=large] .field-cards .grid tr[data-row]::before { content: attr(data-row); grid-column: 1 / -1; font-weight: 600; }
[data-paper=large] .sheet .field-cards .grid td { display: flex; flex-direction: column; justify-content: end; break-inside: avoid; block-size: auto; padding: 0; border: 0; }
[data-paper=large] .field-cards .grid tr:not([data-row]) td:last-child:nth-child(even), [data-paper=large] .field-cards .grid tr[data-row] td:last-child:nth-child(odd) { grid-column: 1 / -1; }
[data-paper=large] .field-cards .grid td::before { content: attr(data-column); display: block; margin-block-end: 1mm; }
[data-paper=large] .sheet .field-cards .grid td .place { position: static; display: block; block-size: 20mm; border: 1pt solid var(--colour-edge); }

[data-paper=large] .sheet .options { row-gap: 5mm; }
[data-paper=large] :is(.options-medium, .options-long) { grid-template-columns: 1fr; }
[data-paper=large] .options-short { grid-template-columns: repeat(2, 1fr); }
[data-paper=large] .option { grid-template-columns: 8mm 1fr; column-gap: 4mm; line-height: 1.3; }
[data-paper=large] .tick { inline-size: 8mm; block-size: 8mm; margin: 0; border-width: 1.4pt; }
[data-paper=large] .test { columns: 1; }
[data-paper=large] .test .field { margin-block-end: 10mm; }
[data-paper=large] .test .field-label { font-size: 20pt; }
[data-paper=large] .test .field-hint { font-size: 18pt; }
[data-paper=large] .sheet .test .options { font-size: 18pt; row-gap: 5mm; }

[data-paper=large] .scale { flex-direction: column; align-items: stretch; gap: 3mm; }
[data-paper=large] .scale-end { max-inline-size: none; padding: 0; }
[data-paper=large] .scale-end::before { content: attr(data-value) ' = '; }
[data-paper=large] .points { grid-auto-columns: minmax(0, 18mm); }
[data-paper=large] .point { gap: 1.5mm; }
[data-paper=large] .point .tick { inline-size: 9mm; block-size: 9mm; }
[data-paper=large] .point-number { display: block; font-size: 18pt; color: var(--colour-text); }
[data-paper=large] .statements-head { display: none; }
[data-paper=large] .sheet .field-scale:has(.statements) { break-inside: auto; }
[data-paper=large] .statement { grid-template-columns: 1fr; row-gap: 3mm; padding-block: 4mm; border-block-end-width: 1pt; }
[data-paper=large] .statement p { font-size: 18pt; }
`
