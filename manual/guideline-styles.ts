/** Styles of the training guideline, after those of every print document (print-styles.ts). */
export const guidelineCss = `
/* ---- cover ---- */
.cover { page: cover; block-size: 296.5mm; display: flex; flex-direction: column; font-family: var(--font-display); break-after: page; overflow: hidden; }
.cover-ink { flex: 1; background: var(--colour-cover); color: var(--colour-on-cover); padding: 20mm 18mm 16mm; display: flex; flex-direction: column; }
.cover-publisher { font-size: 10.5pt; font-weight: 600; margin: 0; padding-block-end: 4mm; border-block-end: 0.6pt solid currentColor; }
.cover-title { font-family: var(--font-text); font-weight: 600; font-size: 52pt; line-height: 1.02; letter-spacing: -0.018em; margin: auto 0 8mm; text-wrap: balance; }
.cover-subtitle { font-size: 15pt; line-height: 1.3; margin: 0 0 10mm; max-inline-size: 130mm; text-wrap: balance; }
.cover-kind { font-size: 15pt; font-weight: 600; margin: 0; padding-block-start: 4mm; border-block-start: 2.4mm solid var(--cover-rule, var(--colour-mark)); align-self: flex-start; min-inline-size: 33mm; }
.cover-paper { padding: 11mm 18mm 12mm; color: var(--colour-brand); }
.cover-modules { list-style: none; margin: 0 0 9mm; padding: 0; columns: 2; column-gap: 10mm; font-size: 9.4pt; line-height: 1.3; }
.cover-modules li { break-inside: avoid; margin: 0; padding: 1.1mm 0 1.1mm 8mm; padding-block: 1.1mm; padding-inline: 8mm 0; text-indent: -8mm; border-block-end: 0.25pt solid var(--colour-rule); }
.cover-modules b { display: inline-block; inline-size: 8mm; text-indent: 0; font-weight: 700; color: var(--colour-accent); }
.cover-foot { display: flex; justify-content: space-between; gap: 10mm; font-size: 8.6pt; color: var(--colour-text-soft); margin: 0; }
.cover-foot > .logo { --logo: 15mm; max-inline-size: 70mm; }
.cover-foot:has(> .logo) { align-items: end; }
.cover-foot > .logo + span { margin-inline-start: auto; white-space: nowrap; }

/* ---- imprint ---- */
.imprint { page: imprint; block-size: 255mm; display: flex; flex-direction: column; justify-content: flex-end; font-family: var(--font-display); font-size: 8.8pt; line-height: 1.42; max-inline-size: 118mm; }
.imprint h1 { font-size: 10.5pt; margin-block-end: 3mm; }
.imprint-title { font-weight: 600; font-size: 10.5pt; }
.imprint dl { display: grid; grid-template-columns: 28mm 1fr; gap: 1mm 3mm; margin: 0 0 4mm; }
.imprint dt { color: var(--colour-text-soft); }
.imprint dd { margin: 0; }

/* ---- parts and lists ---- */
.matter { break-before: page; }
.matter-flow { break-before: auto; margin-block-start: 11mm; }
.matter-flow > .part-title { font-size: 19pt; margin-block-end: 4mm; }
.matter > h2 { font-size: 12.5pt; margin-block: 6mm 2mm; }
.toc { list-style: none; margin: 0; padding: 0; font-family: var(--font-display); font-size: 9.6pt; line-height: 1.3; }
.toc ol { list-style: none; margin: 0; padding: 0; }
.toc li { margin: 0; break-inside: avoid; }
.toc-row { display: grid; grid-template-columns: 11mm 1fr auto; column-gap: 1mm; padding-block: 0.75mm; align-items: baseline; }
.toc-number { color: var(--colour-accent); font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }
.toc-page { font-variant-numeric: lining-nums tabular-nums; min-inline-size: 8mm; text-align: end; }
.toc-part { border-block-start: 0.25pt solid var(--colour-rule); }
.toc-part .toc-row { padding-block: 1.2mm; }
.toc-module { border-block-start: 0.7pt solid var(--colour-brand); padding-block: 0.6mm 2.4mm; }
.toc-module + .toc-part { border-block-start: 0.7pt solid var(--colour-brand); }
.toc-module > .toc-row { font-weight: 700; font-size: 11pt; color: var(--colour-brand); }
.toc-module > .toc-row .toc-number { color: inherit; font-weight: 700; }
.matter-contents > .toc { columns: 2; column-gap: 8mm; font-size: 8.7pt; line-height: 1.24; }
.matter-contents .toc-row { padding-block: 0.45mm; }
.matter-contents .toc-part .toc-row { padding-block: 0.8mm; }
.matter-contents .toc-module > .toc-row { font-size: 9.6pt; }
.matter-contents .toc-module { padding-block: 0.5mm 1.4mm; }
.matter-contents .toc-module { break-inside: avoid; }
.toc-small { columns: 3; column-gap: 6mm; font-size: 7.9pt; line-height: 1.25; }
.toc-small li { border-block-end: 0.25pt solid var(--colour-rule); }
.toc-small .toc-row { grid-template-columns: 7mm 1fr auto; padding-block: 0.4mm; }
.toc-small .toc-page { min-inline-size: 6mm; }
.matter-lists > h2 { border-block-start: 0.7pt solid var(--colour-brand); padding-block-start: 1.6mm; }

.legend { margin: 0; }
.legend > div { display: grid; grid-template-columns: var(--side) minmax(0, 1fr); column-gap: var(--gutter); padding-block: 1.2mm; font-size: 9.8pt; line-height: 1.3; border-block-start: 0.25pt solid var(--colour-rule); break-inside: avoid; }
.legend dt { font-family: var(--font-display); font-weight: 600; font-size: 9.2pt; color: var(--colour-brand); }
.legend dd { margin: 0; }
.agenda-list { list-style: none; padding: 0; margin: 0; font-family: var(--font-display); font-size: 9.2pt; }
.agenda-list li { padding-block: 1.2mm; border-block-start: 0.25pt solid var(--colour-rule); break-inside: avoid; }

.outline-table { table-layout: fixed; font-size: 7.5pt; line-height: 1.2; }
.outline-table :is(th, td) { padding-block: 0.35mm; padding-inline-end: 1.6mm; }
.outline-table li { margin-block-end: 0.3mm; }
.outline-table .group-row :is(th, td) { padding-block-start: 1.4mm; }
.outline-table thead th:nth-child(1) { inline-size: 28mm; }
.outline-table thead th:nth-child(2) { inline-size: 65mm; }
.outline-table thead th:nth-child(4) { inline-size: 38mm; }
.outline-table thead th:nth-child(5) { inline-size: 12mm; }
.outline-table thead th:nth-child(6) { inline-size: 7mm; }

.two-columns { columns: 2; column-gap: 8mm; font-size: 8.6pt; line-height: 1.32; margin: 0; padding: 0; list-style: none; }
.three-columns { columns: 3; column-gap: 7mm; font-family: var(--font-display); font-size: 8.6pt; line-height: 1.36; margin: 0; padding: 0; list-style: none; }
.glossary > div { break-inside: avoid; margin-block-end: 2.4mm; }
.glossary dt { font-family: var(--font-display); font-weight: 700; color: var(--colour-brand); break-after: avoid; }
.glossary dd { margin: 0; }
.glossary-source { font-family: var(--font-display); font-size: 0.88em; color: var(--colour-text-soft); }
.works > li { padding-inline-start: 4.5mm; text-indent: -4.5mm; margin-block-end: 1.5mm; break-inside: avoid; overflow-wrap: anywhere; font-size: 7.9pt; line-height: 1.28; }
.index > li { padding-inline-start: 4mm; text-indent: -4mm; margin-block-end: 0.9mm; break-inside: avoid; font-variant-numeric: lining-nums tabular-nums; }
.index a { color: var(--colour-accent); }
.unconfirmed { font-family: var(--font-display); font-size: 0.86em; color: var(--colour-warning); white-space: normal; }
.statements { list-style: none; padding: 0; margin: 0; }
.statements { columns: 2; column-gap: 6mm; font-size: 8.4pt; line-height: 1.3; }
.statements > li { padding-block: 1.4mm; border-block-start: 0.25pt solid var(--colour-rule); break-inside: avoid; margin: 0; }
.statements .side-label { margin: 0; font-family: var(--font-display); color: var(--colour-brand); }
.statements p:last-child { margin: 0; }

/* ---- module opener ---- */
.module, .annexes { break-before: page; }
.opener { font-family: var(--font-display); margin-block-end: 4mm; }
.opener-ink { background: var(--colour-brand); color: var(--colour-on-brand); padding-block: 6mm; padding-inline: 34mm 10mm; position: relative; min-block-size: 40mm; display: flex; flex-direction: column; justify-content: flex-end; }
.opener-number { position: absolute; inset-block-end: 6.5mm; inset-inline-start: 0; inline-size: 34mm; padding-inline-start: 6mm; font-family: var(--font-text); font-weight: 400; font-size: 72pt; line-height: 0.8; margin: 0; font-variant-numeric: lining-nums; letter-spacing: -0.05em; color: var(--colour-mark); white-space: nowrap; }
.opener h1 { font-family: var(--font-text); font-weight: 600; font-size: 25pt; line-height: 1.06; letter-spacing: -0.014em; color: inherit; margin-block-end: 3mm; }
.opener-label { display: block; font-family: var(--font-display); font-size: 10.5pt; font-weight: 600; letter-spacing: 0; margin-block-end: 1.6mm; }
.opener-summary { font-size: 10.5pt; line-height: 1.34; margin: 0; }
.opener-paper { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm; padding-block-start: 4mm; font-size: 8.8pt; line-height: 1.3; }
.opener-paper .part { font-weight: 700; font-size: 8.8pt; color: var(--colour-brand); border-block-start: 0.7pt solid var(--colour-brand); padding-block-start: 1.2mm; margin-block-end: 0.8mm; }
.opener-paper ul, .opener-paper ol { list-style: none; margin: 0 0 2mm; padding: 0; }
.opener-objectives li { padding-block: 0.6mm; padding-inline-start: 4.5mm; position: relative; }
.opener-objectives li::before { content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 0.95em; inline-size: 2.6mm; border-block-start: 0.9pt solid var(--colour-accent); }
.opener-blocks a { display: grid; grid-template-columns: 8mm 1fr auto 11mm; column-gap: 2mm; padding-block: 0.7mm; border-block-end: 0.25pt solid var(--colour-rule); }
.opener-blocks b { color: var(--colour-accent); }
.opener-blocks .soft { text-align: end; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }

/* ---- text of a module: prose in two columns, boxes in pairs, the rest across ---- */
.flesh { font-size: 9.8pt; line-height: 1.31; font-variant-numeric: lining-nums; }
.flesh > * { max-inline-size: none; }
.flesh :where(p, ul, ol, table, blockquote) { margin-block: 0 1.8mm; }
.flesh :where(li) { margin-block: 0 0.7mm; }
.flesh :where(ul, ol) { padding-inline-start: 4.2mm; }
.flesh :where(a) { color: inherit; }
.reference-page { font-family: var(--font-display); font-size: 0.86em; color: var(--colour-text-soft); white-space: nowrap; }
.flesh .term { text-decoration: none; font-style: italic; }
.flesh :where(table) { font-size: 8.4pt; line-height: 1.27; }
.flesh :where(th, td) { padding: 0.9mm 1.8mm; }
.prose { columns: 2; column-gap: 6mm; margin-block-end: 2.4mm; }
.prose > * { max-inline-size: none; }
.prose > :is(h3, h4) { font-size: 9.8pt; line-height: 1.2; font-weight: 700; color: var(--colour-brand); margin-block: 2.8mm 0.9mm; hyphens: manual; }
.prose > :first-child { margin-block-start: 0; }
.prose > :last-child { margin-block-end: 0; }

.block { margin-block-start: 9mm; }
.overview + .block { margin-block-start: 6mm; }
.block-head { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm; align-items: start; border-block-start: 1.2mm solid var(--colour-brand); padding-block: 2.2mm 0; margin-block-end: 3mm; font-family: var(--font-display); break-inside: avoid; break-after: avoid; }
.block-head h2 { font-size: 17pt; line-height: 1.1; font-weight: 700; letter-spacing: -0.01em; margin: 0; padding-inline-start: 13mm; position: relative; }
.block-number { position: absolute; inset-inline-start: 0; color: var(--colour-accent); }
.block-head .facts { padding-inline-start: 13mm; margin-block: 1mm 0; }
.block-wrap-up .block-head :is(h2, .facts) { padding-inline-start: 0; }
.block-wrap-up .block-head h2 { font-size: 13.5pt; }
.block-objectives { font-size: 8.8pt; line-height: 1.3; }
.block-objectives .part { font-weight: 700; color: var(--colour-brand); margin: 0 0 0.6mm; }
.block-objectives ul { list-style: none; margin: 0; padding: 0; }
.block-objectives li { margin: 0; padding-block: 0.6mm; border-block-start: 0.25pt solid var(--colour-rule); }
.facts { display: flex; flex-wrap: wrap; gap: 0 3.4mm; margin: 0; font-family: var(--font-display); font-size: 8.2pt; line-height: 1.32; color: var(--colour-text-soft); font-variant-numeric: lining-nums tabular-nums; }
.facts > span + span { position: relative; }
.facts > span + span::before { content: ''; position: absolute; inset-inline-start: -1.85mm; inset-block: 0.6mm; border-inline-start: 0.4pt solid var(--colour-edge); }

.edition-note { font-size: 8.8pt; }

/* ---- annexes ---- */
.annex { margin-block-start: 9mm; }
.annex > h2 { font-family: var(--font-display); font-size: 17pt; line-height: 1.12; font-weight: 700; border-block-start: 1.2mm solid var(--colour-brand); padding-block-start: 2.2mm; margin-block-end: 3mm; }
.annex-label { display: block; font-size: 9.4pt; color: var(--colour-accent); margin-block-end: 0.6mm; letter-spacing: 0; }

/* ---- pieces ---- */
.piece { margin-block: 3mm; padding: 0; padding-block: 1.6mm 0; font-size: 8.8pt; line-height: 1.3; border-block-start: 0.5pt solid var(--colour-edge); max-inline-size: none; }
.flesh > .piece, .flesh .pair > .piece { max-inline-size: none; }
.piece > .piece-label { font-size: 8.4pt; font-weight: 700; line-height: 1.3; margin: 0 0 0.4mm; }
.flesh .piece-title { font-size: 10.6pt; line-height: 1.2; font-weight: 700; margin: 0 0 1.2mm; color: var(--colour-text); }
.piece :where(p, ul, ol, table) { margin-block-end: 1.3mm; }
.piece :where(li) { margin-block-end: 0.5mm; }
.piece .piece { margin: 1.6mm 0; padding: 0; border: 0; }
.piece-label .countries { font-size: 8.2pt; }
.piece-label .countries::before { content: ' '; }
.piece-bar { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; margin-block-end: 1.2mm; break-after: avoid; break-inside: avoid; }
.flesh .piece-bar .piece-title { margin: 0; }
.piece-bar .facts { justify-content: flex-end; flex: 0 1 auto; text-align: end; }
.piece-number { color: var(--colour-brand); font-size: 8.8pt; margin-inline-end: 1.6mm; white-space: nowrap; }

.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 6mm; margin-block: 3mm; }
.pair-alone { grid-template-columns: minmax(0, 1fr); }
.pair > .piece { margin: 0; }
.pair > .piece :is(p, li) { break-inside: avoid; }
.pair-alone > .piece > .piece-body { columns: 2; column-gap: 6mm; }
.piece-activity { border-block-start: 1.2mm solid var(--colour-brand); break-inside: avoid; }
.piece-worksheet { border-block-start: 1.4mm double var(--colour-brand); break-inside: avoid; }
.piece-worksheet.piece-long { break-inside: auto; }
.piece-lens { border-block-start: 1.2mm solid var(--colour-lens); }
.piece-case, .piece-context { padding-block: 1.6mm 0.6mm; padding-inline: 3mm; border-block-start: 1.2mm solid var(--colour-accent); font-size: 8.8pt; line-height: 1.32; }
.piece-case strong { font-size: 0.98em; }
.piece-key-message { border-block: 0.9pt solid var(--colour-brand); padding-block: 1.8mm; break-inside: avoid; display: grid; grid-template-columns: 24mm minmax(0, 1fr); align-items: baseline; column-gap: 3mm; }
.piece-key-message .piece-body { font-family: var(--font-text); font-size: 11.5pt; line-height: 1.3; }
.piece-key-message .piece-body p, .piece-key-message p:last-child { margin: 0; }
.piece-warning { border-block-start: 0.5pt solid var(--colour-warning); border-inline-start: 0; padding-inline-start: 0; break-inside: avoid; }
.piece-discussion { break-inside: avoid; }
.piece[data-audience=facilitator]:not(.piece-activity, .piece-worksheet, .piece-quiz) { border-inline-start: 0; padding-inline-start: 0; border-block-start: 0.5pt dashed var(--colour-edge); padding-block-start: 1.6mm; font-size: 8.8pt; break-inside: avoid; }
.piece-activity .piece[data-audience=facilitator], .piece-activity .piece { border: 0 !important; padding-block: 0 !important; }
.piece .piece-title + .piece-facts, .piece-discussion .piece-facts, .piece-facts { display: none; }

.piece .part { font-weight: 700; font-size: 8.6pt; margin: 0 0 0.6mm; color: var(--colour-brand); break-after: avoid; break-before: auto; }
.steps { list-style: none; counter-reset: step; margin: 0 0 1.6mm !important; padding: 0 !important; border-block-start: 0.25pt solid var(--colour-rule); }
.steps > li { counter-increment: step; display: grid; grid-template-columns: 5mm minmax(0, 1fr) 13mm; padding-block: 0.7mm; border-block-end: 0.25pt solid var(--colour-rule); break-inside: avoid; margin: 0; }
.steps > li::before { content: counter(step); font-weight: 700; color: var(--colour-accent); font-variant-numeric: lining-nums tabular-nums; }
.steps p { margin: 0; }
.step-minutes { text-align: end; font-weight: 600; white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
.lead-in > .part { display: inline; margin-inline-end: 1.6mm; }
.lead-in > .part::after { content: ':'; }
.lead-in > :is(p, ul) { display: inline; padding: 0; margin: 0; list-style: none; }
.lead-in li { display: inline; }
.lead-in li + li::before { content: ' · '; color: var(--colour-accent); font-weight: 700; }
.lead-in li > p { display: inline; }
.lead-in { margin-block-end: 1mm; }
.activity-run { display: grid; grid-template-columns: minmax(0, 1fr) 62mm; column-gap: 6mm; align-items: start; margin-block-end: 1mm; }
.piece-activity > .piece-body > :not(:last-child) { break-after: avoid; }
.activity-run > :only-child, .activity-run > .debrief-wide { grid-column: 1 / -1; }
.debrief-wide { margin-block-start: 1.6mm; }
.debrief { padding: 1.2mm 2.6mm 1.4mm; background: var(--colour-panel); font-size: 8.4pt; line-height: 1.3; }
.debrief ul { padding-inline-start: 3.4mm; margin: 0; }
.debrief p { margin-block-end: 0.8mm; }
.debrief > .answers { margin-block-start: 1.2mm; padding-block-start: 1.2mm; border-block-start: 0.5pt solid var(--colour-edge); }
.debrief :last-child { margin-block-end: 0; }
.answers { margin-block-start: 1.2mm; font-size: 8.4pt; color: var(--colour-text); }
.quiz-line { font-family: var(--font-display); font-size: 8.8pt; margin-block: 2mm; break-before: avoid; }

.slide-list { display: grid; grid-template-columns: 24mm minmax(0, 1fr); column-gap: 3mm; margin-block: 2.6mm 0; padding-block-start: 1.2mm; border-block-start: 0.5pt solid var(--colour-edge); font-family: var(--font-display); font-size: 8.2pt; line-height: 1.34; break-inside: avoid; break-before: avoid; }
.slide-count { margin: 0; color: var(--colour-brand); }
.run-on { margin: 0; padding: 0; list-style: none; counter-reset: slide; }
.run-on li { display: inline; white-space: normal; counter-increment: slide; }
.run-on li::before { content: counter(slide) '\\00a0'; font-weight: 700; color: var(--colour-accent); }
.run-on li:not(:last-child)::after { content: ' \\2003'; }

/* worksheets, small */
.sheet { columns: 2; column-gap: 6mm; border: 0.5pt solid var(--colour-edge); padding: 2mm 3mm 0.4mm; font-size: 7.5pt; line-height: 1.24; background: var(--colour-page); }
.sheet-long { columns: 3; column-gap: 5mm; }
.sheet-text { font-size: 8.4pt; line-height: 1.28; }
.pair .sheet { columns: auto; }
.pair .piece-bar { flex-direction: column; gap: 0.4mm; }
.sheet > p { break-inside: avoid; }
.sheet p { margin-block-end: 0.8mm; }
.sheet .field { margin: 0 0 1.6mm; break-inside: avoid; }
.sheet .field-wide { column-span: all; margin-block-start: 1mm; }
.sheet .field-wide.field-kind-scale { columns: 2; column-gap: 6mm; }
.sheet .field-wide.field-kind-scale .field-label { column-span: all; }
.sheet .field-wide.field-kind-scale .ticks { break-inside: avoid; }
.sheet .field-label { font-weight: 600; margin-block-end: 0.5mm; }
.sheet .field-line { block-size: 3.4mm; border-block-end: 0.4pt solid var(--colour-edge); }
.flesh .sheet .field-zones > p { min-block-size: 7mm; padding: 0.5mm 1mm; font-size: 7.2pt; }
.sheet .field-box { block-size: 9mm; border: 0.4pt solid var(--colour-edge); }
.flesh .sheet .field-table { font-size: 7.2pt; line-height: 1.2; border: 0; margin: 0; table-layout: fixed; }
.flesh .sheet .field-table :is(th, td) { border: 0.4pt solid var(--colour-edge); padding: 0.4mm 1mm; block-size: 3.6mm; vertical-align: top; }
.flesh .sheet .field-table thead th { background: var(--colour-panel); }
.ticks { margin: 0; }
.ticks > span { margin-inline-end: 1.4mm; }
.ticks .statement { display: block; }
.tick-box { display: inline-block; inline-size: 2.1mm; block-size: 2.1mm; border: 0.5pt solid var(--colour-edge); margin: 0 0.4mm; vertical-align: -0.2mm; }
.tick-round { border-radius: 50%; }

/* figures and quizzes */
.piece-quiz .piece-body { columns: 2; column-gap: 6mm; font-size: 8.4pt; line-height: 1.3; }
.piece-quiz .piece-for-facilitators { border: 0; padding: 0; margin: 0.6mm 0 0; font-size: 8.2pt; }
.piece-quiz .piece-part { display: none; }
.quiz-box { inline-size: 2.4mm; block-size: 2.4mm; margin-block-start: 0.6mm; }
.flesh .quiz-options { margin-block-end: 0.8mm; }
.quiz-options > li { grid-template-columns: 4mm minmax(0, 1fr); }
.figure { margin: 2.6mm 0 3mm; max-inline-size: none; }
.figure-half { max-inline-size: 86mm; }
.figure svg, .figure img { max-block-size: 55mm; }
.figure figcaption { font-size: 8.6pt; line-height: 1.3; padding-block: 1.2mm 1.2mm; margin-block-end: 0.8mm; break-after: avoid; }
.quiz-question { break-inside: avoid; padding: 0 !important; margin: 0 0 2mm !important; border: 0 !important; font-size: 8.8pt; }
.quiz-options li { margin-block-end: 0.4mm; }
.framework-list > li { grid-template-columns: 9mm minmax(0, 1fr); padding-block: 1mm; }
.framework-number { font-size: 12pt; }
.framework-note, .framework-modules { font-size: 8.4pt; }
.piece-framework { border: 0; padding-block-start: 0; }
`
