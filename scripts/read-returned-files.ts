/** The folder of returned sheets, read from disk. */
import { createHash } from 'node:crypto'
import { type Dirent, existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReturnedFile, SkipReason } from '../worksheets/read-returned.ts'
import { environmentProblemOf } from './files.ts'
import { readForm } from './read-form.ts'
import { UsageProblem } from './usage-problem.ts'

/** Folder for what is made of the returned sheets, inside their own. */
export const COLLECTED = 'collected'

export interface Returned {
  /** By path, sorted. */
  files: ReturnedFile[]
  /** Files with the same bytes as one before them. */
  copies: { file: string; of: string }[]
}

/**
 * Reads every file of a folder and the folders in it, what was collected before and hidden files excepted; links are not followed.
 * Throws UsageProblem where there is no such folder or nothing in it.
 */
export async function readReturnedFiles(folder: string): Promise<Returned> {
  if (!existsSync(folder)) throw new UsageProblem(`There is no folder ${folder}: name the folder that holds the returned worksheets.`)
  const paths = (await listed(folder, '')).sort((a, b) => (a.path < b.path ? -1 : 1))
  if (paths.length === 0) throw new UsageProblem(`There is no file in ${folder}: put the returned worksheets there, PDF or JSON.`)
  const returned: Returned = { files: [], copies: [] }
  const read = new Map<string, string>()
  for (const { path, plain } of paths) {
    const bytes = plain ? await bytesOf(join(folder, path)) : 'otherKind'
    const file = shown(path)
    if (typeof bytes === 'string') {
      returned.files.push({ file, form: bytes })
      continue
    }
    const hash = createHash('sha256').update(bytes).digest('hex')
    const first = read.get(hash)
    if (first === undefined) {
      read.set(hash, file)
      returned.files.push({ file, form: await readForm(bytes) })
    } else returned.copies.push({ file, of: first })
  }
  return returned
}

// A name may hold anything but a slash; it is printed and stands in tables.
function shown(path: string): string {
  return path.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')
}

const MOST_BYTES = 50_000_000

async function bytesOf(path: string): Promise<Uint8Array | SkipReason> {
  try {
    return (await stat(path)).size > MOST_BYTES ? 'tooLarge' : await readFile(path)
  } catch {
    return 'unopened'
  }
}

async function listed(folder: string, inside: string): Promise<{ path: string; plain: boolean }[]> {
  const found = await Promise.all(
    (await entriesOf(join(folder, inside))).map(async (entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (OF_THE_MACHINE.test(entry.name) || path === COLLECTED) return []
      return entry.isDirectory() ? listed(folder, path) : [{ path, plain: entry.isFile() }]
    }),
  )
  return found.flat()
}

const OF_THE_MACHINE = /^\.|^node_modules$|^(thumbs\.db|desktop\.ini)$/i

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR')
      throw new UsageProblem(`${folder} is a file: name the folder that holds the returned worksheets.`)
    throw environmentProblemOf(error, folder) ?? error
  }
}
