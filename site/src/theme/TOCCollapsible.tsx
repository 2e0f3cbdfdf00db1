import type { Props } from '@theme/TOCCollapsible'
import TOCItems from '@theme/TOCItems'
import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'

/** Headings folded above the text; unlike the theme's it opens without script. */
export default function TOCCollapsible({ toc }: Props): ReactNode {
  const { words } = useEdition()
  if (toc.length < 2) return null
  return (
    <nav className="on-this-page-folded" aria-label={words.onThisPage}>
      <details>
        <summary>{words.onThisPage}</summary>
        <TOCItems toc={toc} />
      </details>
    </nav>
  )
}
