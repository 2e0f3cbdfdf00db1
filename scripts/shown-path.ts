import { relative } from 'node:path'

/** A path as it is printed: from where the command was given, or whole where it lies elsewhere. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short === '' ? '.' : short.startsWith('..') ? path : short
}
