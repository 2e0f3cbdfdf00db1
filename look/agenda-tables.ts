/** Styles of agendas at a glance: days beside one another where there is room, a line an item. For screen and print. */
export const agendaTablesCss = `
.agenda { margin-block-end: var(--space-5); }
.flesh .agenda-title { margin-block: var(--space-4) var(--space-1); }
.flesh .agenda-facts { font-family: var(--font-display); font-size: 0.86rem; line-height: 1.35; font-variant-numeric: lining-nums; margin-block-end: var(--space-3); break-inside: avoid; break-after: avoid; }
.agenda-days { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: var(--space-3) var(--space-4); align-items: start; }
.flesh > .agenda, .flesh > .agenda-days { max-inline-size: 100%; }
.flesh .agenda-day { font-size: 0.86rem; line-height: 1.25; margin: 0; border-block: 0; break-inside: avoid; }
.agenda-day caption { text-align: start; padding-block: 0.3em; border-block: 2px solid var(--colour-brand); border-block-end-width: 1px; color: var(--colour-brand); font-weight: 400; }
.agenda-day caption b { font-weight: 700; }
.agenda-day .agenda-content { color: var(--colour-text-soft); white-space: nowrap; }
.flesh .agenda-day :is(th, td) { padding: 0.16em 0.6em 0.16em 0; vertical-align: baseline; }
.flesh .agenda-day th { font-weight: 400; white-space: nowrap; inline-size: 6.6em; }
.flesh .agenda-day .agenda-use { padding-inline-end: 0; text-align: end; white-space: nowrap; color: var(--colour-text-soft); }
.flesh .agenda-day .agenda-break > * { color: var(--colour-text-soft); }
.flesh .agenda-day a { color: inherit; text-decoration-color: var(--colour-rule); }
.agenda-days .table-frame { margin: 0; }
`
