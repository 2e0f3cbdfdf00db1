import { type BrokenPair, brokenPairs } from '../../look/palettes.ts'
import { hyphenated } from '../../look/tokens.ts'
import type { Course, Place } from '../course.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const coloursHaveContrast: SourceRule = {
  id: 'colours-have-contrast',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every colour of course.yml stands out from what it is set on: text at 4.5:1, edges at 3:1, in light, dark and print.',
  advice:
    'Take the shade the message names, or leave the colour out: what you do not give is derived from what you give. A bright colour of an organization can be the ground of covers and highlights (`cover`, `mark`) where it is too bright for titles (`brand`).',
  check: ({ course }) => (course.look ? brokenPairs(course.look.colours).map((pair) => broken(pair, course)) : []),
}

function broken(pair: BrokenPair, course: Course) {
  const { name, colour, other, otherColour, scheme, ratio, wanted, nearest } = pair
  const expected = `at least ${wanted}:1${nearest ? `, as \`${nearest}\` has` : ', which no shade of it has'}`
  const measured = `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`
  const cause = placeOf(other, scheme, course)
  return finding(
    `Unexpected contrast of ${measured} between \`${hyphenated(name)}\` ${colour} and \`${hyphenated(other)}\` ${otherColour} in ${scheme}, expected ${expected}`,
    {
      rule: coloursHaveContrast.id,
      severity: 'error',
      place: placeOf(name, scheme, course) ?? nowhere,
      ...(cause ? { causes: [{ reason: 'The other colour stands here', place: cause }] } : {}),
      ...(nearest ? { expected: [nearest] } : {}),
    },
  )
}

const nowhere: Place = { path: 'modules/course.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** Where a colour was given, for one scheme or for all. */
function placeOf(name: BrokenPair['name'], scheme: string, { places }: Course): Place | undefined {
  const key = `look.colours.${hyphenated(name)}`
  return places.get(`${key}.${scheme}`) ?? places.get(key)
}
