import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { isUnread, maybeUnread, type SourceRule } from '../rule.ts'

export const citationExists: SourceRule = {
  id: 'citation-exists',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every work that is cited stands in references.json.',
  advice: 'Correct the key, or add the work to modules/references.json. For an at sign in brackets that is no citation write \\[@name].',
  check({ reading }) {
    if (isUnread(reading, 'modules/references.json')) return []
    const keys = new Set(reading.references.map((reference) => reference.id))
    const mentions = [...reading.written.flatMap((file) => file.mentions), ...reading.mentions]
    return mentions.flatMap((mention): VFileMessage[] => {
      if (mention.kind !== 'citation' || keys.has(mention.of) || maybeUnread(reading, mention.of)) return []
      const near = nearest(mention.of, keys)
      const what = mention.of === '' ? 'citation without a key' : `citation of \`${mention.of}\``
      return [
        finding(`Unexpected ${what}, expected ${near ? `\`${near}\`` : 'a key of references.json'}`, {
          rule: citationExists.id,
          severity: 'error',
          place: mention.place,
          ...(near ? { expected: [near] } : {}),
        }),
      ]
    })
  },
}
