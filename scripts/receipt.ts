/** `build.json`, the receipt of a build: a contract with whoever reads `dist/`. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

export const OUTPUT_KINDS = [
  'site',
  'deck',
  'handout',
  'pptx',
  'worksheet',
  'worksheet-answers',
  'guideline',
  'contingency-plan',
  'run-sheet',
  'event-kit',
  'participant-pages',
  'pack',
  'landing',
] as const

export type OutputKind = (typeof OUTPUT_KINDS)[number]

/** An output as its maker knows it. */
export interface Output {
  id: string
  kind: OutputKind
  lang: string | null
  module: string | null
  audience: 'facilitator' | 'participant' | 'all'
  /** File, or folder with a slash at the end, from `dist/`. */
  path: string
  pages: number | null
}

export interface ReceiptOutput extends Output {
  /** Bytes of the file, or of all files of the folder. */
  bytes: number
  /** Of the file; of a folder over the sorted list of its files' names and hashes. */
  sha256: string
}

export interface Receipt {
  course: { id: string; title: string; version: string }
  languages: string[]
  outputs: ReceiptOutput[]
  guideline: Record<string, { pages: number; cap: number; parts: { id: string; title: string; pages: number; budget: number | null }[] }>
  findings: { error: number; warning: number; info: number }
  timings: { step: string; ms: number }[]
}

/** Weighs and hashes outputs where they lie; sorted by path. */
export async function weigh(folder: string, outputs: readonly Output[]): Promise<ReceiptOutput[]> {
  const weighed = await Promise.all(outputs.map(async (output) => ({ ...output, ...(await measureOf(join(folder, output.path))) })))
  return weighed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** The receipt of the last build in a folder; null where there is none that can be read. */
export async function readReceipt(folder: string): Promise<Receipt | null> {
  return parsed(await readFile(join(folder, 'build.json'), 'utf8').catch(() => ''))
}

/** Whether a file is the receipt of a build. */
export function isReceipt(file: string): boolean {
  try {
    return parsed(readFileSync(file, 'utf8')) !== null
  } catch {
    return false
  }
}

function parsed(text: string): Receipt | null {
  try {
    const receipt = JSON.parse(text) as Partial<Receipt> | null
    const whole = typeof receipt?.course?.id === 'string' && Array.isArray(receipt.outputs) && receipt.outputs.every(staysInside)
    return whole ? (receipt as Receipt) : null
  } catch {
    return null
  }
}

// A receipt is read from disk and its paths are opened: none may lead out of the folder.
function staysInside(output: Partial<ReceiptOutput> | null): boolean {
  return typeof output?.path === 'string' && !isAbsolute(output.path) && !/(^|[\\/])\.\.([\\/]|$)/.test(output.path)
}

/** Whether every output of a receipt is still there as it was made. */
export async function isWhole(folder: string, receipt: Receipt): Promise<boolean> {
  try {
    const now = await weigh(folder, receipt.outputs)
    const then = new Map(receipt.outputs.map((output) => [output.path, output.sha256]))
    return now.every(({ path, sha256 }) => then.get(path) === sha256)
  } catch {
    return false
  }
}

/** The kind of output that a file belongs to, by its path from `dist/`. */
export function kindOfFile(path: string): OutputKind {
  if (path.startsWith('site/')) return 'site'
  if (path.startsWith('packs/')) return 'pack'
  const place = /^[^/]+\/(?:participant\/)?(.*)$/.exec(path)?.[1]
  if (place === undefined) return 'landing'
  if (place.startsWith('slides/')) return place.endsWith('.pdf') ? 'handout' : place.endsWith('.pptx') ? 'pptx' : 'deck'
  if (place.startsWith('worksheets/')) return place.endsWith('.answers.pdf') ? 'worksheet-answers' : 'worksheet'
  if (/^[^/]+\/participant\//.test(path)) return 'participant-pages'
  if (place.startsWith('modules/')) return 'handout'
  if (place.startsWith('run-sheets/event-kit/')) return 'event-kit'
  if (place.startsWith('run-sheets/')) return 'run-sheet'
  return place === 'contingency-plan.pdf' ? 'contingency-plan' : 'guideline'
}

async function measureOf(path: string): Promise<{ bytes: number; sha256: string }> {
  if (!path.endsWith('/')) {
    const contents = await readFile(path)
    return { bytes: contents.length, sha256: sha256(contents) }
  }
  let bytes = 0
  const lines: string[] = []
  for (const file of await filesIn(path)) {
    const contents = await readFile(join(path, file))
    bytes += contents.length
    lines.push(`${file} ${sha256(contents)}`)
  }
  return { bytes, sha256: sha256(lines.join('\n')) }
}

/** Files of a folder, paths from it with forward slashes, sorted. */
export async function filesIn(folder: string, inside = ''): Promise<string[]> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true })
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      return entry.isDirectory() ? filesIn(folder, path) : [path]
    }),
  )
  return nested.flat().sort()
}

function sha256(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex')
}
