import type { PropSidebarItemCategory, PropSidebarItemLink } from '@docusaurus/plugin-content-docs'
import type { ReactNode } from 'react'
import type { EntryFacts } from './documents.ts'

/** Number and title of an entry of the contents, the title in its own language. */
export function EntryTitle({ item }: { item: PropSidebarItemLink | PropSidebarItemCategory }): ReactNode {
  const { number, foreign } = item.customProps as EntryFacts
  return (
    <>
      {number !== '' && <span className="entry-number">{number} </span>}
      <span className="entry-title" lang={foreign ?? undefined}>
        {item.label}
      </span>
    </>
  )
}
