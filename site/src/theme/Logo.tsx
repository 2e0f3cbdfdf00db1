import type { Props } from '@theme/Logo'
import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'
import { PageLink } from '../manual/PageLink.tsx'

/** The course's logo and title; the theme's would be that of the source language on every page. */
export default function Logo({ className, titleClassName }: Props): ReactNode {
  const { title, words, logo } = useEdition()
  return (
    <PageLink className={className} to="">
      {logo !== '' && <Mark html={logo} />}
      <b className={titleClassName}>{title}</b> <span className="navbar__edition">{words.facilitatorEdition}</span>
    </PageLink>
  )
}

function Mark({ html }: { html: string }): ReactNode {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: an image element written by look/logo.ts
  return <span className="navbar__mark" dangerouslySetInnerHTML={{ __html: html }} />
}
