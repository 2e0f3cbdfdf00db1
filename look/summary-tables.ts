/** Styles of tables made from the course: one line a row where it can be, the short ones in two narrow columns where there is room. For screen and print. */
export const summaryTablesCss = `
.piece-summary { border: 0; padding: 0; margin-block: var(--space-3) var(--space-5); }
.flesh > .piece-summary { max-inline-size: 100%; }
.flesh .summary-table { font-size: 0.86rem; line-height: 1.28; margin: 0; border-block: 0; }
.flesh .summary-table :is(th, td) { padding: 0.24em 0.9em 0.24em 0; padding-inline: 0 0.9em; vertical-align: baseline; border-block-end: 1px solid var(--colour-rule); }
.flesh .summary-table :is(th, td):last-child { padding-inline-end: 0; }
.flesh .summary-table thead th { white-space: nowrap; border-block: 2px solid var(--colour-brand); border-block-end-width: 1px; }
.flesh .summary-table tbody th { font-weight: 400; }
.flesh .summary-table .group-row th { font-weight: 700; color: var(--colour-brand); border-block-end: 1px solid var(--colour-brand); padding-block-start: 0.8em; }
.summary-table .group-row { break-after: avoid; }
.summary-table tr { break-inside: avoid; }
.flesh .summary-table a { color: inherit; text-decoration-color: var(--colour-rule); white-space: nowrap; }
.summary-table .gap { color: var(--colour-warning); font-weight: 600; white-space: nowrap; }
:is(.summary-cases, .summary-minutes) .summary-columns { columns: 2 20rem; column-gap: var(--space-5); }
.flesh .summary-columns > table + table { margin-block-start: var(--space-4); }
:is(.summary-framework, .summary-stakeholders) tbody th { inline-size: 30%; }
.summary-themes tbody th { inline-size: 62%; }
.flesh :is(.summary-objectives, .summary-methods) .summary-table { table-layout: fixed; }
.summary-objectives thead th:nth-child(1) { inline-size: 4.2em; }
.summary-objectives thead th:nth-child(3) { inline-size: 5em; }
.summary-objectives thead th:nth-child(4) { inline-size: 3.6em; }
.flesh .summary-objectives :is(thead th, .gap) { white-space: normal; }
.flesh .summary-objectives tbody th a { white-space: normal; }
.summary-methods thead th:nth-child(1) { inline-size: 20%; }
.summary-methods thead th:is(:nth-child(2), :nth-child(4)) { inline-size: 15%; }
.summary-objectives tr > :nth-child(4), .summary-minutes tr > :is(:nth-child(n + 3), :last-child), .summary-minutes table:first-child tr > :nth-child(2) { text-align: end; white-space: nowrap; }
.summary-materials tbody tr:not(.group-row) th { inline-size: 4.6em; }
`
