/**
 * Path of a file named beside another, such as `modules/01-planning/figures/x.svg` for `figures/x.svg` in
 * `modules/01-planning/1-horizons.md`; null where it leads out of the course's `modules/`, is absolute or names a drive or another scheme.
 */
export function pathWithin(file: string, relative: string): string | null {
  const path = decoded(relative)
  if (/^[/\\]|^[A-Za-z][\w+.-]*:|\0/.test(path)) return null
  const parts = file.split('/').slice(0, -1)
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') {
      parts.pop()
      if (parts.length === 0) return null
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts[0] === 'modules' ? parts.join('/') : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
