/** The end of a build: what was not built again is taken over from the last one, then start page and receipt are written. */
import type { VFileMessage } from 'vfile-message'
import type { Course, Language } from '../course/course.ts'
import { severityOf } from '../course/finding.ts'
import { landingFile } from './outputs.ts'
import type { PressedGuideline } from './press-guideline.ts'
import { kindOfFile, type Output, type OutputKind, type Receipt, weigh } from './receipt.ts'
import type { Staging } from './staging.ts'

export interface Closing {
  staging: Staging
  /** What was made; it lies in staging. */
  outputs: readonly Output[]
  /** Kinds that were to be made; all others stay as they are. */
  wanted: ReadonlySet<OutputKind>
  courses: ReadonlyMap<Language, Course>
  /** The course in every language it has, built now or not. */
  all: ReadonlyMap<Language, Course>
  guidelines: ReadonlyMap<Language, PressedGuideline>
  findings: readonly VFileMessage[]
  /** Receipt of the output folder as it is. */
  last: Receipt | null
  timings: Receipt['timings']
}

/** Writes start page and receipt into staging, with what is taken over from the last build. */
export async function closeBuild(closing: Closing): Promise<Receipt> {
  const { staging, courses, all, findings } = closing
  const [course] = courses.values()
  if (!course) throw new Error('Unexpected build without a course')
  const outputs = await weigh(staging.folder, [...closing.outputs, ...(await takeOver(closing, course))])
  const guideline = guidelinesIn(outputs, closing)
  const shown = new Map([...all].filter(([language]) => courses.has(language) || outputs.some(({ lang }) => lang === language)))
  const landing = await landingFile({ outputs, guideline }, shown)
  await staging.write(landing.output.path, landing.html)
  const count = (severity: string): number => findings.filter((one) => severityOf(one) === severity).length
  const receipt: Receipt = {
    course: { id: course.id, title: course.title, version: course.version },
    languages: [...shown.keys()],
    outputs: [...outputs, ...(await weigh(staging.folder, [landing.output]))].sort((a, b) => (a.path < b.path ? -1 : 1)),
    guideline,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    timings: closing.timings,
  }
  await staging.write('build.json', `${JSON.stringify(receipt, null, 2)}\n`)
  return receipt
}

/** Outputs of the last build that this one was not asked to make. A folder of pages may hold files of kinds that were made anew: those stay new. */
async function takeOver({ staging, outputs, wanted, courses, last }: Closing, course: Course): Promise<Output[]> {
  const made = (kind: OutputKind, lang: string | null): boolean => wanted.has(kind) && (lang === null || courses.has(lang))
  const kept = (last?.outputs ?? []).filter(
    ({ kind, lang, path }) =>
      kind !== 'landing' &&
      !made(kind, lang) &&
      (lang === null || course.languages.includes(lang)) &&
      !outputs.some((one) => one.path === path),
  )
  const there: Output[] = []
  for (const output of kept) {
    if (await staging.takeOver(output.path, (path) => !made(kindOfFile(path), output.lang))) there.push(output)
  }
  return there
}

/** Pages of the guidelines that lie in the output folder, new or taken over. */
function guidelinesIn(outputs: readonly Output[], { wanted, courses, guidelines, last }: Closing): Receipt['guideline'] {
  const pages: Receipt['guideline'] = {}
  for (const { kind, lang } of outputs) {
    if (kind !== 'guideline' || lang === null) continue
    const pressed = wanted.has('guideline') ? guidelines.get(lang) : undefined
    const cap = courses.get(lang)?.limits.cap
    const before = last?.guideline[lang]
    if (pressed && cap !== undefined) pages[lang] = { pages: pressed.pages, cap, parts: pressed.parts }
    else if (before) pages[lang] = before
  }
  return pages
}
