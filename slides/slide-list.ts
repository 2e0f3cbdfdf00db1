/** Which slides a deck has, in what order. */
import type { Activity, Block, Edition, Flesh, Lens, Module, Piece, Slide } from '../course/course.ts'
import { visible } from '../course/visible.ts'

/** One slide of a deck. `id` is its address (`#/<id>`) and stays the same from build to build and in all languages. */
export type DeckSlide =
  | { kind: 'title' | 'objectives' | 'imprint'; id: string; block: null }
  /** Opens a block. */
  | { kind: 'section'; id: string; block: Block }
  /** Written by the author; `lens` where it was written inside a cross-cutting theme's part. */
  | { kind: 'slide'; id: string; block: Block | null; slide: Slide; lens: Lens | null }
  /** Made from an activity of the model: all its steps, or as many as one slide can show. */
  | { kind: 'activity'; id: string; block: Block | null; activity: Activity; stretch: StepStretch }

/** Steps `from` to before `to` of an activity, part `part` of `parts`. */
export interface StepStretch {
  from: number
  to: number
  part: number
  parts: number
}

/**
 * The slides of a module's deck in the order of the course: title, objectives, then every block with its section slide
 * and, as they stand in the text, the author's slides and one slide per activity; at the end the imprint. The wrap-up is
 * a block like the others. Pieces the edition may not see are left out, with all they hold.
 */
export function slidesOf(module: Module, edition: Edition): DeckSlide[] {
  return [
    { kind: 'title', id: module.id, block: null },
    ...(module.objectives.length > 0 ? [{ kind: 'objectives', id: `${module.id}-objectives`, block: null } as const] : []),
    ...slidesIn(module.body, null, edition, null),
    ...module.blocks.flatMap((block): DeckSlide[] => [
      { kind: 'section', id: block.id, block },
      ...slidesIn(block.body, block, edition, null),
    ]),
    { kind: 'imprint', id: `${module.id}-imprint`, block: null },
  ]
}

function slidesIn(flesh: Flesh, block: Block | null, edition: Edition, lens: Lens | null): DeckSlide[] {
  return flesh.flatMap((node) =>
    node.type === 'piece' && visible(node.piece, edition) ? slidesOfPiece(node.piece, block, edition, lens) : [],
  )
}

function slidesOfPiece(piece: Piece, block: Block | null, edition: Edition, lens: Lens | null): DeckSlide[] {
  switch (piece.kind) {
    case 'slide':
      return [{ kind: 'slide', id: piece.id, block, slide: piece, lens }]
    case 'activity':
      return stretchesOf(piece).map((stretch) => ({
        kind: 'activity',
        id: stretch.part === 1 ? piece.id : `${piece.id}-${stretch.part}`,
        block,
        activity: piece,
        stretch,
      }))
    case 'lens':
      return slidesIn(piece.body, block, edition, piece)
    case 'figure':
    case 'worksheet':
    case 'quiz':
    case 'question':
      return []
    default:
      return 'body' in piece ? slidesIn(piece.body, block, edition, lens) : []
  }
}

/** What one slide shows without small print. */
const MOST_STEPS = 7

function stretchesOf({ steps }: Activity): StepStretch[] {
  const parts = Math.max(1, Math.ceil(steps.length / MOST_STEPS))
  const size = Math.ceil(steps.length / parts)
  return Array.from({ length: parts }, (_, index) => ({
    from: index * size,
    to: Math.min(steps.length, (index + 1) * size),
    part: index + 1,
    parts,
  }))
}
