/**
 * A picture of a slide: a live copy, out of reach of keyboard and screen reader, scaled to its frame. Ids inside are made
 * fresh, and what refers to them (drawings do) follows.
 */
import { element } from './element.ts'

let copies = 0

/** The slide in a frame as wide as its place, 16:9. */
export function slideCopy(section: HTMLElement): HTMLElement {
  copies += 1
  const copy = (section.querySelector('.slide') as HTMLElement).cloneNode(true) as HTMLElement
  renewIds(copy, `-copy-${copies}`)
  const { lang, dir } = section
  const frame = element('div', { class: 'slide-copy', 'aria-hidden': 'true', inert: true, lang: lang || null, dir: dir || null }, copy)
  new ResizeObserver(() => scale(frame)).observe(frame)
  return frame
}

/** The slide's notes, or null where it has none. */
export function notesCopy(section: HTMLElement): HTMLElement | null {
  const notes = section.querySelector<HTMLElement>('.notes')
  if (!notes) return null
  copies += 1
  const copy = notes.cloneNode(true) as HTMLElement
  renewIds(copy, `-copy-${copies}`)
  return copy
}

function scale(frame: HTMLElement): void {
  frame.style.setProperty('--scale', String(frame.clientWidth / 1280))
}

function renewIds(copy: HTMLElement, suffix: string): void {
  const ids = new Set([...copy.querySelectorAll('[id]')].map((node) => node.id))
  for (const node of copy.querySelectorAll('*')) {
    if (node.id) node.id += suffix
    for (const { name, value } of node.attributes) {
      if (name === 'id') continue
      const renewed = value
        .replace(/url\((['"]?)#([^)'"]+)\1\)/g, (all, _quote, id) => (ids.has(id) ? `url(#${id}${suffix})` : all))
        .replace(/^#(.+)$/, (all, id) => (ids.has(id) ? `#${id}${suffix}` : all))
      if (renewed !== value) node.setAttribute(name, renewed)
      else if (/^aria-(labelledby|describedby)$/.test(name)) {
        node.setAttribute(
          name,
          value
            .split(/\s+/)
            .map((id) => (ids.has(id) ? id + suffix : id))
            .join(' '),
        )
      }
    }
  }
}
