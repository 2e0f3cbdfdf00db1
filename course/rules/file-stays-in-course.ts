import { finding } from '../finding.ts'
import { pathWithin } from '../path-within.ts'
import type { SourceRule } from '../rule.ts'

export const fileStaysInCourse: SourceRule = {
  id: 'file-stays-in-course',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every path leads to a file inside the folder modules/ of the course.',
  advice: 'Copy the file into the course, beside the text that shows it, and name it from there, as in src=figures/map.svg.',
  check: ({ reading }) =>
    reading.written.flatMap((file) =>
      file.mentions
        .filter((mention) => (mention.kind === 'drawing' || mention.kind === 'path') && pathWithin(file.path, mention.of) === null)
        .map((mention) =>
          finding(`Unexpected path \`${shown(mention.of)}\` out of the course, expected a file inside modules/`, {
            rule: fileStaysInCourse.id,
            severity: 'error',
            place: mention.place,
          }),
        ),
    ),
}

function shown(path: string): string {
  return path.length > 80 ? `${path.slice(0, 79)}…` : path
}
