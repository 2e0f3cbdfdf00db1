import type { VFileMessage } from 'vfile-message'
import type { Place } from '../course.ts'
import { finding } from '../finding.ts'
import type { Reading } from '../read-course.ts'
import type { SourceRule, Subject } from '../rule.ts'
import { everyModule, walkNodes } from '../walk.ts'
import type { WrittenFile } from '../written.ts'

export const idUnique: SourceRule = {
  id: 'id-unique',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every id is given once in the course; a translation repeats the ids of its source.',
  advice: 'Give the second one a name of its own, for example with the id of its block before it.',
  check: (subject) => [
    ...twiceInFiles(subject),
    ...takenByParagraphs(subject),
    ...twiceDeclared(subject.reading),
    ...twiceCited(subject.reading),
  ],
}

interface Given {
  id: string
  place: Place
}

function second({ id, place }: Given, first: Place, what = 'id'): VFileMessage {
  return finding(`Unexpected second ${what} \`${id}\`, expected one that is not given yet`, {
    rule: idUnique.id,
    severity: 'error',
    place,
    causes: [{ reason: 'It is given here first', place: first }],
  })
}

// In every language the files that make up its edition: its translations, and the source where there is none.
function twiceInFiles({ reading, course, courses }: Subject): VFileMessage[] {
  const found = new Map<string, VFileMessage>()
  const framework = reading.declared.filter((one) => one.sort === 'framework')
  for (const { language } of courses) {
    const first = new Map(framework.map(({ id, place }): [string, Place] => [id, place]))
    for (const given of editionFiles(reading, language, course.language).flatMap((file) => file.ids)) {
      const before = first.get(given.id)
      if (!before) first.set(given.id, given.place)
      else found.set(keyOf(given.place), second(given, before))
    }
  }
  return [...found.values()]
}

function editionFiles(reading: Reading, language: string, source: string): WrittenFile[] {
  const translated = new Set(reading.written.filter((file) => file.language === language).map((file) => originalPath(file)))
  return reading.written.filter((file) => file.language === language || (file.language === source && !translated.has(file.path)))
}

function originalPath(file: WrittenFile): string {
  return file.path.replace(`.${file.language}.md`, '.md')
}

// `planning-horizons-p3` is the id of the third paragraph of a block: not one to be written.
function takenByParagraphs({ courses, reading }: Subject): VFileMessage[] {
  const made = new Map<string, Place>()
  for (const course of courses) {
    for (const part of everyModule(course).flatMap((module) => [module, ...module.blocks])) {
      walkNodes(part.body, (node) => {
        const id = node.type === 'piece' ? (node.piece.named ? undefined : node.piece.id) : node.data?.named ? undefined : node.data?.id
        if (id && node.position && !made.has(id)) made.set(id, { path: part.place.path, ...node.position })
      })
    }
  }
  return reading.written.flatMap((file) =>
    file.ids.flatMap(({ id, place }) => {
      const paragraph = made.get(id)
      if (!paragraph) return []
      return [
        finding(`Unexpected id \`${id}\`, expected one that is not made for a paragraph`, {
          rule: idUnique.id,
          severity: 'error',
          place,
          causes: [{ reason: 'It is the id of what stands here', place: paragraph }],
        }),
      ]
    }),
  )
}

function twiceDeclared(reading: Reading): VFileMessage[] {
  const first = new Map<string, Place>()
  return reading.declared.flatMap(({ sort, id, place }) => {
    const before = first.get(`${sort} ${id}`)
    if (!before) first.set(`${sort} ${id}`, place)
    return before ? [second({ id, place }, before, `id of a ${sort === 'framework' ? 'framework item' : sort}`)] : []
  })
}

function twiceCited({ references, sources }: Reading): VFileMessage[] {
  const ids = references.map((reference) => reference.id)
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
  const text = twice.length > 0 ? textOf(sources.get('modules/references.json')) : ''
  return twice.flatMap((id) => {
    const [first, ...others] = placesOfKey(text, id)
    return first ? others.map((place) => second({ id, place }, first, 'reference')) : []
  })
}

function placesOfKey(text: string, id: string): Place[] {
  const escaped = JSON.stringify(id).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return [...text.matchAll(new RegExp(`"id"\\s*:\\s*(${escaped})`, 'g'))].map((match) => {
    const offset = match.index + match[0].length - (match[1] ?? '').length
    const before = text.slice(0, offset).split('\n')
    const start = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
    return { path: 'modules/references.json', start, end: { line: start.line, column: start.column + (match[1] ?? '').length } }
  })
}

function textOf(content: string | Uint8Array | undefined): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function keyOf({ path, start }: Place): string {
  return `${path}:${start.line}:${start.column}`
}
