/** Text in the margins of a printed page, as the CSS property `content` wants it. */

/** Text as a CSS string. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}

/** "page 3 of 64": the counters of the page in the order in which a language says them. */
export function pageCounters(phrase: (page: string, pages: string) => string): string {
  const counters: Record<string, string> = { '\u0001': 'counter(page)', '\u0002': 'counter(pages)' }
  return phrase('\u0001', '\u0002')
    .split(/([\u0001\u0002])/)
    .filter((part) => part !== '')
    .map((part) => counters[part] ?? cssString(part))
    .join(' ')
}
