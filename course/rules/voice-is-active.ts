import type { VFileMessage } from 'vfile-message'
import type { Place } from '../course.ts'
import { finding } from '../finding.ts'
import { type Passage, passagesIn, placeIn, sentencesOf } from '../passages.ts'
import { knowsPassive, type PassiveVerb, passiveVerbs } from '../passive-voice.ts'
import { type SourceRule, type Subject, sourceText } from '../rule.ts'
import { everyModule, partsOf } from '../walk.ts'

export const voiceIsActive: SourceRule = {
  id: 'voice-is-active',
  severity: 'info',
  needs: 'sources',
  sentence: 'Passive verbs do not come in chains: not two in one sentence, nor in three sentences running (English only).',
  advice: 'Say who does it: not "the list is checked and is sent" but "the ministry checks the list and sends it".',
  check(subject) {
    const { course } = subject
    if (!knowsPassive(course.language)) return []
    return everyModule(course)
      .flatMap((module) => partsOf(module))
      .flatMap((part) => passagesIn(part))
      .filter(({ sort }) => sort === 'paragraph' || sort === 'item')
      .flatMap((passage) => judge(passage, subject))
  },
}

/** Sentences running that may not all have a passive verb. */
const RUN = 3

function judge(passage: Passage, subject: Subject): VFileMessage[] {
  const sentences = sentencesOf(passage).map(({ text, start }) =>
    passiveVerbs(text).map((verb): PassiveVerb => ({ start: start + verb.start, end: start + verb.end })),
  )
  const place = ({ start, end }: PassiveVerb): Place => placeIn(passage, start, end, sourceText(subject))
  const chains = sentences.filter((verbs) => verbs.length > 1).map((verbs) => chain(verbs, place))
  return [...chains, ...runsOf(sentences).map((verbs) => run(verbs, place))]
}

function chain(verbs: PassiveVerb[], place: (verb: PassiveVerb) => Place): VFileMessage {
  const [first, second, ...more] = verbs as [PassiveVerb, PassiveVerb, ...PassiveVerb[]]
  return finding(`Unexpected ${verbs.length} passive verbs in one sentence, expected active ones`, {
    rule: voiceIsActive.id,
    severity: 'info',
    place: place(second),
    causes: [first, ...more].map((verb) => ({ reason: 'Passive verb', place: place(verb) })),
  })
}

/** The first passive verb of each sentence of a run that is long enough. */
function runsOf(sentences: readonly PassiveVerb[][]): PassiveVerb[][] {
  const runs: PassiveVerb[][] = []
  let run: PassiveVerb[] = []
  for (const [verb] of [...sentences, []]) {
    if (verb) run.push(verb)
    else {
      if (run.length >= RUN) runs.push(run)
      run = []
    }
  }
  return runs
}

function run(verbs: PassiveVerb[], place: (verb: PassiveVerb) => Place): VFileMessage {
  const last = verbs.at(-1) as PassiveVerb
  return finding(`Unexpected passive verbs in ${verbs.length} sentences running, expected active ones among them`, {
    rule: voiceIsActive.id,
    severity: 'info',
    place: place(last),
    causes: verbs.slice(0, -1).map((verb) => ({ reason: 'Passive verb', place: place(verb) })),
  })
}
