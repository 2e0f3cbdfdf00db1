import { coverage, uncovered } from '../coverage.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const objectiveHasQuestion: SourceRule = {
  id: 'objective-has-question',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Where a course has a quiz, every objective of a block, wrap-ups excepted, is tested by a question.',
  advice:
    'Add a question to the quiz of the module and name the objective in its objectives="…", such as objectives="planning-horizons.o1".',
  check({ course }) {
    const untested = new Set(uncovered(coverage(course)).objectivesWithoutQuestion)
    return course.modules
      .flatMap((module) => module.blocks.flatMap((block) => block.objectives))
      .filter(({ id }) => untested.has(id))
      .map(({ id, place }) =>
        finding(`Unexpected objective \`${id}\` without a quiz question, expected one that names it in \`objectives\``, {
          rule: objectiveHasQuestion.id,
          severity: 'warning',
          place,
        }),
      )
  },
}
