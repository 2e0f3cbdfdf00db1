import type { ReactNode } from 'react'
import { useEdition } from './edition.ts'

/** One button between light and dark; until it is pressed the reader's system decides. The choice stays on this device. */
export function ThemeSwitch(): ReactNode {
  const { words, storageKey } = useEdition()
  return (
    <button type="button" className="tool theme-switch" onClick={() => setTheme(otherTheme(), storageKey)}>
      <svg className="tool-icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      <span className="tool-label">{words.lightOrDark}</span>
    </button>
  )
}

type Theme = 'light' | 'dark'

function otherTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  const dark = chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches
  return dark ? 'light' : 'dark'
}

function setTheme(theme: Theme, storageKey: string): void {
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(`${storageKey}:theme`, theme)
  } catch {
    // Storage is switched off: the choice holds until the next page is loaded.
  }
}
