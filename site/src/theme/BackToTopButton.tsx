import type { ReactNode } from 'react'

/** None: contents and headings stay in view while the page moves, and a button that floats hides words. */
export default function BackToTopButton(): ReactNode {
  return null
}
