/** Values of attributes as the author wrote them -> ids, texts, whole numbers. */

/** Ids parted by commas or blanks. */
export function items(value: string): string[] {
  return value.split(/[\s,]+/).filter((part) => part !== '')
}

/** Texts parted by `|` where there is one, else by commas. */
export function values(value: string): string[] {
  return value
    .split(value.includes('|') ? '|' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

export function whole(value: string): number | null {
  return /^\d{1,4}$/.test(value) ? Number(value) : null
}

export function sum(minutes: number[]): number | null {
  return minutes.length === 0 ? null : minutes.reduce((total, one) => total + one, 0)
}
