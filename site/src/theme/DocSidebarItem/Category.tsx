import Link from '@docusaurus/Link'
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client'
import { Collapsible, ThemeClassNames, useCollapsible } from '@docusaurus/theme-common'
import { isSamePath } from '@docusaurus/theme-common/internal'
import type { Props } from '@theme/DocSidebarItem/Category'
import DocSidebarItems from '@theme/DocSidebarItems'
import { type ReactNode, useEffect } from 'react'
import { EntryTitle } from '../../manual/EntryTitle.tsx'

/** A module in the contents: a link to its own page, a button that shows its blocks; open where the reader is inside it. */
export default function DocSidebarItemCategory({ item, activePath, level, onItemClick }: Props): ReactNode {
  const inside = isActiveSidebarItem(item, activePath)
  const { collapsed, setCollapsed, toggleCollapsed } = useCollapsible({ initialState: !inside })
  useEffect(() => {
    if (inside) setCollapsed(false)
  }, [inside, setCollapsed])
  const state = collapsed ? 'menu__list-item--collapsed' : ''
  return (
    <li className={`menu__list-item ${state} ${ThemeClassNames.docs.docSidebarItemCategoryLevel(level)}`}>
      <div className="menu__list-item-collapsible">
        <Link
          className="menu__link menu__link--sublist"
          to={item.href}
          aria-current={isSamePath(item.href, activePath) ? 'page' : undefined}
          onClick={() => onItemClick?.(item)}
        >
          <EntryTitle item={item} />
        </Link>
        <button
          type="button"
          className="clean-btn menu__caret"
          aria-expanded={!collapsed}
          aria-label={item.label}
          onClick={toggleCollapsed}
        />
      </div>
      <Collapsible lazy as="ul" className="menu__list" collapsed={collapsed}>
        <DocSidebarItems items={item.items} activePath={activePath} level={level + 1} onItemClick={onItemClick} />
      </Collapsible>
    </li>
  )
}
