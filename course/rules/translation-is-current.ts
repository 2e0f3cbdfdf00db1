import type { VFileMessage } from 'vfile-message'
import type { Course, Flesh, Place } from '../course.ts'
import { finding } from '../finding.ts'
import { nameAt, type SourceRule, type Subject, writtenParts } from '../rule.ts'
import { everyModule } from '../walk.ts'

export const translationIsCurrent: SourceRule = {
  id: 'translation-is-current',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every unit of a translation was made from its source as it is now.',
  advice: 'Compare with the source, correct the translation, then record it with "npm run fieldkit -- stamp <file>".',
  check: (subject) => [
    ...otherIds(subject),
    ...writtenParts(subject).flatMap(({ course, part }) => {
      const source = course.language === subject.course.language ? undefined : partOf(subject.course, part.id)
      return source ? compared(part, source, subject, course.language) : []
    }),
  ],
}

interface Unit {
  id: string
  body: Flesh
  place: Place
  behind: readonly string[]
}

function compared(part: Unit, source: Unit, subject: Subject, language: string): VFileMessage[] {
  const here = unitPlaces(part, subject)
  const there = unitPlaces(source, subject)
  const lost = [...there.keys()].filter((id) => !here.has(id))
  const extra = [...here.keys()].filter((id) => !there.has(id))
  return [
    ...part.behind
      .filter((id) => here.has(id))
      .map((id) =>
        report(
          `Unexpected translation of an older text of \`${id}\`, expected one of its source as it is now`,
          here.get(id) ?? part.place,
          there.get(id),
        ),
      ),
    ...lost.map((id) =>
      report(
        `Unexpected absence of \`${id}\` in the translation (${language}), expected all that the source has`,
        part.place,
        there.get(id),
      ),
    ),
    ...extra.map((id) =>
      report(`Unexpected \`${id}\` in the translation (${language}), expected nothing that the source has not`, here.get(id) ?? part.place),
    ),
  ]
}

function report(reason: string, place: Place, source?: Place): VFileMessage {
  return finding(reason, {
    rule: translationIsCurrent.id,
    severity: 'warning',
    place,
    causes: source ? [{ reason: 'The source stands here', place: source }] : [],
  })
}

function otherIds({ reading, course }: Subject): VFileMessage[] {
  return reading.written.flatMap((file) => {
    if (file.language === course.language) return []
    const source = reading.written.find((one) => one.path === file.path.replace(`.${file.language}.md`, '.md'))
    const place = file.ids[0]?.place
    if (!source || !place || source.id === file.id) return []
    const causes = source.ids[0] ? [{ reason: 'The source has this id', place: source.ids[0].place }] : []
    return [
      finding(`Unexpected id \`${file.id}\` of a translation, expected \`${source.id}\` as in its source`, {
        rule: translationIsCurrent.id,
        severity: 'error',
        place,
        causes,
      }),
    ]
  })
}

function partOf(course: Course, id: string): Unit | undefined {
  return everyModule(course)
    .flatMap((module) => [module, ...module.blocks])
    .find((part) => part.id === id)
}

/** Beginning of every unit, by its id; the front matter has the id of the part. */
function unitPlaces({ id, body, place }: Unit, subject: Subject): Map<string, Place> {
  const places = new Map([[id, place]])
  for (const node of body) {
    const unit = node.type === 'piece' ? node.piece.id : node.data?.id
    if (!unit || !node.position || node.type === 'thematicBreak') continue
    places.set(unit, nameAt(subject, { path: place.path, start: node.position.start, end: node.position.start }))
  }
  return places
}
