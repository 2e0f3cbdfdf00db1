import FooterLayout from '@theme/Footer/Layout'
import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'

/** The colophon: who publishes the course, under which terms, in which version. */
export default function Footer(): ReactNode {
  return <FooterLayout style="light" links={<Colophon />} logo={null} copyright={null} />
}

function Colophon(): ReactNode {
  const { publisher, imprint, disclaimer, licence, version, fingerprint, words } = useEdition()
  return (
    <div className="colophon">
      <div className="colophon-text">
        {publisher !== '' && <p className="colophon-publisher">{publisher}</p>}
        {imprint !== '' && <p>{imprint}</p>}
        {disclaimer !== '' && <p>{disclaimer}</p>}
      </div>
      <dl className="colophon-facts">
        <div>
          <dt>{words.version}</dt>
          <dd>
            {version} <code>{fingerprint}</code>
          </dd>
        </div>
        {licence !== '' && (
          <div>
            <dt>{words.licence}</dt>
            <dd>{licence}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
