import type { ReactNode } from 'react'
import { useEdition } from './edition.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { PageLink } from './PageLink.tsx'
import { Search } from './Search.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

export function Header(): ReactNode {
  const edition = useEdition()
  return (
    <header className="masthead">
      <div className="masthead-row">
        <PageLink className="masthead-title" to="">
          {edition.title} <span className="masthead-edition">{edition.words.facilitatorEdition}</span>
        </PageLink>
        <div className="masthead-tools">
          <Search />
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  )
}
