import type { VFileMessage } from 'vfile-message'
import type { Objective, Place } from '../course.ts'
import { finding } from '../finding.ts'
import { objectiveVerbs } from '../objective-verbs.ts'
import { type SourceRule, writtenParts } from '../rule.ts'

export const objectiveIsMeasurable: SourceRule = {
  id: 'objective-is-measurable',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every objective begins with a verb whose doing can be observed.',
  advice:
    'Ask what somebody would see participants do: not "understand the market" but "distinguish three kinds of shortage". A verb that the list lacks is a warning only.',
  check: (subject) => writtenParts(subject).flatMap(({ part }) => part.objectives.flatMap((objective) => judge(objective, part.language))),
}

function judge(objective: Objective, language: string): VFileMessage[] {
  const verbs = objectiveVerbs(language)
  if (!verbs) return []
  const { kind, words } = verbs.judge(objective.text)
  if (kind === 'observable') return []
  const samples = verbs.samples[objective.level]
  const options = { rule: objectiveIsMeasurable.id, place: beginning(objective.place, objective.text, words), expected: samples }
  const expected = `a verb whose doing can be observed, such as ${samples.join(', ')}`
  return kind === 'vague'
    ? [finding(`Unexpected \`${words}\` in an objective, expected ${expected}`, { ...options, severity: 'error' })]
    : [finding(`Unexpected first word \`${words}\` of an objective, expected ${expected}`, { ...options, severity: 'warning' })]
}

// The words at the beginning of the text; a text in quotes begins one column later.
function beginning(place: Place, text: string, words: string): Place {
  const written = place.end.column - place.start.column
  const quoted = place.start.line === place.end.line && written === text.length + 2 ? 1 : 0
  const at = text.indexOf(words)
  if (place.start.line !== place.end.line || at < 0) return { ...place, end: place.start }
  const column = place.start.column + quoted + at
  return { path: place.path, start: { line: place.start.line, column }, end: { line: place.start.line, column: column + words.length } }
}
