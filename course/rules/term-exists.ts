import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { isUnread, maybeUnread, type SourceRule } from '../rule.ts'
import { termFinder } from '../terms.ts'

export const termExists: SourceRule = {
  id: 'term-exists',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every term that is marked stands in the glossary.',
  advice: 'Name the term by its glossary id, as in :term[these words]{of=the-id}, or add it to modules/glossary.yml.',
  check({ reading, courses, course }) {
    if (isUnread(reading, 'modules/glossary.yml')) return []
    return reading.written.flatMap((file) => {
      const { glossary } = courses.find((one) => one.language === file.language) ?? course
      const find = termFinder(glossary)
      return file.mentions.flatMap((mention): VFileMessage[] => {
        if (mention.kind !== 'term' || find(mention.of) !== null || maybeUnread(reading, mention.of)) return []
        const near = nearest(mention.of, [...glossary.map((term) => term.id), ...glossary.map((term) => term.term)])
        return [
          finding(`Unexpected term \`${mention.of}\`, expected ${near ? `\`${near}\`` : 'a term of glossary.yml'}`, {
            rule: termExists.id,
            severity: 'error',
            place: mention.place,
            ...(near ? { expected: [near] } : {}),
          }),
        ]
      })
    })
  },
}
