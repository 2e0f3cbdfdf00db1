/**
 * Numbering: "Activity 2.3", "Worksheet 2.1", "Figure 4", "Table 2" are given once, here, and are the same in every output.
 * Everything with an id becomes a target of cross references.
 */
import type { Block, Course, Figure, Module, Piece, Target, Worksheet } from './course.ts'
import { plainText } from './plain-text.ts'
import { everyModule, walkNodes } from './walk.ts'
import { words } from './words.ts'

/** Numbers the pieces of a course in place, and returns the course with its targets, figures and worksheets listed. */
export function number(course: Course): Course {
  const say = words(course.language)
  const targets = new Map<string, Target>()
  const figures: Figure[] = []
  const worksheets: Worksheet[] = []
  const counts = { figure: 0, table: 0 }

  const add = (target: Target): void => {
    if (!targets.has(target.id)) targets.set(target.id, target)
  }

  for (const item of course.framework?.items ?? []) {
    const place = course.places.get(`framework.${item.id}`)
    if (!place) continue
    const order = (course.framework?.items.indexOf(item) ?? 0) + 1
    const label = `${course.framework?.item} ${order}`
    add({ id: item.id, kind: 'framework', label, title: item.title, module: null, block: null, audience: 'all', place })
  }
  for (const module of everyModule(course)) {
    const within = { module: module.id, block: null, audience: 'all' as const }
    const moduleLabel = module.part === 'module' ? `${say.module} ${module.number}` : module.title
    add({ ...within, id: module.id, kind: 'module', label: moduleLabel, title: module.title, place: module.place })
    const ordinals = { activity: 0, worksheet: 0 }
    numberPart(module, null, ordinals)
    for (const block of module.blocks) {
      if (module.part === 'annexes') Object.assign(ordinals, { activity: 0, worksheet: 0 })
      const kind = module.part === 'module' ? 'block' : 'chapter'
      const label =
        kind === 'block' && !block.wrapUp ? `${say.block} ${block.number}` : block.number ? `${say.annex} ${block.number}` : block.title
      add({ ...within, id: block.id, kind, block: block.id, label, title: block.title, audience: block.audience, place: block.place })
      numberPart(module, block, ordinals)
    }
  }
  return { ...course, targets, figures, worksheets }

  function numberPart(module: Module, block: Block | null, ordinals: { activity: number; worksheet: number }): void {
    walkNodes((block ?? module).body, (node, within) => {
      if (node.type === 'heading' && node.data?.named) {
        const title = plainText(node.children)
        const path = (block ?? module).place.path
        const position = node.position ?? (block ?? module).place
        const place = { path, start: position.start, end: position.end }
        add({
          id: node.data.id ?? '',
          kind: 'section',
          label: title,
          title,
          module: module.id,
          block: block?.id ?? null,
          audience: within.at(-1)?.audience ?? block?.audience ?? 'all',
          place,
        })
      }
      if (node.type !== 'piece') return
      const { piece } = node
      // "1.2" in module 1, "A.2" in Annex A, "2" in the front, whose chapters have no number
      numberPiece(piece, module.part === 'module' ? String(module.number) : (block?.number ?? ''), ordinals, within)
      if (!piece.named) return
      add({
        id: piece.id,
        kind: kindOf(piece),
        label: labelOf(piece),
        title: piece.title,
        module: module.id,
        block: block?.id ?? null,
        audience: piece.audience,
        place: piece.place,
      })
    })
  }

  function numberPiece(piece: Piece, first: string, ordinals: { activity: number; worksheet: number }, within: readonly Piece[]): void {
    if (piece.kind === 'activity' || piece.kind === 'worksheet') {
      const ordinal = ++ordinals[piece.kind]
      piece.number = first === '' ? String(ordinal) : `${first}.${ordinal}`
      if (piece.kind === 'worksheet') worksheets.push(piece)
    }
    // a drawing placed on a slide only has no number: the manual does not show it as a figure
    if (piece.kind === 'figure' && !within.some((outer) => outer.kind === 'slide')) {
      piece.number = String(++counts[piece.numbered])
      figures.push(piece)
    }
  }

  function labelOf(piece: Piece): string {
    if (!piece.number) return piece.title || nameOf(piece, course)
    if (piece.kind === 'activity') return `${say.activity} ${piece.number}`
    if (piece.kind === 'worksheet') return `${say.worksheet} ${piece.number}`
    if (piece.kind === 'figure') return `${piece.numbered === 'table' ? say.table : say.figure} ${piece.number}`
    return piece.title
  }
}

/** What a piece without a title is called where it is referred to: "Key message". */
function nameOf(piece: Piece, course: Course): string {
  const say = words(course.language)
  switch (piece.kind) {
    case 'key-message':
      return say.keyMessage
    case 'to-validate':
      return say.toValidate
    case 'lens':
      return course.themes.find(({ id }) => id === piece.theme)?.title ?? piece.theme
    case 'framework':
      return course.framework?.title ?? ''
    case 'slide':
    case 'discussion':
    case 'quiz':
    case 'question':
      return say[piece.kind]
    default:
      return ''
  }
}

function kindOf(piece: Piece): Target['kind'] {
  switch (piece.kind) {
    case 'activity':
    case 'worksheet':
    case 'slide':
      return piece.kind
    case 'figure':
      return piece.numbered
    default:
      return 'piece'
  }
}
