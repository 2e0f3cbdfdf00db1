/**
 * What the manual's pages have besides flesh and pieces, in the site and in the plain edition alike: the title, the
 * lead, lists of modules, blocks and entries, glossary, works cited. Goes with `contentCss`.
 */
export const pageCss = `
.page-head { margin-block-end: var(--space-5); }
.page-head h1 { font-family: var(--font-display); font-weight: 700; font-size: clamp(1.9rem, 1.3rem + 2.4vw, var(--size-7)); line-height: 1.08; letter-spacing: -0.015em; color: var(--colour-brand); margin: var(--space-4) 0 0; text-wrap: balance; max-inline-size: 22em; }
.page-label { display: block; font-size: var(--size-3); font-weight: 600; letter-spacing: 0; color: var(--colour-accent); margin-block-end: var(--space-2); line-height: 1.3; }
.lead { font-size: var(--size-4); line-height: 1.4; }
.quiet { color: var(--colour-text-soft); font-family: var(--font-display); font-size: var(--size-2); line-height: var(--leading-interface); }
.flesh > h2:first-child { margin-block-start: var(--space-5); }
.flesh > .page-facts { font-family: var(--font-display); border-block: 1px solid var(--colour-rule); padding-block: var(--space-3); margin-block-end: var(--space-6); max-inline-size: 46rem; gap: var(--space-3) var(--space-6); }

.module-list > li { display: grid; grid-template-columns: var(--side, 3.2rem) minmax(0, 1fr); column-gap: var(--side-gap, 0px); margin: 0; padding-block: var(--space-4) var(--space-2); border-block-start: 1px solid var(--colour-rule); }
.module-number { font-family: var(--font-display); font-size: var(--size-6); line-height: 1; font-weight: 600; color: var(--colour-accent); font-variant-numeric: lining-nums; }
.module-link { font-family: var(--font-display); font-size: var(--size-4); font-weight: 600; line-height: 1.2; }
.module-list p { margin-block: var(--space-1) 0; }
.module-files { font-family: var(--font-display); font-size: var(--size-2); }
.module-files a { white-space: nowrap; }
.block-list, .entries { font-family: var(--font-display); border-block-end: 1px solid var(--colour-rule); }
.block-list > li { display: grid; grid-template-columns: var(--side, 3.2rem) minmax(0, 1fr) auto; column-gap: var(--side-gap, 0px); padding-block: var(--space-2); margin: 0; border-block-start: 1px solid var(--colour-rule); }
.block-number { color: var(--colour-accent); font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }
.block-minutes { color: var(--colour-text-soft); padding-inline-start: var(--space-3); }
.entries > li { display: grid; grid-template-columns: var(--side, 8rem) minmax(0, 1fr); column-gap: var(--side-gap, 1rem); padding-block: var(--space-2); margin: 0; border-block-start: 1px solid var(--colour-rule); }
.entries > li > :only-child { grid-column: 1 / -1; }
.entry-label { color: var(--colour-text-soft); }
.glossary dt { font-family: var(--font-display); font-weight: 600; color: var(--colour-brand); margin-block-start: var(--space-4); }
.glossary dd { margin: var(--space-1) 0 0; }
.works { font-size: 1rem; line-height: 1.5; }
.works > li { padding-inline-start: 1.6em; text-indent: -1.6em; margin-block-end: var(--space-3); }
[dir=rtl] .works > li[dir=auto] { padding-inline: 0; text-indent: 0; }
@media screen {
  @container text (min-width: 46rem) {
    .side-heads > .works { max-inline-size: 46rem; }
    .side-heads > .glossary { display: grid; grid-template-columns: var(--side) minmax(0, 1fr); column-gap: var(--side-gap); row-gap: var(--space-4); max-inline-size: 46rem; margin-inline-start: 0; }
    .side-heads > .glossary > :is(dt, dd) { margin: 0; }
    .side-heads > .glossary > dt { font-size: var(--size-2); line-height: 1.35; padding-block-start: 0.3rem; }
    .side-heads > .glossary .unconfirmed { display: block; white-space: normal; }
  }
}
:target { background: color-mix(in srgb, var(--colour-mark) 28%, transparent); }
`
