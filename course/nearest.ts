/**
 * The known word an unknown one was probably meant to be: at most a third of its letters differ (two letters changed places count as
 * one difference). Null where none is near.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.toLowerCase()
  const furthest = Math.max(1, Math.min(4, Math.floor(wanted.length / 3)))
  let best: string | null = null
  let least = furthest + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue
    const distance = distanceWithin(wanted, candidate.toLowerCase(), least - 1)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best ?? halfRemembered(wanted, known)
}

// `fig` for `figure`, `horizon-wall` for `planning-horizon-wall`.
function halfRemembered(word: string, known: Iterable<string>): string | null {
  if (word.length < 3) return null
  const holding = [...known].filter((candidate) => {
    const other = candidate.toLowerCase()
    return other.startsWith(word) || (word.length >= 5 && other.includes(word)) || (other.length >= 5 && word.includes(other))
  })
  return holding.sort((a, b) => Math.abs(a.length - word.length) - Math.abs(b.length - word.length))[0] ?? null
}

/** Damerau-Levenshtein distance (optimal string alignment), given up once it passes `most`. */
function distanceWithin(a: string, b: string, most: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = above
    above = row
  }
  return above[b.length] ?? most + 1
}
