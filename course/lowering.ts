/** What lowering knows as it goes through a file, and the places of what it meets. */
import type { Nodes } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import type { Point } from 'unist'
import type { Span } from './attributes.ts'
import type { Audience, Place } from './course.ts'
import type { Vocabulary } from './directives.ts'
import type { WrittenFile } from './written.ts'

export type Directive = ContainerDirective | LeafDirective | TextDirective

/** What lowering one file needs to know. */
export interface Lowering {
  file: WrittenFile
  /** Names as written, by line (fences.ts). */
  fenceNames: Map<number, string>
  vocabulary: Vocabulary
}

export interface Context extends Lowering {
  /** Nearest written id, and how many of each kind have been counted under it. */
  nearest: string
  ordinals: Map<string, number>
  /** Word of the directive we are in. */
  parent: string | null
  /** Inside something for facilitators all is for facilitators. */
  audience: Audience
  definitions: Map<string, { url: string; title: string | null | undefined }>
  minutes: number[]
  /** Its cut marks met so far: `:minutes[5]{cut=first}`. */
  cuts: 'first'[]
  /** Offset of every line of the file. */
  lineStarts: readonly number[]
}

export function placeOf(node: Nodes, context: Context): Place {
  const position = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return { path: context.file.path, start: position.start, end: position.end }
}

export function headPlace(place: Place, context: Context): Place {
  const start = context.lineStarts[place.start.line - 1] ?? 0
  const next = context.lineStarts[place.start.line] ?? context.file.text.length + 1
  const line = context.file.text.slice(start, next - 1).trimEnd()
  return { ...place, end: { line: place.start.line, column: line.length + 1, offset: start + line.length } }
}

export function spanPlace(span: Span, context: Context): Place {
  return { path: context.file.path, start: pointAt(span.start, context.lineStarts), end: pointAt(span.end, context.lineStarts) }
}

function pointAt(offset: number, lineStarts: readonly number[]): Point {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset }
}

export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

export function keyPlace(node: Nodes, key: string, context: Context): Place {
  const place = placeOf(node, context)
  const start = node.position?.start.offset ?? 0
  const at = context.file.text.slice(start, node.position?.end.offset ?? start).indexOf(`@${key}`)
  if (at < 0) return place
  const column = place.start.column + at
  return {
    ...place,
    start: { ...place.start, column, offset: start + at },
    end: { line: place.start.line, column: column + key.length + 1 },
  }
}
