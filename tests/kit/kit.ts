/** The kit under test: the real course, copied to a folder of its own and built there by the command line, once a run for all files. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import type { Course } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { filesIn, type Receipt, type ReceiptOutput } from '../../scripts/receipt.ts'

const root = join(import.meta.dirname, '../..')

export interface Kit {
  /** The course folder: `modules/` and `dist/` lie in it. */
  folder: string
  dist: string
  receipt: Receipt
  courses: Map<string, Course>
  /** Paths of all files from `dist/`, sorted. */
  files: string[]
  /** Bytes of a file, by its path from `dist/`. */
  read(path: string): Promise<Uint8Array>
  outputs(kind: ReceiptOutput['kind'], lang?: string): ReceiptOutput[]
}

/** Milliseconds that a build may take on a busy machine. */
export const BUILD_TAKES = 600_000

/** The kit; built by the first who asks. Throws where its build does not exit with 0. */
export async function theKit(): Promise<Kit> {
  const folder = inject('kitFolder')
  await buildOnce(folder)
  const dist = join(folder, 'dist')
  const receipt = JSON.parse(await readFile(join(dist, 'build.json'), 'utf8')) as Receipt
  const { courses } = await readCourse(await readSources(folder))
  return {
    folder,
    dist,
    receipt,
    courses,
    files: await filesIn(dist),
    read: async (path) => new Uint8Array(await readFile(join(dist, path))),
    outputs: (kind, lang) => receipt.outputs.filter((output) => output.kind === kind && (lang === undefined || output.lang === lang)),
  }
}

/** Runs the command line. Throws where the exit code is not 0, with what was printed. */
export async function fieldkit(args: string[], env: Record<string, string> = {}): Promise<void> {
  const settings = { cwd: root, maxBuffer: 1e8, env: { ...process.env, ...env } }
  await promisify(execFile)(process.execPath, [join(root, 'scripts/launch.mjs'), ...args], settings)
}

async function buildOnce(folder: string): Promise<void> {
  const done = join(folder, 'built')
  const failed = join(folder, 'failed')
  if (existsSync(done) || folder === process.env.FIELDKIT_KIT) return
  // of several files at a time, the one that can make the folder builds
  const first = await mkdir(join(folder, 'claim')).then(
    () => true,
    () => false,
  )
  if (!first) {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(`The kit could not be built:\n${await readFile(failed, 'utf8')}`)
      await sleep(200)
    }
    return
  }
  try {
    await cp(join(root, 'modules'), join(folder, 'modules'), { recursive: true })
    await fieldkit(['build', '--course', folder])
    await writeFile(done, '')
  } catch (error) {
    await writeFile(failed, String(error))
    throw error
  }
}
