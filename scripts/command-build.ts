import { relative, resolve } from 'node:path'
import { build } from './build.ts'
import { closingTable } from './closing-table.ts'
import { seconds } from './progress.ts'
import type { OutputKind } from './receipt.ts'
import { type Format, report } from './report.ts'
import { paints } from './terminal.ts'
import { stopSignal } from './signals.ts'

export interface BuildCommand {
  course: string
  out: string
  languages: string[] | undefined
  only: OutputKind[] | undefined
  format: Format
  force: boolean
}

/** `fieldkit build`: builds, prints findings and the closing table. Returns the exit code. */
export async function runBuild({ course, out, languages, only, format, force }: BuildCommand): Promise<number> {
  const start = performance.now()
  const signal = stopSignal()
  const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  const work = build({ course, out, ...(languages ? { languages } : {}), ...(only ? { only } : {}), force, signal })
  // after a signal nothing waits for the browser to finish its page
  const result = await Promise.race([work, stopped])
  if (result.findings.length > 0) process.stdout.write(`${report(result.findings, format, { course, from: process.cwd(), colour: paints() })}\n`)
  if (result.unchanged) {
    process.stdout.write(`Nothing changed since the last build: ${shown(out)} is as it was (${seconds(performance.now() - start)}).\n`)
    return 0
  }
  if (!result.receipt) {
    const rejected = result.rejected ? ` What was made and rejected lies in ${shown(result.rejected)}.` : ''
    process.stdout.write(`Not built: the errors above come first, and ${shown(out)} is as it was.${rejected}\n`)
    return 1
  }
  process.stdout.write(`\n${closingTable(result.receipt)}\n\nBuilt into ${shown(out)} in ${seconds(performance.now() - start)}. Open ${shown(resolve(out, 'index.html'))}.\n`)
  return 0
}

function shown(path: string): string {
  const short = relative(process.cwd(), path)
  return short === '' ? '.' : short.startsWith('..') ? path : short
}
