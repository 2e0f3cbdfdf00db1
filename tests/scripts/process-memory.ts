/** Memory of a process and everything it started, as the kernel counts it (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

/** The most bytes held at one moment. */
export interface Peak {
  /** By the processes that it started, as `ps` counts (RSS: a page that several share counts for each). */
  children: number
  /** By it and them together, a page that several share counted once (PSS). */
  all: number
}

/** Follows a process and what it starts until `done`. */
export async function peakMemory(root: number, done: Promise<unknown>): Promise<Peak> {
  const peak: Peak = { children: 0, all: 0 }
  let running = true
  const end = done.finally(() => {
    running = false
  })
  while (running) {
    const children = startedBy(root)
    peak.children = Math.max(peak.children, sumOf(children, 'status', /^VmRSS:\s+(\d+)/m))
    peak.all = Math.max(peak.all, sumOf([root, ...children], 'smaps_rollup', /^Pss:\s+(\d+)/m))
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 50))])
  }
  return peak
}

function startedBy(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name): [number, number] => [Number(name), parentOf(name)])
  const tree = new Set([root])
  for (let before = 0; before !== tree.size; ) {
    before = tree.size
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid)
  }
  tree.delete(root)
  return [...tree]
}

function parentOf(pid: string): number {
  return Number(/\)\s\S\s(\d+)/.exec(readNow(`/proc/${pid}/stat`))?.[1] ?? 0)
}

function sumOf(pids: readonly number[], file: string, kilobytes: RegExp): number {
  return pids.reduce((sum, pid) => sum + Number(kilobytes.exec(readNow(`/proc/${pid}/${file}`))?.[1] ?? 0), 0) * 1024
}

// a process may end between being listed and being read
function readNow(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
