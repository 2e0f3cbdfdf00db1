/** The steps of an activity on its slide: those to come are out of sight until their turn. */

/** Shows the first `shown` steps in `slide`, the slide itself or a copy of it, marks those left out and the one under way (-1 for none). */
export function showSteps(slide: HTMLElement, shown: number, leftOut: readonly string[], underWay: number): void {
  for (const [index, step] of [...slide.querySelectorAll<HTMLElement>('.step')].entries()) {
    step.classList.toggle('is-coming', index >= shown)
    step.classList.toggle('is-left-out', leftOut.includes(step.dataset.step ?? ''))
    if (index === underWay) step.setAttribute('aria-current', 'step')
    else step.removeAttribute('aria-current')
  }
}
