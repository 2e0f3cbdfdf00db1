import type { Term } from './course.ts'

/** Finds terms by their id or words: without regard to case, with or without the abbreviation in brackets, in the singular or a plural in -s. */
export function termFinder(glossary: readonly Term[]): (words: string) => string | null {
  const ids = new Map<string, string>()
  for (const { id, term } of glossary) {
    const short = /\(([^)]+)\)\s*$/.exec(term)?.[1]
    for (const name of [term, term.replace(/\s*\([^)]*\)/g, ''), id, ...(short ? [short] : [])]) ids.set(fold(name), id)
  }
  return (words) => ids.get(fold(words)) ?? ids.get(fold(words).replace(/s$/, '')) ?? null
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, '-')
}
