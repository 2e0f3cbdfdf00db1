import { coverage } from '../coverage.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const methodsVary: SourceRule = {
  id: 'methods-vary',
  severity: 'warning',
  needs: 'sources',
  sentence: 'The activities use at least as many different methods as goals.methods of course.yml says.',
  advice: 'Run an activity by a method that no other uses yet; the finding lists those that course.yml declares.',
  check({ course }) {
    const used = coverage(course).minutes.methods.map(({ method }) => method)
    const goal = course.goals.methods
    const place = course.places.get('goals.methods')
    if (goal === null || used.length >= goal || !place) return []
    const free = course.methods.map(({ id }) => id).filter((id) => !used.includes(id))
    return [
      finding(`Unexpected ${used.length} different ${used.length === 1 ? 'method' : 'methods'}, expected at least ${goal}`, {
        rule: methodsVary.id,
        severity: 'warning',
        place,
        ...(free.length === 0 ? {} : { note: `Not used yet: ${free.join(', ')}.` }),
      }),
    ]
  },
}
