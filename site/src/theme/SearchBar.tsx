import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Hit } from '../../../manual/search.ts'
import type { SiteWords } from '../../../manual/site.ts'
import { useEdition } from '../manual/edition.ts'
import { PageLink } from '../manual/PageLink.tsx'

type Find = (query: string) => Hit[]

/** Search in this language's pages. Index and search code are fetched from the site itself when the dialog first opens. */
export default function SearchBar(): ReactNode {
  const { words } = useEdition()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const { find, failed, load } = useSearch()
  const hits = find && query.trim() !== '' ? find(query) : []

  const open = useCallback(() => {
    load()
    if (!dialog.current?.open) dialog.current?.showModal()
    field.current?.select()
  }, [load])
  const close = () => dialog.current?.close()
  useShortcut(open)

  return (
    <search className="search">
      <button type="button" className="tool search-button" onClick={open} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K">
        <svg className="tool-icon" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.75" cy="6.75" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="m10.4 10.4 4 4" stroke="currentColor" strokeWidth="1.75" />
        </svg>
        <span className="tool-label">{words.search}</span>
      </button>
      <dialog
        ref={dialog}
        className="search-dialog"
        aria-label={words.search}
        onKeyDown={walkHits}
        onClick={(event) => event.target === dialog.current && close()}
      >
        <div className="search-panel">
          <div className="search-row">
            <label>
              <span>{words.searchLabel}</span>
              <input
                ref={field}
                type="search"
                value={query}
                onChange={(event) => setQuery(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            </label>
            <button type="button" className="tool" onClick={close}>
              {words.close}
            </button>
          </div>
          <p className="search-status" role="status">
            {statusOf(query, find !== null, failed, hits.length, words)}
          </p>
          <ol className="search-hits">
            {hits.map((hit) => (
              <HitLink key={hit.address} hit={hit} onFollow={close} />
            ))}
          </ol>
        </div>
      </dialog>
    </search>
  )
}

function HitLink({ hit, onFollow }: { hit: Hit; onFollow: () => void }): ReactNode {
  return (
    <li>
      <PageLink to={hit.address} onClick={onFollow}>
        <span className="hit-heading">{hit.heading === '' ? hit.page : hit.heading}</span>
        {hit.heading !== '' && <span className="hit-page">{hit.page}</span>}
        <span className="hit-excerpt">
          {hit.excerpt.map((part, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name
            part.match ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
          )}
        </span>
      </PageLink>
    </li>
  )
}

function statusOf(query: string, loaded: boolean, failed: boolean, count: number, words: SiteWords): string {
  if (query.trim() === '') return ''
  if (failed) return words.searchFailed
  if (!loaded) return words.searchLoading
  return count === 0 ? words.nothingFound : `${words.searchResults}${words.colon}${count}`
}

/** Loads the language's index once, when asked to. */
function useSearch(): { find: Find | null; failed: boolean; load: () => void } {
  const { language } = useEdition()
  const { baseUrl } = useDocusaurusContext().siteConfig
  const [find, setFind] = useState<Find | null>(null)
  const [failed, setFailed] = useState(false)
  const asked = useRef(false)
  const load = useCallback(() => {
    if (asked.current) return
    asked.current = true
    setFailed(false)
    loadFind(`${baseUrl}search/${language}.json`, language).then(
      (loaded) => setFind(() => loaded),
      () => {
        // The line may be back the next time the dialog opens.
        asked.current = false
        setFailed(true)
      },
    )
  }, [baseUrl, language])
  return { find, failed, load }
}

async function loadFind(address: string, language: string): Promise<Find> {
  const [{ findInManual, openSearch }, response] = await Promise.all([import('@written/search.mjs'), fetch(address)])
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const index = openSearch(await response.text(), language)
  return (query) => findInManual(index, query, language)
}

/** Opens search with Ctrl+K (Cmd+K). A bare letter or slash would get in the way of speech input (WCAG 2.1.4). */
function useShortcut(open: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [open])
}

/** Arrow keys walk from the field through the hits and back; Enter in the field follows the first hit; Escape closes, wherever it is pressed. */
function walkHits(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key === 'Escape') {
    // Left alone, the first Escape would only empty the field.
    event.preventDefault()
    event.currentTarget.close()
    return
  }
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .search-hits a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  if (event.key === 'Enter' && at === 0) {
    event.preventDefault()
    stops[1]?.click()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const stop = step === 0 || at < 0 ? undefined : stops[at + step]
  if (!stop) return
  event.preventDefault()
  stop.focus()
}
