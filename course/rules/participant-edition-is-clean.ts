import { finding } from '../finding.ts'
import type { PressRule } from '../rule.ts'

export const participantEditionIsClean: PressRule = {
  id: 'participant-edition-is-clean',
  severity: 'error',
  needs: 'press',
  sentence: 'No sentence that only facilitators may see is in what participants get.',
  advice:
    'If the sentence may be seen, move it out of the part for facilitators; if not, the output that holds it is at fault: report it with the two places.',
  check: ({ measured }) =>
    (measured.leaks ?? []).map(({ path, sentence, place }) =>
      finding(`Unexpected sentence for facilitators in ${path}, expected it in no participant output: "${shown(sentence)}"`, {
        rule: participantEditionIsClean.id,
        severity: 'error',
        place,
      }),
    ),
}

function shown(sentence: string): string {
  return sentence.length > 100 ? `${sentence.slice(0, 99)}…` : sentence
}
