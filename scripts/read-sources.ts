import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Sources } from '../course/read-course.ts'
import { EnvironmentProblem } from './environment-problem.ts'
import { UsageProblem } from './usage-problem.ts'

const READ = /\.(md|yml|json|svg|mmd|png|jpe?g|webp|woff2?|ttf|otf)$/i

/**
 * Reads every source of a course folder (the one that holds `modules/`), by path with forward slashes such as
 * `modules/01-planning/module.md`. Symbolic links are not followed: sources stay inside the course. Throws UsageProblem where
 * there is no such folder, EnvironmentProblem where it cannot be read.
 */
export async function readSources(courseFolder: string): Promise<Sources> {
  const paths = await listed(join(courseFolder, 'modules'))
  const sources = new Map<string, Uint8Array>()
  await Promise.all(
    paths.map(async (path) => {
      try {
        sources.set(relative(courseFolder, path).split(sep).join('/'), await readFile(path))
      } catch (error) {
        const reason = codeOf(error)
        if (reason === 'ENOENT') return // removed or renamed since it was listed
        throw new EnvironmentProblem(
          `The source ${relative(courseFolder, path)} cannot be read (${reason}): ${reason === 'EACCES' ? 'give yourself permission to read it' : 'check the file and the disk'}.`,
        )
      }
    }),
  )
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function listed(folder: string): Promise<string[]> {
  let entries: string[]
  try {
    entries = await readdir(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UsageProblem(
        `There is no folder ${folder}: name the folder that holds "modules" with --course, or make a course with "fieldkit init".`,
      )
    }
    throw new EnvironmentProblem(`The folder ${folder} cannot be read (${code}): give yourself permission to read it.`)
  }
  const paths: string[] = []
  for (const name of entries.sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => null)
    if (stats === null) continue
    if (stats.isDirectory()) paths.push(...(await listed(path)))
    else if (stats.isFile() && READ.test(name)) paths.push(path)
  }
  return paths
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
