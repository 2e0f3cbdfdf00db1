import NavbarColorModeToggle from '@theme/Navbar/ColorModeToggle'
import NavbarLogo from '@theme/Navbar/Logo'
import NavbarMobileSidebarToggle from '@theme/Navbar/MobileSidebar/Toggle'
import SearchBar from '@theme/SearchBar'
import type { ReactNode } from 'react'
import { Languages } from '../../manual/Languages.tsx'

/** The title, then the tools, in the order in which they stand on a phone as well. */
export default function NavbarContent(): ReactNode {
  return (
    <div className="navbar__inner">
      <NavbarLogo />
      <div className="navbar__items">
        <NavbarMobileSidebarToggle />
        <SearchBar />
        <Languages />
        <NavbarColorModeToggle />
      </div>
    </div>
  )
}
