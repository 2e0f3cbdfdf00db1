import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const activityHasMinutes: SourceRule = {
  id: 'activity-has-minutes',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every activity says how many minutes it takes.',
  advice: 'Give the minutes in the room, as in minutes=40: run sheet, clock times and countdown are made from them.',
  check: ({ reading }) =>
    reading.written.flatMap((file) =>
      file.directives
        .filter((use) => use.word === 'activity' && !use.attributes.some((attribute) => attribute.name === 'minutes'))
        .map((use) =>
          finding(`Unexpected activity${use.title === '' ? '' : ` "${use.title}"`} without minutes, expected them as in minutes=40`, {
            rule: activityHasMinutes.id,
            // a lesson moved in from another format has no minutes yet
            severity: use.name === use.word ? 'error' : 'warning',
            place: use.nameAt,
          }),
        ),
    ),
}
