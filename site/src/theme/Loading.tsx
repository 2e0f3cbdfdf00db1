/** Pages are loaded before they are shown, so this is seen only when that fails: the browser then loads the page anew. */
import type { ReactNode } from 'react'

export default function Loading(): ReactNode {
  return null
}
