import { finding } from '../finding.ts'
import type { PressRule } from '../rule.ts'

export const tableFitsPage: PressRule = {
  id: 'table-fits-page',
  severity: 'error',
  needs: 'press',
  sentence: 'Every table and drawing of the guideline is as wide as the page or narrower.',
  advice: 'Use fewer columns or shorter words, or turn the table: rows for columns.',
  check: ({ measured }) => {
    // the same table stands in every language's guideline
    const places = new Set((measured.guideline ?? []).flatMap(({ tooWide }) => tooWide ?? []))
    return [...places].map((written) => {
      const at = written.lastIndexOf(':')
      const point = { line: Number(written.slice(at + 1)), column: 1 }
      return finding('Unexpected table or drawing wider than the page, expected it to fit', {
        rule: tableFitsPage.id,
        severity: 'error',
        place: { path: written.slice(0, at), start: point, end: point },
      })
    })
  },
}
