/** The rooms of the house: who may import whom, no cycles, no drawers for leftovers, no file nobody imports. The table is ARCHITECTURE.md's. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What a room may import of ours. */
const MAY_IMPORT: Record<string, string[]> = {
  look: [],
  course: ['look'],
  manual: ['course', 'look'],
  slides: ['course', 'look'],
  worksheets: ['course', 'look'],
  // words are read at run time; of manual/ only the types of what it writes
  site: ['look', 'course/words.ts', 'manual/search.ts', 'manual/site.ts'],
  scripts: ['course', 'look', 'manual', 'slides', 'worksheets', 'site'],
  tests: ['course', 'look', 'manual', 'slides', 'worksheets', 'site', 'scripts'],
}
const DRAWERS = ['utils', 'helpers', 'shared', 'common', 'lib', 'misc']

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))
const code = tracked.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('scripts/new-course/'))

/** Files of ours that a file imports, types included. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const found = [...text.matchAll(/(?:from\s*|import\s*\(?\s*|new URL\(\s*)['"](\.{1,2}\/[^'"]+)['"]/g)].map((match) => match[1] ?? '')
  return found
    .map((specifier) => normalize(join(dirname(path), specifier)).replaceAll('\\', '/'))
    .map((target) => [target, `${target}.ts`, `${target}.tsx`].find((candidate) => code.includes(candidate)) ?? target)
    .filter((target) => code.includes(target))
}

const imports = new Map(code.map((path) => [path, importsOf(path)]))
const roomOf = (path: string): string => path.split('/')[0] ?? ''

describe('rooms', () => {
  it('reads the imports it judges', () => {
    expect(imports.get('scripts/fieldkit.ts')).toContain('scripts/command-build.ts')
    expect([...imports.values()].flat().length).toBeGreaterThan(200)
  })

  it('import only what the table allows', () => {
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => roomOf(target) !== roomOf(path))
        .filter((target) => !(MAY_IMPORT[roomOf(path)] ?? []).some((allowed) => target === allowed || roomOf(target) === allowed))
        .map((target) => `${path} imports ${target}`),
    )
    expect(wrong.filter((line) => !line.startsWith('vitest.config'))).toEqual([])
  })

  it('have no import cycle', () => {
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
        return
      }
      state.set(path, 'open')
      for (const target of imports.get(path) ?? []) visit(target, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of code) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('keep the file system, the clock, chance and the browser in the outer ring', () => {
    const pure = ['course', 'look', 'manual', 'slides', 'worksheets']
    // browser code of the players and of the plain pages runs at the reader's: it has a clock
    const atTheReader = /^(slides|worksheets)\/player\/|^manual\/static-(page|search)\.ts$/
    const wrong = code
      .filter((path) => pure.includes(roomOf(path)) && !atTheReader.test(path))
      .filter((path) =>
        /from 'node:(fs|child_process|http|https|net|os|worker_threads)|from 'playwright|Date\.now\(|new Date\(\)|Math\.random\(/.test(
          readFileSync(join(root, path), 'utf8'),
        ),
      )
    expect(wrong).toEqual([])
  })

  it('have no drawer for leftovers', () => {
    const folders = new Set(tracked.flatMap((path) => path.split('/').slice(0, -1)))
    expect(DRAWERS.filter((name) => folders.has(name))).toEqual([])
    expect(
      code.filter((path) =>
        DRAWERS.includes(
          path
            .split('/')
            .at(-1)
            ?.replace(/\.\w+$/, '') ?? '',
        ),
      ),
    ).toEqual([])
  })

  it('hold no file that nobody imports', () => {
    const entries =
      /^(tests\/|site\/|vitest\.config|scripts\/(fieldkit|launch|setup|bench|write-docs)|slides\/player\/|worksheets\/player\/|manual\/static-(page|search))/
    const imported = new Set([...imports.values()].flat())
    expect(code.filter((path) => !imported.has(path) && !entries.test(path))).toEqual([])
  })
})
