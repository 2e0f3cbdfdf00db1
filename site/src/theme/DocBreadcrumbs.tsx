import type { ReactNode } from 'react'
import { useEdition, usePage } from '../manual/edition.ts'
import { Named } from '../manual/Named.tsx'
import { PageLink } from '../manual/PageLink.tsx'

/** Where the page stands: the steps from the home page of its language to it. */
export default function DocBreadcrumbs(): ReactNode {
  const { words } = useEdition()
  const { trail } = usePage()
  if (trail.length === 0) return null
  return (
    <nav className="trail" aria-label={words.youAreHere}>
      <ol className="breadcrumbs">
        {trail.map((step) => (
          <li key={step.path} className="breadcrumbs__item">
            <PageLink className="breadcrumbs__link" to={step.path}>
              <Named {...step} />
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
