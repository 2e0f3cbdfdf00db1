import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { SourceRule, Subject } from '../rule.ts'
import type { DirectiveUse, MalformedUse, WrittenFile } from '../written.ts'

export const directiveKnown: SourceRule = {
  id: 'directive-known',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every directive has a name the language knows and is written in its form.',
  advice:
    'Correct the name, or add the theme to course.yml if it is one. A container is `:::name[Title]{#id key=value}` on a line of its own and ends with `:::`; a leaf is `::name[Title]{…}` on one line; in running text it is `:name[words]{…}`.',
  check: (subject) => subject.reading.written.flatMap((file) => [...unknown(file, subject), ...malformed(file)]),
}

function unknown(file: WrittenFile, { vocabulary }: Subject): VFileMessage[] {
  const known = [...vocabulary.directives.keys(), ...vocabulary.aliases.keys()]
  return file.directives.flatMap((use) => {
    if (use.spec) return wrongForm(use)
    const near = nearest(use.name, known)
    const expected = near ? `\`${near}\`` : 'one of the words of the course language'
    return [
      finding(`Unexpected directive \`${use.name}\`, expected ${expected}`, {
        rule: directiveKnown.id,
        severity: 'error',
        place: use.nameAt,
        ...(near ? { expected: [near] } : { note: 'The words stand in docs/language.md.' }),
      }),
    ]
  })
}

function wrongForm(use: DirectiveUse): VFileMessage[] {
  const { spec, form } = use
  if (!spec || spec.form === form || (use.word === 'figure' && form === 'container')) return []
  return [
    finding(`Unexpected ${written(form, use.name)}, expected ${written(spec.form, use.name)}`, {
      rule: directiveKnown.id,
      severity: 'error',
      place: use.nameAt,
    }),
  ]
}

function malformed(file: WrittenFile): VFileMessage[] {
  return file.malformed.map((use) =>
    finding(malformedReason(use), {
      rule: directiveKnown.id,
      severity: 'error',
      place: use.place,
      note: 'Until then it stands in the text as it was written.',
    }),
  )
}

function malformedReason({ name, form, problem }: MalformedUse): string {
  switch (problem) {
    case 'one-colon':
      return `Unexpected \`:${name}\` with one colon, expected ${written(form, name)}`
    case 'braces':
      return `Unexpected braces behind \`${name}\`, expected attributes such as {key=value}`
    case 'opening':
      return `Unexpected text behind \`${name}\`, expected [title]{#id key=value} and nothing else on the line`
  }
}

function written(form: DirectiveUse['form'], name: string): string {
  if (form === 'container') return `\`:::${name}\` with a line of ::: that closes it`
  return form === 'leaf' ? `\`::${name}[…]{…}\` on one line` : `\`:${name}[…]\` in running text`
}
