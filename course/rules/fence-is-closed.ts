import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { FenceProblem } from '../fences.ts'
import { DEEPEST } from '../fences.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const fenceIsClosed: SourceRule = {
  id: 'fence-is-closed',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every fence that opens a directive is closed, and every fence that closes has one to close.',
  advice: 'A line of ::: with a name opens, a bare ::: closes the innermost one that is open. The number of colons does not matter.',
  check: ({ reading }) => reading.written.flatMap((file) => file.fences.map((problem) => report(problem, file.path))),
}

function report(problem: FenceProblem, path: string): VFileMessage {
  const at = (position: Position) => ({ path, ...position })
  const causes = problem.cause ? [{ reason: causeReason(problem, problem.cause.name), place: at(problem.cause.position) }] : []
  return finding(reasonOf(problem), { rule: fenceIsClosed.id, severity: 'error', place: at(problem.position), causes })
}

function reasonOf({ kind, name }: FenceProblem): string {
  switch (kind) {
    case 'left-open':
      return `Unexpected end of the file inside \`${name}\`, expected a line of ::: that closes it`
    case 'one-too-many':
      return 'Unexpected fence that closes nothing, expected an open one before it'
    case 'too-deep':
      return `Unexpected \`${name}\` inside ${DEEPEST} other fences, expected at most ${DEEPEST}`
    case 'bare-title':
      return `Unexpected words behind \`${name}\`, expected the title in brackets as in :::${name}[Title]`
  }
}

function causeReason({ kind }: FenceProblem, name: string): string {
  switch (kind) {
    case 'left-open':
      return `\`${name}\` opens here, still inside it`
    case 'one-too-many':
      return `The last fence that was closed, \`${name}\`, opens here`
    default:
      return `The outermost fence, \`${name}\`, opens here`
  }
}
