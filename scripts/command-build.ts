import { resolve } from 'node:path'
import { build } from './build.ts'
import { closingTable } from './closing-table.ts'
import type { Format } from './formats.ts'
import { openProgress, seconds } from './progress.ts'
import type { OutputKind } from './receipt.ts'
import { report } from './report.ts'
import { shownPath } from './shown-path.ts'
import { stopSignal } from './signals.ts'
import { paints } from './terminal.ts'

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
  // a format for machines has standard output to itself
  const screen = format === 'text' ? process.stdout : process.stderr
  const progress = openProgress(screen)
  const result = await build({
    course,
    out,
    ...(languages ? { languages } : {}),
    ...(only ? { only } : {}),
    force,
    signal: stopSignal(),
    progress,
  })
  if (result.findings.length > 0 || format !== 'text') {
    process.stdout.write(`${report(result.findings, format, { course, from: process.cwd(), colour: paints() })}\n`)
  }
  const taken = seconds(performance.now() - start)
  if (result.unchanged) {
    screen.write(`Nothing changed since the last build: ${shownPath(out)} is as it was (${taken}).\n`)
    return 0
  }
  if (!result.receipt) {
    const rejected = result.rejected ? ` What was made and rejected lies in ${shownPath(result.rejected)}.` : ''
    screen.write(`Not built: the errors above come first, and ${shownPath(out)} is as it was.${rejected}\n`)
    return 1
  }
  screen.write(
    `\n${closingTable(result.receipt)}\n\nBuilt into ${shownPath(out)} in ${taken}. Open ${shownPath(resolve(out, 'index.html'))}.\n`,
  )
  return 0
}
