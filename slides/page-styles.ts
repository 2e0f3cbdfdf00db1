/** Slides out of reveal.js's hands: as a page to read, laid out for measuring, and on paper. */

// no data-view at all: JavaScript is switched off
const reading = 'html:not([data-view=slides], [data-view=speaker], [data-view=measure])'

/** One below the other in running size: phones, no JavaScript, and who prefers to read. */
export const readingCss = `
@media screen {
${reading} { font-size: 100%; }
${reading} body { background: var(--colour-page); }
${reading} .reveal, ${reading} .reveal .slides { position: static; block-size: auto; overflow: visible; pointer-events: auto; perspective: none; }
${reading} .reveal .slides { inline-size: auto; max-inline-size: 46rem; margin-inline: auto; padding: 0 1.25rem 4rem; }
${reading} .reveal .slides > section { display: block; position: relative; inline-size: auto; block-size: auto; scroll-margin-block-start: 3.5rem; }
${reading} .slide {
  --size-2: 0.9375rem; --size-3: 1.125rem; --size-4: 1.25rem; --size-5: 1.5rem;
  display: block; inline-size: auto; block-size: auto; overflow: visible; padding: 1.75rem 0 1.5rem; font-size: 1.125rem;
}
${reading} .slide :is(.slide-text, .objectives) { font-size: 1.125rem; }
${reading} .slide-head { padding-block: 0 0.75rem; }
${reading} .slide .slide-head::before { inset-block-start: -1.75rem; inline-size: 3rem; block-size: 6px; border: 0; background: var(--colour-brand); position: absolute; margin: 0; }
${reading} .slide-title-page { margin-inline: -1.25rem; padding: 3rem 1.25rem 1.5rem; }
${reading} .slide-block, ${reading} .slide-section, ${reading} .slide-imprint { margin-inline: -1.25rem; padding-inline: 1.25rem; }
${reading} .slide .slide-title { font-size: 1.5rem; line-height: 1.2; }
${reading} .slide-title-page .slide-title { font-size: 2.25rem; line-height: 1.1; }
${reading} .slide-title-page .slide-lead { font-size: 1.125rem; margin-block-start: 1rem; }
${reading} .slide-title-page .slide-over { margin-block-end: 0.75rem !important; font-size: 1.125rem; }
${reading} .title-foot { display: block; margin-block-start: 2rem; padding-block: 0.75rem 0; font-size: 0.9375rem; }
${reading} .slide-statement .slide-body, ${reading} .slide-section .slide-body, ${reading} .slide-question .slide-body { min-block-size: 0; padding-block-start: 0; }
${reading} .slide-question .slide-head { position: relative; padding-block: 0 0.75rem; }
${reading} .rows > :is(ul, ol) { --row: 0.5rem !important; border-block-start-width: 2px; }
${reading} .slide-question .slide-over { margin-block-end: 0.75rem !important; }
${reading} .slide-block .slide-main { display: block; padding: 0; }
${reading} .slide-block .block-number { font-size: 2.25rem; }
${reading} .slide-block .slide-title { border: 0; padding: 0.25rem 0 1rem; }
${reading} :is(.case-part, .case-done, .data-one) { padding: 0.75rem 0; }
${reading} .case-result { padding-inline: 0.75rem; }
${reading} .case-result::before { content: none; }
${reading} :is(.case-label, .case-text) { font-size: 1rem; }
${reading} .slide .data-number { font-size: 2.5rem !important; }
${reading} .slide .process > li { padding: 0 0 0.75rem 3rem; padding-inline: 3rem 0; min-block-size: 2.75rem; }
${reading} .slide .process > li::before { inline-size: 2rem; block-size: 2rem; line-height: 2rem; font-size: 1rem; }
${reading} .slide .process > li::after { content: none !important; }
${reading} :is(.case-parts, .data-several, .process, .columns, .figure-and-text, .figure-place, .figure-beside) { display: block; block-size: auto; padding: 0; }
${reading} .figure-beside > .figure-lead { margin-block-end: 1rem; }
${reading} .column, ${reading} .figure-text { border: 0; padding: 0; margin-block-start: 1rem; }
${reading} .slide .figure, ${reading} .slide .figure-beside > .figure, ${reading} .slide .figure > :not(figcaption) { display: block; block-size: auto; }
${reading} .slide .figure :is(svg, img) { block-size: auto; }
${reading} .slide :is(.citation, .source-mark) { font-size: 0.68em; }
${reading} .slide .figure figcaption { font-size: 0.9375rem; }
${reading} .slide :is(.activity-purpose, .figure-lead, .figure-text) { font-size: 1rem; }
${reading} .notes a { color: var(--colour-accent); }
${reading} .notes h3 { font-size: 1rem; margin-block: 1rem 0.25rem; }
${reading} .notes :is(p, ul, ol) { margin-block: 0 0.5rem; }
${reading} .notes .piece-label { font-weight: 600; color: var(--colour-text-soft); }
${reading} .slide-text table { font-size: 0.9375rem; }
${reading} .slide-sources { font-size: 0.9375rem; padding-block: 1rem 0 !important; }
${reading} .slide-foot { display: none; }
${reading} .slide-activity { display: flex; flex-direction: column; border-block-start: 6px solid var(--colour-accent); }
${reading} .slide-activity .slide-head { order: -2; }
${reading} .activity-side { background: none; border: 0; padding: 0 0 1rem; gap: 0.75rem; order: -1; }
${reading} .activity-label { font-size: 1rem; }
${reading} .activity-minutes { font-size: 1.25rem; }
${reading} .activity-facts { margin: 0 !important; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1rem; }
${reading} .activity-facts :is(dt, dd) { font-size: 1rem; margin: 0; }
${reading} .imprint-with-decks { display: block; }
${reading} .deck-list { margin-block-start: 1.5rem; }
${reading} .deck-list li { font-size: 1rem; padding-block: 0.5rem; }
${reading} .deck-list-neighbour { font-size: 0.9375rem; }
${reading} .slide-imprint .slide-body, ${reading} .imprint-course, ${reading} .imprint-disclaimer { font-size: 1rem; }
${reading} .notes { display: block; margin-block: 0 1.5rem; padding-inline-start: 1rem; border-inline-start: 3px dashed var(--colour-edge); font-size: 1rem; line-height: 1.5; }
${reading} section + section { border-block-start: 1px solid var(--colour-rule); }
${reading} .reading-bar { position: sticky; inset-block-start: 0; z-index: 2; padding: 0.4rem 1.25rem; background: var(--colour-page); border-block-end: 1px solid var(--colour-rule); text-align: end; }
}
`

/** Every slide at its true size, one below the other: for measuring and for pictures. */
export const measureCss = `
html[data-view=measure] .reveal .slides { position: static; inline-size: auto; block-size: auto; overflow: visible; }
html[data-view=measure] .reveal .slides > section { display: block; position: relative; }
`

/** Participants: one slide a sheet, A4 across. Facilitators: slide and notes on an upright sheet. Light grounds, no buttons. */
export const printCss = `
@media print {
@page { size: A4 landscape; margin: 10mm 9mm; }
@page notes { size: A4 portrait; margin: 14mm 12mm; }
html, body, .reveal, .reveal .slides { position: static !important; display: block !important; inline-size: auto !important; block-size: auto !important; overflow: visible !important; transform: none !important; zoom: 1 !important; background: none !important; }
.deck-controls, .deck-dialog, .black-screen, .speaker, .reading-bar, .aria-status, .backgrounds, .pause-overlay, .countdown-buttons, .reveal > :not(.slides) { display: none !important; }
.reveal .slides > section { display: block !important; visibility: visible !important; opacity: 1 !important; position: static !important; transform: none !important; inline-size: auto; block-size: auto; break-inside: avoid; break-after: page; }
.reveal .slides > section:last-of-type { break-after: auto; }
.slide { zoom: 0.82; outline: 1px solid var(--colour-edge); outline-offset: -1px; margin-inline: auto; }
.slide, .slide *, .slide *::before, .slide *::after { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.slide-title-page { background: none; color: var(--colour-text); }
.slide-title-page .slide-title { color: var(--colour-brand); }
html[data-edition=facilitator] .slides > section { page: notes; }
html[data-edition=facilitator] .slide { zoom: 0.54; }
.notes { display: block; margin-block-start: 8mm; font-family: var(--font-text); font-size: 11.5pt; line-height: 1.5; }
.notes h3 { font-family: var(--font-display); font-size: 11.5pt; margin-block: 4mm 1mm; }
.notes :is(p, ul, ol) { margin-block: 0 2mm; }
.notes a { color: inherit; }
.notes .piece-label { font-family: var(--font-display); font-weight: 600; margin-block-start: 3mm; }
}
`
