import type { Props } from '@theme/Logo'
import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'
import { PageLink } from '../manual/PageLink.tsx'

/** The course's title; the theme's would be that of the source language on every page. */
export default function Logo({ className, titleClassName }: Props): ReactNode {
  const { title, words } = useEdition()
  return (
    <PageLink className={className} to="">
      <b className={titleClassName}>{title}</b> <span className="navbar__edition">{words.facilitatorEdition}</span>
    </PageLink>
  )
}
