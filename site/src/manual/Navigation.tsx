import { useLocation } from '@docusaurus/router'
import { type ReactNode, useEffect, useId, useState } from 'react'
import type { SiteEntry } from '../../../manual/site.ts'
import { useEdition, useHere } from './edition.ts'
import { PageLink } from './PageLink.tsx'

/** The course's contents: beside the text where there is room, else behind a button. */
export function Navigation(): ReactNode {
  const { navigation, words } = useEdition()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list closes whenever another page is shown
  useEffect(() => setOpen(false), [pathname])
  return (
    <div className="navigation">
      <button type="button" className="navigation-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {words.contents}
      </button>
      <noscript>
        <style>{'.navigation-list{display:block!important}.navigation-button{display:none!important}'}</style>
      </noscript>
      <nav id={id} className="navigation-list" data-open={open} aria-label={words.contents}>
        <Entries entries={navigation} />
      </nav>
    </div>
  )
}

function Entries({ entries }: { entries: SiteEntry[] }): ReactNode {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.path}>{entry.entries.length > 0 ? <Group entry={entry} /> : <EntryLink entry={entry} />}</li>
      ))}
    </ul>
  )
}

/** A module: its own page first, then its blocks; open where the reader is inside it. */
function Group({ entry }: { entry: SiteEntry }): ReactNode {
  const here = useHere()
  const { words } = useEdition()
  const inside = entry.path === here || entry.entries.some(({ path }) => path === here)
  return (
    <details key={String(inside)} open={inside}>
      <summary>
        <Title entry={entry} />
      </summary>
      <Entries entries={[{ path: entry.path, number: '', title: words.overview, foreign: null, entries: [] }, ...entry.entries]} />
    </details>
  )
}

function EntryLink({ entry }: { entry: SiteEntry }): ReactNode {
  const here = useHere()
  return (
    <PageLink to={entry.path} aria-current={entry.path === here ? 'page' : undefined}>
      <Title entry={entry} />
    </PageLink>
  )
}

function Title({ entry }: { entry: SiteEntry }): ReactNode {
  return (
    <>
      {entry.number !== '' && <span className="entry-number">{entry.number} </span>}
      <span className="entry-title" lang={entry.foreign ?? undefined}>
        {entry.title}
      </span>
    </>
  )
}
