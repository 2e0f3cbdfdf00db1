import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onDisk } from './files.ts'
import { shownPath } from './shown-path.ts'
import { UsageProblem } from './usage-problem.ts'

/** `fieldkit init`: copies the small course that comes with Fieldkit into a new or empty folder. */
export async function runInit(folder: string): Promise<number> {
  const shown = shownPath(folder)
  const there = await onDisk(folder, () => namesIn(folder))
  if (there === null) throw new UsageProblem(`${shown} is a file: name a new folder.`)
  if (there.length > 0) throw new UsageProblem(`The folder ${shown} is not empty: name a new one, nothing was written.`)
  await onDisk(folder, async () => {
    await mkdir(folder, { recursive: true })
    await cp(join(import.meta.dirname, 'new-course'), folder, { recursive: true })
  })
  process.stdout.write(`A small course lies in ${shown}. Build it with: npm run fieldkit -- build --course ${shown}\n`)
  return 0
}

/** Null for a file. */
async function namesIn(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') return null
    throw error
  }
}
