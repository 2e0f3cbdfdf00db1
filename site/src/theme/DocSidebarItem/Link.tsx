import Link from '@docusaurus/Link'
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client'
import { ThemeClassNames } from '@docusaurus/theme-common'
import type { Props } from '@theme/DocSidebarItem/Link'
import type { ReactNode } from 'react'
import { EntryTitle } from '../../manual/EntryTitle.tsx'

/** A page in the contents. */
export default function DocSidebarItemLink({ item, activePath, level, onItemClick }: Props): ReactNode {
  return (
    <li className={`menu__list-item ${ThemeClassNames.docs.docSidebarItemLinkLevel(level)}`}>
      <Link
        className="menu__link"
        to={item.href}
        aria-current={isActiveSidebarItem(item, activePath) ? 'page' : undefined}
        onClick={() => onItemClick?.(item)}
      >
        <EntryTitle item={item} />
      </Link>
    </li>
  )
}
