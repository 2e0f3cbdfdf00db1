import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal'
import type { Props } from '@theme/Navbar/MobileSidebar/Layout'
import Layout from '@theme-original/Navbar/MobileSidebar/Layout'
import { type ReactNode, useEffect } from 'react'

/** The theme's drawer, which the keyboard neither leaves nor has to look for while it is open; Escape closes it. */
export default function NavbarMobileSidebarLayout(props: Props): ReactNode {
  const { shown, toggle } = useNavbarMobileSidebar()
  useEffect(() => {
    if (!shown) return
    const behind = document.querySelectorAll<HTMLElement>('.skip-link, .navbar__inner, .main-wrapper, .footer')
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && toggle()
    for (const part of behind) part.inert = true
    document.querySelector<HTMLElement>('.navbar-sidebar__close')?.focus()
    document.addEventListener('keydown', onKeyDown)
    return () => {
      for (const part of behind) part.inert = false
      document.querySelector<HTMLElement>('.navbar__toggle')?.focus()
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [shown, toggle])
  return <Layout {...props} />
}
