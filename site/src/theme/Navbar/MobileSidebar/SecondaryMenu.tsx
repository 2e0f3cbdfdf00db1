import { useNavbarSecondaryMenu } from '@docusaurus/theme-common/internal'
import type { ReactNode } from 'react'

/** The course's contents alone: what the theme's main menu would hold stands in the navbar at every width. */
export default function NavbarMobileSidebarSecondaryMenu(): ReactNode {
  return useNavbarSecondaryMenu().content
}
