/** `npm test`: linter, types, then every test; the closing line counts all of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'fieldkit-tests-'))
const results = join(folder, 'results.json')

const steps: [string, string[]][] = [
  ['lint', ['--run-bin', '@biomejs/biome', 'biome', 'ci', '--diagnostic-level=error']],
  ['types', ['--run-bin', 'typescript', 'tsc', '-p', 'tsconfig.json']],
  ['types of the site', ['--run-bin', 'typescript', 'tsc', '-p', 'site/tsconfig.json']],
  [
    'tests',
    [
      '--run-bin',
      'vitest',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...process.argv.slice(2),
    ],
  ],
]

let failed = 0
let passed = 0
for (const [name, args] of steps) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'launch.mjs'), ...args], { cwd: root, stdio: 'inherit' })
  if (name !== 'tests') {
    if (status === 0) passed++
    else failed++
    continue
  }
  const counts = countsIn(results)
  passed += counts.passed
  // a run that ends badly without a failed test (a file that cannot be loaded) has failed all the same
  failed += counts.failed === 0 && status !== 0 ? 1 : counts.failed
}
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function countsIn(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
