/** What stands around slides: buttons, dialogs, the black screen, the countdown's buttons, the speaker view. */

/** In both editions. */
export const windowCss = `
html[data-view=slides] body { overflow: hidden; }
:where(.deck-controls, .deck-dialog, .speaker, .reading-bar, .countdown-buttons) button { font: 600 15px/1.3 var(--font-display); color: var(--colour-text); background: var(--colour-page); border: 1px solid var(--colour-edge); border-radius: var(--radius); padding: 7px 12px; min-block-size: 36px; cursor: pointer; }
:where(.deck-controls, .deck-dialog, .speaker, .reading-bar, .countdown-buttons) button:hover { border-color: var(--colour-brand); box-shadow: inset 0 0 0 1px var(--colour-brand); }
:where(.deck-controls, .deck-dialog, .speaker, .reading-bar, .countdown-buttons) :is(button, [tabindex]):focus-visible { outline: 3px solid var(--colour-mark); outline-offset: 0; border-color: var(--colour-brand); box-shadow: inset 0 0 0 2px var(--colour-brand); }

.deck-start { font: 600 15px/1.3 var(--font-display); color: var(--colour-accent); }
.deck-controls .deck-start { align-self: center; padding: 7px 12px; }
.reading-bar { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
html[data-view=measure] .deck-start { display: none; }
@media print { .deck-start { display: none; } }

.deck-controls { position: fixed; inset-block-end: 12px; inset-inline: 0; z-index: 30; display: flex; flex-wrap: wrap; justify-content: center; gap: 6px; inline-size: fit-content; max-inline-size: calc(100% - 24px); margin-inline: auto; padding: 8px; background: var(--colour-page); border: 1px solid var(--colour-edge); border-radius: 4px; box-shadow: 0 6px 24px rgb(0 0 0 / 18%); opacity: 0; transition: opacity 0.15s; }
.deck-controls.is-awake, .deck-controls:hover, .deck-controls:focus-within { opacity: 1; }
.deck-controls:not(.is-awake, :hover, :focus-within) { pointer-events: none; }

.black-screen { position: fixed; inset: 0; z-index: 40; background: #000; color: #000; font-size: 1px; }

.deck-dialog { font-family: var(--font-display); color: var(--colour-text); background: var(--colour-page); border: 0; border-block-start: 8px solid var(--colour-brand); padding: 20px 28px 28px; max-inline-size: min(94vw, 1120px); max-block-size: 90vh; overflow: auto; font-size: 17px; line-height: 1.4; box-shadow: 0 12px 48px rgb(0 0 0 / 35%); }
.deck-dialog::backdrop { background: rgb(16 24 32 / 60%); }
.dialog-head { display: flex; justify-content: space-between; align-items: center; gap: 24px; margin-block-end: 16px; }
.dialog-head h2 { font-size: 24px; line-height: 1.2; margin: 0; color: var(--colour-brand); }
.deck-dialog-overview { inline-size: min(94vw, 1120px); }
.overview-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 18px 16px; }
.deck-dialog .overview-slide { display: flex; flex-direction: column; justify-content: flex-start; align-items: stretch; padding: 0; border: 0; text-align: start; background: none; font-weight: 400; min-inline-size: 0; }
.deck-dialog .overview-slide:is(:hover, :focus-visible) { box-shadow: none; outline: 0; }
.overview-slide .slide-copy { border: 1px solid var(--colour-edge); }
.overview-slide:hover .slide-copy { outline: 2px solid var(--colour-brand); }
.overview-slide[aria-current] .slide-copy { outline: 4px solid var(--colour-accent); }
.overview-slide:focus-visible .slide-copy { outline: 4px solid var(--colour-mark); box-shadow: 0 0 0 6px var(--colour-brand); }
.overview-label { display: block; padding-block: 6px 0; font-size: 15px; line-height: 1.3; }
.time-tag { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; padding-block-start: 4px; font-size: 15px; font-variant-numeric: tabular-nums lining-nums; }
.time-tag .standing { font-size: 14px; padding-block: 1px !important; }
.overview-label b { font-variant-numeric: tabular-nums lining-nums; }
.activity-choices { list-style: none; margin: 0; padding: 0; border-block-start: 2px solid var(--colour-brand); min-inline-size: min(80vw, 640px); }
.activity-choices li { border-block-end: 1px solid var(--colour-rule); }
.deck-dialog .activity-choice { display: grid; grid-template-columns: 8.5em minmax(0, 1fr) auto; gap: 16px; inline-size: 100%; text-align: start; border-color: transparent; padding: 12px 8px; font-size: 17px; background: none; }
.deck-dialog .deck-choice { display: grid; grid-template-columns: 6.5em minmax(0, 1fr); gap: 16px; padding: 11px 8px; font-size: 17px; color: var(--colour-text); text-decoration: none; }
.deck-choice:hover .activity-choice-title { text-decoration: underline; text-decoration-color: var(--colour-accent); text-underline-offset: 0.16em; }
.deck-choice:focus-visible { outline: 3px solid var(--colour-mark); box-shadow: inset 0 0 0 2px var(--colour-brand); }
.deck-choice[aria-current] { font-weight: 700; background: var(--colour-panel); }
.deck-choice .activity-choice-label { font-weight: 600; }
.activity-choice-label { color: var(--colour-accent); }
.activity-choice-minutes { font-weight: 400; color: var(--colour-text-soft); }
.key-list { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 10px 28px; margin: 0; min-inline-size: min(80vw, 440px); }
.key-list dd { margin: 0; }
.key-list kbd { display: inline-block; font: 600 15px/1 var(--font-display); border: 1px solid var(--colour-edge); border-block-end-width: 3px; border-radius: 4px; padding: 4px 8px; margin-inline-end: 4px; background: var(--colour-panel); }

.slide-copy { position: relative; aspect-ratio: 16 / 9; overflow: hidden; background: var(--colour-page); inline-size: 100%; }
.slide-copy > .slide { position: absolute; inset-block-start: 0; inset-inline-start: 0; transform: scale(var(--scale, 0.2)); transform-origin: 0 0; }
.slide-copy:dir(rtl) > .slide, [dir=rtl] .slide-copy:not([dir=ltr]) > .slide { transform-origin: 100% 0; }
`

/** In the facilitator's deck only. */
export const speakerCss = `
.countdown { line-height: 1; }
.countdown-time { font-size: 76px; font-weight: 600; letter-spacing: -0.03em; font-variant-numeric: tabular-nums lining-nums; display: block; }
.countdown-over { display: inline-block; font-size: 24px; font-weight: 700; margin-block-start: 10px; background: var(--colour-text); color: var(--colour-page); padding: 6px 12px; }
.slide .countdown-buttons { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin-block-start: 16px; }
.slide .countdown-buttons button { font-size: 20px; padding: 6px 8px; }
.slide .countdown-toggle { grid-column: 1 / -1; }
.slide .countdown-toggle { background: var(--colour-brand); color: var(--colour-on-brand); border-color: var(--colour-brand); }
.is-over .countdown-time { color: var(--colour-warning); }
/* out of sight in the room, pale before the facilitator; on paper and in the reading view all stand there */
@media screen { html[data-view=slides] .slides > section .step.is-coming { visibility: hidden; } }
@media screen { html[data-view=slides] .slides > section .step.is-left-out { display: none; } }
.slide-copy .step.is-left-out { text-decoration: line-through; opacity: 0.42; }
.speaker-current .step.is-coming { opacity: 0.42; }
.slide-copy .countdown-buttons { visibility: hidden; }

html[data-view=speaker] .reveal { display: none; }
html[data-view=speaker], html[data-view=speaker] body { block-size: 100%; background: var(--colour-panel); }
.speaker { box-sizing: border-box; min-block-size: 100vh; block-size: 100vh; display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1.25fr) minmax(0, 1fr); gap: 14px 24px; padding: 14px 20px; font-family: var(--font-display); font-size: 16px; line-height: 1.4; color: var(--colour-text); font-variant-numeric: lining-nums tabular-nums; }
.speaker-top, .speaker-controls { grid-column: 1 / -1; }
.speaker-top { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 32px; padding-block-end: 12px; border-block-end: 3px solid var(--colour-brand); }
.reading { display: flex; flex-direction: column; }
.reading-label { display: block; font-size: 14px; line-height: 1.3; font-weight: 600; color: var(--colour-text-soft); margin: 0; }
.speaker-now, .speaker-elapsed { font-size: 32px; line-height: 1.1; font-weight: 600; letter-spacing: -0.01em; }
.speaker-elapsed.is-stopped { color: var(--colour-text-soft); }
.button-row { display: flex; flex-wrap: wrap; gap: 6px; }
.speaker .is-main { background: var(--colour-brand); color: var(--colour-on-brand); border-color: var(--colour-brand); }
.speaker button[aria-pressed=true] { background: var(--colour-text); color: var(--colour-page); }
.speaker-link { margin-inline-start: auto; display: flex; align-items: center; gap: 12px; font-size: 14px; color: var(--colour-text-soft); }
.speaker-connection::before { content: ''; display: inline-block; inline-size: 9px; block-size: 9px; border-radius: 50%; background: var(--colour-accent); margin-inline-end: 8px; }
.speaker-connection.is-lost { color: var(--colour-warning); font-weight: 600; }
.speaker-connection.is-lost::before { background: none; border: 2px solid var(--colour-warning); border-radius: 0; }

/* a word, a shape and a colour, so that any one of them is enough */
.standing { display: inline-flex; align-items: center; gap: 8px; font-weight: 600; white-space: nowrap; }
.standing::before { content: ''; inline-size: 14px; block-size: 14px; flex: none; }
.standing:is([data-standing=within], [data-standing=nearly], [data-standing=over]) { padding: 3px 12px 3px 10px; padding-inline: 10px 12px; border-radius: var(--radius); }
.standing[data-standing=within] { background: var(--colour-good); color: var(--colour-page); }
.standing[data-standing=within]::before { background: currentColor; border-radius: 50%; }
.standing[data-standing=nearly] { background: var(--colour-mark); color: var(--colour-on-mark); }
.standing[data-standing=nearly]::before { background: currentColor; clip-path: polygon(50% 0, 100% 100%, 0 100%); inline-size: 16px; }
.standing[data-standing=over] { background: var(--colour-warning); color: var(--colour-page); }
.standing[data-standing=over]::before { background: currentColor; }
.standing[data-standing=unplanned] { color: var(--colour-text-soft); font-weight: 400; }
.standing[data-standing=unplanned]::before { border: 2px solid var(--colour-edge); border-radius: 50%; }

.speaker-slides, .speaker-side { min-block-size: 0; min-inline-size: 0; display: flex; flex-direction: column; gap: 8px; overflow: auto; }
.speaker-current { flex: none; border: 1px solid var(--colour-edge); inline-size: min(100%, calc((100vh - 330px) * 16 / 9)); }
.speaker-timing { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 10px 24px; }
.timing { display: flex; flex-wrap: wrap; align-items: center; align-content: start; gap: 4px 22px; position: relative; padding-block-start: 14px; font-size: 20px; font-weight: 600; }
.timing .reading { line-height: 1.25; }
.timing .standing { font-size: 17px; }
.timing-bar { position: absolute; inset-block-start: 0; inset-inline: 0; block-size: 6px; background: var(--colour-rule); }
.timing-bar-fill { display: block; block-size: 100%; inline-size: 0; background: var(--colour-good); }
.timing[data-standing=nearly] .timing-bar-fill { background: var(--colour-mark); }
.timing[data-standing=over] .timing-bar-fill { background: var(--colour-warning); }
.speaker-countdown { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; padding-block-start: 8px; border-block-start: 1px solid var(--colour-rule); }
.speaker-late { flex: 0 1 auto; min-block-size: 92px; overflow: auto; border-block-start: 3px solid var(--colour-warning); padding-block-start: 8px; font-size: 16px; line-height: 1.3; }
.late-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; }
.late-head h2 { margin: 0; font-size: 17px; line-height: 1.3; }
.late-head p { margin: 0; flex: 1 1 0; min-inline-size: 12em; }
.late-cuts { list-style: none; margin: 6px 0 0; padding: 0; }
.late-cuts li { display: grid; grid-template-columns: minmax(0, 1fr) auto 7.5em; align-items: center; gap: 4px 14px; padding-block: 3px; border-block-start: 1px solid var(--colour-rule); }
.late-cuts button { min-block-size: 34px; padding-block: 4px; }
.late-cut-what { display: flex; gap: 10px; min-inline-size: 0; }
.late-cut-what b { font-weight: 600; color: var(--colour-text-soft); white-space: nowrap; }
.late-cut-text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.late-cut-saves { font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
.late-cuts li.is-left-out .late-cut-text { text-decoration: line-through; color: var(--colour-text-soft); }
.late-kept { margin: 6px 0 0; color: var(--colour-text-soft); font-size: 15px; }
.speaker.is-late .speaker-current { inline-size: min(100%, calc((100vh - 480px) * 16 / 9)); }
.overview-left-out { font-weight: 600; color: var(--colour-warning); }
.speaker-left { font-size: 32px; line-height: 1.1; font-weight: 600; }
.speaker-left[data-standing=over] { color: var(--colour-warning); }

.speaker-coming { display: grid; grid-template-columns: minmax(0, 1fr) 240px; gap: 16px; align-items: start; flex: none; }
.speaker-next { border: 1px solid var(--colour-edge); }
.speaker-next:empty { display: none; }
.speaker-next-title { font-size: 19px; line-height: 1.25; font-weight: 600; }
.speaker-next-step { margin: 0 0 8px; font-size: 17px; line-height: 1.3; }
.speaker-notes-head { display: flex; justify-content: space-between; align-items: end; gap: 12px; padding-block-start: 6px; }
.speaker-notes-text { flex: 1 1 auto; min-block-size: 180px; overflow: auto; background: var(--colour-page); border-block-start: 3px solid var(--colour-brand); padding: 14px 18px; font-size: calc(21px * var(--note-scale, 1)); line-height: 1.45; }
.speaker-notes-text .notes { display: block; }
.speaker-notes-text a { color: var(--colour-accent); }
.speaker-notes-text :is(p, ul, ol) { margin-block: 0 0.6em; }
.speaker-notes-text :is(ul, ol) { padding-inline-start: 1.2em; }
.speaker-notes-text h3 { font-size: 0.8em; line-height: 1.3; margin-block: 1em 0.3em; color: var(--colour-accent); }
.speaker-notes-text h3:first-child { margin-block-start: 0; }
.speaker-notes-text .piece { border-inline-start: 3px dashed var(--colour-edge); padding-inline-start: 0.8em; margin-block-end: 0.6em; }
.speaker-notes-text .piece-label { font-size: 0.8em; font-weight: 600; color: var(--colour-text-soft); margin-block-end: 0.2em; }
.no-notes { color: var(--colour-text-soft); }
.speaker-controls { display: flex; flex-wrap: wrap; gap: 8px; padding-block-start: 10px; border-block-start: 1px solid var(--colour-rule); }
.speaker-controls button { min-block-size: 44px; padding-inline: 18px; font-size: 16px; }
@media (max-width: 860px) {
  .speaker { display: flex; flex-direction: column; block-size: auto; }
  .speaker-current { inline-size: 100%; }
  .speaker-slides, .speaker-side { overflow: visible; }
  .speaker-controls { position: sticky; inset-block-end: 0; background: var(--colour-panel); padding-block: 10px; }
}
`
