/**
 * Sources -> typed courses, one a language. Reading never throws on an author's text: it gives the best course it can and the
 * findings of what could not be read; the rules (check.ts) judge the rest.
 */
import { createHash } from 'node:crypto'
import type { RootContent } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import type { z } from 'zod'
import type {
  Agenda,
  Block,
  CitationNode,
  Course,
  Flesh,
  Language,
  Minutes,
  Module,
  Objective,
  Piece,
  Place,
  Term,
} from './course.ts'
import { citeByKey, formatCitations } from './citations.ts'
import { type Vocabulary, vocabulary } from './directives.ts'
import { countFences, frontMatterEnd } from './fences.ts'
import { compareFindings, finding } from './finding.ts'
import { jsonMistake, jsonSpans } from './json.ts'
import { LARGEST_FILE, passedLimit } from './limits.ts'
import { lower } from './lower.ts'
import { number } from './number.ts'
import { parseMarkdown } from './syntax.ts'
import {
  type BlockFrontMatter,
  blockFrontMatter,
  type CourseFile,
  courseFile,
  type GlossaryFile,
  glossaryFile,
  type ModuleFrontMatter,
  moduleFrontMatter,
  type Reference,
  referencesFile,
  type Wording,
} from './schemas.ts'
import { behindUnits, markBehind, unitHashes } from './translation.ts'
import { termFinder } from './terms.ts'
import { piecesOf, walkNodes } from './walk.ts'
import { direction } from './words.ts'
import type { DeclaredId, Mention, WrittenFile } from './written.ts'
import { readYaml, schemaFindings, type YamlReading } from './yaml.ts'

/** Content of every file of the course folder's `modules/`, by path such as `modules/01-planning/1-horizons.md`. */
export type Sources = ReadonlyMap<string, string | Uint8Array>

export interface Reading {
  /** One course a language, the source language first; empty where course.yml could not be read. */
  courses: Map<Language, Course>
  /** Every Markdown file as written. */
  written: WrittenFile[]
  /** What course.yml and glossary.yml name by id, and the ids they declare. */
  mentions: Mention[]
  declared: DeclaredId[]
  /** CSL-JSON of references.json. */
  references: Reference[]
  /** What could not be read, sorted. */
  findings: VFileMessage[]
  /** Words of the files that could not be read: an id among them may well exist. Empty where all was read. */
  unread: ReadonlySet<string>
  sources: Sources
  /** Hashes of the units of a source-language file, by its path: what a translation made now records. */
  units(path: string): Map<string, string> | null
}

export interface ReadOptions {
  /** `unformatted` leaves citations as keys and the bibliography empty: enough to check a course, and half a second a language faster. */
  citations?: 'formatted' | 'unformatted'
}

/** Reads a course. Pure: same sources, same reading. */
export async function readCourse(sources: Sources, options: ReadOptions = {}): Promise<Reading> {
  const findings: VFileMessage[] = []
  const texts = decodeAll(sources, findings)
  const settings = readSettings(texts, findings)
  const references = readReferences(texts, findings)
  const glossary = readGlossary(texts, findings)
  const reading: Reading = { courses: new Map(), written: [], mentions: [], declared: [], references, findings, sources, unread: new Set(), units: () => null }
  if (settings?.value) {
    const words = vocabulary(settings.value.themes.map((theme) => theme.id))
    const files = readFiles(texts, settings.value, words, findings)
    reading.written = [...files.values()].map((file) => file.written)
    noteSettings(settings.value, settings.placeOf, reading)
    noteGlossary(glossary, reading)
    reading.units = (path) => {
      const file = files.get(path)
      return file ? unitHashes(file) : null
    }
    for (const language of settings.value.languages) {
      reading.courses.set(language, await courseIn(language, { settings: { ...settings, value: settings.value }, files, glossary, references, sources, options }))
    }
  }
  findings.sort(compareFindings)
  reading.unread = wordsOfUnread(findings, sources)
  return reading
}

function wordsOfUnread(findings: readonly VFileMessage[], sources: Sources): Set<string> {
  const words = new Set<string>()
  for (const path of new Set(findings.filter((one) => one.fatal).map((one) => one.file ?? ''))) {
    const content = sources.get(path) ?? ''
    const text = typeof content === 'string' ? content : new TextDecoder('latin1').decode(content.subarray(0, LARGEST_FILE))
    for (const [word] of text.slice(0, LARGEST_FILE).matchAll(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)) words.add(word)
  }
  return words
}

// ---- texts ------------------------------------------------------------------------------------------------------

const TEXT = /\.(md|yml|json)$/

function decodeAll(sources: Sources, findings: VFileMessage[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const path of [...sources.keys()].sort()) {
    if (!TEXT.test(path) || path.includes('/figures/')) continue
    const content = sources.get(path) ?? ''
    const text = typeof content === 'string' ? content : decode(content)
    if (text === null) {
      findings.push(
        finding('Unexpected bytes that are not UTF-8, expected a UTF-8 text file', {
          rule: 'source-is-readable',
          severity: 'error',
          place: badByte(path, content as Uint8Array),
          note: 'Save the file as UTF-8 in your editor.',
        }),
      )
    } else texts.set(path, text.replace(/^\uFEFF/, ''))
  }
  return texts
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// The line of the first byte that does not decode, found by decoding ever longer beginnings line by line.
function badByte(path: string, bytes: Uint8Array): Place {
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 10) continue
    if (decode(bytes.subarray(start, index)) === null) break
    start = index + 1
    line++
  }
  return { path, start: { line, column: 1 }, end: { line, column: 1 } }
}

// ---- course.yml, glossary, references ---------------------------------------------------------------------------

type Settings = YamlReading<CourseFile> & { text: string }

function readSettings(texts: Map<string, string>, findings: VFileMessage[]): Settings | null {
  const path = 'modules/course.yml'
  const text = texts.get(path)
  if (text === undefined) {
    const place: Place = { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    if (!findings.some((one) => one.file === path)) {
      findings.push(finding('Unexpected absence of modules/course.yml, expected the file that describes the course', { rule: 'course-file-is-valid', severity: 'error', place }))
    }
    return null
  }
  const limit = passedLimit(path, text)
  if (limit) {
    findings.push(finding(limit.reason, { rule: 'source-within-limits', severity: 'error', place: limit.place }))
    return null
  }
  const reading = readYaml<CourseFile>({ path, text, linesAbove: 0 }, courseFile as z.ZodType<CourseFile>, 'course-file-is-valid')
  findings.push(...reading.findings)
  return { ...reading, text }
}

type PlaceOf = (path: readonly PropertyKey[]) => Place

interface GlossaryReading {
  entries: GlossaryFile
  placeOf: PlaceOf
}

function readGlossary(texts: Map<string, string>, findings: VFileMessage[]): GlossaryReading {
  const path = 'modules/glossary.yml'
  const text = texts.get(path)
  const nowhere = (): Place => ({ path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } })
  if (text === undefined) return { entries: [], placeOf: nowhere }
  const limit = passedLimit(path, text)
  if (limit) {
    findings.push(finding(limit.reason, { rule: 'source-within-limits', severity: 'error', place: limit.place }))
    return { entries: [], placeOf: nowhere }
  }
  const reading = readYaml<GlossaryFile>({ path, text, linesAbove: 0 }, glossaryFile as z.ZodType<GlossaryFile>, 'glossary-is-valid')
  findings.push(...reading.findings)
  return { entries: reading.value ?? [], placeOf: reading.placeOf }
}

function noteGlossary({ entries, placeOf }: GlossaryReading, reading: Reading): void {
  entries.forEach((entry, index) => {
    reading.declared.push({ sort: 'term', id: entry.id, place: placeOf([index, 'id']) })
    entry.sources.forEach((key, at) => {
      reading.mentions.push({ kind: 'citation', of: key, place: placeOf([index, 'sources', at]), within: entry.id, audience: 'all' })
    })
  })
}

function noteSettings(settings: CourseFile, placeOf: PlaceOf, reading: Reading): void {
  const declare = (sort: DeclaredId['sort'], ids: readonly { id: string }[], at: readonly PropertyKey[]): void => {
    ids.forEach(({ id }, index) => reading.declared.push({ sort, id, place: placeOf([...at, index, 'id']) }))
  }
  const mention = (kind: Mention['kind'], of: string, at: readonly PropertyKey[]): void => {
    reading.mentions.push({ kind, of, place: placeOf(at), within: settings.id, audience: 'all' })
  }
  declare('theme', settings.themes, ['themes'])
  declare('method', settings.methods, ['methods'])
  declare('agenda', settings.agendas, ['agendas'])
  declare('framework', settings.framework?.items ?? [], ['framework', 'items'])
  for (const key of Object.keys(settings.budgets.pages)) mention('budget', key, ['budgets', 'pages', key])
  for (const key of Object.keys(settings.budgets.weights)) mention('weight', key, ['budgets', 'weights', key])
  settings.agendas.forEach((agenda, a) => {
    agenda.days.forEach((day, d) => {
      day.items.forEach((item, i) => {
        if ('block' in item) mention('block', item.block, ['agendas', a, 'days', d, 'items', i, 'block'])
      })
    })
  })
}

function readReferences(texts: Map<string, string>, findings: VFileMessage[]): Reference[] {
  const path = 'modules/references.json'
  const text = texts.get(path)
  if (text === undefined) return []
  const placeOf = (offset: number, end = offset): Place => ({ path, start: pointAt(text, offset), end: pointAt(text, end) })
  const refuse = (reason: string, place: Place): Reference[] => {
    findings.push(finding(reason, { rule: 'references-are-valid', severity: 'error', place }))
    return []
  }
  if (text.length > LARGEST_LIST) return refuse(`Unexpected file of ${text.length} characters, expected at most ${LARGEST_LIST}`, placeOf(0))
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    const mistake = jsonMistake(text)
    return refuse(`Unexpected ${(mistake?.offset ?? 0) < text.length ? 'text' : 'end of the file'}, expected ${mistake?.expected ?? 'JSON'}`, placeOf(mistake?.offset ?? 0))
  }
  const checked = referencesFile.safeParse(data)
  if (checked.success) return checked.data
  const spans = jsonSpans(text)
  const at = (keys: readonly PropertyKey[]): Place => {
    const span = spans(keys)
    return placeOf(span.start, span.end)
  }
  findings.push(...schemaFindings(checked.error, { rule: 'references-are-valid', placeOf: at, keyPlace: at, data, schema: referencesFile as z.ZodType }))
  return []
}

/** Characters of references.json: some ten thousand works. */
const LARGEST_LIST = 5_000_000

function pointAt(text: string, offset: number): Place['start'] {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n'), offset }
}

// ---- Markdown files ---------------------------------------------------------------------------------------------

interface File {
  path: string
  kind: 'module' | 'block'
  /** Folder such as `modules/01-planning`, file name without language and ending. */
  folder: string
  name: string
  language: Language
  front: ModuleFrontMatter | BlockFrontMatter
  placeOf(path: readonly PropertyKey[]): Place
  body: Flesh
  written: WrittenFile
}

const MODULE_FOLDER = /^modules\/(\d{2})-[^/]+$/
const MARKDOWN = /^(modules\/[^/]+)\/([^/]+?)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)?))?\.md$/
const BLOCK_NAME = /^(\d{1,2}-.+|wrap-up)$/

function readFiles(texts: Map<string, string>, settings: CourseFile, words: Vocabulary, findings: VFileMessage[]): Map<string, File> {
  const files = new Map<string, File>()
  const source = settings.languages[0] as Language
  for (const [path, text] of texts) {
    const match = MARKDOWN.exec(path)
    if (!match) {
      if (path.endsWith('.md')) findings.push(strayFile(path, source, settings))
      continue
    }
    const [, folder = '', name = '', tag] = match
    const language = tag ?? source
    if (!MODULE_FOLDER.test(folder) || (name !== 'module' && !BLOCK_NAME.test(name)) || !settings.languages.includes(language)) {
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
function lostFiles(files: readonly File[], texts: ReadonlyMap<string, string>, source: Language): VFileMessage[] {
  const lost = (file: File, reason: string, expected: string, first?: File): VFileMessage =>
    finding(`Unexpected ${reason}, expected ${expected}`, {
      rule: 'file-is-in-place',
      severity: 'error',
      place: file.placeOf(['id']),
      ...(first ? { causes: [{ reason: 'The first one stands here', place: first.placeOf(['id']) }] } : {}),
    })
  const numbers = new Map<string, File>()
  return files.flatMap((file) => {
    const original = `${file.folder}/${file.name}.md`
    const overview = `${file.folder}/module.md`
    if (file.language !== source && !texts.has(original)) return [lost(file, 'translation without its source', `${original} beside it`)]
    if (!texts.has(overview)) return [lost(file, 'block without a module', `${overview} beside it`)]
    const folderNumber = MODULE_FOLDER.exec(file.folder)?.[1] ?? ''
    const first = numbers.get(folderNumber)
    if (first && first.folder !== file.folder && file.name === 'module') return [lost(file, `second module ${folderNumber}`, `a number that ${first.folder} does not have`, first)]
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
): File | null {
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
    findings.push(finding('Unexpected start of the file, expected front matter between two lines of ---', { rule: 'front-matter-is-valid', severity: 'error', place }))
    return null
  }
  const yaml = { path, text: lines.slice(1, front - 1).join('\n'), linesAbove: 1 }
  const schema = (kind === 'module' ? moduleFrontMatter : blockFrontMatter) as z.ZodType<ModuleFrontMatter | BlockFrontMatter>
  const reading = readYaml(yaml, schema, 'front-matter-is-valid')
  findings.push(...reading.findings)
  if (!reading.value) return null
  const written: WrittenFile = { path, language: source.language, id: reading.value.id, text, directives: [], mentions: [], ids: [], places: frontPlaces(reading.value, reading.placeOf), fences: [], malformed: [], html: [] }
  noteFrontMatter(reading.value, reading.placeOf, written)
  const fenced = countFences(text)
  written.fences = fenced.problems
  // front matter is blanked, not cut, so that lines stay what they are
  const body = '\n'.repeat(front) + fenced.text.split('\n').slice(front).join('\n')
  const root = parseMarkdown(body, words)
  for (const child of root.children) restorePlaces(child, fenced.written)
  const flesh = lower(root.children, reading.value.id, { file: written, fenceNames: fenced.names, vocabulary: words })
  noteMalformedFences(fenced.names, lines, written)
  return { ...source, kind, front: reading.value, placeOf: reading.placeOf, body: flesh, written }
}

function frontPlaces(front: ModuleFrontMatter | BlockFrontMatter, placeOf: PlaceOf): Map<string, Place> {
  const minutes = 'minutes' in front ? front.minutes : undefined
  const [full, short] = typeof minutes === 'object' ? [['minutes', 'full'], ['minutes', 'short']] : [['minutes'], ['minutes']]
  return new Map([
    ['title', placeOf(['title'])],
    ['minutes.full', placeOf(full ?? [])],
    ['minutes.short', placeOf(short ?? [])],
  ])
}

function noteFrontMatter(front: ModuleFrontMatter | BlockFrontMatter, placeOf: File['placeOf'], written: WrittenFile): void {
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

// ---- one course a language --------------------------------------------------------------------------------------

interface Parts {
  settings: YamlReading<CourseFile> & { value: CourseFile; text: string }
  files: Map<string, File>
  glossary: GlossaryReading
  references: Reference[]
  sources: Sources
  options: ReadOptions
}

async function courseIn(language: Language, parts: Parts): Promise<Course> {
  const { value: file } = parts.settings
  const source = file.languages[0] as Language
  const say = (wording: Wording): string => wordingIn(wording, language, source)
  const modules = modulesIn(language, source, parts)
  const glossary = parts.glossary.entries.map(
    (entry, index): Term => ({
      id: entry.id,
      term: say(entry.term),
      definition: say(entry.definition),
      sources: entry.sources,
      unverified: entry.unverified,
      place: parts.glossary.placeOf([index, 'id']),
    }),
  )
  resolveTerms(modules, glossary)
  const citations = citationsOf(modules)
  // works that back a glossary entry are cited works too
  const glossaryCitations = glossary
    .filter((term) => term.sources.length > 0)
    .map((term): CitationNode => ({ type: 'citation', items: term.sources.map((key) => ({ key, locator: '' })), text: '' }))
  const cited = [...citations, ...glossaryCitations]
  const bibliography = parts.options.citations === 'unformatted' ? citeByKey(cited) : await formatCitations(cited, parts.references, language)
  const course: Course = {
    id: file.id,
    title: say(file.title),
    subtitle: say(file.subtitle),
    version: file.version,
    fingerprint: fingerprint(parts.sources),
    language,
    languages: file.languages,
    direction: direction(language),
    publisher: say(file.publisher),
    imprint: say(file.imprint),
    disclaimer: say(file.disclaimer),
    licence: say(file.licence),
    audience: say(file.audience),
    limits: { cap: file.cap, pages: file.budgets.pages, weights: file.budgets.weights },
    places: placesOf(parts.settings),
    themes: file.themes.map((theme) => ({ ...theme, title: say(theme.title) })),
    framework: file.framework
      ? {
          ...file.framework,
          title: say(file.framework.title),
          item: say(file.framework.item),
          note: say(file.framework.note),
          items: file.framework.items.map((item) => ({ ...item, title: say(item.title), note: say(item.note) })),
        }
      : null,
    methods: file.methods.map((method) => ({ ...method, title: say(method.title) })),
    agendas: agendasOf(parts.settings, say),
    online: {
      session: file.online.session,
      meeting: file.online.meeting,
      ladder: file.online.ladder.map((rung) => ({ id: rung.id, title: say(rung.title), needs: say(rung.needs) })),
    },
    modules,
    glossary,
    bibliography,
    targets: new Map(),
    figures: [],
    worksheets: [],
  }
  return deepFreeze(number(course))
}

function wordingIn(wording: Wording, language: Language, source: Language): string {
  if (typeof wording === 'string') return wording
  return wording[language] ?? wording[source] ?? Object.values(wording)[0] ?? ''
}

function modulesIn(language: Language, source: Language, parts: Parts): Module[] {
  const folders = new Map<string, File[]>()
  for (const file of parts.files.values()) folders.set(file.folder, [...(folders.get(file.folder) ?? []), file])
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([folder, files]): Module[] => {
      const overview = chosen(files, 'module', language, source)
      if (!overview || !('summary' in overview.front)) return []
      const { front } = overview
      const names = [...new Set(files.filter((file) => file.kind === 'block' && file.language === source).map((file) => file.name))].sort(byBlockName)
      const moduleNumber = Number(MODULE_FOLDER.exec(folder)?.[1] ?? 0)
      const behind = behindIn(files, 'module', language, source)
      return [
        {
          id: front.id,
          number: moduleNumber,
          title: front.title,
          summary: front.summary,
          covers: front.covers,
          objectives: objectivesOf(overview, front.id),
          body: markBehind(own(overview, language), behind),
          blocks: names.flatMap((name, index) => {
            const file = chosen(files, name, language, source)
            return file ? [blockOf(file, `${moduleNumber}.${index + 1}`, language, behindIn(files, name, language, source), front)] : []
          }),
          place: overview.placeOf(['title']),
          language: overview.language,
          behind,
        },
      ]
    })
}

/** The file in this language, else in the source language. */
function chosen(files: File[], name: string, language: Language, source: Language): File | undefined {
  const named = files.filter((file) => file.name === name)
  return named.find((file) => file.language === language) ?? named.find((file) => file.language === source)
}

function behindIn(files: File[], name: string, language: Language, source: Language): string[] {
  const original = files.find((file) => file.name === name && file.language === source)
  const translation = files.find((file) => file.name === name && file.language === language)
  if (language === source || !original || !translation) return []
  return behindUnits(original, translation)
}

// Citation text is set per language, so a file that several languages show is copied for each.
function own(file: File, language: Language): Flesh {
  return file.language === language ? file.body : structuredClone(file.body)
}

function byBlockName(a: string, b: string): number {
  const order = (name: string): number => (name === 'wrap-up' ? 1000 : Number.parseInt(name, 10))
  return order(a) - order(b) || (a < b ? -1 : 1)
}

function blockOf(file: File, blockNumber: string, language: Language, behind: string[], module: ModuleFrontMatter): Block {
  const front = file.front as BlockFrontMatter
  const body = markBehind(own(file, language), behind)
  const objectives = objectivesOf(file, front.id)
  const pieces = piecesOf(body)
  const local = new Map([
    ...module.objectives.map((objective): [string, string] => [objective.id, `${module.id}.${objective.id}`]),
    ...front.objectives.map((objective): [string, string] => [objective.id, `${front.id}.${objective.id}`]),
  ])
  for (const piece of pieces) {
    if ('objectives' in piece) piece.objectives = piece.objectives.map((id) => local.get(id) ?? id)
  }
  const of = <K extends Piece['kind']>(kind: K): Extract<Piece, { kind: K }>[] =>
    pieces.filter((piece): piece is Extract<Piece, { kind: K }> => piece.kind === kind)
  const wrapUp = file.name === 'wrap-up'
  return {
    id: front.id,
    number: wrapUp ? '' : blockNumber,
    title: front.title,
    wrapUp,
    minutes: minutesOf(front),
    objectives,
    body,
    slides: of('slide'),
    activities: of('activity'),
    worksheets: of('worksheet'),
    lenses: of('lens'),
    place: file.placeOf(['title']),
    language: file.language,
    behind,
  }
}

function minutesOf(front: BlockFrontMatter): Minutes | null {
  if (front.minutes === undefined) return null
  return typeof front.minutes === 'number' ? { full: front.minutes, short: front.minutes } : front.minutes
}

function objectivesOf(file: File, id: string): Objective[] {
  return file.front.objectives.map((objective, index) => ({
    id: `${id}.${objective.id}`,
    text: objective.text,
    level: objective.level,
    place: file.placeOf(['objectives', index, 'text']),
  }))
}

function agendasOf(settings: Parts['settings'], say: (wording: Wording) => string): Agenda[] {
  return settings.value.agendas.map((agenda, a) => ({
    id: agenda.id,
    title: say(agenda.title),
    default: agenda.default,
    place: settings.placeOf(['agendas', a, 'id']),
    days: agenda.days.map((day, d) => ({
      title: say(day.title),
      start: day.start,
      end: day.end,
      place: settings.placeOf(['agendas', a, 'days', d, 'end']),
      items: day.items.map((item, i) => {
        const at = (key: string): Place => settings.placeOf(['agendas', a, 'days', d, 'items', i, key])
        return 'block' in item
          ? { kind: 'block' as const, block: item.block, use: item.use, place: at('block') }
          : { kind: 'break' as const, title: say(item.break), minutes: item.minutes, place: at('minutes') }
      }),
    })),
  }))
}

function placesOf(settings: Parts['settings']): Map<string, Place> {
  const places = new Map<string, Place>()
  const add = (path: readonly PropertyKey[]): void => {
    places.set(path.map(String).join('.'), settings.placeOf(path))
  }
  for (const key of Object.keys(settings.value)) add([key])
  for (const kind of ['pages', 'weights'] as const) {
    for (const key of Object.keys(settings.value.budgets[kind])) add(['budgets', kind, key])
  }
  settings.value.themes.forEach((theme, index) => places.set(`themes.${theme.id}`, settings.placeOf(['themes', index, 'id'])))
  settings.value.framework?.items.forEach((item, index) => places.set(`framework.${item.id}`, settings.placeOf(['framework', 'items', index, 'id'])))
  return places
}

function citationsOf(modules: Module[]): CitationNode[] {
  const nodes: CitationNode[] = []
  for (const module of modules) {
    for (const part of [module, ...module.blocks]) {
      walkNodes(part.body, (node) => {
        if (node.type === 'citation') nodes.push(node)
      })
    }
  }
  return nodes
}

function resolveTerms(modules: Module[], glossary: Term[]): void {
  const find = termFinder(glossary)
  for (const module of modules) {
    for (const part of [module, ...module.blocks]) {
      walkNodes(part.body, (node) => {
        if (node.type === 'term') node.term = find(node.term ?? '')
      })
    }
  }
}

function fingerprint(sources: Sources): string {
  const hash = createHash('sha256')
  for (const path of [...sources.keys()].sort()) {
    hash.update(path).update('\0')
    hash.update(sources.get(path) ?? '').update('\0')
  }
  return hash.digest('hex').slice(0, 8)
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const child of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(child)
  return value
}
