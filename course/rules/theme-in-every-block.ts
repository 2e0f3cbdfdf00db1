import type { VFileMessage } from 'vfile-message'
import type { Course, Theme } from '../course.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'
import { partsOf, piecesOf } from '../walk.ts'

export const themeInEveryBlock: SourceRule = {
  id: 'theme-in-every-block',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every block (or module) treats the cross-cutting themes that course.yml wants there.',
  advice:
    'Add the directive of the theme, such as :::gender, with something specific to this block: a figure, a question, a change of design. `wanted: none` in course.yml asks for it nowhere.',
  check: ({ course }) => course.themes.flatMap((theme) => (theme.wanted === 'none' ? [] : missing(theme, theme.wanted, course))),
}

function missing(theme: Theme, wanted: 'block' | 'module', course: Course): VFileMessage[] {
  const treats = (bodies: Parameters<typeof piecesOf>[0][]): boolean =>
    bodies.some((body) => piecesOf(body).some((piece) => piece.kind === 'lens' && piece.theme === theme.id))
  const parts =
    wanted === 'module'
      ? course.modules.filter((module) => !treats(partsOf(module).map((part) => part.body)))
      : course.modules.flatMap((module) => module.blocks).filter((block) => !block.wrapUp && !treats([block.body]))
  const declared = course.places.get(`themes.${theme.id}`)
  return parts.map((part) =>
    finding(`Unexpected ${wanted} \`${part.id}\` without the theme \`${theme.id}\`, expected :::${theme.id} in it`, {
      rule: themeInEveryBlock.id,
      severity: 'warning',
      place: part.place,
      causes: declared ? [{ reason: `The theme is wanted in every ${wanted}`, place: declared }] : [],
    }),
  )
}
