import type { Props } from '@theme/DocItem/Content'
import DocItemTOCMobile from '@theme/DocItem/TOC/Mobile'
import type { ReactNode } from 'react'
import { useEdition, usePage } from '../../manual/edition.ts'

/** Title, list of headings where there is no room beside the text, text. */
export default function DocItemContent({ children }: Props): ReactNode {
  return (
    <>
      <Title />
      <DocItemTOCMobile />
      {children}
    </>
  )
}

function Title(): ReactNode {
  const { language } = useEdition()
  const { label, title, foreign } = usePage()
  return (
    <header className="page-head">
      <h1 lang={foreign ?? undefined}>
        {label !== '' && (
          <span className="page-label" lang={foreign ? language : undefined}>
            {label}{' '}
          </span>
        )}
        <span className="page-title">{title}</span>
      </h1>
    </header>
  )
}
