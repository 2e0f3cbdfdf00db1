/** Where the pages of the editions that open from disk lie, and how one file leads to another there. */

/** File of a page by its `ManualPage.path`: `` -> `index.html`, `planning/horizons/` -> `manual/planning/horizons.html` */
export function fileOf(path: string): string {
  return path === '' ? 'index.html' : `manual/${path.replace(/\/$/, '')}.html`
}

/** Address of a file as seen from another, both from the folder's root. */
export function relative(from: string, to: string): string {
  const source = from.split('/').slice(0, -1)
  const target = to.split('/')
  let common = 0
  while (common < source.length && common < target.length - 1 && source[common] === target[common]) common++
  return [...source.slice(common).map(() => '..'), ...target.slice(common)].join('/')
}
