import DocBreadcrumbs from '@theme/DocBreadcrumbs'
import DocItemContent from '@theme/DocItem/Content'
import type { Props } from '@theme/DocItem/Layout'
import DocItemPaginator from '@theme/DocItem/Paginator'
import DocItemTOCDesktop from '@theme/DocItem/TOC/Desktop'
import type { ReactNode } from 'react'
import { usePage } from '../../manual/edition.ts'

/** Text and, where there is room, the list of headings beside it. */
export default function DocItemLayout({ children }: Props): ReactNode {
  const { kind, previous, next } = usePage()
  return (
    <div className={`page page-${kind}`}>
      <div className="page-text">
        <article>
          <DocBreadcrumbs />
          <DocItemContent>{children}</DocItemContent>
        </article>
        {(previous || next) && <DocItemPaginator />}
      </div>
      <DocItemTOCDesktop />
    </div>
  )
}
