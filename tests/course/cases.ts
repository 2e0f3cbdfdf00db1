/** Test cases found by folder: small files a person can read, with what is expected beside them; `UPDATE=1` writes what is expected anew. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { causesOf } from '../../course/finding.ts'
import type { Sources } from '../../course/read-course.ts'

/** Names of the folders in a folder, sorted. */
export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The sources of a course laid over those of another; `removed.txt` lists paths that the upper one takes away. */
export function layered(base: string, over: string): Sources {
  const removed = join(over, 'removed.txt')
  const sources = new Map([...filesUnder(base), ...filesUnder(over)])
  if (existsSync(removed)) for (const path of readFileSync(removed, 'utf8').trim().split('\n')) sources.delete(path)
  return sources
}

function filesUnder(folder: string): Map<string, Uint8Array> {
  const top = join(folder, 'modules')
  if (!existsSync(top)) return new Map()
  const paths = (readdirSync(top, { recursive: true }) as string[]).map((name) => join(top, name)).filter((path) => statSync(path).isFile())
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]))
}

/** Findings as `path:line:column-line:column rule-id reason`, their causes indented, a line each. */
export function listed(findings: readonly VFileMessage[]): string {
  return findings
    .flatMap((message) => [
      `${placed(message)} ${message.ruleId} ${message.reason}\n`,
      ...causesOf(message).map((cause) => `  ${placed(cause)} ${cause.reason}\n`),
    ])
    .join('')
}

function placed({ file, place }: VFileMessage): string {
  if (!place || !('start' in place)) return `${file}`
  const { start, end } = place
  const to = start.line === end.line ? (start.column === end.column ? '' : `-${end.column}`) : `-${end.line}:${end.column}`
  return `${file}:${start.line}:${start.column}${to}`
}

/** What a file should hold; written where `UPDATE=1` asks for it. */
export function expected(path: string, actual: string): string {
  if (process.env.UPDATE) writeFileSync(path, actual)
  return existsSync(path) ? readFileSync(path, 'utf8') : 'nothing yet: run with UPDATE=1 and read what it writes'
}
