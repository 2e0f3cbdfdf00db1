/** Pieces that stand inside a slide or its notes. Slides and activities are slides of their own and worksheets are paper: they leave no trace here. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Piece } from '../course/course.ts'
import { figureToHast, fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { words } from '../course/words.ts'

/** Markup of a piece on a slide. `div`s, since reveal.js takes every `section` for a slide. */
export function pieceOnSlide(piece: Piece, rendering: Rendering): ElementContent[] {
  switch (piece.kind) {
    case 'figure':
      return [figureToHast(piece, rendering)]
    case 'slide':
    case 'activity':
    case 'worksheet':
      return []
  }
  const body = 'body' in piece ? fleshToHast(piece.body, rendering) : []
  const label = labelOf(piece, rendering)
  return [
    h('div', { className: ['piece', `piece-${piece.kind}`], dataSource: `${piece.place.path}:${piece.place.start.line}` }, [
      ...(label ? [h('p.piece-label', label)] : []),
      ...(piece.title && piece.title !== label ? [h('p.piece-title', piece.title)] : []),
      ...body,
    ]),
  ]
}

function labelOf(piece: Piece, { course }: Rendering): string {
  if (piece.kind === 'lens') return course.themes.find(({ id }) => id === piece.theme)?.title ?? ''
  const say = words(course.language)
  const labels: Partial<Record<Piece['kind'], string>> = {
    answers: say.answers,
    case: say.case,
    context: say.context,
    discussion: say.discussion,
    facilitator: say.facilitator,
    'key-message': say.keyMessage,
    question: say.question,
    quiz: say.quiz,
    tip: say.tip,
    'to-validate': say.toValidate,
    warning: say.warning,
  }
  return labels[piece.kind] ?? ''
}
