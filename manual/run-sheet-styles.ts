/** Styles of run sheets, after those of every print document (print-styles.ts). Read at arm's length, standing. */
export const runSheetCss = `
body { font-family: var(--font-display); font-size: 9.6pt; line-height: 1.3; }
.day + :is(.day, .left-out) { break-before: page; }
.day-head { display: flex; align-items: baseline; gap: 6mm; border-block-start: 1.2mm solid var(--colour-brand); padding-block: 2mm 3mm; }
.day-head > .logo { --logo: 9mm; align-self: center; max-inline-size: 40mm; }
.day-head h1 { font-size: 19pt; line-height: 1.1; }
.day-number { color: var(--colour-text-soft); font-weight: 400; margin-inline-end: 2mm; }
.day-hours { font-size: 15pt; margin: 0; color: var(--colour-text-soft); font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.blanks { display: flex; gap: 6mm; margin: 0; margin-inline-start: auto; font-size: 8.6pt; color: var(--colour-text-soft); white-space: nowrap; }
.blank-line { display: inline-block; inline-size: 30mm; border-block-end: 0.5pt solid var(--colour-edge); }
.run-table { font-size: 8.9pt; line-height: 1.24; table-layout: fixed; }
.run-table th, .run-table td { padding-block: 0.95mm; }
.run-table th:nth-child(1) { inline-size: 15mm; }
.run-table th:nth-child(3) { inline-size: 44mm; }
.run-table th:nth-child(4) { inline-size: 15mm; text-align: end; }
.run-table th:nth-child(5) { inline-size: 64mm; }
.run-table th:nth-child(6) { inline-size: 27mm; }
.run-table th:nth-child(7) { inline-size: 19mm; }
.run-table th:nth-child(8) { inline-size: 23mm; }
.run-table .number { padding-inline-end: 5mm; font-weight: 600; }
.run-table .time, .run-table th:first-child { padding-inline-start: 1.5mm; }
.run-table .time { font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.run-table .materials { font-size: 7.9pt; line-height: 1.22; }
.run-table .materials ul { display: inline; }
.run-table .materials li { display: inline; padding: 0; }
.run-table .materials li::before { content: none; }
.run-table .materials li + li::before { content: ' · '; position: static; border: 0; color: var(--colour-accent); font-weight: 700; }
.row-block > * { background: var(--colour-panel); border-block-end: 0.7pt solid var(--colour-brand) !important; padding-block: 1.1mm !important; break-after: avoid; }
.row-block { break-after: avoid; }
.row-block b { font-size: 10.4pt; color: var(--colour-brand); }
.row-block .time { font-size: 10.4pt; font-weight: 700; color: var(--colour-brand); }
.row-break > * { font-weight: 600; border-block-end: 0.7pt solid var(--colour-edge) !important; }
.row-break .checkpoint { font-weight: 400; font-size: 7.9pt; line-height: 1.24; color: var(--colour-text-soft); }
.row-break .checkpoint b { color: var(--colour-text); }
.row-session > * { border-block: 0.7pt solid var(--colour-brand) !important; padding-block: 1.1mm !important; }
.row-session b { font-size: 10.4pt; color: var(--colour-brand); }
.row-session .time { font-size: 10.4pt; font-weight: 700; color: var(--colour-brand); }
.row-reserve > * { color: var(--colour-text-soft); }
.who { border-inline: 0.25pt solid var(--colour-rule); }
.run-table .who + td { padding-inline-start: 2mm; }
.run-table .row-block td:nth-last-child(2), .run-table th:nth-child(7) { padding-inline-start: 2mm; }
.day-foot { break-inside: avoid; margin-block-start: 4mm; font-size: 8.8pt; border-block-start: 0.7pt solid var(--colour-brand); padding-block-start: 1.6mm; }
.day-foot h2 { font-size: 10.4pt; margin-block-end: 1mm; }
.day-foot ol { margin: 0 0 1.6mm; padding-inline-start: 5mm; columns: 3; column-gap: 8mm; }
.day-foot li { break-inside: avoid; margin: 0 0 0.6mm; }
.day-foot p { margin-block-end: 1mm; }
.day + .left-out-nothing { break-before: auto; break-inside: avoid; margin-block-start: 8mm; }
.left-out p { margin: 3mm 0; max-inline-size: 200mm; }
.left-out .agenda-summary { font-size: 11pt; }
.left-out-part h2 { font-size: 10.4pt; margin-block: 4mm 1mm; padding-block-start: 1.4mm; border-block-start: 0.7pt solid var(--colour-edge); }
.left-out-part ul { margin: 0; padding: 0; list-style: none; columns: 3; column-gap: 8mm; font-size: 8.8pt; }
.left-out-part li { break-inside: avoid; margin: 0 0 0.8mm; }
.left-out-part .many { font-size: 7.8pt; line-height: 1.16; column-gap: 6mm; }
.left-out-part .many li { margin-block-end: 0.4mm; }
`
