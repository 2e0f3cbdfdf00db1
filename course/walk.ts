/** Ways through a course's flesh: every node, every piece, in reading order. */
import type { Nodes } from 'mdast'
import type { Block, Course, Flesh, Module, Piece } from './course.ts'

/** The runs of flesh a piece holds, in reading order, facilitator's parts included. */
export function fleshOf(piece: Piece): Flesh[] {
  switch (piece.kind) {
    case 'slide':
      return [piece.body, piece.notes]
    case 'activity':
      return [
        piece.body,
        ...piece.steps.map((step) => step.body),
        piece.after,
        piece.materials,
        ...(piece.online ? [piece.online.body, piece.online.lowBandwidth ?? []] : []),
        piece.debrief,
      ]
    case 'question':
      return [piece.body, ...piece.options.map((option) => option.body), piece.answers]
    case 'lines':
    case 'table':
    case 'choice':
    case 'scale':
    case 'box':
    case 'framework':
    case 'questions':
    case 'summary':
      return []
    default:
      return [piece.body]
  }
}

/** Every node of flesh, going into pieces (their labels included), parents before children. `within` lists the pieces around it, outermost first. */
export function walkNodes(
  flesh: readonly Nodes[],
  visit: (node: Nodes, within: readonly Piece[]) => void,
  within: readonly Piece[] = [],
): void {
  for (const node of flesh) {
    visit(node, within)
    if (node.type === 'piece') {
      const inner = [...within, node.piece]
      walkNodes(node.piece.label, visit, inner)
      for (const part of fleshOf(node.piece)) walkNodes(part, visit, inner)
    } else if ('children' in node) walkNodes(node.children as Nodes[], visit, within)
  }
}

/** Every piece of flesh, going into pieces, in reading order. */
export function piecesOf(flesh: Flesh): Piece[] {
  const pieces: Piece[] = []
  gatherPieces(flesh, pieces)
  return pieces
}

// Pieces stand among paragraphs, never in one, so sentences are not walked: they are most of the nodes, and rules ask often.
function gatherPieces(flesh: readonly Nodes[], pieces: Piece[]): void {
  for (const node of flesh) {
    if (node.type === 'piece') {
      pieces.push(node.piece)
      for (const part of fleshOf(node.piece)) gatherPieces(part, pieces)
    } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' || node.type === 'footnoteDefinition') {
      gatherPieces(node.children, pieces)
    }
  }
}

/** Everything with the shape of a module, in reading order: front, modules, annexes. */
export function everyModule(course: Pick<Course, 'front' | 'modules' | 'annexes'>): Module[] {
  return [course.front, ...course.modules, course.annexes].filter((module) => module !== null)
}

/** The parts of a module that hold flesh: its overview and its blocks. */
export function partsOf(module: Module): (Module | Block)[] {
  return [module, ...module.blocks]
}

/** Every piece of a course in reading order, those of front and annexes included. */
export function allPieces(course: Course): Piece[] {
  return everyModule(course).flatMap((module) => partsOf(module).flatMap((part) => piecesOf(part.body)))
}
