import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'

/** The theme's moves focus by script; `main` takes it without. */
export default function SkipToContent(): ReactNode {
  const { words } = useEdition()
  return (
    <a className="skip-link" href="#main">
      {words.skipToContent}
    </a>
  )
}
