import type { Course } from '../course.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'
import { allPieces } from '../walk.ts'

export const objectiveHasActivity: SourceRule = {
  id: 'objective-has-activity',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every objective of a block is practised in an activity or tested by a question.',
  advice: 'Name the objective in objectives="…" of the activity that serves it, plan an activity for it, or drop it.',
  check({ course }) {
    const served = servedObjectives(course)
    return course.modules
      .flatMap((module) => module.blocks.flatMap((block) => block.objectives))
      .filter((objective) => !served.has(objective.id))
      .map((objective) =>
        finding(`Unexpected objective \`${objective.id}\` without an activity, expected one that names it in \`objectives\``, {
          rule: objectiveHasActivity.id,
          severity: 'warning',
          place: objective.place,
        }),
      )
  },
}

function servedObjectives(course: Course): Set<string> {
  return new Set(allPieces(course).flatMap((piece) => (piece.kind === 'activity' || piece.kind === 'question' ? piece.objectives : [])))
}
