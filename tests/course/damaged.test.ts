import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { checkCourse } from '../../course/check.ts'
import type { Course } from '../../course/course.ts'
import { fleshToHast } from '../../course/flesh-to-hast.ts'
import { readCourse, type Sources } from '../../course/read-course.ts'
import { toHtml } from '../../course/to-html.ts'
import { fleshOf } from '../../course/walk.ts'
import { layered } from './cases.ts'
import { BURDENS, DAMAGES, randomFrom } from './damage.ts'

const modules = join(import.meta.dirname, '../../modules')
const base = join(import.meta.dirname, 'rules/base')
const block = 'modules/01-taps/1-washers.md'
/** Processor time in milliseconds that one source may take: the clock of a busy machine says little. */
const MOST = 2000

const written = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => readFileSync(join(modules, path), 'utf8'))

/** A course with one file replaced; the themes and the framework of the real course, so that its words are known. */
function courseWith(path: string, content: string | Uint8Array): Sources {
  const sources = new Map(layered(base, base))
  const settings = new TextDecoder().decode(sources.get('modules/course.yml') as Uint8Array)
  const themes = 'themes:\n  - {id: gender, title: Gender, wanted: block}\n'
  sources.set('modules/course.yml', `${settings}${themes}`)
  sources.set(path, content)
  return sources
}

/** Reads, checks and renders; hands back the findings and the processor time in milliseconds. */
async function survive(sources: Sources): Promise<{ findings: VFileMessage[]; courses: Course[]; took: number; html: string }> {
  const before = process.cpuUsage()
  const reading = await readCourse(sources, { citations: 'unformatted' })
  const findings = checkCourse(reading)
  const { user, system } = process.cpuUsage(before)
  const courses = [...reading.courses.values()]
  return { findings, courses, took: (user + system) / 1000, html: courses.map(rendered).join('') }
}

function rendered(course: Course): string {
  const parts = course.modules.flatMap((module) => [module, ...module.blocks])
  const rendering: Parameters<typeof fleshToHast>[1] = {
    course,
    edition: 'facilitator',
    medium: 'screen',
    drawings: new Map(),
    headingShift: 0,
    href: () => null,
    piece: (piece, own) => fleshOf(piece).flatMap((flesh) => fleshToHast(flesh, own)),
  }
  return parts.map((part) => toHtml(fleshToHast(part.body, rendering))).join('\n')
}

/** What is wrong with findings: a reason of another form, a place that is not in its file. */
function unsound(findings: readonly VFileMessage[], sources: Sources): string[] {
  const lines = new Map(
    [...sources].map(([path, content]) => [
      path,
      typeof content === 'string' ? content.split('\n').length : content.filter((byte) => byte === 10).length + 1,
    ]),
  )
  return findings
    .filter(
      ({ reason, line, column, file }) =>
        !/^Unexpected [\s\S]+, expected [\s\S]+/.test(reason) || !line || !column || line > Math.max(1, lines.get(file ?? '') ?? 1),
    )
    .map((message) => `${message.file}:${message.line}:${message.column} ${message.reason}`)
}

const names = Object.keys(DAMAGES)
const ROUNDS = 1700

describe('damaged modules are read or found fault with', () => {
  test.each(names)('%s', { timeout: 300_000 }, async (name) => {
    const share = Math.ceil(ROUNDS / names.length)
    for (let round = 0; round < share; round++) {
      const random = randomFrom(names.indexOf(name) * 10_000 + round)
      const whole = written[Math.floor(random() * written.length)] as string
      const text = `${whole.slice(0, 6000).replace(/\n[^\n]*$/, '\n')}`
      const once = DAMAGES[name]?.(text, random) ?? text
      const second = DAMAGES[names[Math.floor(random() * names.length)] as string]
      const damaged = random() < 0.5 && typeof once === 'string' && second ? second(once, random) : once
      const sources = courseWith(block, damaged)
      const { findings, took } = await survive(sources)
      expect(unsound(findings, sources)).toEqual([])
      expect(took, `${name}, round ${round}`).toBeLessThan(MOST)
    }
  })
})

describe('burdens are read in time or refused', () => {
  test.each(Object.keys(BURDENS))('%s', { timeout: 120_000 }, async (name) => {
    for (const size of [40, 400, 900, 5000, 40_000]) {
      const burden = BURDENS[name]?.(size) ?? ''
      const sources = courseWith(block, `---\nid: taps-washers\ntitle: Why a tap drips\n---\nText.\n\n${burden}\n`)
      const { findings, took } = await survive(sources)
      expect(unsound(findings, sources)).toEqual([])
      expect(took, `${name} of ${size}`).toBeLessThan(MOST)
    }
  })
})

describe('other files, damaged', () => {
  const others: Record<string, string> = {
    'modules/course.yml': readFileSync(join(modules, 'course.yml'), 'utf8'),
    'modules/glossary.yml': readFileSync(join(modules, 'glossary.yml'), 'utf8'),
    'modules/references.json': readFileSync(join(modules, 'references.json'), 'utf8').slice(0, 8000),
  }
  test.each(Object.keys(others))('%s', { timeout: 300_000 }, async (path) => {
    for (let round = 0; round < 60; round++) {
      const random = randomFrom(path.length * 1000 + round)
      const name = names[round % names.length] as string
      const sources = courseWith(path, DAMAGES[name]?.(others[path] as string, random) ?? '')
      const { findings, took } = await survive(sources)
      expect(unsound(findings, sources)).toEqual([])
      expect(took, `${name}, round ${round}`).toBeLessThan(MOST)
    }
  })
  const bombs: Record<string, string> = {
    'a YAML bomb': `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
      .split('')
      .map((key, at) => `${key}: &${key} [${`*${'abcdefghij'[at]}, `.repeat(9)}x]`)
      .join('\n')}\n`,
    'deep YAML': '['.repeat(100_000),
    'deep YAML that ends': `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    'deep YAML in blocks': Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    'a long YAML line': `id: ${'a'.repeat(2_000_000)}`,
    'many YAML keys': Array.from({ length: 15_000 }, (_, at) => `k${at}: 1`).join('\n'),
    'deep JSON': '['.repeat(200_000),
    'a long JSON line': `[{"id": "${'a'.repeat(2_000_000)}`,
    'many works': `[${Array.from({ length: 20_000 }, (_, at) => `{"id": "a${at}"}`).join(',\n')}]`,
    nothing: '',
    null: 'null',
    'a list': '[]',
    'NUL bytes': '\0'.repeat(100_000),
  }
  test.each(Object.keys(bombs))('%s', { timeout: 120_000 }, async (name) => {
    for (const path of [...Object.keys(others), block]) {
      const bomb = bombs[name] as string
      const sources = courseWith(path, path === block ? `---\n${bomb}\n---\nText.\n` : bomb)
      const { findings, took } = await survive(sources)
      expect(unsound(findings, sources)).toEqual([])
      expect(took, `${name} as ${path}`).toBeLessThan(MOST)
    }
  })
})

describe('a line of two megabytes', () => {
  test.each(['a', 'a ', '*', '[', ':', '`', '|', '> '])('%s', async (mark) => {
    const sources = courseWith(block, `---\nid: taps-washers\ntitle: Why a tap drips\n---\n${mark.repeat(2_000_000 / mark.length)}\n`)
    const { findings, took } = await survive(sources)
    expect(findings.map((one) => one.ruleId)).toContain('source-within-limits')
    expect(took).toBeLessThan(MOST)
  })
})

describe('what is no directive comes out as written', () => {
  const texts = [
    '10:30',
    '2:1',
    'Art:5',
    'a &#x3C; b {c}',
    '::',
    ':::',
    '[@',
    ':term[',
    ':term',
    ':smile:',
    'C:\\Users',
    '&#x3C;script>alert(1)&#x3C;/script>',
    '{{ braces }}',
    '$x {y}',
    '12::34',
    'std::vector',
    '(see:this)',
    '“a:b”',
    '#1',
    '[ ]',
    '@smith',
    '%d',
  ]
  test.each(texts)('%s', async (shown) => {
    const text = shown.replaceAll('&#x3C;', '<')
    const front = '---\nid: taps-washers\ntitle: Why a tap drips\n---\n'
    const { html } = await survive(courseWith(block, `${front}Before ${text} after.\n\n- In a list ${text}\n`))
    expect(html).toContain(`Before ${shown} after.`)
    expect(html).toContain(`In a list ${shown}`)
  })
})

test('no path out of the course is ever a drawing', async () => {
  const paths = [
    '../../x.svg',
    '../../../etc/passwd',
    '/etc/passwd',
    '..%2f..%2fx.svg',
    '..\\..\\x.svg',
    'C:/x.svg',
    'file:///x.svg',
    '%2e%2e/%2e%2e/x.svg',
    '\0/x.svg',
    'https://example.org/x.svg',
  ]
  for (const path of paths) {
    const { findings, courses } = await survive(
      courseWith(block, `---\nid: taps-washers\ntitle: T\n---\n::figure[A]{#fig src="${path}" alt="A"}\n\n![A](<${path}>)\n`),
    )
    for (const course of courses)
      for (const figure of course.figures) expect(figure.src === '' || figure.src?.startsWith('modules/')).toBe(true)
    expect(
      findings.some((one) => one.ruleId === 'file-stays-in-course' || one.ruleId === 'link-resolves'),
      path,
    ).toBe(true)
  }
})
