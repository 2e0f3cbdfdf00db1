import type { Props } from '@theme/TOC'
import TOCItems from '@theme/TOCItems'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useEdition } from '../manual/edition.ts'

/** Headings beside the text, the one on screen marked. */
export default function TOC({ toc, className }: Props): ReactNode {
  const { words } = useEdition()
  const list = useRef<HTMLElement>(null)
  useCurrentHeading(list, toc)
  if (toc.length < 2) return null
  return (
    <nav ref={list} className={`on-this-page ${className ?? ''}`} aria-label={words.onThisPage}>
      <p className="on-this-page-title">{words.onThisPage}</p>
      <TOCItems toc={toc} />
    </nav>
  )
}

/**
 * Marks the link to the last heading that has passed the upper quarter of the window. The theme's own way looks at headings alone; here
 * pieces such as activities are anchors too.
 */
function useCurrentHeading(list: RefObject<HTMLElement | null>, toc: Props['toc']): void {
  useEffect(() => {
    const mark = () => {
      const passed = toc.filter(({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < window.innerHeight / 4)
      const current = `#${passed.at(-1)?.id}`
      for (const link of list.current?.querySelectorAll('a') ?? []) {
        if (link.getAttribute('href') === current) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
    mark()
    let waiting = 0
    const onScroll = () => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(mark)
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(waiting)
      window.removeEventListener('scroll', onScroll)
    }
  }, [list, toc])
}
