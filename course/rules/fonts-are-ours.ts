import { finding } from '../finding.ts'
import type { PressRule } from '../rule.ts'

export const fontsAreOurs: PressRule = {
  id: 'fonts-are-ours',
  severity: 'warning',
  needs: 'press',
  sentence: 'Every sign that is printed is in one of the fonts that come with Fieldkit, so that it prints alike on every machine.',
  advice:
    'Find the unusual sign (a rare arrow, a mathematical sign, a letter of another script) and write it in words, or declare the language it belongs to.',
  check: ({ measured, course }) =>
    (measured.guideline ?? [])
      .filter(({ foreignFonts }) => (foreignFonts ?? []).length > 0)
      .map(({ language, foreignFonts }) => {
        const start = { line: 1, column: 1 }
        return finding(
          `Unexpected font ${(foreignFonts ?? []).join(', ')} in the guideline (${language}), expected only the fonts of Fieldkit`,
          {
            rule: fontsAreOurs.id,
            severity: 'warning',
            place: course.places.get('languages') ?? { path: 'modules/course.yml', start, end: start },
          },
        )
      }),
}
