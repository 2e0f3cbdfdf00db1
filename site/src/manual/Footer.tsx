import type { ReactNode } from 'react'
import { useEdition } from './edition.ts'

export function Footer(): ReactNode {
  const { publisher, imprint, disclaimer, licence, version, fingerprint, words } = useEdition()
  return (
    <footer className="colophon">
      <div className="colophon-row">
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
    </footer>
  )
}
