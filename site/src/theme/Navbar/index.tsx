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
        <style>
          {
            '.theme-doc-sidebar-container{display:block!important}.main-wrapper>div>div{flex-wrap:wrap}.navbar__toggle{display:none!important}'
          }
        </style>
      </noscript>
    </header>
  )
}
