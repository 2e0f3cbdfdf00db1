/** Passive verbs of English text, found by their form: a form of "to be" and a past participle, with an adverb or two between them at most. */

export interface PassiveVerb {
  start: number
  end: number
}

/** Whether passive verbs of a language can be found. */
export function knowsPassive(language: string): boolean {
  return /^en(-|$)/i.test(language)
}

/** The passive verbs of an English text, in order. */
export function passiveVerbs(text: string): PassiveVerb[] {
  return [...text.matchAll(PASSIVE)]
    .filter(({ groups }) => !STATES.has((groups?.participle ?? '').toLowerCase()))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const IRREGULAR =
  'beaten|begun|bent|bound|bought|brought|broken|built|caught|chosen|cut|dealt|done|drawn|driven|eaten|fed|felt|fought|found|forgotten|forbidden|forgiven|frozen|given|grown|heard|held|hidden|hit|hurt|kept|known|laid|led|left|lent|lost|made|meant|met|overseen|overtaken|paid|proven|put|read|rebuilt|repaid|rewritten|said|seen|sent|set|shaken|shown|shut|sold|sought|spent|split|spoken|spread|stolen|struck|sworn|taken|taught|thought|thrown|told|torn|undergone|understood|undertaken|withdrawn|withheld|won|worn|written'

// "there are", "it is" and the like end in no participle; an adjective that looks like one is left out below
const PASSIVE = new RegExp(
  String.raw`\b(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s+(?:(?:not|also|often|never|always|already|still|then|only|just|now|later|first|usually|sometimes|rarely|ever|both|all|each|\w+ly)\s+){0,2}(?<participle>[a-z]{3,}ed|${IRREGULAR})\b`,
  'gi',
)

/** Words that look like a participle behind "to be" and say what something is like, not what is done to it. */
const STATES = new Set([
  'advanced',
  'aged',
  'ashamed',
  'based',
  'bored',
  'complicated',
  'concerned',
  'crowded',
  'dedicated',
  'experienced',
  'finished',
  'hundred',
  'indeed',
  'interested',
  'invented',
  'limited',
  'married',
  'need',
  'pleased',
  'prepared',
  'qualified',
  'regulated',
  'related',
  'retired',
  'satisfied',
  'skilled',
  'surprised',
  'talented',
  'tired',
  'united',
  'unskilled',
  'unemployed',
  'worried',
])
