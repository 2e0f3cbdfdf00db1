import { finding } from '../finding.ts'
import { nameAt, type SourceRule } from '../rule.ts'
import { allPieces } from '../walk.ts'

export const slideHasNotes: SourceRule = {
  id: 'slide-has-notes',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every slide has notes: what the facilitator says and asks.',
  advice: 'Add :::notes inside the slide, with the minutes it takes as in :minutes[2].',
  check: (subject) =>
    allPieces(subject.course).flatMap((piece) =>
      piece.kind === 'slide' && piece.notes.length === 0
        ? [
            finding(`Unexpected slide \`${piece.id}\` without notes, expected :::notes in it`, {
              rule: slideHasNotes.id,
              severity: 'warning',
              place: nameAt(subject, piece.place),
            }),
          ]
        : [],
    ),
}
