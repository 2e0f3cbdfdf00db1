/** Interface words of every medium, by language; one more language is one more file in `words/`. */
import { ar } from './words/ar.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

export type { Words }

const LANGUAGES: Readonly<Record<string, Words>> = { ar, en, fr }
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Words of a language tag such as `fr` or `fr-CA`; English where we have none. */
export function words(language: string): Words {
  return LANGUAGES[primary(language)] ?? en
}

/** Languages we have interface words for. */
export function wordedLanguages(): string[] {
  return Object.keys(LANGUAGES)
}

/** Writing direction of a language tag. */
export function direction(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr'
}

function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}
