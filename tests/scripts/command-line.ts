/** The command line as a person meets it: a process of its own, with what it prints and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesIn, type Receipt } from '../../scripts/receipt.ts'

export const root = join(import.meta.dirname, '..', '..')
const SMALL = join(root, 'tests', 'courses', 'small')

export interface Ended {
  code: number | null
  /** Set where a signal ended the process. */
  killedBy: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcess
  /** Everything printed so far. */
  printed(): string
  /** Resolves when this has been printed; rejects when the process ends before. */
  says(text: string): Promise<void>
  ended: Promise<Ended>
  /** Processes that it or its children started and that still run (Linux; empty elsewhere). */
  atWork(): { pid: number; command: string }[]
}

export interface Settings {
  cwd?: string
  env?: Record<string, string>
  /** The shell's part before the command, such as `ulimit -f 100;`. */
  shell?: string
  /** User and group to run as; only for root. */
  user?: number
  /** The file to run instead of the command line. */
  file?: string
}

/** Starts `fieldkit …`. */
export function start(args: string[], settings: Settings = {}): Running {
  const mark = randomUUID()
  const command = ['--disable-warning=ExperimentalWarning', settings.file ?? join(root, 'scripts', 'fieldkit.ts'), ...args]
  const options = {
    cwd: settings.cwd ?? root,
    // the tests' own runner asks for colours; the cache is the one that launch.mjs names
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
      ...process.env,
      FORCE_COLOR: undefined,
      NO_COLOR: '1',
      ...settings.env,
      FIELDKIT_TEST: mark,
    },
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    ...(settings.user === undefined ? {} : { uid: settings.user, gid: settings.user }),
  }
  const child = settings.shell
    ? spawn('sh', ['-c', `${settings.shell} exec "$@"`, 'sh', process.execPath, ...command], options)
    : spawn(process.execPath, command, options)
  let stdout = ''
  let stderr = ''
  const heard = new Set<() => void>()
  const hear = (): void => {
    for (const listener of heard) listener()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    hear()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    hear()
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, killedBy) => resolve({ code, killedBy, stdout, stderr })))
  return {
    child,
    printed: () => stdout + stderr,
    says: (text) =>
      new Promise((resolve, reject) => {
        const listen = (): void => {
          if ((stdout + stderr).includes(text)) resolve()
        }
        heard.add(listen)
        listen()
        void ended.then(() => reject(new Error(`it ended and never said "${text}": ${stdout}${stderr}`)))
      }),
    ended,
    atWork: () => processesWith(`FIELDKIT_TEST=${mark}`),
  }
}

/** Runs `fieldkit …` to its end. */
export function run(args: string[], settings: Settings = {}): Promise<Ended> {
  return start(args, settings).ended
}

function processesWith(mark: string): { pid: number; command: string }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/environ`, 'utf8').includes(mark)) return []
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() }]
      } catch {
        return []
      }
    })
    .filter(({ command }) => command !== '')
}

const made: string[] = []

/** A new empty folder; `removeFolders` takes it away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkit-test-'))
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A copy of the small course in a new folder, with what `change` does to its files. */
export async function smallCourse(): Promise<string> {
  const folder = newFolder()
  await cp(SMALL, folder, { recursive: true })
  return folder
}

export function receiptIn(out: string): Receipt {
  return JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as Receipt
}

/** Every file of a folder with its hash: two such maps are equal when nothing was touched. Empty where there is no folder. */
export async function contentsOf(folder: string): Promise<Map<string, string>> {
  if (!existsSync(folder)) return new Map()
  const files = await filesIn(folder)
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
}

/** What lies beside and in a course besides its sources: nothing but these is left by a build, however it ended. */
export function leftovers(course: string): string[] {
  const names = readdirSync(course).filter((name) => !['modules', 'dist', '.fieldkit'].includes(name))
  const state = existsSync(join(course, '.fieldkit')) ? readdirSync(join(course, '.fieldkit')) : []
  return [...names, ...state.filter((name) => !['built', 'cache', 'site', 'rejected'].includes(name)).map((name) => `.fieldkit/${name}`)]
}

/** Whether a text is what a failure may print: lines of plain words, nothing of a stack trace. */
export function isPlain(text: string): boolean {
  return !/\n\s+at |node:internal|\bError: |[A-Z]:\\|file:\/\//.test(text)
}

/** Number of sentences on standard error: one line, one sentence. */
export function sentencesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
