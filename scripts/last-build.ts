/** What is remembered of the last build of a course, in `.fieldkit/built`: what it was made from and what was found. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Place } from '../course/course.ts'
import { causesOf, finding, type Severity, severityOf } from '../course/finding.ts'
import type { Sources } from '../course/read-course.ts'
import { findChromium } from './browser.ts'
import { replaceFile } from './files.ts'
import { filesIn } from './receipt.ts'

const root = join(import.meta.dirname, '..')

/** Hash of everything an output depends on: sources, request, our own code and packages, Node, the browser. */
export async function buildKey(sources: Sources, request: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256')
  for (const [path, contents] of sources) hash.update(`\0${path}\0${contents.length}\0`).update(contents)
  for (const folder of ['course', 'look', 'manual', 'slides', 'worksheets', 'scripts', 'site']) {
    for (const file of await filesIn(join(root, folder))) {
      if (!/node_modules|^new-course\//.test(file)) hash.update(`\0${folder}/${file}\0`).update(await readFile(join(root, folder, file)))
    }
  }
  hash.update(await readFile(join(root, 'package-lock.json')))
  return hash.update(JSON.stringify([...request, process.version, await browserNow()])).digest('hex')
}

// A browser that was updated lays text out anew.
async function browserNow(): Promise<readonly unknown[]> {
  const path = findChromium()
  const stats = path === null ? null : await stat(path).catch(() => null)
  return [path, stats?.size ?? null, stats?.mtimeMs ?? null]
}

/** The findings of the last build where it was made from the same; null where it was not. */
export async function findingsOfLast(state: string, key: string): Promise<VFileMessage[] | null> {
  try {
    const last = JSON.parse(await readFile(join(state, 'built'), 'utf8')) as { key: string; findings: KeptFinding[] }
    return last.key === key ? last.findings.map(revived) : null
  } catch {
    return null
  }
}

/** Remembers a build. Where that cannot be written, the next build is made anew, nothing more. */
export async function rememberBuild(state: string, key: string, findings: readonly VFileMessage[]): Promise<void> {
  await replaceFile(join(state, 'built'), JSON.stringify({ key, findings: findings.map(kept) })).catch(() => {})
}

interface KeptFinding {
  reason: string
  rule: string
  severity: Severity
  place: Place
  causes: { reason: string; place: Place }[]
  expected: string[] | null
  note: string | null
}

function kept(message: VFileMessage): KeptFinding {
  return {
    reason: message.reason,
    rule: message.ruleId ?? '',
    severity: severityOf(message),
    place: placeOf(message),
    causes: causesOf(message).map((cause) => ({ reason: cause.reason, place: placeOf(cause) })),
    expected: message.expected ?? null,
    note: message.note ?? null,
  }
}

function revived({ reason, expected, note, ...rest }: KeptFinding): VFileMessage {
  return finding(reason, { ...rest, ...(expected ? { expected } : {}), ...(note ? { note } : {}) })
}

function placeOf(message: VFileMessage): Place {
  const { place } = message
  const start = place && 'start' in place ? place.start : (place ?? { line: 1, column: 1 })
  const end = place && 'end' in place ? place.end : start
  return { path: message.file ?? '', start, end }
}
