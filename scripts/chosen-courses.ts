import type { Course, Language } from '../course/course.ts'
import { UsageProblem } from './usage-problem.ts'

/** The courses in the languages asked for; all where none is named. Throws UsageProblem for a language the course does not have. */
export function chosenCourses(courses: Map<Language, Course>, languages: string[] | undefined): Map<Language, Course> {
  if (!languages || courses.size === 0) return courses
  const unknown = languages.find((language) => !courses.has(language))
  if (unknown !== undefined) throw new UsageProblem(`The course has no language "${unknown}": it has ${[...courses.keys()].join(', ')}.`)
  return new Map([...courses].filter(([language]) => languages.includes(language)))
}
