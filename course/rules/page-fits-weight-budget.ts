import type { VFileMessage } from 'vfile-message'
import type { Course, Place } from '../course.ts'
import { finding, type Severity } from '../finding.ts'
import { USUAL_WEIGHTS, type WeighedKind } from '../measurements.ts'
import type { PressRule } from '../rule.ts'

export const pageFitsWeightBudget: PressRule = {
  id: 'page-fits-weight-budget',
  severity: 'error',
  needs: 'press',
  sentence: 'Every deck, page and pack weighs no more than its budget, so that a poor line or an old USB stick carries it.',
  advice:
    'Make photographs smaller, draw instead of showing pictures, or set another budget in budgets.weights of course.yml (bytes). Without one, a deck may weigh 1.5 MB, its photographs not counted, a participant pack 15 MB, a facilitator pack 40 MB, a text pack 2 MB and a page of it 60 kB. A page over its budget is a warning: it still opens, only later.',
  check: ({ measured, course }) =>
    (measured.weights ?? []).flatMap(({ kind, path, bytes }): VFileMessage[] => {
      const budget = course.limits.weights[kind] ?? USUAL_WEIGHTS[kind]
      if (budget === undefined || bytes <= budget) return []
      return [
        finding(`Unexpected weight of ${bytes} bytes of ${path}, expected at most ${budget}`, {
          rule: pageFitsWeightBudget.id,
          severity: severityFor(kind),
          place: placeOf(kind, course),
        }),
      ]
    }),
}

// Whoever waits for a pack in vain is far from the author and cannot mend it; a page that is a little too heavy is still read.
function severityFor(kind: WeighedKind): Severity {
  return kind.endsWith('-page') ? 'warning' : 'error'
}

/** The budget; the beginning of the budgets where it would stand among them. */
function placeOf(kind: WeighedKind, course: Course): Place {
  const declared = course.places.get(`budgets.weights.${kind}`)
  if (declared) return declared
  const { path, start } = course.places.get('budgets') ?? { path: 'modules/course.yml', start: { line: 1, column: 1 } }
  return { path, start, end: start }
}
