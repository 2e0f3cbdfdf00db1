import type { VFileMessage } from 'vfile-message'
import type { Figure } from '../course.ts'
import { finding } from '../finding.ts'
import { directiveAt, type SourceRule, type Subject, writtenParts } from '../rule.ts'
import { piecesOf } from '../walk.ts'

export const figureHasAlt: SourceRule = {
  id: 'figure-has-alt',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every drawing has a text for those who cannot see it.',
  advice: 'Write in alt="…" the point of the figure, not its look: what one should know after seeing it.',
  check: (subject) =>
    writtenParts(subject).flatMap(({ part }) =>
      piecesOf(part.body).flatMap((piece) =>
        piece.kind === 'figure' && piece.src !== null && piece.alt.trim() === '' ? [report(piece, subject)] : [],
      ),
    ),
}

function report(figure: Figure, subject: Subject): VFileMessage {
  const use = directiveAt(subject, figure.place)
  const empty = use?.attributes.find((attribute) => attribute.name === 'alt')
  const what = figure.named ? `figure \`${figure.id}\`` : 'figure'
  return finding(`Unexpected ${what} without a text for those who cannot see it, expected ${use ? 'alt="…"' : '![text](path)'}`, {
    rule: figureHasAlt.id,
    severity: 'error',
    place: empty?.place ?? use?.nameAt ?? figure.place,
  })
}
