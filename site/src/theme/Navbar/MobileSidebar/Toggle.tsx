import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal'
import IconMenu from '@theme/Icon/Menu'
import type { ReactNode } from 'react'
import { useEdition } from '../../../manual/edition.ts'

/** Opens the drawer with the course's contents; says so in a word. */
export default function NavbarMobileSidebarToggle(): ReactNode {
  const { toggle, shown } = useNavbarMobileSidebar()
  const { words } = useEdition()
  return (
    <button type="button" className="tool navbar__toggle" aria-expanded={shown} onClick={toggle}>
      <IconMenu className="tool-icon" width={16} height={16} />
      <span className="tool-label">{words.contents}</span>
    </button>
  )
}
