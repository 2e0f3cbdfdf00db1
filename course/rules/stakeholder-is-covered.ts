import { coverage } from '../coverage.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const stakeholderIsCovered: SourceRule = {
  id: 'stakeholder-is-covered',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every stakeholder group that course.yml declares stands in at least one case and one activity.',
  advice: 'Name the group in `stakeholders` of the case that shows its part and of the activity in which people take or judge that part.',
  check({ course }) {
    return coverage(course).stakeholders.flatMap(({ group, cases, activities }) => {
      const missing = [...(cases.length === 0 ? ['case'] : []), ...(activities.length === 0 ? ['activity'] : [])]
      const place = course.places.get(`stakeholders.${group}`)
      if (missing.length === 0 || !place) return []
      return [
        finding(
          `Unexpected stakeholder group \`${group}\` without ${missing.map(withArticle).join(' and ')}, expected it in \`stakeholders\` of at least one`,
          { rule: stakeholderIsCovered.id, severity: 'warning', place },
        ),
      ]
    })
  },
}

function withArticle(noun: string): string {
  return `${noun === 'activity' ? 'an' : 'a'} ${noun}`
}
