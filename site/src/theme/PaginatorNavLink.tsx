import Link from '@docusaurus/Link'
import type { Props } from '@theme/PaginatorNavLink'
import type { ReactNode } from 'react'
import type { LabelledLink } from '../../../manual/site.ts'
import { Named } from '../manual/Named.tsx'

/** The paginator passes on what documents.ts gave it: besides the title its label and language. */
export default function PaginatorNavLink(props: Props): ReactNode {
  const { permalink, subLabel, isNext, label, title, foreign } = props as Omit<Props, 'title'> & LabelledLink
  return (
    <Link
      className={`pagination-nav__link pagination-nav__link--${isNext ? 'next' : 'prev'}`}
      rel={isNext ? 'next' : 'prev'}
      to={permalink}
    >
      <span className="pagination-nav__sublabel">{subLabel}</span>{' '}
      <span className="pagination-nav__label">
        <Named label={label} title={title} foreign={foreign} />
      </span>
    </Link>
  )
}
