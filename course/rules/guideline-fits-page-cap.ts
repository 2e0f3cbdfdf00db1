import type { VFileMessage } from 'vfile-message'
import type { Course } from '../course.ts'
import { finding } from '../finding.ts'
import type { GuidelineMeasure } from '../measurements.ts'
import type { PressRule } from '../rule.ts'

export const guidelineFitsPageCap: PressRule = {
  id: 'guideline-fits-page-cap',
  severity: 'error',
  needs: 'press',
  sentence: 'The guideline has no more pages than the cap, in every language.',
  advice:
    'Shorten the longest modules, or split the course. What was printed lies in .fieldkit/rejected/ to be looked at; the last good dist/ is as it was.',
  check: ({ measured, course }) =>
    (measured.guideline ?? []).filter(({ pages }) => pages > course.limits.cap).map((measure) => report(measure, course)),
}

function report({ language, pages, parts }: GuidelineMeasure, course: Course): VFileMessage {
  const start = { line: 1, column: 1 }
  const longest = course.modules
    .map((module) => ({ module, pages: parts.find((part) => part.id === module.id)?.pages ?? 0 }))
    .sort((a, b) => b.pages - a.pages)
    .slice(0, 3)
  return finding(`Unexpected guideline of ${pages} pages (${language}), expected at most ${course.limits.cap}`, {
    rule: guidelineFitsPageCap.id,
    severity: 'error',
    place: course.places.get('cap') ?? { path: 'modules/course.yml', start, end: start },
    causes: longest.map(({ module, pages: own }) => ({ reason: `Module \`${module.id}\` takes ${own} pages`, place: module.place })),
  })
}
