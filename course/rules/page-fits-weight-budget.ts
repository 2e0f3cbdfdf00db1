import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import type { PressRule } from '../rule.ts'

export const pageFitsWeightBudget: PressRule = {
  id: 'page-fits-weight-budget',
  severity: 'warning',
  needs: 'press',
  sentence: 'Every deck, page and pack weighs no more than course.yml allows, so that a poor line carries it.',
  advice: 'Make photographs smaller, draw instead of showing pictures, or raise the budget in budgets.weights of course.yml.',
  check: ({ measured, course }) =>
    (measured.weights ?? []).flatMap(({ kind, path, bytes }): VFileMessage[] => {
      const budget = course.limits.weights[kind]
      const place = course.places.get(`budgets.weights.${kind}`)
      if (budget === undefined || !place || bytes <= budget) return []
      return [
        finding(`Unexpected weight of ${bytes} bytes of ${path}, expected at most ${budget}`, {
          rule: pageFitsWeightBudget.id,
          severity: 'warning',
          place,
        }),
      ]
    }),
}
