/** Writes what docs/ says about the language and the rules, from the data they are made of: `npm run docs`. A test holds the files against it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { checkCourse, checkOutputs } from '../course/check.ts'
import { type AttributeSpec, COMMON_ATTRIBUTES, DIRECTIVES } from '../course/directives.ts'
import type { Measurements } from '../course/measurements.ts'
import { readCourse, type Sources } from '../course/read-course.ts'
import type { Rule } from '../course/rule.ts'
import { RULES } from '../course/rules.ts'
import { blockFrontMatter, courseFile, glossaryFile, moduleFrontMatter, referencesFile } from '../course/schemas.ts'
import { languageGuide } from './language-guide.ts'
import { readSources } from './read-sources.ts'

const root = join(import.meta.dirname, '..')
const cases = join(root, 'tests/course/rules')

/** Every generated file of docs/, by path from the project's folder. */
export async function docsFiles(): Promise<Map<string, string>> {
  const schemas = {
    block: [blockFrontMatter, 'Front matter of a block'],
    course: [courseFile, 'course.yml of a course'],
    glossary: [glossaryFile, 'glossary.yml of a course'],
    module: [moduleFrontMatter, 'Front matter of module.md'],
    references: [referencesFile, 'references.json of a course: CSL-JSON'],
  } as const
  return new Map([
    ['docs/language.md', languageGuide()],
    ['docs/rules.md', await rulesGuide()],
    ['docs/directives.schema.json', asJson(directivesSchema())],
    ...Object.entries(schemas).map(([name, [schema, title]]): [string, string] => [
      `docs/${name}.schema.json`,
      asJson({ title, ...z.toJSONSchema(schema, { io: 'input' }) }),
    ]),
  ])
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

// ---- rules --------------------------------------------------------------------------------------------------------

const WHEN: Readonly<Record<Rule['needs'], string>> = {
  reader: 'found while reading',
  sources: 'found by `npm run check`',
  press: 'found by `npm run build` and `npm run check -- --full`',
}
const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Note' } as const

async function rulesGuide(): Promise<string> {
  const sorted = [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1))
  const sections = await Promise.all(sorted.map(ruleText))
  const head = [
    '# Rules',
    '',
    'A rule states a fact that should hold. Where it does not, `npm run check` or `npm run build` says so at file, line and column. An error leaves `dist/` as it was; warnings and notes do not.',
    'Every example below is a test of its rule. This page is made by `scripts/write-docs.ts` from the rules in `course/rules/`.',
    '',
    '| Rule | | The fact |',
    '| --- | --- | --- |',
    ...sorted.map((rule) => `| [${rule.id}](#${rule.id}) | ${SEVERITIES[rule.severity].toLowerCase()} | ${rule.sentence} |`),
    '',
  ]
  return [...head, ...sections].join('\n')
}

async function ruleText(rule: Rule): Promise<string> {
  const sample = await sampleOf(rule)
  return [
    `## ${rule.id}`,
    '',
    `**${rule.sentence}** ${SEVERITIES[rule.severity]}, ${WHEN[rule.needs]}.`,
    '',
    rule.advice,
    '',
    ...sample,
  ].join('\n')
}

/** A failing case of a rule: the lines it is about, and what is said. */
async function sampleOf(rule: Rule): Promise<string[]> {
  const folder = join(cases, rule.id)
  if (!existsSync(folder)) return []
  // a misspelling is understood at once
  const names = readdirSync(folder).sort((a, b) => Number(b.startsWith('misspelt')) - Number(a.startsWith('misspelt')) || (a < b ? -1 : 1))
  for (const name of names) {
    const sources = new Map([...(await readSources(join(cases, 'base'))), ...(await sourcesOver(join(folder, name)))])
    const reading = await readCourse(sources, { citations: 'unformatted' })
    const measured = join(folder, name, 'measured.json')
    const findings = existsSync(measured)
      ? checkOutputs(reading, JSON.parse(readFileSync(measured, 'utf8')) as Measurements)
      : checkCourse(reading)
    const first = findings.find(
      (message) =>
        message.ruleId === rule.id &&
        message.fatal === (rule.severity === 'error' ? true : rule.severity === 'warning' ? false : undefined),
    )
    if (first) return [...excerpt(sources, first.file ?? '', first.line ?? 1), `> ${first.reason}`, '']
  }
  return []
}

async function sourcesOver(folder: string): Promise<Sources> {
  return existsSync(join(folder, 'modules')) ? readSources(folder) : new Map()
}

const LONGEST_SAMPLE = 140

function excerpt(sources: Sources, path: string, line: number): string[] {
  const content = sources.get(path)
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  const shown = text.split('\n')[line - 1] ?? ''
  if (content === undefined || shown.trim() === '' || shown.includes('\uFFFD')) return []
  const cut = shown.length > LONGEST_SAMPLE ? `${shown.slice(0, LONGEST_SAMPLE)}…` : shown
  return [`\`\`\`${path.endsWith('.md') ? 'markdown' : path.endsWith('.json') ? 'json' : 'yaml'}`, cut, '```', '']
}

// ---- schema of the directives -------------------------------------------------------------------------------------

/** The vocabulary as JSON Schema: one definition a word, the properties of its attributes. */
function directivesSchema(): object {
  const definitions = Object.entries(DIRECTIVES).map(([name, spec]) => {
    const attributes = { ...(spec.form === 'text' ? {} : COMMON_ATTRIBUTES), ...spec.attributes }
    const required = Object.entries(spec.attributes).filter(([, own]) => own.required)
    return [
      name,
      {
        description: spec.sentence,
        'x-form': spec.form,
        'x-title': spec.title,
        'x-audience': spec.audience,
        ...(spec.inside ? { 'x-inside': spec.inside } : {}),
        ...(spec.aliases ? { 'x-aliases': spec.aliases } : {}),
        type: 'object',
        properties: Object.fromEntries(Object.entries(attributes).map(([attribute, own]) => [attribute, attributeSchema(own)])),
        ...(required.length > 0 ? { required: required.map(([attribute]) => attribute) } : {}),
        additionalProperties: false,
      },
    ]
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Directives of the course language',
    $defs: Object.fromEntries(definitions),
  }
}

function attributeSchema(spec: AttributeSpec): object {
  const description = spec.sentence
  switch (spec.type) {
    case 'integer':
      return { description, type: 'integer', ...(spec.range ? { minimum: spec.range[0], maximum: spec.range[1] } : {}) }
    case 'word':
      return { description, type: 'string', ...(spec.words ? { enum: spec.words } : {}) }
    case 'yes':
      return { description, enum: ['yes', 'no'] }
    case 'id':
      return { description, type: 'string', pattern: '^[a-z][a-z0-9-]*$' }
    default:
      return { description, type: 'string' }
  }
}

if (import.meta.main) {
  for (const [path, text] of await docsFiles()) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), text)
  }
}
