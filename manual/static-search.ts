/**
 * The search of the plain edition in the reader's browser: answers while typing, all by keyboard. Down and Up walk
 * through the hits, Escape closes them, Enter follows the hit or, in the field, the first one. Bundled to a plain
 * script that is loaded after `search-index.js`, when the reader first enters the field.
 */
import { findInManual, type Hit, openSearch, type SearchIndex } from './search.ts'

declare global {
  /** Set by `search-index.js`. */
  var fieldkitSearch: { language: string; index: string } | undefined
}

const form = document.querySelector<HTMLFormElement>('form.search')
const given = globalThis.fieldkitSearch
if (form && given) start(form, given)

function start(form: HTMLFormElement, given: { language: string; index: string }): void {
  const input = form.querySelector('input') as HTMLInputElement
  const results = form.querySelector('.search-results') as HTMLElement
  const status = form.querySelector('[role=status]') as HTMLElement
  let index: SearchIndex | null = null
  const answer = (): void => {
    const query = input.value.trim()
    if (query.length < 2) {
      close()
      return
    }
    index ??= openSearch(given.index, given.language)
    const hits = findInManual(index, query, given.language)
    const count = countOf(hits.length)
    status.textContent = count
    const line = document.createElement('p')
    line.className = 'search-count'
    line.textContent = count
    results.replaceChildren(line, ...hits.map(hitLink))
    results.hidden = false
  }
  const close = (): void => {
    results.hidden = true
    results.replaceChildren()
    status.textContent = ''
  }
  const countOf = (count: number): string =>
    count === 0 ? (form.dataset.nothing ?? '') : `${form.dataset.results ?? ''}${new Intl.NumberFormat(given.language).format(count)}`

  input.addEventListener('input', answer)
  input.addEventListener('focus', () => input.value && results.hidden && answer())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    answer()
    results.querySelector('a')?.click()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close()
      input.focus()
      return
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const links = [...results.querySelectorAll('a')]
    if (links.length === 0) return
    event.preventDefault()
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1)
    if (at < 0) input.focus()
    else links[Math.min(at, links.length - 1)]?.focus()
  })
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target as Node)) close()
  })
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget as Node)) close()
  })
  results.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) close()
  })
  // what was typed while this script was on its way
  if (input.value !== '') answer()
}

function hitLink(hit: Hit): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = `${document.body.dataset.root ?? ''}${hit.address}`
  const title = document.createElement('strong')
  title.textContent = hit.heading || hit.page
  link.append(title)
  if (hit.heading) {
    const page = document.createElement('span')
    page.className = 'search-page'
    page.textContent = ` ${hit.page}`
    title.append(page)
  }
  for (const { text, match } of hit.excerpt) {
    if (match) {
      const mark = document.createElement('mark')
      mark.textContent = text
      link.append(mark)
    } else link.append(text)
  }
  return link
}
