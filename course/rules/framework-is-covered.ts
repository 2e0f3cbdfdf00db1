import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const frameworkIsCovered: SourceRule = {
  id: 'framework-is-covered',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every item of the framework is covered by a module.',
  advice: 'Name the item in `covers` of the front matter of the module that teaches it.',
  check({ course }) {
    const covered = new Set(course.modules.flatMap((module) => module.covers))
    return (course.framework?.items ?? []).flatMap((item) => {
      const place = course.places.get(`framework.${item.id}`)
      if (covered.has(item.id) || !place) return []
      return [
        finding(`Unexpected framework item \`${item.id}\` that no module covers, expected it in \`covers\` of one`, {
          rule: frameworkIsCovered.id,
          severity: 'warning',
          place,
        }),
      ]
    })
  },
}
