/**
 * The opening of a directive as written: where its name and each attribute stand. The parser gives attributes their values but no
 * places, so the opening is read once more here, by the same rules (name, `[label]`, `{#id .class key=value key="several words"}`).
 */

/** Offsets into the text that was scanned. */
export interface Span {
  start: number
  end: number
}
export interface WrittenAttribute extends Span {
  name: string
  /** The value without its quotes. */
  value: Span
}
export interface WrittenOpening {
  name: Span
  attributes: WrittenAttribute[]
}

/** Reads the opening of the directive that starts at an offset (its first colon); braces behind `end` belong to the text. */
export function scanOpening(text: string, start: number, end = text.length): WrittenOpening {
  let at = skip(text, start, /[: \t]/)
  const name: Span = { start: at, end: skip(text, at, /[\p{L}\p{N}_-]/u) }
  at = skip(text, name.end, /[ \t]/)
  if (text[at] === '[') at = skip(text, afterLabel(text, at), /[ \t]/)
  const attributes = at < end && text[at] === '{' ? scanAttributes(text, at + 1) : []
  if (name.end > name.start) return { name, attributes }
  // Quarto and Pandoc: the name is the first class in braces
  const first = attributes.find((attribute) => attribute.name === 'class')
  return { name: first ? first.value : name, attributes: attributes.filter((attribute) => attribute !== first) }
}

function scanAttributes(text: string, start: number): WrittenAttribute[] {
  const attributes: WrittenAttribute[] = []
  let at = start
  while (at < text.length) {
    at = skip(text, at, /\s/)
    const mark = text[at]
    if (mark === undefined || mark === '}') break
    if (mark === '#' || mark === '.') {
      const end = skip(text, at + 1, /[^\s#.}"'<=>`]/)
      if (end === at + 1) break
      attributes.push({ name: mark === '#' ? 'id' : 'class', start: at, end, value: { start: at + 1, end } })
      at = end
      continue
    }
    const nameEnd = skip(text, at, /[\p{L}\p{N}_.:-]/u)
    if (nameEnd === at) break
    const value = scanValue(text, nameEnd)
    attributes.push({ name: text.slice(at, nameEnd), start: at, end: value.after, value: value.span })
    at = value.after
  }
  return attributes
}

function scanValue(text: string, nameEnd: number): { span: Span; after: number } {
  const sign = skip(text, nameEnd, /\s/)
  if (text[sign] !== '=') return { span: { start: nameEnd, end: nameEnd }, after: nameEnd }
  const start = skip(text, sign + 1, /\s/)
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1)
    const end = close < 0 ? text.length : close
    return { span: { start: start + 1, end }, after: Math.min(text.length, end + 1) }
  }
  const end = skip(text, start, /[^\s}"'<=>`]/)
  return { span: { start, end }, after: end }
}

/** Offset behind the label that opens here; brackets in it balance, a backslash frees them. */
function afterLabel(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const mark = text[at]
    if (mark === '\\') at++
    else if (mark === '[') depth++
    else if (mark === ']' && --depth === 0) return at + 1
  }
  return start
}

function skip(text: string, start: number, allowed: RegExp): number {
  let at = start
  while (at < text.length && allowed.test(text[at] as string)) at++
  return at
}
