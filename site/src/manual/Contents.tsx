import { type ReactNode, useEffect, useState } from 'react'
import type { SiteHeading } from '../../../manual/site.ts'
import { useEdition } from './edition.ts'

/**
 * Headings of the page on screen. Stands twice in a page and CSS shows one: beside the text where there is room,
 * else folded above it.
 */
export function Contents({ headings, folded = false }: { headings: SiteHeading[]; folded?: boolean }): ReactNode {
  const { words } = useEdition()
  const current = useCurrentHeading(headings)
  if (headings.length < 2) return folded ? null : <div className="on-this-page" />
  const list = (
    <ul>
      {headings.map((heading) => (
        <li key={heading.id} className={`depth-${heading.depth}`}>
          <a href={`#${heading.id}`} aria-current={heading.id === current ? 'true' : undefined}>
            {heading.label !== '' && <span className="heading-label">{heading.label} </span>}
            {heading.text}
          </a>
        </li>
      ))}
    </ul>
  )
  if (!folded) {
    return (
      <nav className="on-this-page" aria-label={words.onThisPage}>
        <p className="on-this-page-title">{words.onThisPage}</p>
        {list}
      </nav>
    )
  }
  return (
    <nav className="on-this-page-folded" aria-label={words.onThisPage}>
      <details>
        <summary>{words.onThisPage}</summary>
        {list}
      </details>
    </nav>
  )
}

/** Id of the last heading that has passed the upper quarter of the window. */
function useCurrentHeading(headings: SiteHeading[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const look = () => {
      const passed = headings.filter(
        ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < window.innerHeight / 4,
      )
      setCurrent(passed.at(-1)?.id ?? null)
    }
    look()
    let waiting = 0
    const onScroll = () => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(look)
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(waiting)
      window.removeEventListener('scroll', onScroll)
    }
  }, [headings])
  return current
}
