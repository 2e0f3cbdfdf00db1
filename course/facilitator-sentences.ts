/**
 * The sentences only facilitators may see, and the search for them in what participants get: the proof behind the rule
 * participant-edition-is-clean. Sentences are compared word by word, without regard to case, punctuation and markup.
 */
import type { Nodes, PhrasingContent } from 'mdast'
import type { Block, Course, Field, Flesh, Module, Piece, Place } from './course.ts'
import { everyModule, partsOf } from './walk.ts'
import { words } from './words.ts'

export interface FacilitatorSentence {
  text: string
  place: Place
}

/** Shorter runs of words stand in any text. */
const FEWEST_WORDS = 6

/** Every sentence of six words or more that only facilitators may see, without those that also stand in what participants read. */
export function facilitatorSentences(course: Course): FacilitatorSentence[] {
  const texts: Texts = { course, facilitator: [], participant: skeletonTexts(course) }
  for (const module of everyModule(course)) {
    for (const part of partsOf(module)) {
      const hidden = isHidden(part)
      const skeleton = [part.title, ...part.objectives.map((objective) => objective.text)]
      if (hidden) for (const text of skeleton) add(text, part.place.start, { texts, path: part.place.path, hidden })
      gatherFlesh(part.body, { texts, path: part.place.path, hidden })
    }
  }
  const first = new Map<string, FacilitatorSentence>()
  for (const { text, place } of texts.facilitator) {
    for (const sentence of sentencesOf(text)) {
      const key = wordsOf(sentence).join(' ')
      if (!first.has(key)) first.set(key, { text: sentence, place })
    }
  }
  const shown = new Set(sentenceFinder([...first.values()])(texts.participant.join('\n\n')))
  return [...first.values()].filter((sentence) => !shown.has(sentence))
}

/** A chapter of the front or an annex that participants do not get, its title included. */
function isHidden(part: Module | Block): boolean {
  return 'audience' in part && part.audience === 'facilitator'
}

/** The sentences that stand in a text: plain text, HTML (between and inside tags), JSON or JavaScript; UTF-8 where bytes are given. */
export function leaksIn(text: string | Uint8Array, sentences: readonly FacilitatorSentence[]): FacilitatorSentence[] {
  return sentenceFinder(sentences)(text)
}

// ---- texts of a course ------------------------------------------------------------------------------------------

interface Texts {
  course: Course
  facilitator: { text: string; place: Place }[]
  participant: string[]
}
interface Gathering {
  texts: Texts
  path: string
  /** True inside something for facilitators only. */
  hidden: boolean
}

function gatherFlesh(flesh: readonly Nodes[], gathering: Gathering): void {
  for (const node of flesh) gatherBlock(node, gathering)
}

function gatherBlock(node: Nodes, gathering: Gathering): void {
  if (node.type === 'piece') gatherPiece(node.piece, gathering)
  else if (node.type === 'code') add(node.value, node.position?.start, gathering)
  else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    add(phrase(node.children, gathering.texts.course), node.position?.start, gathering)
  } else if ('children' in node) gatherFlesh(node.children as Nodes[], gathering)
}

function gatherPiece(piece: Piece, outer: Gathering): void {
  const own = piece.audience === 'facilitator' ? { ...outer, hidden: true } : outer
  const { shown, hidden, words: texts } = partsOfPiece(piece)
  add(phrase(piece.label, outer.texts.course), piece.place.start, own)
  add(texts.join('. '), piece.place.start, own)
  gatherFlesh(shown, own)
  gatherFlesh(hidden, { ...outer, hidden: true })
}

/** What of a piece its audience sees, and what only facilitators do. */
function partsOfPiece(piece: Piece): { shown: Flesh; hidden: Flesh; words: string[] } {
  switch (piece.kind) {
    case 'slide':
      return { shown: piece.body, hidden: piece.notes, words: [] }
    case 'activity': {
      const { online } = piece
      const hidden = [...piece.materials, ...(online ? [...online.body, ...(online.lowBandwidth ?? [])] : []), ...piece.debrief]
      return { shown: [...piece.body, ...piece.steps.flatMap((step) => step.body), ...piece.after], hidden, words: [] }
    }
    case 'question':
      return { shown: [...piece.body, ...piece.options.flatMap((option) => option.body)], hidden: piece.answers, words: [] }
    case 'figure':
      return { shown: piece.body, hidden: [], words: [piece.alt, piece.credit] }
    case 'lines':
    case 'table':
    case 'choice':
    case 'scale':
    case 'box':
      return { shown: [], hidden: [], words: fieldTexts(piece) }
    case 'framework':
    case 'questions':
    case 'summary':
      return { shown: [], hidden: [], words: [] }
    default:
      return { shown: piece.body, hidden: [], words: [] }
  }
}

function fieldTexts(field: Field): string[] {
  if (field.kind === 'table') return [...field.columns, ...field.labels]
  if (field.kind === 'choice') return field.options
  if (field.kind === 'box') return [...field.zones, ...field.axes.flatMap(({ from, to }) => [from, to])]
  return field.kind === 'scale' ? [field.low, field.high, ...field.statements] : []
}

function add(text: string, start: Place['start'] | undefined, { texts, path, hidden }: Gathering): void {
  if (text.trim() === '') return
  if (hidden) texts.facilitator.push({ text, place: start ? { path, start, end: start } : { path, start: TOP, end: TOP } })
  else texts.participant.push(text)
}

const TOP = { line: 1, column: 1 }
/** Stands where an output may print something else or nothing: a citation, a page number. */
const GAP = '\0'

function phrase(nodes: readonly PhrasingContent[], course: Course): string {
  return nodes
    .map((node): string => {
      if (node.type === 'citation' || node.type === 'pageReference') return GAP
      if (node.type === 'crossReference') return labelOf(node.target, course)
      if (node.type === 'break') return ' '
      if ('children' in node) return phrase(node.children as PhrasingContent[], course)
      return 'value' in node ? String(node.value) : ''
    })
    .join('')
}

function labelOf(id: string, course: Course): string {
  const target = course.targets.get(id)
  if (!target) return GAP
  return target.kind === 'slide' || target.kind === 'piece' ? target.title : target.label
}

/** What stands in outputs beside the flesh. */
function skeletonTexts(course: Course): string[] {
  const { framework } = course
  return [
    ...[course.title, course.subtitle, course.publisher, course.imprint, course.disclaimer, course.licence, course.audience],
    ...[...course.themes, ...course.methods, ...course.agendas, ...course.agendas.flatMap((agenda) => agenda.days)].map((one) => one.title),
    ...(framework ? [framework.title, framework.note, ...framework.items.flatMap((item) => [item.title, item.note])] : []),
    ...[...course.stakeholders, ...course.cases].map((one) => one.title),
    ...everyModule(course).flatMap((module) => [
      module.summary,
      ...partsOf(module)
        .filter((part) => !isHidden(part))
        .flatMap((part) => [part.title, ...part.objectives.map((objective) => objective.text)]),
    ]),
    ...course.glossary.flatMap((term) => [term.term, term.definition]),
    ...course.bibliography.map((entry) => entry.html.replace(/<[^>]*>/g, '')),
    ...course.online.ladder.flatMap((rung) => [rung.title, rung.needs]),
    ...stringsOf(words(course.language)),
  ]
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\0|(?<=[.!?؟…۔])[)"'’”»\]]*\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => wordsOf(sentence).length >= FEWEST_WORDS)
}

// ---- search -----------------------------------------------------------------------------------------------------

/*
 * One pass over the bytes with a rolling hash of the last six words (Rabin and Karp): a hash that begins a sentence is then compared
 * word by word. The inside of a tag is a text of its own, so that `<em>` does not break a sentence and an attribute is searched as well.
 */

const BASE = 0x01000193
const BASE_TO_5 = Math.imul(Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE)), BASE)
const SIEVE_BITS = 16

interface Index {
  sieve: Uint8Array
  byHash: Map<number, number[]>
  words: string[][]
}

/** Prepares sentences once for the search in many texts. */
export function sentenceFinder(sentences: readonly FacilitatorSentence[]): (text: string | Uint8Array) => FacilitatorSentence[] {
  const index: Index = {
    sieve: new Uint8Array(1 << SIEVE_BITS),
    byHash: new Map(),
    words: sentences.map((sentence) => wordsOf(sentence.text)),
  }
  index.words.forEach((own, at) => {
    if (own.length < FEWEST_WORDS) return
    const hash = own.slice(0, FEWEST_WORDS).reduce((sum, word) => (Math.imul(sum, BASE) + hashOf(word)) | 0, 0)
    index.sieve[hash >>> (32 - SIEVE_BITS)] = 1
    index.byHash.set(hash, [...(index.byHash.get(hash) ?? []), at])
  })
  return (text) => {
    const found = search(typeof text === 'string' ? new TextEncoder().encode(text) : text, index)
    return sentences.filter((_, at) => found.has(at))
  }
}

/** The last six words of a text: their hashes and where they begin. */
interface Window {
  hashes: Int32Array
  starts: Int32Array
  count: number
  hash: number
}

function search(bytes: Uint8Array, index: Index): Set<number> {
  const found = new Set<number>()
  const outer: Window = { hashes: new Int32Array(FEWEST_WORDS), starts: new Int32Array(FEWEST_WORDS), count: 0, hash: 0 }
  const inner: Window = { hashes: new Int32Array(FEWEST_WORDS), starts: new Int32Array(FEWEST_WORDS), count: 0, hash: 0 }
  const { sieve, byHash } = index
  const { length } = bytes
  let window = outer
  let word = 0
  let start = -1
  let at = 0
  while (at <= length) {
    const byte = at < length ? (bytes[at] as number) : 0
    const kind = KINDS[byte] as number
    if (kind === LETTER) {
      if (start < 0) start = at
      word = Math.imul(word ^ (FOLDED[byte] as number), BASE)
      at++
      continue
    }
    const skip = kind === SEPARATOR ? 1 : widthOfMark(bytes, at, kind)
    if (skip === 0) {
      if (start < 0) start = at
      word = Math.imul(word ^ byte, BASE)
      at++
      continue
    }
    if (skip < 0) {
      at -= skip
      continue
    }
    if (start >= 0) {
      const slot = window.count % FEWEST_WORDS
      const old = window.count >= FEWEST_WORDS ? Math.imul(window.hashes[slot] as number, BASE_TO_5) : 0
      window.hash = (Math.imul((window.hash - old) | 0, BASE) + word) | 0
      window.hashes[slot] = word
      window.starts[slot] = start
      window.count++
      if (window.count >= FEWEST_WORDS && sieve[window.hash >>> (32 - SIEVE_BITS)] === 1) {
        const candidates = byHash.get(window.hash)
        if (candidates) compare(bytes, window.starts[window.count % FEWEST_WORDS] as number, window === inner, candidates, index, found)
      }
      word = 0
      start = -1
    }
    if (byte === LESS_THAN && opensTag(bytes[at + 1])) {
      window = inner
      inner.count = 0
      inner.hash = 0
    } else if (byte === GREATER_THAN) window = outer
    at += skip
  }
  return found
}

function compare(bytes: Uint8Array, start: number, inTag: boolean, candidates: number[], index: Index, found: Set<number>): void {
  for (const candidate of candidates) {
    const wanted = index.words[candidate] as string[]
    if (found.has(candidate)) continue
    // as much as the words take where every letter is an entity and every word has markup around it
    const slice = new TextDecoder().decode(bytes.subarray(start, start + wanted.join(' ').length * 8 + wanted.length * 100))
    const own = wordsOf(inTag ? slice.replace(/>[\s\S]*/, '') : slice.replace(/<[/!A-Za-z][^>]*>/g, ' '))
    if (wanted.every((word, at) => own[at] === word)) found.add(candidate)
  }
}

// ---- words ------------------------------------------------------------------------------------------------------

const LETTER = 0
const SEPARATOR = 1
/** First byte of a character that may be a mark: see widthOfMark. */
const MARK = 2
const ESCAPE = 3
const ENTITY = 4
const LESS_THAN = 60
const GREATER_THAN = 62

const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return [0xc2, 0xd8, 0xe2, 0xe3, 0xef].includes(byte) ? MARK : LETTER
  if (byte === 92) return ESCAPE
  if (byte === 38) return ENTITY
  return /[A-Za-z0-9]/.test(String.fromCharCode(byte)) ? LETTER : SEPARATOR
})
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

/** Bytes of a character that parts words; 0 where it is part of a word; below 0 for what is passed over inside one (soft hyphen). */
function widthOfMark(bytes: Uint8Array, at: number, kind: number): number {
  const second = bytes[at + 1] ?? 0
  if (kind === ESCAPE) return second === 117 ? 6 : 2
  if (kind === ENTITY) return entityWidth(bytes, at)
  switch (bytes[at]) {
    case 0xc2:
      return second === 0xad ? -2 : 2
    case 0xd8:
      return second === 0x8c || second === 0x9b || second === 0x9f ? 2 : 0
    case 0xe2:
      return second === 0x80 || second === 0x81 ? (isJoiner(bytes[at + 2] ?? 0, second) ? -3 : 3) : 0
    case 0xe3:
      return second === 0x80 ? 3 : 0
    default:
      return second === 0xbb && bytes[at + 2] === 0xbf ? -3 : 0
  }
}

// U+200B to U+200F (zero width, direction marks) and U+2060
function isJoiner(third: number, second: number): boolean {
  return (second === 0x80 && third >= 0x8b && third <= 0x8f) || (second === 0x81 && third === 0xa0)
}

function entityWidth(bytes: Uint8Array, at: number): number {
  for (let end = at + 1; end < at + 10; end++) if (bytes[end] === 59) return end - at + 1
  return 1
}

function opensTag(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 33 || byte === 47 || (byte | 32) >= 97) && (byte | 32) <= 122
}

function hashOf(word: string): number {
  let hash = 0
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ (FOLDED[byte] as number), BASE)
  return hash
}

/** The words of a text as the search sees them. */
function wordsOf(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  const found: string[] = []
  let own: number[] = []
  const end = (): void => {
    if (own.length > 0) found.push(new TextDecoder().decode(Uint8Array.from(own)))
    own = []
  }
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number
    const kind = KINDS[byte] as number
    const skip = kind === LETTER ? 0 : kind === SEPARATOR ? 1 : widthOfMark(bytes, at, kind)
    if (skip === 0) own.push(FOLDED[byte] as number)
    if (skip > 0) end()
    at += Math.max(1, Math.abs(skip))
  }
  end()
  return found
}
