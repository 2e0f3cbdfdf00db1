/**
 * JSON with places (RFC 8259). `JSON.parse` gives no reliable place for a mistake and none for a value: where it fails, or where a
 * schema refuses a value, the text is read once more here.
 */

/** A mistake: what stands at the offset is not what was expected. */
export interface JsonMistake {
  offset: number
  expected: string
}

interface JsonNode {
  start: number
  end: number
  children: Map<string | number, JsonNode>
}

/** The first mistake of a text; null where it is JSON. */
export function jsonMistake(text: string): JsonMistake | null {
  const result = scan(text)
  return 'expected' in result ? result : null
}

/** For a text that is JSON: offsets of the value at a path, or of the nearest value around it. */
export function jsonSpans(text: string): (path: readonly PropertyKey[]) => { start: number; end: number } {
  const result = scan(text)
  return (path) => {
    if ('expected' in result) return { start: result.offset, end: result.offset }
    let node = result
    for (const key of path) {
      const child = node.children.get(key as string | number)
      if (!child) break
      node = child
    }
    return { start: node.start, end: node.end }
  }
}

const DEEPEST = 100
const QUOTE = 34
const BACKSLASH = 92

class Stop extends Error {
  readonly mistake: JsonMistake
  constructor(offset: number, expected: string) {
    super(expected)
    this.mistake = { offset, expected }
  }
}

function scan(text: string): JsonNode | JsonMistake {
  let at = 0
  try {
    const node = value(0)
    blanks()
    if (at < text.length) throw new Stop(at, 'the end of the file')
    return node
  } catch (error) {
    if (error instanceof Stop) return error.mistake
    throw error
  }

  function value(depth: number): JsonNode {
    blanks()
    if (depth > DEEPEST) throw new Stop(at, `at most ${DEEPEST} values inside one another`)
    const node: JsonNode = { start: at, end: at, children: new Map() }
    if (text[at] === '{') members(node, depth)
    else if (text[at] === '[') elements(node, depth)
    else if (text[at] === '"') string()
    else plain()
    node.end = at
    return node
  }

  function members(node: JsonNode, depth: number): void {
    at++
    blanks()
    if (take('}')) return
    do {
      blanks()
      const start = at
      if (text[at] !== '"') throw new Stop(at, 'a name in double quotes')
      string()
      const name = nameOf(text.slice(start, at))
      blanks()
      if (!take(':')) throw new Stop(at, 'a colon behind the name')
      node.children.set(name, value(depth + 1))
      blanks()
    } while (take(','))
    if (!take('}')) throw new Stop(at, 'a comma or }')
  }

  function elements(node: JsonNode, depth: number): void {
    at++
    blanks()
    if (take(']')) return
    do {
      node.children.set(node.children.size, value(depth + 1))
      blanks()
    } while (take(','))
    if (!take(']')) throw new Stop(at, 'a comma or ]')
  }

  function string(): void {
    for (at++; at < text.length; at++) {
      const mark = text.charCodeAt(at)
      if (mark === QUOTE) {
        at++
        return
      }
      if (mark < 0x20) break
      if (mark === BACKSLASH && !after(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y, -1)) throw new Stop(at, 'an escape such as \\n or \\"')
    }
    throw new Stop(at, 'a double quote that ends the text on its line')
  }

  function plain(): void {
    if (!after(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y)) throw new Stop(at, 'a value')
  }

  /** Goes behind what stands here, `more` characters further; false where something else stands here. */
  function after(pattern: RegExp, more = 0): boolean {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex + more
    return found
  }

  function take(mark: string): boolean {
    if (text[at] !== mark) return false
    at++
    return true
  }

  function blanks(): void {
    after(/[ \t\r\n]*/y)
  }
}

function nameOf(quoted: string): string {
  return JSON.parse(quoted) as string
}
