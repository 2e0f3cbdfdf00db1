import type { VFileMessage } from 'vfile-message'
import type { BoxPiece, Place } from '../course.ts'
import { finding } from '../finding.ts'
import { directiveAt, nameAt, type SourceRule, type Subject } from '../rule.ts'
import { allPieces } from '../walk.ts'

export const caseIsTold: SourceRule = {
  id: 'case-is-told',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every case that course.yml declares is told once.',
  advice:
    'Name the case in `tells` of the case that tells it; elsewhere refer to that case with a link. A case the course has no room for is taken out of course.yml.',
  check(subject) {
    const { course } = subject
    const tellings = allPieces(course).filter((piece): piece is BoxPiece => piece.kind === 'case' && piece.tells !== null)
    return course.cases.flatMap(({ id }) => {
      const [first, ...more] = tellings.filter(({ tells }) => tells === id)
      const declared = course.places.get(`cases.${id}`)
      if (first) return more.map((piece) => toldAgain(piece, first, subject))
      return declared ? [untold(id, declared)] : []
    })
  },
}

function untold(id: string, place: Place): VFileMessage {
  return finding(`Unexpected case \`${id}\` that nobody tells, expected it in \`tells\` of one case`, {
    rule: caseIsTold.id,
    severity: 'warning',
    place,
  })
}

function toldAgain(piece: BoxPiece, first: BoxPiece, subject: Subject): VFileMessage {
  return finding(`Unexpected second telling of the case \`${piece.tells}\`, expected a link to the first`, {
    rule: caseIsTold.id,
    severity: 'warning',
    place: tellsAt(piece, subject),
    causes: [{ reason: `The case is told here as "${first.title}"`, place: tellsAt(first, subject) }],
  })
}

function tellsAt({ place }: BoxPiece, subject: Subject): Place {
  const tells = directiveAt(subject, place)?.attributes.find(({ name }) => name === 'tells')
  return tells?.place ?? nameAt(subject, place)
}
