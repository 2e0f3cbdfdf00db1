/**
 * What participants must not read, found a second way: not by sentences and bytes as the build's own scan (course/facilitator-sentences.ts)
 * but by runs of six words, in text that is taken out of each file first. Used to judge outputs and that scan alike.
 */
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import type { Course } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { readPages } from './pdf-pages.ts'

const RUN = 6
/** Parts of a piece that only facilitators see, whatever the piece: section 4 of the design. */
const HIDDEN_PARTS = new Set(['notes', 'debrief', 'materials', 'online', 'answers'])
/** Fields that are never printed as text. */
const SILENT = new Set(['id', 'place', 'position', 'places', 'data', 'src', 'url', 'fingerprint', 'keys', 'identifier'])

export interface Secrets {
  /** Texts for facilitators only, one a paragraph, cell or title. */
  texts: string[]
  /** Every run of six words of them that participants' texts do not have. */
  runs: Set<string>
}

/** The secrets of a course, read from the value itself without knowing its kinds. */
export function secretsOf(course: Course): Secrets {
  const found = { secret: [] as string[], open: [] as string[] }
  gather(course, false, found)
  gather(words(course.language), false, found)
  const open = new Set(found.open.flatMap(runsOf))
  return { texts: found.secret, runs: new Set(found.secret.flatMap(runsOf).filter((run) => !open.has(run))) }
}

function gather(value: unknown, hidden: boolean, found: { secret: string[]; open: string[] }): void {
  if (typeof value === 'string') {
    for (const text of value.split('\0')) (hidden ? found.secret : found.open).push(text)
  } else if (Array.isArray(value)) {
    for (const one of value) gather(one, hidden, found)
  } else if (value instanceof Map) {
    for (const one of value.values()) gather(one, hidden, found)
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Record<string, unknown>
    const own = hidden || node.audience === 'facilitator'
    if (['paragraph', 'heading', 'tableCell'].includes(String(node.type))) {
      gather(inline(node), own, found)
      return
    }
    for (const [key, part] of Object.entries(node)) {
      if (!SILENT.has(key)) gather(part, own || (HIDDEN_PARTS.has(key) && typeof part === 'object'), found)
    }
  }
}

/** Text of a paragraph; where outputs print something else or nothing (a citation, a number) it is parted. */
function inline(node: Record<string, unknown>): string {
  if (Array.isArray(node.children)) return node.children.map((child) => inline(child as Record<string, unknown>)).join('')
  if (node.type === 'break') return ' '
  return typeof node.value === 'string' ? node.value : '\0'
}

/** The words of a text, without case, punctuation and marks that are not seen. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u2060]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

function runsOf(text: string): string[] {
  const all = wordsOf(text)
  return all.slice(RUN - 1).map((_, at) => all.slice(at, at + RUN).join(' '))
}

// The same page lies in the participants' folder and in their pack: it is judged once.
const judged = new Map<Secrets, Map<string, string[]>>()

/** The secrets that stand in a file, of each of its texts the first: `[where, six words]`. A zip is judged file by file. */
export async function overhearIn(path: string, contents: Uint8Array, secrets: Secrets): Promise<[string, string][]> {
  if (/\.(zip|pptx)$/.test(path)) {
    const inside: [string, string][] = []
    for (const [name, bytes] of Object.entries(unzipSync(contents))) inside.push(...(await overhearIn(name, bytes, secrets)))
    return inside.map(([name, run]) => [`${path}: ${name}`, run])
  }
  const known = judged.get(secrets) ?? new Map<string, string[]>()
  judged.set(secrets, known)
  const key = createHash('sha256').update(contents).digest('hex')
  const runs = known.get(key) ?? (await textsIn(path, contents)).flatMap((text) => runsOf(text).find((run) => secrets.runs.has(run)) ?? [])
  known.set(key, runs)
  return runs.map((run) => [path, run])
}

/** Whether the text of a file is taken out of it and judged. */
export function isRead(path: string): boolean {
  return /\.(html|pdf|js|json|css|svg|txt|md|xml|rels|zip|pptx)$/.test(path)
}

/** What can be read in a file, by whom opens it or looks at its source. */
async function textsIn(path: string, contents: Uint8Array): Promise<string[]> {
  const text = (): string => new TextDecoder().decode(contents)
  if (path.endsWith('.pdf')) {
    const pages = await readPages(contents)
    return [pages.map(({ runs }) => runs.map((run) => run.text).join(' ')).join(' ')]
  }
  if (path.endsWith('.html')) return pageTexts(fromHtml(text()))
  // a paragraph of a presentation is cut into runs
  if (/\.(xml|rels)$/.test(path))
    return [
      text(),
      ...text()
        .split('</a:p>')
        .map((paragraph) => paragraph.replace(/<[^>]*>/g, '')),
    ]
  return isRead(path) ? scriptTexts(text()) : []
}

function pageTexts(page: Root): string[] {
  const texts = [toText(page)]
  visit(page, (node) => {
    if (node.type === 'comment') texts.push(node.value)
    if (node.type !== 'element') return
    for (const value of Object.values(node.properties)) if (typeof value === 'string' && value.includes(' ')) texts.push(value)
    if (node.tagName === 'script') texts.push(...scriptTexts(textOf(node)))
    // what the page hides is text all the same
    if (node.content) texts.push(...pageTexts(node.content))
    if (['p', 'li', 'td', 'dd'].includes(node.tagName) || node.properties.hidden !== undefined) texts.push(textOf(node))
  })
  return texts
}

function textOf(element: Element): string {
  let text = ''
  visit(element, 'text', (node) => {
    text += node.value
  })
  return text
}

/** Strings of a script, read as often as they are wrapped in strings themselves; and the script as it stands. */
function scriptTexts(script: string): string[] {
  const texts = [script]
  for (const [literal] of script.matchAll(/"(?:[^"\\\n]|\\.)*"/g)) {
    try {
      const value = JSON.parse(literal) as string
      if (!value.includes(' ')) continue
      texts.push(...(/^[[{]/.test(value) ? scriptTexts(value) : [value]))
    } catch {
      // no JSON: a string of JavaScript, which stands in the script as it is
    }
  }
  return texts
}
