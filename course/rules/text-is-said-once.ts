import type { VFileMessage } from 'vfile-message'
import type { Lens, Place } from '../course.ts'
import { finding } from '../finding.ts'
import { type Passage, passagesIn, placeIn, wordCount } from '../passages.ts'
import { nameAt, type SourceRule, type Subject, sourceText } from '../rule.ts'
import { everyModule, partsOf } from '../walk.ts'

export const textIsSaidOnce: SourceRule = {
  id: 'text-is-said-once',
  severity: 'warning',
  needs: 'sources',
  sentence: 'No two blocks share a paragraph of 12 words or more, a lens or a debrief question.',
  advice:
    'Say it where it belongs and refer to it there with a link, or write what is special to this block. Case and punctuation make no difference; translations are not looked at.',
  check(subject) {
    const said = new Map<string, Said>()
    const repeatedLenses = new Set<Lens>()
    return everyModule(subject.course)
      .flatMap((module) => partsOf(module))
      .flatMap((part) => saidIn(part.id, passagesIn(part), subject))
      .flatMap((own) => {
        const first = said.get(own.key)
        if (!first) said.set(own.key, own)
        if (!first || first.part === own.part) return []
        // the paragraphs of a lens that is repeated as a whole are not told again
        if (own.lens && own.sort !== 'lens' && repeatedLenses.has(own.lens)) return []
        if (own.lens && own.sort === 'lens') repeatedLenses.add(own.lens)
        return [repeated(own, first)]
      })
  },
}

const FEWEST_WORDS = 12

/** Something a block says that no other block may say. */
interface Said {
  /** What it is and its words: what has the same key says the same. */
  key: string
  sort: 'paragraph' | 'lens' | 'debrief question'
  part: string
  /** The lens it is or stands in. */
  lens: Lens | null
  place(): Place
}

function saidIn(part: string, passages: readonly Passage[], subject: Subject): Said[] {
  const lenses = lensesOf(passages)
  return [
    ...lenses.map(([lens, words]): Said => ({ key: `lens ${words}`, sort: 'lens', part, lens, place: () => nameAt(subject, lens.place) })),
    ...passages.flatMap((passage) => saidBy(passage, part, subject)),
  ]
}

function saidBy(passage: Passage, part: string, subject: Subject): Said[] {
  if (passage.sort !== 'paragraph' && passage.sort !== 'item') return []
  const question = passage.sort === 'item' && passage.parts.at(-1) === 'debrief'
  if (!question && (wordCount(passage.text) < FEWEST_WORDS || isFootnote(passage))) return []
  const sort = question ? 'debrief question' : 'paragraph'
  const { text } = passage
  const lens = lensAround(passage)
  const place = (): Place => placeIn(passage, text.length - text.trimStart().length, text.trimEnd().length, sourceText(subject))
  return [{ key: `${sort} ${wordsOf(text)}`, sort, part, lens, place }]
}

/** What a mark such as * in the text leads to stands wherever the mark does. */
function isFootnote({ text }: Passage): boolean {
  return /^\s*[*†]/.test(text)
}

function lensesOf(passages: readonly Passage[]): [Lens, string][] {
  const texts = new Map<Lens, string>()
  for (const passage of passages) {
    const lens = lensAround(passage)
    if (lens && passage.sort !== 'title') texts.set(lens, `${texts.get(lens) ?? ''} ${wordsOf(passage.text)}`)
  }
  return [...texts]
}

function lensAround({ within }: Passage): Lens | null {
  return within.find((piece): piece is Lens => piece.kind === 'lens') ?? null
}

/** The words alone, in small letters. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function repeated({ sort, place }: Said, first: Said): VFileMessage {
  return finding(`Unexpected ${sort} that \`${first.part}\` has too, expected each said once`, {
    rule: textIsSaidOnce.id,
    severity: 'warning',
    place: place(),
    causes: [{ reason: `The same ${sort}`, place: first.place() }],
  })
}
