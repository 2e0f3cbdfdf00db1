import type { VFileMessage } from 'vfile-message'
import type { Slide } from '../course.ts'
import { finding } from '../finding.ts'
import { type Passage, passagesIn, wordCount } from '../passages.ts'
import { nameAt, type SourceRule, type Subject } from '../rule.ts'
import { everyModule, partsOf } from '../walk.ts'

export const slideIsShort: SourceRule = {
  id: 'slide-is-short',
  severity: 'warning',
  needs: 'sources',
  sentence: 'A slide has no more words, its title among them, than goals.slide-words of course.yml says.',
  advice:
    'Citations and references to figures are not counted, nor are translations. Keep the words the room must see; what is said belongs in the notes.',
  check(subject) {
    const { course } = subject
    const goal = course.goals.slideWords
    if (goal === null) return []
    return everyModule(course)
      .flatMap((module) => partsOf(module))
      .flatMap((part) => [...slidesOf(passagesIn(part))])
      .flatMap(([slide, words]) => (words > goal ? [tooLong(slide, words, goal, subject)] : []))
  },
}

/** Words of each slide as the room sees it. */
function slidesOf(passages: readonly Passage[]): Map<Slide, number> {
  const counts = new Map<Slide, number>()
  for (const passage of passages) {
    const at = passage.within.findIndex(({ kind }) => kind === 'slide')
    const slide = passage.within[at]
    if (slide?.kind !== 'slide' || passage.parts[at] === 'notes') continue
    counts.set(slide, (counts.get(slide) ?? 0) + wordCount(passage.text) - passage.references)
  }
  return counts
}

function tooLong(slide: Slide, words: number, goal: number, subject: Subject): VFileMessage {
  const declared = subject.course.places.get('goals.slide-words')
  return finding(`Unexpected ${words} words on slide \`${slide.id}\`, expected at most ${goal}`, {
    rule: slideIsShort.id,
    severity: 'warning',
    place: nameAt(subject, slide.place),
    causes: declared ? [{ reason: `A slide has at most ${goal} words`, place: declared }] : [],
  })
}
