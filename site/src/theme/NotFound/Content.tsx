import Head from '@docusaurus/Head'
import type { ReactNode } from 'react'
import { useEdition } from '../../manual/edition.ts'
import { PageLink } from '../../manual/PageLink.tsx'

/** What stands where there is no page. */
export default function NotFoundContent(): ReactNode {
  const { words } = useEdition()
  return (
    <div className="page page-missing">
      <Head>
        <title>{words.noSuchPage}</title>
      </Head>
      <div className="page-text">
        <div className="page-head">
          <h1>{words.noSuchPage}</h1>
        </div>
        <p>{words.noSuchPageAdvice}</p>
        <p>
          <PageLink to="">{words.overview}</PageLink>
        </p>
      </div>
    </div>
  )
}
