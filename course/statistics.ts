/** Statistics in running text, found by their form: shares, money, people counted, dated results. People and results are known in English only. */

export interface Statistic {
  start: number
  end: number
  text: string
}

/** The statistics of a sentence, in order. */
export function statisticsIn(sentence: string): Statistic[] {
  if (!/\d/.test(sentence)) return []
  return [...matches(SHARE, sentence), ...matches(MONEY, sentence), ...people(sentence), ...datedResults(sentence)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

const DIGITS = String.raw`(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?(?:\s?(?:[–-]|to|and|or)\s?\d[\d.,\u00a0\u202f]*)?`
// not the end of a code or a fraction, such as ISCO-08, 3/4
const NUMBER = String.raw`(?<![\p{L}\p{N}.,/§-])${DIGITS}`
const MAGNITUDE = '(?:thousand|million|billion|trillion)'
const CURRENCY = String.raw`(?:USD|EUR|GBP|CHF|AUD|CAD|NZD|JPY|KRW|MAD|US\$|A\$|[€$£])`

const SHARE = pattern(String.raw`${NUMBER}\s?(?:%|per\s?cent\b|percent\b|percentage points?\b|pour\s?cent\b)`)
const MONEY = pattern(
  String.raw`${CURRENCY}\s?${DIGITS}(?:\s${MAGNITUDE}\b)?`,
  String.raw`${NUMBER}(?:\s${MAGNITUDE}\b)?\s?(?:${CURRENCY}|euros?\b|dollars?\b|crowns?\b|pounds?\b|francs?\b)`,
  String.raw`${NUMBER}\s${MAGNITUDE}\b`,
)

const PEOPLE = [
  'people|persons|individuals|men|women|girls|boys|children|adults|families|households|inhabitants|residents',
  'stakeholders|officials|experts|beneficiaries|participants|members|applicants|candidates|jobseekers|job-seekers|learners|students|pupils|trainees|apprentices|interns|graduates|alumni',
  'workers|employees|staff|migrants|returnees|refugees|labourers|farmers|fellows|professionals|specialists|technicians|installers|engineers|nurses|midwives|doctors|carers|caregivers|aides|assistants|builders|electricians|drivers|teachers|trainers|assessors',
  'placed|selected|recruited|hired|employed|trained|certified|graduated|deployed|enrolled|departed',
].join('|')
const WORD = String.raw`(?!(?:minutes?|hours?|days?|weeks?|months?|years?|per|in|of|for|to|and|or|the|at|by|with|cards?|copies|sheets?)\b)[\p{L}’'-]+`
const COUNTED = pattern(String.raw`(?<number>${NUMBER})(?:\s(?:of|out of)\s\d[\d,]*)?\s(?:${WORD}\s){0,2}?(?:${PEOPLE})\b`)

/** Fewer people than these are a group in the room. */
const FEWEST_PEOPLE = 10

/** Most people that a room is laid out for. */
const MOST_IN_ROOM = 60
const ROOM = /\b(?:tables?|groups?|rooms?|circles?|teams?|chairs?)\b|^for \d/i
const IN_ROOM = /\b(?:people|persons|participants)$/i

function people(sentence: string): Statistic[] {
  return matches(COUNTED, sentence, ({ groups, 0: text }) => {
    const number = groups?.number ?? ''
    const count = Number(/^[\d,\u00a0\u202f.]+/.exec(number)?.[0].replace(/[^\d.]/g, ''))
    if (count < FEWEST_PEOPLE || isYear(number)) return false
    // "two tables of 12 people" lays out a room
    return !(count <= MOST_IN_ROOM && ROOM.test(sentence) && IN_ROOM.test(text))
  })
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d\d(?:$|\D)/.test(number)
}

const DATE = pattern(
  String.raw`\b(?:in|by|since|until|from|between|during|of|before|after|January|February|March|April|May|June|July|August|September|October|November|December)\s(?:19|20)\d\d\b`,
)
const RESULT =
  /\b(?:began|started|ended|opened|closed|signed|launched|placed|trained|graduated|arrived|returned|reached|rose|fell|grew|shrank|increased|decreased|dropped|doubled|halved|tripled|lacked|adopted|ratified|introduced|ran|selected|announced|recruited|hired|certified|reported|replaced|left|moved|received|paid|created|counted|worked|stopped)\b/

function datedResults(sentence: string): Statistic[] {
  return RESULT.test(sentence) ? matches(DATE, sentence).slice(0, 1) : []
}

function pattern(...forms: string[]): RegExp {
  return new RegExp(forms.join('|'), 'giu')
}

function matches(form: RegExp, sentence: string, is: (match: RegExpExecArray) => boolean = () => true): Statistic[] {
  return [...sentence.matchAll(form)]
    .filter(is)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0].replace(/\s+/g, ' ') }))
}
