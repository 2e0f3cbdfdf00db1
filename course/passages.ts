/**
 * The running text of a course as readers meet it: passages (a paragraph, a list item, a table row, a title) with their sentences, the
 * citations in them and their places. Rules about wording and the statistics of reading look here.
 */
import type { PhrasingContent } from 'mdast'
import type { Block, Flesh, Module, Piece, Place } from './course.ts'

/** What a passage is; `cell` is a whole row of a table. */
export type PassageSort = 'paragraph' | 'item' | 'cell' | 'heading' | 'title'

/** The part of a piece a passage stands in. */
export type PiecePart = 'body' | 'notes' | 'steps' | 'materials' | 'online' | 'debrief' | 'options' | 'answers'

export interface Passage {
  sort: PassageSort
  /** Citations left out, a reference to something numbered as one word. */
  text: string
  /** Offsets in `text` at which a citation stands. */
  citations: number[]
  /** Pieces around it, outermost first; of a title the last is the piece it names. */
  within: readonly Piece[]
  /** The part of each of these pieces. */
  parts: readonly PiecePart[]
  /** What belongs together: passages of one list item, table or case have the same. */
  group: object
  runs: readonly Run[]
  /** References to something numbered: words that are not the author's. */
  references: number
  path: string
}

/** A piece of text as one node holds it. */
interface Run {
  /** Where it begins in the passage. */
  at: number
  line: number
  column: number
}

export interface Sentence {
  text: string
  start: number
  end: number
  /** Words with a letter or a digit in them. */
  words: number
  /** Ends as a sentence does; a line of a list or of a slide may not. */
  ended: boolean
}

/** Stands for a cross reference: one word that may open a sentence. */
const REFERENCE = 'Reference'

const read = new WeakMap<Module | Block, readonly Passage[]>()

/** Every passage of a module's overview or of a block. They are gathered once: many rules ask. */
export function passagesIn(part: Module | Block): readonly Passage[] {
  const known = read.get(part) ?? passagesOf(part.body, part.place.path)
  read.set(part, known)
  return known
}

/** Every passage of flesh written in the file `path`, in reading order. Fields of worksheets have none. */
export function passagesOf(flesh: Flesh, path: string): Passage[] {
  const found: Passage[] = []
  gather(flesh, { path, within: [], parts: [], group: null, inItem: false, found })
  return found
}

interface Surroundings {
  path: string
  within: readonly Piece[]
  parts: readonly PiecePart[]
  group: object | null
  inItem: boolean
  found: Passage[]
}

function gather(flesh: Flesh, around: Surroundings): void {
  for (const node of flesh) {
    switch (node.type) {
      case 'paragraph':
        add(around.inItem ? 'item' : 'paragraph', [node.children], around.group ?? node, around)
        break
      case 'heading':
        add('heading', [node.children], node, around)
        break
      case 'list':
        for (const item of node.children) gather(item.children as Flesh, { ...around, group: around.group ?? item, inItem: true })
        break
      case 'table':
        for (const row of node.children)
          add(
            'cell',
            row.children.map((cell) => cell.children),
            around.group ?? node,
            around,
          )
        break
      case 'blockquote':
        gather(node.children as Flesh, around)
        break
      case 'piece':
        gatherPiece(node.piece, around)
        break
    }
  }
}

function gatherPiece(piece: Piece, around: Surroundings): void {
  const within = [...around.within, piece]
  const own: Surroundings = { ...around, within, group: piece.kind === 'case' ? piece : null, inItem: false }
  if (isField(piece)) return
  if (piece.label.length > 0) add('title', [piece.label], piece.label, { ...own, parts: [...around.parts, 'body'] })
  for (const [part, flesh] of partsOfPiece(piece)) gather(flesh, { ...own, parts: [...around.parts, part] })
}

function partsOfPiece(piece: Piece): [PiecePart, Flesh][] {
  switch (piece.kind) {
    case 'slide':
      return [
        ['body', piece.body],
        ['notes', piece.notes],
      ]
    case 'activity':
      return [
        ['body', piece.body],
        ...piece.steps.map((step): [PiecePart, Flesh] => ['steps', step.body]),
        ['body', piece.after],
        ['materials', piece.materials],
        ['online', [...(piece.online?.body ?? []), ...(piece.online?.lowBandwidth ?? [])]],
        ['debrief', piece.debrief],
      ]
    case 'question':
      return [
        ['body', piece.body],
        ...piece.options.map((option): [PiecePart, Flesh] => ['options', option.body]),
        ['answers', piece.answers],
      ]
    case 'answers':
      return [['answers', piece.body]]
    default:
      return 'body' in piece ? [['body', piece.body]] : []
  }
}

function isField({ kind }: Piece): boolean {
  return ['lines', 'table', 'choice', 'scale', 'box', 'questions', 'framework', 'summary'].includes(kind)
}

// ---- text -------------------------------------------------------------------------------------------------------

function add(sort: PassageSort, lines: readonly (readonly PhrasingContent[])[], group: object, around: Surroundings): void {
  const written: Written = { text: '', citations: [], runs: [], references: 0 }
  for (const [index, line] of lines.entries()) {
    // cells of a row are read one after the other
    if (index > 0) written.text += ' \n'
    for (const node of line) write(node, written)
  }
  const { found, path, within, parts } = around
  if (written.text.trim() !== '' || written.citations.length > 0) found.push({ sort, ...written, within, parts, group, path })
}

interface Written {
  text: string
  citations: number[]
  runs: Run[]
  references: number
}

function write(node: PhrasingContent, written: Written): void {
  const { line, column } = node.position?.start ?? { line: 0, column: 0 }
  switch (node.type) {
    case 'citation':
      written.citations.push(written.text.length)
      return
    case 'crossReference':
      written.runs.push({ at: written.text.length, line, column })
      written.text += REFERENCE
      written.references++
      return
    case 'pageReference':
      return
    case 'break':
      written.text += '\n'
      return
    default:
      if ('children' in node) for (const child of node.children as PhrasingContent[]) write(child, written)
      else if ('value' in node) {
        written.runs.push({ at: written.text.length, line, column })
        written.text += node.value
      }
  }
}

// ---- sentences --------------------------------------------------------------------------------------------------

// A mark that ends a sentence, with the quotes and brackets after it; a colon ends one where a capital or a quotation follows.
const ENDS = /[.!?…؟][”"’»)\]]*(?=\s+["“«(]?[\p{Lu}\p{Lo}\p{N}])|:(?=\s+(?:["“«]|\p{Lu}))/gu
const NO_END = /(?:\b(?:p|pp|no|nos|art|vol|vs|approx|ca|cf|al|e\.g|i\.e|mr|mrs|ms|dr|st|fig)|\b\p{Lu})\.$/iu
const STOP = /[.!?…:؟][”"’»)\]]*\s*$/u

const parted = new WeakMap<Passage, readonly Sentence[]>()

/** The sentences of a passage, in order; a row of a table and a title are one each. They are parted once: many rules ask. */
export function sentencesOf(passage: Passage): readonly Sentence[] {
  const known = parted.get(passage) ?? partedIntoSentences(passage)
  parted.set(passage, known)
  return known
}

function partedIntoSentences(passage: Passage): Sentence[] {
  const { text, sort } = passage
  if (sort === 'cell' || sort === 'title' || sort === 'heading') return [sentence(text, 0, text.length)]
  const found: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && NO_END.test(text.slice(Math.max(0, end - 8), end))) continue
    found.push(sentence(text, start, end))
    start = end
  }
  found.push(sentence(text, start, text.length))
  return found.filter(({ words }) => words > 0)
}

function sentence(text: string, from: number, to: number): Sentence {
  const whole = text.slice(from, to)
  const start = from + (whole.length - whole.trimStart().length)
  const end = from + whole.trimEnd().length
  const own = text.slice(start, Math.max(start, end))
  return { text: own, start, end: Math.max(start, end), words: wordCount(own), ended: STOP.test(own) }
}

/** Words of a text: what stands between blanks and has a letter or a digit. */
export function wordCount(text: string): number {
  let count = 0
  for (const word of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(word)) count++
  return count
}

// ---- places -----------------------------------------------------------------------------------------------------

/** Where a stretch of a passage is written. `textOf` gives the text of a source file: the lines of a paragraph are indented as their list or fence is. */
export function placeIn(passage: Passage, start: number, end: number, textOf: (path: string) => string): Place {
  const { path } = passage
  const lines = textOf(path).split('\n')
  const from = pointAt(passage, start, lines)
  const to = pointAt(passage, Math.max(start, end - 1), lines)
  return { path, start: from, end: { ...to, column: to.column + 1 } }
}

function pointAt({ runs, text, within }: Passage, at: number, lines: readonly string[]): { line: number; column: number } {
  const run = runs.findLast((one) => one.at <= at)
  const piece = within.at(-1)
  // text that nobody wrote, such as the answers of a test made from the quizzes, stands where its piece does
  if (!run || run.line === 0) return piece ? piece.place.start : { line: 1, column: 1 }
  const before = text.slice(run.at, at)
  const breaks = before.split('\n').length - 1
  if (breaks === 0) return { line: run.line, column: run.column + before.length }
  const line = run.line + breaks
  const indent = /^[\s>]*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0
  return { line, column: indent + before.length - before.lastIndexOf('\n') }
}
