/** Layout of the plain edition's pages: masthead, contents, where the text stands, what is on the page. The page itself: look/page.ts. */
export const staticCss = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--colour-page); color: var(--colour-text); font-family: var(--font-display); font-size: 100%; line-height: var(--leading-interface); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scrollbar-gutter: stable; }
body { margin: 0; font-variant-numeric: lining-nums; }
[hidden] { display: none !important; }
a { color: var(--colour-accent); text-underline-offset: 0.18em; }
ul[role=list], ol[role=list] { list-style: none; padding: 0; margin: 0; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid var(--colour-mark); outline-offset: 1px; box-shadow: 0 0 0 5px var(--colour-on-mark); border-radius: var(--radius); }
[data-theme=dark] :focus-visible { box-shadow: 0 0 0 5px var(--colour-page); }
main:focus { outline: 0; }
::selection { background: var(--colour-mark); color: var(--colour-on-mark); }
:target { scroll-margin-block-start: var(--space-5); }
.skip { position: absolute; inset-block-start: -6rem; inset-inline-start: var(--space-4); z-index: 9; background: var(--colour-mark); color: var(--colour-on-mark); padding: var(--space-3) var(--space-4); font-weight: 600; }
.skip:focus { inset-block-start: 0; }

/* ---- masthead ---- */
.masthead { border-block-start: 6px solid var(--colour-brand); border-block-end: 1px solid var(--colour-rule); }
.masthead-line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--space-2) var(--space-5); max-inline-size: 90rem; margin-inline: auto; padding: var(--space-3) var(--space-5); }
.masthead-title { color: var(--colour-brand); font-weight: 700; font-size: 1.0625rem; text-decoration: none; }
.masthead-title:hover { text-decoration: underline; }
.masthead-edition { font-weight: 400; color: var(--colour-text-soft); display: inline-block; margin-inline-start: var(--space-2); }
.masthead-tools { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); font-size: var(--size-2); }
.languages ul { display: flex; gap: var(--space-4); }
.theme { font: inherit; color: var(--colour-accent); background: none; border: 0; padding: var(--space-2) 0; cursor: pointer; text-decoration: underline; text-underline-offset: 0.18em; min-block-size: 1.5rem; }

/* ---- search ---- */
.search { position: relative; }
.search input { font: inherit; font-size: 1rem; color: var(--colour-text); background: var(--colour-page); border: 1px solid var(--colour-edge); border-radius: var(--radius); padding: 0.4rem 0.6rem; inline-size: 15rem; max-inline-size: 100%; }
.search input::placeholder { color: var(--colour-text-soft); opacity: 1; }
.search-results { overflow-wrap: anywhere; position: absolute; z-index: 8; inset-inline-end: 0; inset-block-start: calc(100% + 0.4rem); inline-size: min(34rem, calc(100vw - 2rem)); max-block-size: min(36rem, 75vh); overflow-y: auto; overscroll-behavior: contain; background: var(--colour-page); border: 1px solid var(--colour-edge); border-block-start: 4px solid var(--colour-brand); box-shadow: 0 1.2rem 2.4rem rgb(0 0 0 / 0.16); padding: var(--space-3) 0; }
.search-count { margin: 0; padding: 0 var(--space-4) var(--space-2); color: var(--colour-text-soft); }
.search-results a { display: block; padding: var(--space-2) var(--space-4); color: inherit; text-decoration: none; }
.search-results a:hover, .search-results a:focus { background: var(--colour-panel); }
.search-results a:focus-visible { outline-offset: -3px; box-shadow: none; }
.search-results strong { display: block; color: var(--colour-accent); font-weight: 600; }
.search-results .search-page { color: var(--colour-text-soft); font-weight: 400; }
.search-results mark { background: var(--colour-mark); color: var(--colour-on-mark); }

/* ---- frame ---- */
.frame { display: grid; grid-template-columns: minmax(0, 1fr); max-inline-size: 90rem; margin-inline: auto; padding-inline: var(--space-5); }
.contents, .on-this-page { font-size: var(--size-2); line-height: 1.35; }
.contents summary, .on-this-page summary { font-weight: 700; padding-block: var(--space-3); cursor: pointer; color: var(--colour-brand); }
.contents a, .on-this-page a { display: flex; gap: var(--space-2); padding-block: 0.3rem; color: var(--colour-text); text-decoration: none; }
.contents a:hover, .on-this-page a:hover { text-decoration: underline; text-decoration-thickness: 0.12em; }
.contents-number { flex: none; inline-size: 1.9em; color: var(--colour-accent); font-weight: 600; font-variant-numeric: tabular-nums; }
.contents [aria-current=page] { font-weight: 700; color: var(--colour-brand); box-shadow: inset 0 -2px 0 var(--colour-brand); }
.contents-blocks { margin-block-end: var(--space-3); }
.contents-back { margin-block-start: var(--space-4); padding-block-start: var(--space-4); border-block-start: 1px solid var(--colour-rule); }
.on-this-page a { display: block; color: var(--colour-text-soft); }
.on-this-page-label { color: var(--colour-accent); font-weight: 600; }
.contents, div.on-this-page:empty, .on-this-page { border-block-end: 1px solid var(--colour-rule); }
div.on-this-page:empty { border: 0; }

main { padding-block: var(--space-5) var(--space-7); min-inline-size: 0; }
.trail ol { display: flex; flex-wrap: wrap; gap: 0 var(--space-2); font-size: var(--size-2); }
.trail li + li::before { content: '/'; color: var(--colour-text-soft); margin-inline-end: var(--space-2); }

.neighbours { max-inline-size: 46rem; display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--space-4) var(--space-6); border-block-start: 1px solid var(--colour-edge); margin-block-start: var(--space-7); padding-block-start: var(--space-4); }
.neighbours a { text-decoration: none; max-inline-size: 24rem; }
.neighbour-way { display: block; font-size: var(--size-2); color: var(--colour-text-soft); }
.neighbour-title { font-weight: 600; text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
.neighbour-next { margin-inline-start: auto; text-align: end; }
.colophon { border-block-start: 1px solid var(--colour-rule); font-size: var(--size-1); color: var(--colour-text-soft); }
.colophon p { max-inline-size: 90rem; margin: 0 auto; padding: var(--space-2) var(--space-5) 0; }
.colophon p:first-child { padding-block-start: var(--space-4); }
.colophon p:last-child { padding-block-end: var(--space-6); }

@media screen and (max-width: 40rem) {
  .masthead { position: relative; }
  .masthead-title { display: block; }
  .masthead-edition { display: block; margin-inline-start: 0; }
  .masthead-tools { inline-size: 100%; justify-content: space-between; }
  .search { position: static; flex: 1 1 100%; }
  .search input { inline-size: 100%; }
  .search-results { inset-inline: var(--space-4); inset-block-start: 100%; inline-size: auto; }
}
@media screen and (min-width: 60rem) {
  .frame { grid-template-columns: 15rem minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: var(--space-7); align-items: start; }
  main { grid-column: 2; grid-row: 1 / span 2; padding-block-start: var(--space-6); }
  .contents { grid-column: 1; grid-row: 1; }
  .on-this-page { grid-column: 1; grid-row: 2; }
  .contents, .on-this-page { border: 0; padding-block-start: var(--space-5); }
  .contents [open] > summary, .on-this-page [open] > summary { list-style: none; pointer-events: none; padding-block-start: 0; }
  .contents [open] > summary::-webkit-details-marker, .on-this-page [open] > summary::-webkit-details-marker { display: none; }
}
@media screen and (min-width: 84rem) {
  .frame { grid-template-columns: 15rem minmax(0, 1fr) 13rem; grid-template-rows: auto; }
  main { grid-row: 1; }
  .on-this-page { grid-column: 3; grid-row: 1; position: sticky; inset-block-start: 0; max-block-size: 100vh; overflow-y: auto; }
}
@media print {
  .masthead-tools, .contents, .on-this-page, .neighbours, .trail, .skip { display: none; }
  .frame { display: block; padding: 0; }
  .masthead { border-block-start: 0; }
  .masthead-line, .colophon p { padding-inline: 0; }
  main { padding: 0; }
  html { font-size: 62.5%; }
  .flesh > *, .flesh > .piece, .flesh > .page-facts { max-inline-size: none; }
  .fold:not([open]) > :not(summary) { display: none; }
}
`

/** Where the course has a logo. */
export const mastheadLogoCss = `
.masthead-title .logo { --logo: 2.5rem; margin-inline-end: var(--space-4); vertical-align: middle; }
`
