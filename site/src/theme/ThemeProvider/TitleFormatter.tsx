import { TitleFormatterProvider } from '@docusaurus/theme-common/internal'
import type { Props } from '@theme/ThemeProvider/TitleFormatter'
import type { ReactNode } from 'react'

/** Page titles alone: the course's title, which depends on the language, is added in Edition.tsx. */
export default function ThemeProviderTitleFormatter({ children }: Props): ReactNode {
  return <TitleFormatterProvider formatter={({ title, siteTitle }) => title ?? siteTitle}>{children}</TitleFormatterProvider>
}
