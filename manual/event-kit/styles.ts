/** Styles of the event kit, after those of every print document (print-styles.ts). */
export const eventKitCss = `
body { font-family: var(--font-display); font-size: 9.6pt; line-height: 1.32; }
:root:lang(ar) body { line-height: 1.5; }
.kit-head { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 6mm; border-block-start: 1.2mm solid var(--colour-brand); padding-block: 2mm 4mm; }
.kit-head > .logo { --logo: 10mm; max-inline-size: 45mm; align-self: center; margin-inline-start: auto; }
.kit-blanks + .logo { margin-inline-start: 6mm; }
.kit-head h1 { font-size: 19pt; line-height: 1.1; }
.kit-remark { margin: 0; font-size: 12pt; color: var(--colour-text-soft); }
.kit-blanks { display: flex; gap: 6mm; margin: 0; margin-inline-start: auto; font-size: 8.6pt; color: var(--colour-text-soft); white-space: nowrap; }
.kit-line { display: inline-block; inline-size: 34mm; border-block-end: 0.5pt solid var(--colour-edge); }
:root:lang(ar) .grid-table { line-height: 1.45; }

/* sign-in sheet */
.sign-in { table-layout: fixed; }
.sign-in tbody td { block-size: 9.8mm; vertical-align: middle; padding-block: 0.6mm; overflow-wrap: anywhere; border-block-end: 0.4pt solid var(--colour-edge); line-height: 1.2; }
.sign-in thead th { padding-block: 1.2mm; }
.sign-in thead .sign-in-consent { border: 0; padding: 1.6mm 0 2mm; font-size: 8.8pt; font-weight: 400; line-height: 1.35; color: var(--colour-text); }
.sign-in .sign-in-number { inline-size: 13mm; color: var(--colour-text-soft); font-variant-numeric: lining-nums tabular-nums; }
.sign-in .sign-in-name { inline-size: 48mm; }
:root:lang(ar) .sign-in thead .sign-in-consent { line-height: 1.7; }
.sign-in td.sign-in-name { font-weight: 600; font-size: 9.6pt; }
.sign-in .sign-in-country { inline-size: 26mm; }
.sign-in .sign-in-organization { inline-size: 44mm; }
.sign-in col.sign-in-photos { inline-size: 19mm; }
.sign-in :is(th, td).sign-in-photos { text-align: center; padding-inline: 1mm; border-inline-start: 0.4pt solid var(--colour-edge); }
.sign-in :is(th, td).sign-in-day { border-inline-start: 0.4pt solid var(--colour-edge); padding-inline: 1.6mm; }
.sign-in-box { display: inline-block; inline-size: 8mm; block-size: 6mm; border: 0.5pt solid var(--colour-edge); vertical-align: middle; }

/* name tents */
.tent { block-size: 210mm; inline-size: 297mm; position: relative; overflow: hidden; display: grid; grid-template-rows: 105mm 105mm; }
.tent + .tent { break-before: page; }
.tent-side { padding: 13mm 16mm; display: grid; grid-template-rows: auto 1fr; border-block-end: 3mm solid var(--colour-brand); }
.tent-back { transform: rotate(180deg); }
.tent-fold { position: absolute; inset-block-start: 105mm; inset-inline: 0; border-block-start: 0.5pt dashed var(--colour-edge); }
.tent-course { margin: 0; font-size: 13pt; font-weight: 600; color: var(--colour-accent); }
.tent-course:has(.logo) { display: flex; justify-content: space-between; align-items: center; gap: 10mm; }
.tent-course > .logo { --logo: 14mm; max-inline-size: 70mm; }
.tent-content { align-self: center; text-align: center; }
.tent-name { font-weight: 700; line-height: 1.06; color: var(--colour-brand); margin: 0; overflow-wrap: anywhere; text-wrap: balance; }
:root:lang(ar) .tent-name { line-height: 1.3; }
.tent-short { font-size: 76pt; }
.tent-medium { font-size: 58pt; }
.tent-long { font-size: 46pt; }
.tent-longest { font-size: 26pt; }
.tent-from { margin: 3mm 0 0; font-size: 20pt; line-height: 1.2; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.tent-space { block-size: 44mm; border-block-end: 0.7pt solid var(--colour-edge); margin-inline: 12mm; }

/* certificate */
.certificate { position: relative; inline-size: 297mm; block-size: 210mm; overflow: hidden; font-family: var(--font-text); }
.certificate + .certificate { break-before: page; }
.certificate-frame { position: absolute; inset: 0; inline-size: 297mm; block-size: 210mm; }
.certificate-page { position: absolute; inset: 21mm 30mm 20mm; display: flex; flex-direction: column; align-items: center; text-align: center; }
.certificate p { margin: 0; }
.certificate-publisher { font-family: var(--font-display); font-size: 11pt; font-weight: 600; color: var(--colour-accent); padding-block-start: 6mm; }
.certificate-page > .logo { --logo: 16mm; max-inline-size: 80mm; padding-block-start: 3mm; }
.certificate-page > .logo + .certificate-publisher { padding-block-start: 3.5mm; }
.certificate h1 { font-family: var(--font-text); font-size: 40pt; font-weight: 600; line-height: 1.1; letter-spacing: -0.01em; margin-block: 2mm 4mm; }
.certificate-words { font-size: 12.5pt; color: var(--colour-text-soft); }
.certificate-holder { inline-size: 190mm; margin-block: 2.5mm 3.5mm; }
.certificate-name { font-size: 28pt; font-weight: 600; line-height: 1.2; padding-block-end: 1mm; border-block-end: 0.5pt solid var(--colour-edge); overflow-wrap: anywhere; }
.certificate-name-long { font-size: 17pt; }
.certificate-from { font-family: var(--font-display); font-size: 10.5pt; padding-block-start: 1.4mm; color: var(--colour-text-soft); }
.certificate-empty { padding-block-start: 11mm; }
.certificate-course { font-size: 24pt; font-weight: 600; line-height: 1.2; color: var(--colour-brand); margin-block: 1.5mm 1mm !important; text-wrap: balance; }
.certificate-length { font-family: var(--font-display); font-size: 10.5pt; font-variant-numeric: lining-nums; }
.certificate-modules { font-family: var(--font-display); font-size: 8.8pt; line-height: 1.35; inline-size: 100%; margin-block-start: 5mm; text-align: start; }
.certificate-modules > p { font-weight: 600; color: var(--colour-brand); border-block-end: 0.5pt solid var(--colour-rule); padding-block-end: 0.8mm; margin-block-end: 1.4mm; }
.certificate-modules ol { list-style: none; margin: 0; padding: 0; columns: 3; column-gap: 8mm; }
.certificate-modules li { break-inside: avoid; margin: 0; display: grid; grid-template-columns: 5mm 1fr; }
.certificate-number { color: var(--colour-accent); font-weight: 600; }
.certificate-foot { margin-block-start: auto; inline-size: 100%; display: grid; grid-template-columns: repeat(3, 1fr); gap: 12mm; align-items: end; }
.certificate-line { font-family: var(--font-display); font-size: 8.4pt; line-height: 1.3; color: var(--colour-text-soft); border-block-start: 0.5pt solid var(--colour-edge); padding-block-start: 0.8mm; text-align: start; }
.certificate-line + .certificate-line { margin-block-start: 7.5mm !important; }
.certificate-version { font-family: var(--font-display); font-size: 7pt; color: var(--colour-text-soft); padding-block: 4mm 1mm; }

/* room plan */
.room-plan { display: block; inline-size: 262mm; margin-block: 1mm 4mm; margin-inline: auto; }
.room-wall { fill: none; stroke: var(--colour-brand); stroke-width: 1.2; }
.room-door { fill: none; stroke: var(--colour-brand); stroke-width: 0.35; }
.room-screen { fill: var(--colour-brand); }
.room-table { fill: var(--colour-page); stroke: var(--colour-brand); stroke-width: 0.5; }
.room-seat { fill: var(--colour-panel); stroke: var(--colour-edge); stroke-width: 0.35; }
.room-hatch { fill: none; stroke: var(--colour-accent); stroke-width: 0.45; }
.room-label { font-family: var(--font-display); font-size: 3.7px; fill: var(--colour-text-soft); }
.room-name { font-weight: 600; fill: var(--colour-brand); }
.room-middle { text-anchor: middle; }
.room-end { text-anchor: end; }
.room-checks { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 8mm; font-size: 9pt; }
.room-checks li { break-inside: avoid; margin: 0 0 1.2mm; padding-inline-start: 5.5mm; position: relative; }
.room-checks li::before { content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 0.2em; inline-size: 3mm; block-size: 3mm; border: 0.5pt solid var(--colour-edge); }

/* materials list */
section > h2 { font-size: 12.5pt; margin-block: 4mm 1.6mm; }
.supplies tr { break-inside: avoid; }
.supplies .tick { inline-size: 6mm; padding-inline-end: 0; }
.supplies-box { display: inline-block; inline-size: 3mm; block-size: 3mm; border: 0.5pt solid var(--colour-edge); vertical-align: -0.3mm; }
.supplies td.number, .supplies thead th.number { inline-size: 14mm; padding-inline-end: 4mm; }
.supplies td.number { font-weight: 700; font-size: 9.6pt; line-height: 1.16; }
.supplies-form { inline-size: 27mm; }
.supplies-used { inline-size: 27mm; }
.supplies-activity { inline-size: 44mm; }
.supplies-groups { display: block; font-weight: 400; }
.supplies-of-activity { break-inside: avoid; }
.supplies-file { text-align: end; }
.supplies-title { font-weight: 400; }
.supplies-sum { font-weight: 600; margin-block-start: 2mm; }

/* group cards */
.group-counts { inline-size: auto; min-inline-size: 60%; }
.group-counts .number { padding-inline-end: 5mm; }
.group-card { break-inside: avoid; min-block-size: 118mm; margin-block-start: 6mm; border: 0.5pt dashed var(--colour-edge); padding: 8mm; }
.group-overview + .group-card { break-before: page; margin-block-start: 0; }
.group-card h2 { font-size: 30pt; line-height: 1.1; margin-block: 0 4mm; }
.group-card .grid-table { font-size: 12pt; table-layout: fixed; }
.group-card .grid-table :is(th, td) { overflow-wrap: anywhere; }

/* cards to deal */
.dealt-how { max-inline-size: 150mm; margin-block: 0 5mm; }
.dealt { display: grid; grid-template-columns: 1fr 1fr; }
.dealt-card { break-inside: avoid; block-size: 55mm; margin: -0.25pt; border: 0.5pt dashed var(--colour-edge); padding: 6mm 7mm; display: grid; grid-template-rows: 1fr auto; }
.dealt-card h2 { font-size: 46pt; line-height: 1; color: var(--colour-brand); margin: 0; font-variant-numeric: lining-nums; }
.dealt-card table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
.dealt-card :is(th, td) { padding: 0.8mm 0; font-size: 9.6pt; line-height: 1.2; }
.dealt-card th { inline-size: 32mm; text-align: start; font-weight: 400; color: var(--colour-text-soft); }
.dealt-card td { text-align: center; font-variant-numeric: lining-nums tabular-nums; }
.dealt-mine :is(th, td) { border-block-start: 0.5pt solid var(--colour-edge); }
.dealt-mine td { font-size: 14pt; font-weight: 700; color: var(--colour-text); }
`
