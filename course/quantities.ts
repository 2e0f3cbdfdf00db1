/**
 * How much a line of materials asks for: "20 cards and three markers a group" is 20 and 3 for each group. Read by form, in the languages of
 * the course: a number counts where it begins a part of the line, and what it counts for stands at the end of that part or of those it is
 * joined to. What is in brackets, in quotes or after a colon describes and is not counted; what cannot be told is left to the reader.
 */

/** What a number is for: everybody together, each group, person or delegation, or so many people. */
export type Per = 'all' | 'group' | 'person' | 'delegation' | { people: number }

export interface Quantity {
  amount: number
  per: Per
  /** The id it counts copies of; null for anything else. */
  copiesOf: string | null
}

/** The quantities of a line, in the order written; none where its language is not known. References stand in it as `#id`. */
export function quantitiesIn(line: string, language: string): Quantity[] {
  const grammar = GRAMMARS[language]
  if (!grammar) return []
  const parts = partsOf(line, grammar)
  const found: Quantity[] = []
  let divided = false
  for (const [index, part] of parts.entries()) {
    const own = perIn(part.text, grammar)
    if (part.amount === null || (own === null && part.article)) continue
    // "twelve cards a group; six of them": a part of what was counted for each
    if (own === null && divided) continue
    divided ||= own !== null
    const per = own ?? (grammar.each.test(part.text) ? null : perAfter(parts.slice(index + 1), grammar))
    if (per) found.push({ amount: part.amount, per, copiesOf: grammar.copies.exec(part.text)?.[1] ?? null })
  }
  return found
}

/** Whether a line asks for copies of one sheet and for nothing else. */
export function isCopiesOnly(line: string, language: string): boolean {
  const grammar = GRAMMARS[language]
  const [part, ...others] = grammar ? partsOf(line, grammar) : []
  if (!grammar || !part || others.length > 0 || part.amount === null || !grammar.copies.test(part.text)) return false
  return [grammar.copies, grammar.people, grammar.per].reduce((text, known) => text.replace(known, ''), part.text).trim() === ''
}

interface Part {
  /** The number it begins with; null where there is none. */
  amount: number | null
  /** It begins with an article: one of something, if it is said for whom. */
  article: boolean
  /** Without the number. */
  text: string
  /** Joined to the one before by "and". */
  joined: boolean
}

interface Grammar {
  /** By their place in the list; spellings parted by a bar. */
  numbers: readonly string[]
  /** What says "one" only where it is said for whom; a thing named alone, in Arabic. */
  article: string
  /** Between the parts of a line; the word for "and" in brackets. */
  and: string
  /** What a number is for; in brackets the word for whom, or for how many people. */
  per: RegExp
  people: RegExp
  whom: Readonly<Record<string, Per>>
  /** Each of something, known or not. */
  each: RegExp
  /** Begins what cannot be counted together with the part before. */
  aside: RegExp
  /** So many copies of a sheet; in brackets its id. */
  copies: RegExp
}

/** More of one thing for one group: a year, or the number of a law. */
const MOST = 999

function partsOf(line: string, grammar: Grammar): Part[] {
  const bare = line
    .replace(/\([^)]*\)|"[^"]*"|“[^”]*”|«[^»]*»/g, ' ')
    .replace(/:.*/s, '')
    .replace(/\s+/g, ' ')
  const number = numberPattern(grammar)
  const joint = new RegExp(`\\s*[,;،؛]\\s*|\\s+(?=${grammar.and}${number}\\s)`, 'u')
  const begins = new RegExp(`^(${grammar.and}(?=${number}))?(?:(${number})|(${grammar.article}))(?:\\s+(.*))?$`, 'isu')
  return bare.split(joint).map((text) => {
    const [, and, amount, article, rest = ''] = begins.exec(text.trim()) ?? []
    if (amount === undefined && article === undefined) return { amount: null, article: false, text: text.trim(), joined: false }
    return {
      amount: article === undefined ? amountOf(amount, grammar) : 1,
      article: article !== undefined,
      text: rest,
      joined: and !== undefined,
    }
  })
}

function numberPattern({ numbers }: Grammar): string {
  return `(?:[\\d٠-٩]{1,3}|${numbers
    .flatMap((word) => word.split('|'))
    .filter(Boolean)
    .join('|')})`
}

function amountOf(written: string | undefined, { numbers }: Grammar): number | null {
  if (written === undefined) return null
  const digits = written.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const amount = /^\d+$/.test(digits) ? Number(digits) : numbers.findIndex((words) => words.split('|').includes(written.toLowerCase()))
  return amount > 0 && amount <= MOST ? amount : null
}

function perIn(text: string, grammar: Grammar): Per | null {
  const people = grammar.people.exec(text)?.[1]
  const count = amountOf(people, grammar)
  if (count !== null) return { people: count }
  return grammar.whom[grammar.per.exec(text)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** For whom the parts that follow are, as far as they belong to the one before them; for all where they do not say. */
function perAfter(parts: readonly Part[], grammar: Grammar): Per {
  for (const { amount, text, joined } of parts) {
    if ((amount !== null && !joined) || grammar.aside.test(text)) return 'all'
    const per = perIn(text, grammar)
    if (per !== null) return per
  }
  return 'all'
}

const PAIR: Per = { people: 2 }

const ENGLISH_NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const FRENCH_NUMBERS = ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze']
const ARABIC_NUMBERS = [
  '',
  'واحد|واحدة',
  'نسختان|ورقتان|بطاقتان|قلمان',
  'ثلاث|ثلاثة',
  'أربع|أربعة',
  'خمس|خمسة',
  'ست|ستة',
  'سبع|سبعة',
  'ثماني|ثمانية',
  'تسع|تسعة',
  'عشر|عشرة',
]

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: {
    numbers: ENGLISH_NUMBERS,
    article: 'an?',
    and: '(?:and\\s+)',
    per: /\b(?:an?|per|(?:for )?(?:each|every)) (group|table|team|person|participant|delegation|country|pair)\b/i,
    people: /\b(?:per|for) (\w+) (?:people|persons|participants)\b/i,
    whom: {
      group: 'group',
      table: 'group',
      team: 'group',
      person: 'person',
      participant: 'person',
      delegation: 'delegation',
      country: 'delegation',
      pair: PAIR,
    },
    each: /\b(?:each|every|per)\b/i,
    aside: /^(?:with|without|if|for|from|on|in|to|or|of|away|enlarged)\b/i,
    copies: /^(?:more )?cop(?:y|ies) of #(\S+)/,
  },
  fr: {
    numbers: FRENCH_NUMBERS,
    article: 'une?',
    and: '(?:et\\s+)',
    per: /(?:par|(?:pour|à) chaque) (groupe|table|équipe|personne|participant|participante|délégation|pays|binôme|paire)(?![\p{L}])/iu,
    people: /(?:par|pour) ([\p{L}\d]+) (?:personnes|participants)(?![\p{L}])/iu,
    whom: {
      groupe: 'group',
      table: 'group',
      équipe: 'group',
      personne: 'person',
      participant: 'person',
      participante: 'person',
      délégation: 'delegation',
      pays: 'delegation',
      binôme: PAIR,
      paire: PAIR,
    },
    each: /(?:^|\s)(?:chacun|chacune|chaque|par)(?![\p{L}])/iu,
    aside: /^(?:avec|sans|si|pour|sur|dans|de|du|ou|à|en)(?![\p{L}])/iu,
    copies: /^(?:exemplaires?|copies?) (?:de |du |des |d[’'])(?:la |l[’'])?#(\S+)/,
  },
  ar: {
    numbers: ARABIC_NUMBERS,
    article: 'نسخة|ورقة|بطاقة|قلم',
    and: '(?:و\\s*)',
    per: /لكل (مجموعة|طاولة|فريق|شخص|مشاركة|مشارك|وفد|بلد|ثنائي)(?![\p{L}])/u,
    people: /لكل ([\p{L}\d٠-٩]+) (?:أشخاص|مشاركين|شخصًا)/u,
    whom: {
      مجموعة: 'group',
      طاولة: 'group',
      فريق: 'group',
      شخص: 'person',
      مشارك: 'person',
      مشاركة: 'person',
      وفد: 'delegation',
      بلد: 'delegation',
      ثنائي: PAIR,
    },
    each: /لكل(?![\p{L}])/u,
    aside: /^(?:مع|من|في|على|إن|إذا|أو|بلا|بدون)(?![\p{L}])/u,
    // the word for a copy is read as its article
    copies: /^من #(\S+)/,
  },
}
