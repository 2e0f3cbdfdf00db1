import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const htmlIsText: SourceRule = {
  id: 'html-is-text',
  severity: 'info',
  needs: 'sources',
  sentence: 'Raw HTML is not read: it comes out as it was written.',
  advice: 'Use Markdown or a directive. If the text shall stand there with its angle brackets, nothing needs to be done.',
  check: ({ reading }) =>
    reading.written.flatMap((file) =>
      file.html.map((place) =>
        finding('Unexpected HTML, expected Markdown: it comes out as written', { rule: htmlIsText.id, severity: 'info', place }),
      ),
    ),
}
