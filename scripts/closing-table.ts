import type { Receipt, ReceiptOutput } from './receipt.ts'

/** The closing table of a build: a line a kind and language, with how many, how heavy, how many pages. */
export function closingTable(receipt: Receipt): string {
  const groups = new Map<string, ReceiptOutput[]>()
  for (const output of receipt.outputs) {
    const key = `${output.kind} ${output.lang ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), output])
  }
  const rows = [...groups].map(([key, outputs]) => [
    key.trim(),
    String(outputs.length),
    size(outputs.reduce((sum, one) => sum + one.bytes, 0)),
    pagesOf(outputs),
    outputs[0]?.kind === 'guideline' && outputs[0].lang ? `cap ${receipt.guideline[outputs[0].lang]?.cap ?? ''}` : '',
  ])
  const head = ['output', 'files', 'size', 'pages', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const { error, warning, info } = receipt.findings
  return [line(head), ...rows.map(line), '', `Findings: ${error} errors, ${warning} warnings, ${info} remarks.`].join('\n')
}

function pagesOf(outputs: ReceiptOutput[]): string {
  const pages = outputs.reduce((sum, one) => sum + (one.pages ?? 0), 0)
  return pages === 0 ? '' : String(pages)
}

function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`
}
