/**
 * Directive fences, nested as in Pandoc: a fence with a name opens, a bare one closes the innermost, whatever the
 * number of colons. remark-directive wants more colons outside than inside, so the counts are made here, before it parses, and
 * `written` leads every point of the rewritten text back to where the author's text has it.
 * Also read here: a space before the name, `{.name}` as in Quarto, colons behind the name as in Carpentries lessons.
 */
import type { Point, Position } from 'unist'

/** What is wrong with a fence: at its line, with the fence it belongs to. Lines and columns count from 1. */
export interface FenceProblem {
  /** `bare-title`: words behind the name that are not in brackets; they are read as the title. */
  kind: 'left-open' | 'one-too-many' | 'too-deep' | 'bare-title'
  name: string
  position: Position
  cause: { name: string; position: Position } | null
}

export interface Fenced {
  /** The text remark-directive can parse. */
  text: string
  problems: FenceProblem[]
  /** Names as the author wrote them, by line of the fence that opens. */
  names: Map<number, string>
  /** The point of the author's text for a point of the rewritten one. */
  written(point: Point): Point
}

/** Deepest nesting of fences; far beyond any lesson, and before the parser's time grows. */
export const DEEPEST = 16

interface Open {
  line: number
  height: number
  close: number | null
  /** The first fence of the same name that opens directly inside: where the closing one was probably forgotten. */
  twin: Open | null
}
/** How one line was rewritten: up to `same` characters are equal, then `before` written characters became `after`. */
interface Change {
  same: number
  before: number
  after: number
}

const PREFIX = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*/
const FENCE = /^(:{3,})([ \t]*)(.*?)[ \t]*$/
const NAME = /^(\p{L}[\p{L}\p{N}_-]*)/u
const CLASS = /^\{([^{}]*)\}/

/** Rewrites the fences of a source; never throws, whatever the text. */
export function countFences(source: string): Fenced {
  const lines = source.split('\n')
  const skip = frontMatterEnd(lines)
  const opens: Open[] = []
  const stack: Open[] = []
  const problems: FenceProblem[] = []
  const names = new Map<number, string>()
  const heads = new Map<number, Head>()
  const blank = new Set<number>()
  /** Lines of fences that are too deep: they stand as text. */
  const text = new Set<number>()
  let code: { mark: string; length: number } | null = null
  let lastClosed: Open | null = null
  let tooDeep = 0

  const at = (line: number): Position => place(lines, line)
  const nameAt = (open: Open): { name: string; position: Position } => ({
    name: names.get(open.line) ?? '',
    position: at(open.line),
  })

  for (let number = skip + 1; number <= lines.length; number++) {
    const line = (lines[number - 1] ?? '').replace(/\r$/, '')
    const indent = PREFIX.exec(line)?.[0] ?? ''
    const rest = line.slice(indent.length)
    code = codeAfter(code, rest)
    if (code || !rest.startsWith(':::') || (/^(?: {4}|\t)[ \t]*$/.test(indent.slice(0, 5)) && !insideList(lines, number, indent))) continue
    const match = FENCE.exec(rest)
    if (!match) continue
    const [, colons = '', gap = '', tail = ''] = match
    if (tail === '') {
      if (tooDeep > 0) {
        tooDeep--
        text.add(number)
      } else closeFence(number)
      continue
    }
    const head = readHead(indent.length, colons, gap, tail)
    if (!head) continue
    if (stack.length >= DEEPEST) {
      tooDeep++
      text.add(number)
      problems.push({ kind: 'too-deep', name: head.name, position: at(number), cause: stack[0] ? nameAt(stack[0]) : null })
      continue
    }
    const open: Open = { line: number, height: 0, close: null, twin: null }
    const around = stack.at(-1)
    if (around && names.get(around.line) === head.name) around.twin ??= open
    if (head.bareTitle) problems.push({ kind: 'bare-title', name: head.name, position: at(number), cause: null })
    names.set(number, head.name)
    heads.set(number, head)
    opens.push(open)
    stack.push(open)
  }

  const unclosed = [...stack]
  for (const open of unclosed.reverse()) {
    problems.push({
      kind: 'left-open',
      name: names.get(open.line) ?? '',
      position: at(open.line),
      cause: open.twin ? nameAt(open.twin) : null,
    })
    raise(open)
  }

  function closeFence(number: number): void {
    const open = stack.pop()
    if (!open) {
      blank.add(number)
      problems.push({ kind: 'one-too-many', name: '', position: at(number), cause: lastClosed ? nameAt(lastClosed) : null })
      return
    }
    open.close = number
    lastClosed = open
    raise(open, stack.at(-1))
  }

  // A fence is one higher than the highest fence inside it.
  function raise(open: Open, parent: Open | undefined = stack[stack.indexOf(open) - 1]): void {
    if (parent) parent.height = Math.max(parent.height, open.height + 1)
  }

  return rewrite({ lines, opens, heads, names, blank, text, problems, source })
}

interface Head {
  name: string
  indent: number
  /** Characters of the line up to the end of the name, as written. */
  before: number
  /** What stands for the name, and what follows. */
  ascii: string
  tail: string
  bareTitle?: true
}

function readHead(indent: number, colons: string, gap: string, tail: string): Head | null {
  const open = indent + colons.length + gap.length
  const body = tail.replace(/[ \t]*:{3,}$/, '')
  const named = NAME.exec(body)
  if (named?.[1]) {
    const name = named[1]
    const after = body.slice(name.length)
    // Quarto and Carpentries part name and braces by a space; remark-directive wants none
    const joined = after.replace(/^[ \t]+(?=[{[])/, '')
    if (joined !== '' && !/^[[{]/.test(joined)) return /^[ \t]/.test(joined) ? bareTitled(name, indent, open, body) : null
    return { name, indent, before: open + name.length + (after.length - joined.length), ascii: asciiOf(name), tail: joined }
  }
  const braces = CLASS.exec(body)
  const className = braces?.[1]?.match(/(?:^|\s)\.(\p{L}[\p{L}\p{N}_-]*)/u)
  if (!braces || !className?.[1]) return null
  const attributes = (braces[1] ?? '')
    .replace(className[0], ' ')
    .replace(/(?:^|\s)\.[\w-]+/g, ' ')
    .trim()
  return {
    name: className[1],
    indent,
    before: open + braces[0].length,
    ascii: asciiOf(className[1]),
    tail: attributes === '' ? '' : `{${attributes}}`,
  }
}

// `::: tip Remember this {#id}`, as VuePress and old Docusaurus have it
function bareTitled(name: string, indent: number, open: number, body: string): Head {
  const [, title = '', attributes = ''] = /^(.*?)[ \t]*(\{[^{}]*\})?$/.exec(body.slice(name.length).trim()) ?? []
  return {
    name,
    indent,
    before: open + body.length,
    ascii: asciiOf(name),
    tail: `[${title.replace(/[\\[\]]/g, '\\$&')}]${attributes}`,
    bareTitle: true,
  }
}

// micromark reads ASCII names only; the name as written is kept beside it
function asciiOf(name: string): string {
  return name.replace(/[^\w-]/g, 'x')
}

function rewrite(parts: {
  lines: string[]
  opens: Open[]
  heads: Map<number, Head>
  names: Map<number, string>
  blank: Set<number>
  text: Set<number>
  problems: FenceProblem[]
  source: string
}): Fenced {
  const { lines, opens, heads, names, blank, text: asText, problems, source } = parts
  const out = [...lines]
  const changes = new Map<number, Change>()
  const tailLines: string[] = []
  for (const open of opens) {
    const head = heads.get(open.line)
    if (!head) continue
    const colons = ':'.repeat(3 + open.height)
    const indent = (lines[open.line - 1] ?? '').slice(0, head.indent)
    out[open.line - 1] = `${indent}${colons}${head.ascii}${head.tail}`
    changes.set(open.line, { same: head.indent, before: head.before, after: head.indent + colons.length + head.ascii.length })
    if (open.close) {
      // the fence that closes stands where the one that opens does, however the author or a formatter indented it
      const line = lines[open.close - 1] ?? ''
      const start = indent.replace(/[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/g, (mark) => ' '.repeat(mark.length))
      out[open.close - 1] = `${start}${colons}`
      changes.set(open.close, { same: 0, before: line.replace(/\s+$/, '').length, after: start.length + colons.length })
    }
  }
  for (const open of [...opens].reverse()) if (!open.close) tailLines.push(':'.repeat(3 + open.height))
  for (const line of blank) {
    out[line - 1] = ''
    changes.set(line, { same: 0, before: 0, after: 0 })
  }
  for (const line of asText) {
    const written = lines[line - 1] ?? ''
    const start = PREFIX.exec(written)?.[0] ?? ''
    out[line - 1] = `${start}\\${written.slice(start.length)}`
    changes.set(line, { same: start.length, before: start.length, after: start.length + 1 })
  }
  const text = tailLines.length > 0 ? `${out.join('\n')}\n${tailLines.join('\n')}\n` : out.join('\n')
  const starts = lineStarts(lines)
  return {
    text,
    problems,
    names,
    written(point) {
      if (point.line > lines.length) {
        const last = lines.at(-1) ?? ''
        return { line: lines.length, column: last.length + 1, offset: source.length }
      }
      const change = changes.get(point.line)
      const length = (lines[point.line - 1] ?? '').length
      const column = Math.min(length + 1, change ? writtenColumn(point.column, change) : point.column)
      return { line: point.line, column, offset: (starts[point.line - 1] ?? 0) + column - 1 }
    },
  }
}

function writtenColumn(column: number, change: Change): number {
  const index = column - 1
  if (index <= change.same) return column
  if (index >= change.after) return index - change.after + change.before + 1
  return change.same + 1
}

function lineStarts(lines: string[]): number[] {
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  return starts
}

function place(lines: string[], line: number): Position {
  const text = (lines[line - 1] ?? '').replace(/\r$/, '')
  const indent = (PREFIX.exec(text)?.[0] ?? '').length
  return { start: { line, column: indent + 1 }, end: { line, column: text.length + 1 } }
}

/** Number of lines taken by YAML front matter; 0 where there is none. */
export function frontMatterEnd(lines: string[]): number {
  if (lines[0]?.replace(/\r$/, '').trimEnd() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && line.replace(/\r$/, '').trimEnd() === '---')
  return end < 0 ? 0 : end + 1
}

function codeAfter(code: { mark: string; length: number } | null, rest: string): { mark: string; length: number } | null {
  const match = /^(`{3,}|~{3,})(.*)$/.exec(rest)
  if (!match) return code
  const [, marks = '', info = ''] = match
  const mark = marks[0] ?? ''
  if (code) return mark === code.mark && marks.length >= code.length && info.trim() === '' ? null : code
  return mark === '`' && info.includes('`') ? null : { mark, length: marks.length }
}

// Four blanks make indented code, unless the line stands inside a list item.
function insideList(lines: string[], number: number, indent: string): boolean {
  const width = indent.replace(/\t/g, '    ').length
  for (let index = number - 2; index >= 0 && index > number - 400; index--) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    const item = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(line)
    if (item) return width >= item[0].replace(/\t/g, '    ').length
    if (/^\S/.test(line)) return false
  }
  return false
}
