import Navbar from '@theme-original/Navbar'
import type { ReactNode } from 'react'

/**
 * The theme's navbar is a list of links to assistive software; what it holds is the head of the page. Where there is no script, the drawer
 * does not open: the contents stand above the text instead.
 */
export default function NavbarInHeader(): ReactNode {
  return (
    <header className="masthead">
      <Navbar />
      <noscript>
        <style>{WITHOUT_SCRIPT}</style>
      </noscript>
    </header>
  )
}

// Without ">", which would be escaped inside noscript.
const WITHOUT_SCRIPT = `@media (max-width: 996px) {
  .navbar__toggle { display: none !important }
  .main-wrapper div:has(.theme-doc-sidebar-container) { flex-wrap: wrap }
  .theme-doc-sidebar-container { display: block !important; border: 0 !important }
  .theme-doc-sidebar-container, main { flex: 1 0 100% !important }
}
.menu__caret { display: none !important }`
