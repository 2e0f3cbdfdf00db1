/**
 * Stands in for `@docusaurus/Translate` (see course-pages.ts): what the theme's components say comes from the edition on screen, where
 * Docusaurus itself knows one language a build. A component of the theme that comes into use needs its words in the table.
 */
import { interpolate } from '@docusaurus/Interpolate'
import { type ReactNode, use } from 'react'
import type { SiteWords } from '../../../manual/site.ts'
import { PlaceContext } from './edition.ts'

interface Message {
  id?: string
  message?: string
}

type Values = Record<string, string | number>

const WORDS: Record<string, keyof SiteWords> = {
  'theme.common.skipToMainContent': 'skipToContent',
  'theme.docs.paginator.navAriaLabel': 'neighbours',
  'theme.docs.paginator.next': 'next',
  'theme.docs.paginator.previous': 'previous',
  'theme.docs.sidebar.closeSidebarButtonAriaLabel': 'close',
  'theme.docs.sidebar.navAriaLabel': 'contents',
  'theme.NavBar.navAriaLabel': 'manualSite',
}

export function translate({ id = '', message = id }: Message, values?: Values): string {
  const words = wordsOnScreen()
  const word = WORDS[id]
  return words && word ? words[word] : interpolate(message, values)
}

export default function Translate({ id, children, values }: { id?: string; children?: string; values?: Values }): ReactNode {
  return translate({ id, message: children }, values)
}

/** Null where no page is being drawn: the theme asks for some words as soon as it is loaded. */
function wordsOnScreen(): SiteWords | null {
  try {
    // Unlike useContext, `use` may stand in a function that is called on some paths only.
    return use(PlaceContext)?.edition.words ?? null
  } catch {
    return null
  }
}
