import type { Course, Place } from '../course.ts'
import { finding } from '../finding.ts'
import type { SlideMeasure } from '../measurements.ts'
import { nameAt, type PressRule, type PressSubject } from '../rule.ts'
import { allPieces } from '../walk.ts'

export const slideFitsFrame: PressRule = {
  id: 'slide-fits-frame',
  severity: 'error',
  needs: 'press',
  sentence: 'What a slide shows is whole inside its frame.',
  advice: 'Shorten it or split it into two slides; text is set as small already as can be read at the back of a room.',
  check: (subject) =>
    (subject.measured.slides ?? []).map((measure) => {
      const text = measure.text === '' ? '' : ` ("${measure.text}")`
      return finding(
        `Unexpected ${measure.text === '' ? 'drawing' : 'text'} ${measure.pixels} px ${EDGES[measure.beyond]} \`${measure.slide}\`${text}, expected it inside the frame`,
        {
          rule: slideFitsFrame.id,
          severity: 'error',
          place: placeOf(measure, subject),
        },
      )
    }),
}

const EDGES: Readonly<Record<SlideMeasure['beyond'], string>> = {
  bottom: 'below the lower edge of slide',
  foot: 'into the foot of slide',
  side: 'beyond the side of slide',
  top: 'above the upper edge of slide',
}

/** The slide in the source; for one made from an activity or a block, that; for title and imprint, the module. */
function placeOf({ language, module, slide }: SlideMeasure, { courses, course, reading }: PressSubject): Place {
  const own: Course = courses.find((one) => one.language === language) ?? course
  const named = own.targets.get(slide)
  const place =
    named?.place ??
    allPieces(own).find((piece) => piece.id === slide)?.place ??
    own.modules.find((one) => one.id === module)?.place ??
    course.modules[0]?.place
  if (!place) return { path: 'modules/course.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return place.start.line === place.end.line ? place : nameAt({ reading }, place)
}
