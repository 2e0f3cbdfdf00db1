import type { VFileMessage } from 'vfile-message'
import type { Piece } from '../course.ts'
import { finding } from '../finding.ts'
import { type Passage, passagesIn, placeIn, type Sentence, sentencesOf, wordCount } from '../passages.ts'
import { type SourceRule, type Subject, sourceText } from '../rule.ts'
import { type Statistic, statisticsIn } from '../statistics.ts'
import { everyModule, partsOf } from '../walk.ts'

export const statisticHasCitation: SourceRule = {
  id: 'statistic-has-citation',
  severity: 'warning',
  needs: 'sources',
  sentence:
    'Every statistic (a share, money, people counted, a dated result) stands within one sentence of a citation, where a course has references.',
  advice:
    'Cite the source in the sentence, as in [@iom-2023, p. 4]. A number of your own is marked where it stands, :uncited[about two years]{reason="our count"}, or on the directive around it, uncited="invented". The citations of a slide cover its notes. Instructions, fields and answers of worksheets and options of questions are not looked at, nor are translations.',
  check(subject) {
    if (subject.reading.references.length === 0) return []
    return everyModule(subject.course)
      .flatMap((module) => partsOf(module))
      .flatMap((part) => judge(passagesIn(part), subject))
  },
}

function judge(passages: readonly Passage[], subject: Subject): VFileMessage[] {
  const lines = linesOf(passages)
  const cited = citedPieces(passages)
  return lines.flatMap((line, at) => {
    if (!isLookedAt(line) || isNear(lines, at)) return []
    const statistics = statisticsIn(line.sentence.text)
    if (statistics.length === 0 || isCoveredAround(line.passage, passages, cited)) return []
    const statistic = statistics.find((one) => !isExcused(line, one, subject))
    return statistic ? [uncited(line, statistic, subject)] : []
  })
}

/** A sentence and the citations in it. */
interface Line {
  passage: Passage
  sentence: Sentence
  citations: number
}

function linesOf(passages: readonly Passage[]): Line[] {
  return passages.flatMap((passage) => {
    const sentences = sentencesOf(passage)
    // a citation behind the full stop belongs to the sentence before it
    const owners = passage.citations.map((at) =>
      Math.max(
        0,
        sentences.findLastIndex(({ start }) => start < at || start === 0),
      ),
    )
    const lines = sentences.map((sentence, index) => ({ passage, sentence, citations: owners.filter((owner) => owner === index).length }))
    // a run-in word such as "Result." is no neighbour
    return lines.filter(({ sentence: { words, text }, citations }) => words > 1 || citations > 0 || /\d/.test(text))
  })
}

const INSTRUCTIONS: readonly Passage['parts'][number][] = ['steps', 'materials', 'online', 'options']
/** Advice on running a session, and what validators are asked to confirm. */
const UNSTATED: readonly Piece['kind'][] = ['tip', 'to-validate']

/** A question put to the room states nothing. */
function isLookedAt({ passage: { parts, within }, sentence }: Line): boolean {
  if (parts.some((part) => INSTRUCTIONS.includes(part)) || within.some(({ kind }) => UNSTATED.includes(kind))) return false
  const asked = parts.includes('notes') || parts.includes('debrief')
  if (asked && sentence.text.includes('?')) return false
  return !(within.some(({ kind }) => kind === 'worksheet') && parts.includes('answers'))
}

/** In this sentence, the one before or the one after, in the same paragraph, list item, table or case. */
function isNear(lines: readonly Line[], at: number): boolean {
  const group = lines[at]?.passage.group
  return [at - 1, at, at + 1].some((index) => {
    const line = lines[index]
    return line !== undefined && line.passage.group === group && line.citations > 0
  })
}

function citedPieces(passages: readonly Passage[]): Set<Piece> {
  return new Set(
    passages.flatMap(({ citations, within, parts }) => (citations.length > 0 ? within.filter((_, at) => parts[at] !== 'notes') : [])),
  )
}

/** A title or heading by what it stands over, notes by their slide, a list by the line that leads to it, a figure and a table by their caption and the text below. */
function isCoveredAround(passage: Passage, passages: readonly Passage[], cited: ReadonlySet<Piece>): boolean {
  const { sort, within, parts } = passage
  const inner = within.at(-1)
  const at = passages.indexOf(passage)
  const next = passages.slice(at + 1).find(({ group }) => group !== passage.group)?.group
  const below = passages.some(({ group, citations }) => group === next && citations.length > 0)
  switch (sort) {
    case 'title':
      return (inner !== undefined && cited.has(inner)) || (inner?.kind === 'figure' && (below || inner.credit !== ''))
    case 'heading':
      return below
    case 'cell':
      return below || (inner?.kind === 'figure' && cited.has(inner))
    case 'item':
      if (isLedTo(passages, at) || isSourced(passages, at)) return true
  }
  return within.some((piece, index) => piece.kind === 'slide' && parts[index] === 'notes' && cited.has(piece))
}

/** The line that leads to a list ends with a colon. */
function isLedTo(passages: readonly Passage[], at: number): boolean {
  const before = passages.slice(0, at).findLast(({ sort }) => sort !== 'item')
  return (
    before !== undefined &&
    before.citations.length > 0 &&
    before.text.trimEnd().endsWith(':') &&
    before.within.at(-1) === passages[at]?.within.at(-1)
  )
}

/** A line of sources below a list, such as "Source: [@iom-2023]", has little but citations. */
function isSourced(passages: readonly Passage[], at: number): boolean {
  const after = passages.slice(at).find(({ sort }) => sort !== 'item')
  return (
    after !== undefined &&
    after.citations.length > 0 &&
    wordCount(after.text) <= LABEL &&
    after.within.at(-1) === passages[at]?.within.at(-1)
  )
}

/** Most words of a line that only says what the citations in it are. */
const LABEL = 3

/** Inside `:uncited[…]`, or inside a directive with `uncited=`. */
function isExcused({ passage, sentence }: Line, statistic: Statistic, subject: Subject): boolean {
  const { start } = placeIn(passage, sentence.start + statistic.start, sentence.start + statistic.end, sourceText(subject))
  const file = subject.reading.written.find(({ path }) => path === passage.path)
  return (file?.directives ?? []).some(
    ({ word, attributes, place }) =>
      (word === 'uncited' || attributes.some(({ name, value }) => name === 'uncited' && value.trim() !== '')) &&
      !isBefore(start, place.start) &&
      isBefore(start, place.end),
  )
}

interface Point {
  line: number
  column: number
}

function isBefore(a: Point, b: Point): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}

function uncited({ passage, sentence }: Line, { start, end, text }: Statistic, subject: Subject): VFileMessage {
  return finding(`Unexpected statistic "${text}" without a citation, expected one in its sentence or the next to it`, {
    rule: statisticHasCitation.id,
    severity: 'warning',
    place: placeIn(passage, sentence.start + start, sentence.start + end, sourceText(subject)),
  })
}
