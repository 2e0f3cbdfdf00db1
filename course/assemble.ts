/** Files -> the course in one language: translations where there are some, the source language where there are none. */
import { createHash } from 'node:crypto'
import { abbreviationsIn, citeByKey, formatCitations } from './citations.ts'
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
  Part,
  Piece,
  Place,
  Term,
} from './course.ts'
import { expandQuestions } from './expand-questions.ts'
import { number } from './number.ts'
import { CHAPTER_FOLDERS, type CourseMarkdown, chapterAudience, MODULE_FOLDER } from './read-files.ts'
import type { readLook } from './read-look.ts'
import type { GlossaryReading } from './read-settings.ts'
import type { ReadOptions, Sources } from './reading.ts'
import type { BlockFrontMatter, CourseFile, ModuleFrontMatter, Reference, Wording } from './schemas.ts'
import { termFinder } from './terms.ts'
import { behindUnits, markBehind } from './translation.ts'
import { piecesOf, walkNodes } from './walk.ts'
import { direction } from './words.ts'
import type { YamlReading } from './yaml.ts'

/** What a course is made of. */
export interface Parts {
  settings: YamlReading<CourseFile> & { value: CourseFile; text: string }
  files: Map<string, CourseMarkdown>
  glossary: GlossaryReading
  references: Reference[]
  sources: Sources
  options: ReadOptions
  /** Gives what the course brings of its own look, its words in a language; null where it brings nothing. */
  look: Awaited<ReturnType<typeof readLook>>
}

/** The course in one language, numbered and frozen. */
export async function courseIn(language: Language, parts: Parts): Promise<Course> {
  const { value: file } = parts.settings
  const source = file.languages[0] as Language
  const say = (wording: Wording): string => wordingIn(wording, language, source)
  const every = modulesIn(language, source, parts)
  const modules = every.filter(({ part }) => part === 'module')
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
  expandQuestions(every)
  resolveTerms(every, glossary)
  const citations = citationsOf(every)
  // works that back a glossary entry are cited works too
  const glossaryCitations = glossary
    .filter((term) => term.sources.length > 0)
    .map((term): CitationNode => ({ type: 'citation', items: term.sources.map((key) => ({ key, locator: '' })), text: '' }))
  const cited = [...citations, ...glossaryCitations]
  const abbreviations = abbreviationsIn(cited, parts.references, new Map(Object.entries(file.abbreviations)))
  const bibliography =
    parts.options.citations === 'unformatted' ? citeByKey(cited) : await formatCitations(cited, parts.references, language, abbreviations)
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
    look: parts.look?.(say) ?? null,
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
    methods: file.methods.map((method) => ({ ...method, title: say(method.title), when: say(method.when) })),
    stakeholders: file.stakeholders.map((one) => ({ ...one, title: say(one.title) })),
    cases: file.cases.map((one) => ({ ...one, title: say(one.title) })),
    goals: {
      talk: file.goals.talk ?? null,
      methods: file.goals.methods ?? null,
      slideWords: file.goals['slide-words'] ?? null,
      sentenceWords: file.goals['sentence-words'] ?? null,
    },
    abbreviations,
    agendas: agendasOf(parts.settings, say),
    online: {
      session: file.online.session,
      meeting: file.online.meeting,
      ladder: file.online.ladder.map((rung) => ({ id: rung.id, title: say(rung.title), needs: say(rung.needs) })),
    },
    front: every.find(({ part }) => part === 'front') ?? null,
    modules,
    annexes: every.find(({ part }) => part === 'annexes') ?? null,
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
  const folders = new Map<string, CourseMarkdown[]>()
  for (const file of parts.files.values()) folders.set(file.folder, [...(folders.get(file.folder) ?? []), file])
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([folder, files]): Module[] => {
      const overview = chosen(files, 'module', language, source)
      if (!overview || !('summary' in overview.front)) return []
      const { front } = overview
      const names = [...new Set(files.filter((file) => file.kind === 'block' && file.language === source).map((file) => file.name))].sort(
        byBlockName,
      )
      const moduleNumber = Number(MODULE_FOLDER.exec(folder)?.[1] ?? 0)
      const part = partOf(folder)
      const behind = behindIn(files, 'module', language, source)
      return [
        {
          id: front.id,
          part,
          number: moduleNumber,
          title: front.title,
          summary: front.summary,
          covers: front.covers,
          objectives: objectivesOf(overview, front.id),
          body: markBehind(own(overview, language), behind),
          blocks: names.flatMap((name, index) => {
            const file = chosen(files, name, language, source)
            return file
              ? [blockOf(file, blockNumber(part, moduleNumber, index), language, behindIn(files, name, language, source), front)]
              : []
          }),
          place: overview.placeOf(['title']),
          language: overview.language,
          behind,
        },
      ]
    })
}

function partOf(folder: string): Part {
  return folder in CHAPTER_FOLDERS ? CHAPTER_FOLDERS[folder as keyof typeof CHAPTER_FOLDERS] : 'module'
}

/** `1.2` in a module, `B` for the second annex, nothing in the front. */
function blockNumber(part: Part, moduleNumber: number, index: number): string {
  if (part === 'module') return `${moduleNumber}.${index + 1}`
  return part === 'annexes' ? String.fromCharCode(65 + (index % 26)) : ''
}

/** The file in this language, else in the source language. */
function chosen(files: CourseMarkdown[], name: string, language: Language, source: Language): CourseMarkdown | undefined {
  const named = files.filter((file) => file.name === name)
  return named.find((file) => file.language === language) ?? named.find((file) => file.language === source)
}

function behindIn(files: CourseMarkdown[], name: string, language: Language, source: Language): string[] {
  const original = files.find((file) => file.name === name && file.language === source)
  const translation = files.find((file) => file.name === name && file.language === language)
  if (language === source || !original || !translation) return []
  return behindUnits(original, translation)
}

// Citation text is set per language, so a file that several languages show is copied for each.
function own(file: CourseMarkdown, language: Language): Flesh {
  return file.language === language ? file.body : copyOf(file.body)
}

// plain data in a tree: structuredClone, which is made for anything, takes five times as long
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf) as T
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = copyOf(value[key])
  return copy as T
}

function byBlockName(a: string, b: string): number {
  const order = (name: string): number => (name === 'wrap-up' ? 1000 : Number.parseInt(name, 10))
  return order(a) - order(b) || (a < b ? -1 : 1)
}

function blockOf(file: CourseMarkdown, ownNumber: string, language: Language, behind: string[], module: ModuleFrontMatter): Block {
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
    number: wrapUp ? '' : ownNumber,
    title: front.title,
    wrapUp,
    audience: chapterAudience(file.folder, front),
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

function objectivesOf(file: CourseMarkdown, id: string): Objective[] {
  return file.front.objectives.map((objective, index) => ({
    id: `${id}.${objective.id}`,
    text: objective.text,
    level: objective.level,
    place: file.placeOf(['objectives', index, 'text']),
  }))
}

function agendasOf(settings: Parts['settings'], say: (wording: Wording) => string): Agenda[] {
  const agendas = settings.value.agendas.map((agenda, a) => ({
    id: agenda.id,
    title: say(agenda.title),
    summary: say(agenda.summary),
    default: agenda.default,
    covers: agenda.covers ?? null,
    place: settings.placeOf(['agendas', a, 'id']),
    days: agenda.days.map((day, d) => ({
      title: say(day.title),
      start: day.start,
      end: day.end,
      online: day.online,
      place: settings.placeOf(['agendas', a, 'days', d, 'end']),
      items: day.items.map((item, i) => {
        const at = (key: string): Place => settings.placeOf(['agendas', a, 'days', d, 'items', i, key])
        if ('block' in item) return { kind: 'block' as const, block: item.block, use: item.use, place: at('block') }
        return 'session' in item
          ? { kind: 'session' as const, title: say(item.session), minutes: item.minutes, annex: item.annex ?? null, place: at('minutes') }
          : { kind: 'break' as const, title: say(item.break), minutes: item.minutes, place: at('minutes') }
      }),
    })),
  }))
  // the default agenda comes first wherever agendas are listed
  return agendas.sort((one, other) => Number(other.default) - Number(one.default))
}

function placesOf(settings: Parts['settings']): Map<string, Place> {
  const places = new Map<string, Place>()
  const add = (path: readonly PropertyKey[]): void => {
    places.set(path.map(String).join('.'), settings.placeOf(path))
  }
  for (const key of Object.keys(settings.value)) add([key])
  for (const [name, colour] of Object.entries(settings.value.look?.colours ?? {})) {
    add(['look', 'colours', name])
    if (typeof colour === 'object') for (const scheme of Object.keys(colour)) add(['look', 'colours', name, scheme])
  }
  for (const kind of ['pages', 'weights'] as const) {
    for (const key of Object.keys(settings.value.budgets[kind])) add(['budgets', kind, key])
  }
  for (const [index, theme] of settings.value.themes.entries()) places.set(`themes.${theme.id}`, settings.placeOf(['themes', index, 'id']))
  for (const sort of ['stakeholders', 'cases'] as const) {
    for (const [index, { id }] of settings.value[sort].entries()) places.set(`${sort}.${id}`, settings.placeOf([sort, index, 'id']))
  }
  for (const key of Object.keys(settings.value.goals)) add(['goals', key])
  for (const [index, { id, covers }] of settings.value.agendas.entries()) {
    if (covers) places.set(`agendas.${id}.covers`, settings.placeOf(['agendas', index, 'covers']))
  }
  for (const name of Object.keys(settings.value.abbreviations)) add(['abbreviations', name])
  for (const [index, item] of (settings.value.framework?.items ?? []).entries()) {
    places.set(`framework.${item.id}`, settings.placeOf(['framework', 'items', index, 'id']))
  }
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
