/**
 * Translations: a sibling file (`1-horizons.fr.md`) whose front matter keeps, for every unit of the source it was made
 * from, that unit's hash. A unit is the front matter or one top-level paragraph, list, heading or piece, named by its stable id.
 */
import { createHash } from 'node:crypto'
import type { Flesh } from './course.ts'
import type { BlockFrontMatter, ModuleFrontMatter } from './schemas.ts'
import type { WrittenFile } from './written.ts'

/** What pairing needs of a file. */
export interface Translatable {
  front: ModuleFrontMatter | BlockFrontMatter
  body: Flesh
  written: WrittenFile
}

/** Hash of every unit of a source file, by unit id, in reading order: what a translation made now records. */
export function unitHashes(file: Translatable): Map<string, string> {
  const { front, body, written } = file
  const hashes = new Map<string, string>()
  const words = [front.title, 'summary' in front ? front.summary : '', ...front.objectives.map((objective) => objective.text)]
  hashes.set(front.id, hashOf(words.join('\n')))
  for (const node of body) {
    const id = unitId(node)
    if (!id || node.type === 'thematicBreak') continue
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    hashes.set(id, hashOf(written.text.slice(start, end)))
  }
  return hashes
}

/** Ids of the units of the source that changed, or came, after the translation was made. */
export function behindUnits(source: Translatable, translation: Translatable): string[] {
  const made = translation.front.translated ?? {}
  return [...unitHashes(source)].filter(([id, hash]) => made[id] !== hash).map(([id]) => id)
}

/** Marks the pieces that are behind their source; returns the flesh. */
export function markBehind(flesh: Flesh, behind: readonly string[]): Flesh {
  const ids = new Set(behind)
  for (const node of flesh) {
    const id = unitId(node)
    if (!id || !ids.has(id)) continue
    if (node.type === 'piece') node.piece.behind = true
    else node.data = { ...node.data, behind: true }
  }
  return flesh
}

function unitId(node: Flesh[number]): string | undefined {
  return node.type === 'piece' ? node.piece.id : node.data?.id
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8)
}
