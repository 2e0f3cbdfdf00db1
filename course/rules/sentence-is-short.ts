import { finding } from '../finding.ts'
import { passagesIn, placeIn, sentencesOf } from '../passages.ts'
import { type SourceRule, sourceText } from '../rule.ts'
import { everyModule, partsOf } from '../walk.ts'

export const sentenceIsShort: SourceRule = {
  id: 'sentence-is-short',
  severity: 'warning',
  needs: 'sources',
  sentence: 'No sentence has more words than goals.sentence-words of course.yml says.',
  advice: 'Make two sentences of it, or a list. Citations are not counted, and translations are not looked at.',
  check(subject) {
    const { course } = subject
    const goal = course.goals.sentenceWords
    const declared = course.places.get('goals.sentence-words')
    if (goal === null) return []
    return everyModule(course)
      .flatMap((module) => partsOf(module))
      .flatMap((part) => passagesIn(part))
      .filter(({ sort }) => sort === 'paragraph' || sort === 'item')
      .flatMap((passage) =>
        sentencesOf(passage)
          .filter(({ words }) => words > goal)
          .map(({ words, start, end }) =>
            finding(`Unexpected sentence of ${words} words, expected at most ${goal}`, {
              rule: sentenceIsShort.id,
              severity: 'warning',
              place: placeIn(passage, start, end, sourceText(subject)),
              causes: declared ? [{ reason: `A sentence has at most ${goal} words`, place: declared }] : [],
            }),
          ),
      )
  },
}
