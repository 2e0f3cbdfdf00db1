/**
 * The output folder, replaced as a whole: a build writes into `<out>.staging` and moves it in when everything is there. A build that
 * failed or was interrupted leaves the last good folder; what a killed one left behind, the next run cleans up.
 */
import { existsSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp, link, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { claimFolder } from './claim.ts'
import { environmentProblemOf, onDisk, writeOutput } from './files.ts'
import { isReceipt } from './receipt.ts'
import { UsageProblem } from './usage-problem.ts'

export interface Staging {
  /** Where outputs are written until they move in. */
  folder: string
  /** Writes one output, path from the output folder. Rejects once staging has ended. */
  write(path: string, contents: string | Uint8Array): Promise<void>
  /** Takes over a file or folder of the last build, path from the output folder: of a folder those files that `wanted` says and that are not staged. False where it is not there. */
  takeOver(path: string, wanted?: (path: string) => boolean): Promise<boolean>
  /** Moves everything in, in one go that no signal can part; the folder is then the output folder. */
  moveIn(): void
  /** Sets aside what was staged, in another folder. */
  moveTo(folder: string): Promise<void>
  /** Removes what was staged; for failures and signals, and harmless after `moveIn`. Runs by itself when the process exits. */
  discard(): void
}

/**
 * The folder behind an output path, links resolved. Throws UsageProblem where building there would replace what no build has made: a file,
 * a folder with other things in it, one that holds the course or lies among its sources.
 */
export function outputFolder(out: string, course: string): string {
  const folder = realPath(out)
  const sources = realPath(join(course, 'modules'))
  const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
  if (within(sources, folder)) throw new UsageProblem(`The output folder ${out} holds the course itself: name another one with --out.`)
  if (within(folder, sources))
    throw new UsageProblem(`The output folder ${out} lies among the sources of the course: name another one with --out.`)
  if (!existsSync(folder)) return folder
  if (!statSync(folder).isDirectory()) throw new UsageProblem(`${out} is a file: name a folder with --out.`)
  const names = namesIn(folder)
  if (names.length > 0 && !isReceipt(join(folder, 'build.json'))) {
    throw new UsageProblem(
      `The folder ${out} holds files that no build has made and would be replaced: name a new or empty folder with --out.`,
    )
  }
  return folder
}

/** Opens the staging place of an output folder. Throws EnvironmentProblem where it cannot be written or another build is at work on it. */
export async function openStaging(out: string): Promise<Staging> {
  const folder = `${out}.staging`
  const previous = `${out}.previous`
  const claim = await onDisk(out, async () => claimFolder(folder, out))
  try {
    await onDisk(out, () => recover(out, previous))
  } catch (error) {
    claim.release()
    throw error
  }
  let open = true
  const close = (): void => {
    open = false
  }
  return {
    folder,
    async write(path, contents) {
      if (!open) throw new Error('Unexpected output after the end of the build')
      await writeOutput(join(folder, path), contents)
    },
    async takeOver(path, wanted = () => true) {
      if (!existsSync(join(out, path))) return false
      await onDisk(join(folder, path), () => linkAll(path.replace(/\/$/, ''), { from: out, to: folder, wanted }))
      return true
    },
    moveIn() {
      close()
      claim.handOver()
      try {
        if (existsSync(out)) renameSync(out, previous)
        renameSync(folder, out)
      } catch (error) {
        if (!existsSync(out) && existsSync(previous)) renameSync(previous, out)
        rmSync(folder, { recursive: true, force: true })
        throw environmentProblemOf(error, out) ?? error
      }
      removeQuietly(previous)
    },
    async moveTo(other) {
      close()
      await onDisk(other, async () => {
        await rm(other, { recursive: true, force: true })
        await mkdir(dirname(other), { recursive: true })
        claim.handOver()
        // the course may lie on another disk than its outputs
        await rename(folder, other).catch(() => cp(folder, other, { recursive: true }))
      }).finally(() => removeQuietly(folder))
    },
    discard() {
      close()
      claim.release()
    },
  }
}

// A build killed between the two renames: the last good folder is still there under the other name.
async function recover(out: string, previous: string): Promise<void> {
  if (!existsSync(out) && existsSync(previous)) await rename(previous, out)
  await rm(previous, { recursive: true, force: true })
}

/** The outputs are in place; a folder that cannot be removed now goes with the next build. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // said above
  }
}

/** The path with links resolved as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPath(parent), path.slice(parent.length))
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw environmentProblemOf(error, folder) ?? error
  }
}

interface Links {
  from: string
  to: string
  wanted(path: string): boolean
}

// Hard links cost no space; where the disk has none, files are copied.
async function linkAll(path: string, links: Links): Promise<void> {
  const from = join(links.from, path)
  const to = join(links.to, path)
  const entries = await readdir(from, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOTDIR' ? null : [],
  )
  if (entries !== null) {
    for (const entry of entries) await linkAll(`${path}/${entry.name}`, links)
    return
  }
  if (!links.wanted(path) || existsSync(to)) return
  await mkdir(dirname(to), { recursive: true })
  await link(from, to).catch(() => cp(from, to))
}
