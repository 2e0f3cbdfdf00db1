import type { VFileMessage } from 'vfile-message'
import type { Course, Target } from '../course.ts'
import { finding, type Severity } from '../finding.ts'
import { GUIDELINE_PARTS, WEIGHED_KINDS } from '../measurements.ts'
import { nearest } from '../nearest.ts'
import { pathWithin } from '../path-within.ts'
import { maybeUnread, nameAt, type SourceRule, type Subject } from '../rule.ts'
import { everyModule } from '../walk.ts'
import type { Mention } from '../written.ts'

export const linkResolves: SourceRule = {
  id: 'link-resolves',
  severity: 'error',
  needs: 'sources',
  sentence:
    'Whatever is named by an id or a path exists: links, pages, worksheets, objectives, framework items, blocks of agendas, drawings.',
  advice:
    'Correct the id or the path. Inside the course link to ids, as in [these words](#draw-horizon) or [](#draw-horizon); what participants read should not lead to what only facilitators see.',
  check(subject) {
    const { reading, courses, course } = subject
    const inText = reading.written.flatMap((file) => {
      const own = courses.find((one) => one.language === file.language) ?? course
      const names = namesIn(own)
      return file.mentions.flatMap((mention) => judge(mention, { names, subject, path: file.path }))
    })
    const names = namesIn(course)
    return [...inText, ...reading.mentions.flatMap((mention) => judge(mention, { names, subject, path: 'modules/course.yml' }))]
  },
}

/** What a course has that can be named. */
interface Names {
  targets: ReadonlyMap<string, Target>
  worksheets: ReadonlySet<string>
  blocks: ReadonlySet<string>
  modules: ReadonlySet<string>
  framework: ReadonlySet<string>
  /** Full ids of all objectives. */
  objectives: ReadonlySet<string>
  /** Short ids that can be used inside a module or block, by its id. */
  local: ReadonlyMap<string, ReadonlySet<string>>
}

interface Context {
  names: Names
  subject: Subject
  path: string
}

const cache = new WeakMap<Course, Names>()

function namesIn(course: Course): Names {
  const known = cache.get(course)
  if (known) return known
  const every = everyModule(course)
  const blocks = every.flatMap((module) => module.blocks)
  const short = (ids: readonly { id: string }[]): string[] => ids.map(({ id }) => id.slice(id.lastIndexOf('.') + 1))
  // two blocks may have one id by mistake: each then knows the objectives of both
  const parts = Map.groupBy(
    every.flatMap((module) => [module, ...module.blocks].map((part) => ({ module, part }))),
    ({ part }) => part.id,
  )
  const names: Names = {
    targets: course.targets,
    worksheets: new Set(course.worksheets.map((worksheet) => worksheet.id)),
    blocks: new Set(blocks.map((block) => block.id)),
    modules: new Set(course.modules.map((module) => module.id)),
    framework: new Set(course.framework?.items.map((item) => item.id)),
    objectives: new Set([...course.modules, ...blocks].flatMap((part) => part.objectives.map((objective) => objective.id))),
    local: new Map(
      [...parts].map(([id, own]) => [
        id,
        new Set(own.flatMap(({ module, part }) => [...short(module.objectives), ...short(part.objectives)])),
      ]),
    ),
  }
  cache.set(course, names)
  return names
}

function judge(mention: Mention, context: Context): VFileMessage[] {
  const found = resolve(mention, context)
  if (found.length === 0 || mention.kind === 'drawing' || mention.kind === 'path') return found
  const id = mention.kind === 'objective' && !mention.of.includes('.') ? `${mention.within}.${mention.of}` : mention.of
  return maybeUnread(context.subject.reading, id) ? [] : found
}

function resolve(mention: Mention, context: Context): VFileMessage[] {
  const { names, subject } = context
  switch (mention.kind) {
    case 'link':
    case 'page':
      return toTarget(mention, context)
    case 'worksheet':
      return toWorksheet(mention, names)
    case 'objective': {
      const local = names.local.get(mention.within) ?? new Set()
      return local.has(mention.of) || names.objectives.has(mention.of)
        ? []
        : [unresolved(mention, `objective \`${mention.of}\``, 'the id of an objective', [...local, ...names.objectives])]
    }
    case 'framework':
      if (!subject.course.framework)
        return [report(mention, `Unexpected framework item \`${mention.of}\`, expected none since course.yml declares no framework`)]
      return names.framework.has(mention.of)
        ? []
        : [unresolved(mention, `framework item \`${mention.of}\``, 'the id of an item of course.yml', names.framework)]
    case 'case':
      return declared(mention, 'case', subject.course.cases)
    case 'stakeholder':
      return declared(mention, 'stakeholder group', subject.course.stakeholders)
    case 'block':
      return names.blocks.has(mention.of) ? [] : [unresolved(mention, `block \`${mention.of}\``, 'the id of a block', names.blocks)]
    case 'budget': {
      const known = [...names.modules, ...GUIDELINE_PARTS]
      return known.includes(mention.of)
        ? []
        : [unresolved(mention, `budget of pages for \`${mention.of}\``, 'the id of a module or a part of the guideline', known, 'warning')]
    }
    case 'weight':
      return (WEIGHED_KINDS as readonly string[]).includes(mention.of)
        ? []
        : [unresolved(mention, `budget of bytes for \`${mention.of}\``, WEIGHED_KINDS.join(', '), WEIGHED_KINDS, 'warning')]
    case 'drawing':
      return toDrawing(mention, context)
    case 'path':
      return toPath(mention, context)
    default:
      return []
  }
}

function declared(mention: Mention, what: string, known: readonly { id: string }[]): VFileMessage[] {
  if (known.some(({ id }) => id === mention.of)) return []
  return [
    unresolved(
      mention,
      `${what} \`${mention.of}\``,
      `the id of a ${what} of course.yml`,
      known.map(({ id }) => id),
    ),
  ]
}

function toTarget(mention: Mention, { names: { targets }, subject }: Context): VFileMessage[] {
  const target = targets.get(mention.of)
  if (!target)
    return [unresolved(mention, mention.of === '' ? 'link to nothing' : `link to \`${mention.of}\``, 'an id of the course', targets.keys())]
  if (target.audience !== 'facilitator' || mention.audience === 'facilitator') return []
  return [
    finding(`Unexpected link from what participants read to \`${mention.of}\`, expected a target they can see`, {
      rule: linkResolves.id,
      severity: 'warning',
      place: mention.place,
      causes: [{ reason: 'This is for facilitators only', place: nameAt(subject, target.place) }],
      note: 'Participants get the words without the link.',
    }),
  ]
}

function toWorksheet(mention: Mention, names: Names): VFileMessage[] {
  if (names.worksheets.has(mention.of)) return []
  const other = names.targets.get(mention.of)
  const what = other ? `${other.kind} \`${mention.of}\`` : `worksheet \`${mention.of}\``
  return [unresolved(mention, what, 'the id of a worksheet', names.worksheets)]
}

const DRAWING = /\.(svg|mmd|vl\.json|png|jpe?g|webp)$/i

function toDrawing(mention: Mention, { subject, path }: Context): VFileMessage[] {
  const { sources } = subject.reading
  const drawing = pathWithin(path, mention.of)
  if (drawing === null) return []
  if (mention.of !== '' && !DRAWING.test(mention.of))
    return [report(mention, `Unexpected drawing \`${mention.of}\`, expected a file that ends in .svg, .mmd, .vl.json, .png, .jpg or .webp`)]
  if (sources.has(drawing)) return []
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const known = [...sources.keys()]
    .filter((one) => !/\.(md|yml)$/.test(one))
    .map((one) => (one.startsWith(folder) ? one.slice(folder.length) : one))
  return [unresolved(mention, mention.of === '' ? 'empty path' : `drawing \`${mention.of}\``, 'a file beside this one', known)]
}

// A link to a file of the course comes out as plain words: outputs are made of ids.
function toPath(mention: Mention, { subject, path, names }: Context): VFileMessage[] {
  const [file = ''] = mention.of.split(/[?#]/)
  const linked = pathWithin(path, file)
  if (linked === null) return []
  const part = subject.reading.written.find((one) => one.path === linked)
  if (part && names.targets.has(part.id))
    return [report(mention, `Unexpected link to the file \`${mention.of}\`, expected a link to its id \`#${part.id}\``, [`#${part.id}`])]
  return [
    report(
      mention,
      mention.of === ''
        ? 'Unexpected link without an address, expected one'
        : `Unexpected link to \`${mention.of}\`, expected a web address or the id of something in the course`,
    ),
  ]
}

function unresolved(mention: Mention, what: string, expected: string, known: Iterable<string>, severity: Severity = 'error'): VFileMessage {
  const near = nearest(mention.of, known)
  return report(mention, `Unexpected ${what}, expected ${near ? `\`${near}\`` : expected}`, near ? [near] : undefined, severity)
}

function report(mention: Mention, reason: string, expected?: string[], severity: Severity = 'error'): VFileMessage {
  return finding(reason, { rule: linkResolves.id, severity, place: mention.place, ...(expected ? { expected } : {}) })
}
