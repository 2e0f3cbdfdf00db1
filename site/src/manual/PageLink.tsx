import Link from '@docusaurus/Link'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useEdition } from './edition.ts'

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path from the edition's folder, with or without an anchor. */
  to: string
  /** Folder of the edition; the one on screen by default. */
  folder?: string
}

/** A link to a page of the site. */
export function PageLink({ to, folder, ...attributes }: Props): ReactNode {
  const { path } = useEdition()
  const { baseUrl } = useDocusaurusContext().siteConfig
  return <Link {...attributes} to={baseUrl + (folder ?? path) + to} />
}
