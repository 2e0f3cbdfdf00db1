/** The Markdown files of a course: which file is what, its front matter, its text lowered to flesh. */
import type { RootContent } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import type { z } from 'zod'
import type { Audience, Flesh, Language, Place } from './course.ts'
import type { Vocabulary } from './directives.ts'
import { countFences, frontMatterEnd } from './fences.ts'
import { finding } from './finding.ts'
import { passedLimit } from './limits.ts'
import { lower } from './lower.ts'
import { type BlockFrontMatter, blockFrontMatter, type CourseFile, type ModuleFrontMatter, moduleFrontMatter } from './schemas.ts'
import { parseMarkdown } from './syntax.ts'
import type { WrittenFile } from './written.ts'
import { type PlaceOf, readYaml } from './yaml.ts'

/** A module's overview or a block, in one language; front and annexes are read as modules. */
export interface CourseMarkdown {
  path: string
  kind: 'module' | 'block'
  /** Folder such as `modules/01-planning`, file name without language and ending. */
  folder: string
  name: string
  language: Language
  front: ModuleFrontMatter | BlockFrontMatter
  placeOf: PlaceOf
  body: Flesh
  written: WrittenFile
}

/** Folder of a module: its number and its name. */
export const MODULE_FOLDER = /^modules\/(\d{2})-[^/]+$/
/** Folders of the front and the annexes. */
export const CHAPTER_FOLDERS = { 'modules/front': 'front', 'modules/annexes': 'annexes' } as const
const MARKDOWN = /^(modules\/[^/]+)\/([^/]+?)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)?))?\.md$/
const BLOCK_NAME = /^(\d{1,2}-.+|wrap-up)$/

/** Reads every Markdown file of the course, by path; what has no place in it is a finding. */
export function readFiles(
  texts: Map<string, string>,
  settings: CourseFile,
  words: Vocabulary,
  findings: VFileMessage[],
): Map<string, CourseMarkdown> {
  const files = new Map<string, CourseMarkdown>()
  const source = settings.languages[0] as Language
  for (const [path, text] of texts) {
    const match = MARKDOWN.exec(path)
    if (!match) {
      if (path.endsWith('.md')) findings.push(strayFile(path, source, settings))
      continue
    }
    const [, folder = '', name = '', tag] = match
    const language = tag ?? source
    if (
      !(MODULE_FOLDER.test(folder) || folder in CHAPTER_FOLDERS) ||
      (name !== 'module' && !BLOCK_NAME.test(name)) ||
      !settings.languages.includes(language)
    ) {
      findings.push(strayFile(path, language, settings))
      continue
    }
    const file = readFile({ path, text, folder, name, language }, words, findings)
    if (file) files.set(path, file)
  }
  findings.push(...lostFiles([...files.values()], texts, source))
  return files
}

// What would be left out of the course without a word: blocks without their module, translations without their source, a module number given twice.
function lostFiles(files: readonly CourseMarkdown[], texts: ReadonlyMap<string, string>, source: Language): VFileMessage[] {
  const lost = (file: CourseMarkdown, reason: string, expected: string, first?: CourseMarkdown): VFileMessage =>
    finding(`Unexpected ${reason}, expected ${expected}`, {
      rule: 'file-is-in-place',
      severity: 'error',
      place: file.placeOf(['id']),
      ...(first ? { causes: [{ reason: 'The first one stands here', place: first.placeOf(['id']) }] } : {}),
    })
  const numbers = new Map<string, CourseMarkdown>()
  return files.flatMap((file) => {
    const original = `${file.folder}/${file.name}.md`
    const overview = `${file.folder}/module.md`
    if (file.language !== source && !texts.has(original)) return [lost(file, 'translation without its source', `${original} beside it`)]
    if (!texts.has(overview)) return [lost(file, 'block without a module', `${overview} beside it`)]
    const folderNumber = MODULE_FOLDER.exec(file.folder)?.[1] ?? ''
    const first = numbers.get(folderNumber)
    if (folderNumber !== '' && first && first.folder !== file.folder && file.name === 'module')
      return [lost(file, `second module ${folderNumber}`, `a number that ${first.folder} does not have`, first)]
    if (!first) numbers.set(folderNumber, file)
    return []
  })
}

function strayFile(path: string, language: Language, settings: CourseFile): VFileMessage {
  const place: Place = { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const expected = settings.languages.includes(language)
    ? 'module.md, wrap-up.md or a name such as 1-horizons.md in a folder such as 01-planning'
    : `one of the languages of course.yml (${settings.languages.join(', ')})`
  return finding(`Unexpected file ${path.split('/').pop()}, expected ${expected}`, { rule: 'file-is-in-place', severity: 'warning', place })
}

function readFile(
  source: { path: string; text: string; folder: string; name: string; language: Language },
  words: Vocabulary,
  findings: VFileMessage[],
): CourseMarkdown | null {
  const { path, text } = source
  const limit = passedLimit(path, text)
  if (limit) {
    findings.push(finding(limit.reason, { rule: 'source-within-limits', severity: 'error', place: limit.place }))
    return null
  }
  const kind = source.name === 'module' ? 'module' : 'block'
  const lines = text.split('\n')
  const front = frontMatterEnd(lines)
  if (front === 0) {
    const place: Place = { path, start: { line: 1, column: 1 }, end: { line: 1, column: (lines[0] ?? '').length + 1 } }
    findings.push(
      finding('Unexpected start of the file, expected front matter between two lines of ---', {
        rule: 'front-matter-is-valid',
        severity: 'error',
        place,
      }),
    )
    return null
  }
  const yaml = { path, text: lines.slice(1, front - 1).join('\n'), linesAbove: 1 }
  const schema = (kind === 'module' ? moduleFrontMatter : blockFrontMatter) as z.ZodType<ModuleFrontMatter | BlockFrontMatter>
  const reading = readYaml(yaml, schema, 'front-matter-is-valid')
  findings.push(...reading.findings)
  if (!reading.value) return null
  const written: WrittenFile = {
    path,
    language: source.language,
    id: reading.value.id,
    text,
    directives: [],
    mentions: [],
    ids: [],
    places: frontPlaces(reading.value, reading.placeOf),
    fences: [],
    malformed: [],
    html: [],
  }
  noteFrontMatter(reading.value, reading.placeOf, written)
  const fenced = countFences(text)
  written.fences = fenced.problems
  // front matter is blanked, not cut, so that lines stay what they are
  const body = '\n'.repeat(front) + fenced.text.split('\n').slice(front).join('\n')
  const root = parseMarkdown(body, words)
  for (const child of root.children) restorePlaces(child, fenced.written)
  const audience = chapterAudience(source.folder, reading.value)
  const flesh = lower(root.children, reading.value.id, { file: written, fenceNames: fenced.names, vocabulary: words }, audience)
  noteMalformedFences(fenced.names, lines, written)
  return { ...source, kind, front: reading.value, placeOf: reading.placeOf, body: flesh, written }
}

/** Chapters of the front and annexes are for facilitators, where they do not say otherwise. */
export function chapterAudience(folder: string, front: ModuleFrontMatter | BlockFrontMatter): Audience {
  if (!(folder in CHAPTER_FOLDERS) || 'summary' in front) return 'all'
  return front.audience ?? 'facilitator'
}

function frontPlaces(front: ModuleFrontMatter | BlockFrontMatter, placeOf: PlaceOf): Map<string, Place> {
  const minutes = 'minutes' in front ? front.minutes : undefined
  const [full, short] =
    typeof minutes === 'object'
      ? [
          ['minutes', 'full'],
          ['minutes', 'short'],
        ]
      : [['minutes'], ['minutes']]
  return new Map([
    ['title', placeOf(['title'])],
    ['minutes.full', placeOf(full ?? [])],
    ['minutes.short', placeOf(short ?? [])],
  ])
}

function noteFrontMatter(front: ModuleFrontMatter | BlockFrontMatter, placeOf: CourseMarkdown['placeOf'], written: WrittenFile): void {
  written.ids.push({ id: front.id, place: placeOf(['id']) })
  front.objectives.forEach((objective, index) => {
    written.ids.push({ id: `${front.id}.${objective.id}`, place: placeOf(['objectives', index, 'id']) })
  })
  if (!('covers' in front)) return
  front.covers.forEach((item, index) => {
    written.mentions.push({ kind: 'framework', of: item, place: placeOf(['covers', index]), within: front.id, audience: 'all' })
  })
}

// A fence that was counted but is no directive: what follows its name cannot be read.
function noteMalformedFences(names: ReadonlyMap<number, string>, lines: string[], written: WrittenFile): void {
  const read = new Set(written.directives.filter((use) => use.form === 'container').map((use) => use.place.start.line))
  for (const [line, name] of names) {
    if (read.has(line)) continue
    const text = (lines[line - 1] ?? '').trimEnd()
    const place: Place = { path: written.path, start: { line, column: text.indexOf(':::') + 1 }, end: { line, column: text.length + 1 } }
    written.malformed.push({ name, form: 'container', problem: 'opening', place })
  }
}

type Written = ReturnType<typeof countFences>['written']

function restorePlaces(node: RootContent, written: Written): void {
  if (node.position) node.position = { start: written(node.position.start), end: written(node.position.end) }
  if ('children' in node) for (const child of node.children) restorePlaces(child as RootContent, written)
}
