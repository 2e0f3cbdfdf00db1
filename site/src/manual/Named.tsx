import type { ReactNode } from 'react'
import type { LabelledLink } from '../../../manual/site.ts'
import { useEdition } from './edition.ts'

/** "Block 1.2: Title", the title in its own language. */
export function Named({ label, title, foreign }: Pick<LabelledLink, 'label' | 'title' | 'foreign'>): ReactNode {
  const { words } = useEdition()
  return (
    <>
      {label !== '' && label + words.colon}
      <span lang={foreign ?? undefined}>{title}</span>
    </>
  )
}
