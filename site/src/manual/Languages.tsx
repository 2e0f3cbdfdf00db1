import type { ReactNode } from 'react'
import { useEdition, useHere } from './edition.ts'
import { PageLink } from './PageLink.tsx'

/** Links to the same page in the course's other languages; pages have the same path in every language. */
export function Languages(): ReactNode {
  const { editions, language, words, missing } = useEdition()
  const here = useHere() ?? ''
  if (editions.length < 2) return null
  return (
    <nav className="languages" aria-label={words.languages}>
      <ul>
        {editions.map((other) => (
          <li key={other.language}>
            {other.language === language ? (
              <span lang={other.language} aria-current="true">
                {other.name}
              </span>
            ) : (
              <PageLink
                folder={other.path}
                to={missing[other.language]?.includes(here) ? '' : here}
                lang={other.language}
                hrefLang={other.language}
                dir={other.direction}
              >
                {other.name}
              </PageLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
