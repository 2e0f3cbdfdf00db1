import { useColorMode } from '@docusaurus/theme-common'
import type { Props } from '@theme/ColorModeToggle'
import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'

/** One button between light and dark; until it is pressed the reader's system decides. The theme keeps the choice on this device. */
export default function ColorModeToggle({ className, onChange }: Props): ReactNode {
  const { words } = useEdition()
  const { colorMode } = useColorMode()
  return (
    <button
      type="button"
      className={`tool theme-switch ${className ?? ''}`}
      onClick={() => onChange(colorMode === 'dark' ? 'light' : 'dark')}
    >
      <svg className="tool-icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      <span className="tool-label">{words.lightOrDark}</span>
    </button>
  )
}
