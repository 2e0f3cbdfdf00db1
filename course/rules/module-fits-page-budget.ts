import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import type { PressRule } from '../rule.ts'

export const moduleFitsPageBudget: PressRule = {
  id: 'module-fits-page-budget',
  severity: 'warning',
  needs: 'press',
  sentence: 'Every module takes no more pages of the guideline than course.yml gives it.',
  advice: 'Shorten the module, or give it more of the cap in budgets.pages of course.yml.',
  check: ({ measured, course }) =>
    (measured.guideline ?? []).flatMap(({ language, parts }) =>
      parts.flatMap((part): VFileMessage[] => {
        const budget = course.limits.pages[part.id]
        const place = course.places.get(`budgets.pages.${part.id}`)
        if (budget === undefined || !place || part.pages <= budget) return []
        const module = course.modules.find((one) => one.id === part.id)
        return [
          finding(`Unexpected ${part.pages} pages of \`${part.id}\` in the guideline (${language}), expected at most ${budget}`, {
            rule: moduleFitsPageBudget.id,
            severity: 'warning',
            place,
            causes: module ? [{ reason: 'The module begins here', place: module.place }] : [],
          }),
        ]
      }),
    ),
}
