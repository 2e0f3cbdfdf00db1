import type { Figure, Flesh, Slide } from '../course.ts'
import { finding } from '../finding.ts'
import { nameAt, type SourceRule } from '../rule.ts'
import { caseOf, numbersOf, PROCESS_STEPS, partsOf, processOf } from '../slide-parts.ts'
import { allPieces } from '../walk.ts'

export const slideSuitsLayout: SourceRule = {
  id: 'slide-suits-layout',
  severity: 'warning',
  needs: 'sources',
  sentence: 'A slide has what its layout draws: a case its parts, data a number, table or figure, a process its steps.',
  advice: 'Write the slide in the form its layout asks for (docs/language.md), or choose another layout.',
  check: (subject) =>
    allPieces(subject.course).flatMap((piece) => {
      const reason = piece.kind === 'slide' ? reasonAgainst(piece, subject.course.figures) : null
      return reason === null
        ? []
        : [finding(reason, { rule: slideSuitsLayout.id, severity: 'warning', place: nameAt(subject, piece.place) })]
    }),
}

function reasonAgainst({ id, layout, body }: Slide, figures: readonly Figure[]): string | null {
  switch (layout) {
    case 'case':
      return caseOf(body)
        ? null
        : `Unexpected case slide \`${id}\` of ${counted(partsOf(body).length, 'part')}, expected two or three parted by ---`
    case 'data':
      return numbersOf(body) || showsData(body, figures)
        ? null
        : `Unexpected data slide \`${id}\` without data, expected a number, a table or a figure`
    case 'process': {
      const steps = processOf(body)?.steps.children.length ?? 0
      const [fewest, most] = PROCESS_STEPS
      return steps >= fewest && steps <= most
        ? null
        : `Unexpected process slide \`${id}\` of ${counted(steps, 'step')}, expected a numbered list of ${fewest} to ${most}`
    }
    default:
      return null
  }
}

function showsData(body: Flesh, figures: readonly Figure[]): boolean {
  const ids = new Set(figures.map(({ id }) => id))
  return body.some((node) => {
    if (node.type === 'table') return true
    if (node.type === 'piece') return node.piece.kind === 'figure'
    return node.type === 'paragraph' && node.children.some((child) => child.type === 'crossReference' && ids.has(child.target))
  })
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
