import type { Props } from '@theme/Error'
import type { ReactNode } from 'react'
import { useEdition } from '../manual/edition.ts'

/** What stands where a page cannot be drawn: a mistake of ours, said in one sentence, with the frame still there to go on. */
export default function ErrorPageContent({ tryAgain }: Props): ReactNode {
  const { words } = useEdition()
  return (
    <div className="page">
      <div className="page-text" role="alert">
        <p>{words.pageFailed}</p>
        <button type="button" className="tool" onClick={tryAgain}>
          {words.tryAgain}
        </button>
      </div>
    </div>
  )
}
