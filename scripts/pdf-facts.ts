import type { Course } from '../course/course.ts'
import type { PdfFacts } from './finish-pdf.ts'

/** What every PDF of a course says about itself: title and kind of its own, the rest from course.yml. */
export function factsOf(course: Course, title: string, kind: string): PdfFacts {
  return {
    title,
    language: course.language,
    publisher: course.publisher,
    description: [kind, course.subtitle, course.audience].filter((text) => text !== '').join('. '),
    licence: course.licence,
    course: course.id,
    version: `${course.version} (${course.fingerprint})`,
  }
}
