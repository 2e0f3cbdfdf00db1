/** Styles of the contingency plan, after those of every print document (print-styles.ts). */
export const contingencyCss = `
body { font-family: var(--font-display); font-size: 9.6pt; line-height: 1.36; }
.plan-head { background: var(--colour-cover); color: var(--colour-on-cover); padding: 9mm 8mm 8mm var(--axis); padding-block: 9mm 8mm; padding-inline: var(--axis) 8mm; margin-block-end: 3mm; }
.plan-head:has(> .logo) { position: relative; }
.plan-head > .logo { --logo: 12mm; position: absolute; inset-block-start: 8mm; inset-inline-end: 8mm; max-inline-size: 50mm; }
.plan-head > .logo ~ .plan-course { padding-inline-end: 56mm; min-block-size: 10mm; }
.plan-course { font-size: 11pt; font-weight: 600; margin-block-end: 2mm; }
.plan-title { font-family: var(--font-text); font-weight: 600; font-size: 29pt; line-height: 1.06; letter-spacing: -0.014em; margin-block-end: 5mm; text-wrap: balance; }
.plan-lead { font-size: 11.5pt; line-height: 1.4; margin: 0; padding-block-start: 4mm; border-block-start: 2.4mm solid var(--cover-rule, var(--colour-mark)); }
.plan-part { display: grid; grid-template-columns: var(--side) minmax(0, 1fr); column-gap: var(--gutter); margin-block-start: 6mm; padding-block-start: 2mm; border-block-start: 1.2mm solid var(--colour-brand); }
.plan-part > h1 { font-size: 12pt; line-height: 1.2; }
.plan-content > :last-child { margin-block-end: 0; }
.plan-content h3 { font-size: 10pt; margin-block: 3mm 1mm; }
.plan-content h3:first-child { margin-block-start: 0; }
#plan-switch, #plan-ladder, #plan-roles { break-inside: avoid; }
.pairs { margin: 0; }
.pairs > div { display: grid; grid-template-columns: 34mm 1fr; column-gap: 4mm; padding-block: 1.2mm; border-block-end: 0.25pt solid var(--colour-rule); break-inside: avoid; }
.pairs > div:first-child { padding-block-start: 0; }
.pairs dt { font-weight: 600; }
.pairs dd { margin: 0; }
.step { inline-size: 24mm; }
.rung { display: block; block-size: 2.4mm; margin-block-start: 1mm; background: var(--colour-brand); }
.checks { list-style: none; margin: 0; padding: 0; }
.checks li { display: grid; grid-template-columns: 5mm minmax(0, 1fr); padding-block: 0.8mm; break-inside: avoid; }
.check-box { inline-size: 2.8mm; block-size: 2.8mm; border: 0.6pt solid var(--colour-edge); margin-block-start: 0.7mm; }
#plan-checklist { break-before: page; margin-block-start: 0; }
.plan-sessions { break-before: page; border-block-start: 1.2mm solid var(--colour-brand); padding-block-start: 2mm; }
.plan-sessions > h1 { font-size: 21pt; line-height: 1.12; letter-spacing: -0.01em; }
.plan-sessions > h2 { font-size: 11pt; margin-block: 4mm 1.6mm; }
.sessions { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 8mm; font-size: 8.6pt; line-height: 1.34; }
.sessions > li { break-inside: avoid; border-block-start: 0.7pt solid var(--colour-brand); padding-block: 1.2mm 3mm; margin: 0; }
.session-head { display: flex; justify-content: space-between; font-size: 9.6pt; color: var(--colour-brand); margin-block-end: 0.8mm; }
.session-items { list-style: none; margin: 0; padding: 0; }
.session-items li { padding-inline-start: 9mm; position: relative; margin: 0 0 0.4mm; }
.item-minutes { position: absolute; inset-inline-start: 0; inline-size: 6mm; text-align: end; font-variant-numeric: lining-nums tabular-nums; color: var(--colour-text-soft); }
.item-break { font-weight: 600; }
.plan-module { break-before: page; }
.plan-kicker { font-size: 11pt; font-weight: 600; color: var(--colour-text-soft); margin-block-end: 1mm; }
.module-title { font-size: 21pt; line-height: 1.12; letter-spacing: -0.01em; border-block-start: 1.2mm solid var(--colour-brand); padding-block: 2.4mm 2mm; }
.plan-block { font-size: 12.5pt; margin-block: 5mm 1.6mm; padding-inline-start: var(--axis); }
.plan-activity { display: grid; grid-template-columns: var(--side) minmax(0, 1fr) 58mm; column-gap: var(--gutter); padding-block: 1.8mm 2mm; border-block-start: 0.5pt solid var(--colour-edge); break-inside: avoid; font-size: 9pt; line-height: 1.34; }
.plan-activity h3 { font-size: 10pt; margin-block-end: 0.8mm; color: var(--colour-text); }
.plan-activity p { margin-block-end: 1.2mm; }
.plan-activity ul, .plan-activity ol { margin: 0 0 1.2mm; padding-inline-start: 4mm; }
.side-label { font-size: 8.2pt; line-height: 1.32; color: var(--colour-text-soft); display: flex; flex-direction: column; gap: 0.5mm; }
.side-label b { color: var(--colour-brand); font-size: 8.8pt; }
.without-video { background: var(--colour-panel); padding: 1.4mm 2.6mm; font-size: 8.6pt; line-height: 1.32; align-self: start; }
.without-video:empty { background: none; padding: 0; }
.without-video .part { font-weight: 700; color: var(--colour-brand); margin-block-end: 0.6mm; }
.without-video p:last-child { margin: 0; }
`
