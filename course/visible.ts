import type { Edition, Piece } from './course.ts'

/** Whether an edition shows a piece. Facilitators see everything; participants see all but what is for facilitators. */
export function visible(piece: Pick<Piece, 'audience'>, edition: Edition): boolean {
  return edition === 'facilitator' || piece.audience !== 'facilitator'
}
