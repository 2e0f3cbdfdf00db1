import type { VFileMessage } from 'vfile-message'
import { values } from '../attribute-values.ts'
import { type AttributeSpec, COMMON_ATTRIBUTES, type DirectiveSpec } from '../directives.ts'
import { finding, type Severity } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { SourceRule, Subject } from '../rule.ts'
import type { AttributeUse, DirectiveUse, WrittenFile } from '../written.ts'

export const attributeKnown: SourceRule = {
  id: 'attribute-known',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every directive has the title and the attributes it needs, with values of the right kind, and stands where it may stand.',
  advice: 'docs/language.md lists for every word its attributes, their values and where it may stand.',
  check: (subject) =>
    subject.reading.written.flatMap((file) => [
      ...file.directives.flatMap((use) => (use.spec ? judge({ use, spec: use.spec, file }, subject) : [])),
      ...secondOnline(file),
    ]),
}

interface Known {
  file: WrittenFile
  use: DirectiveUse
  spec: DirectiveSpec
}

const ID = /^[a-z][a-z0-9-]*$/
/** Judged by rules of their own. */
const ELSEWHERE = new Set(['activity.minutes', 'figure.alt'])

function judge(known: Known, subject: Subject): VFileMessage[] {
  return [
    ...parent(known),
    ...title(known),
    ...missing(known),
    ...doubled(known),
    ...known.use.attributes.flatMap((attribute) => judgeAttribute(attribute, known, subject)),
  ]
}

// A lesson moved in from another format lacks what its format does not know: it builds, with warnings.
function report(
  reason: string,
  { use }: Known,
  options: {
    place?: AttributeUse['place']
    expected?: string[]
    severity?: Severity
    causes?: { reason: string; place: AttributeUse['place'] }[]
    note?: string
  },
): VFileMessage {
  const { place = use.nameAt, severity = use.name === use.word ? 'error' : 'warning', ...rest } = options
  return finding(reason, { rule: attributeKnown.id, severity, place, ...rest })
}

function parent(known: Known): VFileMessage[] {
  const { use, spec, file } = known
  // the fence around it was left open: that is the finding
  if (file.fences.some((problem) => problem.kind === 'left-open' && problem.cause?.position.start.line === use.place.start.line)) return []
  if (spec.inside && !(use.parent && spec.inside.includes(use.parent))) {
    const where = use.parent ? `inside \`${use.parent}\`` : 'outside any other directive'
    return [report(`Unexpected \`${use.name}\` ${where}, expected it inside ${either(spec.inside)}`, known, { expected: [...spec.inside] })]
  }
  if (use.parent && spec.outside?.includes(use.parent)) {
    return [
      report(`Unexpected \`${use.name}\` inside \`${use.parent}\`, expected it outside`, known, {
        note: `Is the ::: that closes \`${use.parent}\` missing above?`,
      }),
    ]
  }
  return []
}

function title(known: Known): VFileMessage[] {
  const { use, spec } = known
  if (spec.title === 'required' && use.title === '') {
    const sample =
      spec.form === 'container' ? `:::${use.name}[Title]` : spec.form === 'leaf' ? `::${use.name}[Label]` : `:${use.name}[words]`
    return [report(`Unexpected \`${use.name}\` without ${spec.form === 'text' ? 'words' : 'a title'}, expected ${sample}`, known, {})]
  }
  if (spec.title === 'none' && use.title !== '' && use.name === use.word) {
    return [
      report(`Unexpected title of \`${use.name}\`, expected none`, known, {
        severity: 'warning',
        note: 'The title is not shown: move it into the text.',
      }),
    ]
  }
  if (use.word === 'minutes' && use.title !== '' && !wholeIn(use.title, [1, 1440])) {
    return [report(`Unexpected \`${use.title}\` in minutes, expected a whole number from 1 to 1440`, known, { place: use.place })]
  }
  return []
}

function missing(known: Known): VFileMessage[] {
  const { use, spec } = known
  const given = new Set(use.attributes.map((attribute) => attribute.name))
  const absent = Object.entries(spec.attributes).filter(
    ([name, { required }]) => required && !given.has(name) && !ELSEWHERE.has(`${use.word}.${name}`),
  )
  const found = absent.map(([name, { sentence }]) =>
    report(`Unexpected \`${use.name}\` without \`${name}\`, expected ${sample(name)}`, known, { note: `${sentence}.` }),
  )
  if (use.word === 'figure' && use.form === 'leaf' && !given.has('src')) {
    found.push(report('Unexpected `figure` without `src`, expected the path of a drawing such as src=figures/map.svg', known, {}))
  }
  return found
}

function doubled(known: Known): VFileMessage[] {
  const first = new Map<string, AttributeUse>()
  return known.use.attributes.flatMap((attribute) => {
    const before = first.get(attribute.name)
    if (!before) first.set(attribute.name, attribute)
    return before
      ? [
          report(`Unexpected second \`${attribute.name}\`, expected one`, known, {
            place: attribute.place,
            causes: [{ reason: 'The first stands here', place: before.place }],
          }),
        ]
      : []
  })
}

function judgeAttribute(attribute: AttributeUse, known: Known, subject: Subject): VFileMessage[] {
  const { use, spec } = known
  const allowed: Record<string, AttributeSpec> = { ...(spec.form === 'text' ? {} : COMMON_ATTRIBUTES), ...spec.attributes }
  const wanted = allowed[attribute.name]
  if (!wanted) {
    const names = Object.keys(allowed)
    const near = nearest(attribute.name, names)
    const expected = near ? `\`${near}\`` : names.length > 0 ? either(names) : 'none'
    return [
      report(`Unexpected attribute \`${attribute.name}\` of \`${use.name}\`, expected ${expected}`, known, {
        place: attribute.place,
        expected: near ? [near] : names,
      }),
    ]
  }
  const words = use.word === 'activity' && attribute.name === 'method' ? subject.course.methods.map((method) => method.id) : wanted.words
  const wrong = wrongValue(attribute, { ...wanted, ...(words ? { words } : {}) }, use)
  return wrong
    ? [
        report(`Unexpected ${wrong.what}, expected ${wrong.expected}`, known, {
          place: attribute.place,
          ...(wrong.values ? { expected: wrong.values } : {}),
        }),
      ]
    : []
}

interface Wrong {
  what: string
  expected: string
  values?: string[]
}

function wrongValue({ name, value }: AttributeUse, spec: AttributeSpec, use: DirectiveUse): Wrong | null {
  const given = value.trim()
  const what = given === '' ? `\`${name}\` without a value` : `\`${name}=${given.length > 40 ? `${given.slice(0, 39)}…` : given}\``
  switch (spec.type) {
    case 'integer': {
      const range = spec.range ?? [0, 9999]
      if (!wholeIn(given, range)) return { what, expected: `a whole number from ${range[0]} to ${range[1]}` }
      return name === 'max' && Number(given) <= least(use) ? { what, expected: `more than min=${least(use)}` } : null
    }
    case 'id':
      return ID.test(given) ? null : { what, expected: 'lower-case letters, digits and hyphens, a letter first' }
    case 'ids':
      return given === '' ? { what, expected: 'one id or several, parted by commas' } : null
    case 'list':
      return wrongList(name, given, what, spec)
    case 'shares': {
      const shares = given.split(',').map((share) => share.trim())
      if (!shares.every((share) => wholeIn(share, [1, 20]))) return { what, expected: 'whole numbers from 1 to 20, parted by commas' }
      const columns = columnsOf(use)
      return columns > 0 && shares.length !== columns ? { what, expected: `${columns} numbers, one a column` } : null
    }
    case 'yes':
      return /^(yes|no)$/.test(given) ? null : { what, expected: 'yes or no', values: ['yes', 'no'] }
    case 'word': {
      const words = spec.words ?? []
      if (words.includes(given)) return null
      const near = nearest(given, words)
      return { what, expected: near ? `\`${near}\`` : either(words), values: near ? [near] : [...words] }
    }
    case 'text':
      return null
  }
}

function wrongList(name: string, given: string, what: string, { counts }: AttributeSpec): Wrong | null {
  if (given.replace(/[|,\s]/g, '') === '') return { what, expected: 'texts parted by commas or by |' }
  const texts = values(given).length
  if (!counts || (texts >= counts[0] && texts <= counts[1] && (name !== 'axes' || texts % 2 === 0))) return null
  return { what, expected: `${counts[0]} ${name === 'axes' ? 'or' : 'to'} ${counts[1]} texts, parted by commas or by |` }
}

function least(use: DirectiveUse): number {
  const min = use.attributes.find((attribute) => attribute.name === 'min')?.value.trim() ?? ''
  return /^\d{1,4}$/.test(min) ? Number(min) : 1
}

function columnsOf(use: DirectiveUse): number {
  const columns = use.attributes.find((attribute) => attribute.name === 'columns')?.value ?? ''
  return columns.split(columns.includes('|') ? '|' : ',').filter((column) => column.trim() !== '').length
}

function wholeIn(text: string, [least, most]: readonly [number, number]): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most
}

function secondOnline(file: WrittenFile): VFileMessage[] {
  const ways = file.directives.filter((use) => use.word === 'online')
  const activities = file.directives.filter((use) => use.word === 'activity')
  return activities.flatMap((activity) => {
    const [first, ...others] = ways.filter((way) => way.parent === 'activity' && holds(activity, way))
    return others.map((other) =>
      finding('Unexpected second `online` in one activity, expected one', {
        rule: attributeKnown.id,
        severity: 'error',
        place: other.nameAt,
        causes: first ? [{ reason: 'The first stands here', place: first.nameAt }] : [],
      }),
    )
  })
}

function holds(outer: DirectiveUse, inner: DirectiveUse): boolean {
  return outer.place.start.line < inner.place.start.line && inner.place.end.line <= outer.place.end.line
}

function sample(name: string): string {
  return name === 'id' ? '{#id}' : `${name}=…`
}

function either(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
