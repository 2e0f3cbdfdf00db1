/** Language and direction come from the edition (Edition.tsx); what is left is the same for every page. */
import Head from '@docusaurus/Head'
import type { ReactNode } from 'react'

export default function SiteMetadata(): ReactNode {
  return (
    <Head>
      <meta name="format-detection" content="telephone=no" />
    </Head>
  )
}
