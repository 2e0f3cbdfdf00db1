import { institutionsOf } from '../citations.ts'
import { finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { isUnread, type SourceRule } from '../rule.ts'

const KEY = 'abbreviations.'

export const abbreviationIsUsed: SourceRule = {
  id: 'abbreviation-is-used',
  severity: 'info',
  needs: 'sources',
  sentence: 'Every institution with a short name in course.yml is the author of a work in references.json.',
  advice: 'Write the full name exactly as `literal` of the author has it, or take the short name away.',
  check({ reading, course }) {
    if (isUnread(reading, 'modules/references.json')) return []
    const authors = new Set(reading.references.flatMap(institutionsOf))
    return [...course.places].flatMap(([key, place]) => {
      const name = key.slice(KEY.length)
      if (!key.startsWith(KEY) || authors.has(name)) return []
      const near = nearest(name, authors)
      return [
        finding(`Unexpected short name of "${name}", expected ${near ? `"${near}"` : 'an author of references.json'}`, {
          rule: abbreviationIsUsed.id,
          severity: 'info',
          place,
          ...(near ? { expected: [near] } : {}),
        }),
      ]
    })
  },
}
