/** One build at a time at one place: a folder that says which process is at work in it. What a killed build left behind is not in the way. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { EnvironmentProblem } from './environment-problem.ts'

export interface Claim {
  /** Empties nothing and removes the folder; harmless when called again. Runs by itself when the process exits. */
  release(): void
  /** The folder stays, under another name or with another use: takes the mark of this process out of it. */
  handOver(): void
}

const OWNER = '.builder'
/** A sign of life this often, in milliseconds. */
const BEAT = 5_000
/** Without a sign of life for so long a process is not at work: its number may have gone to another program since. */
const SILENT = 600_000
/** The same for a process on another machine, whose number says nothing here (a folder that two machines share). */
const SILENT_ELSEWHERE = 60_000

const held = new Set<string>()
let claims = 0

/**
 * Makes a folder that belongs to this process, the folders above it too. Throws EnvironmentProblem where another build has it, and what
 * the file system throws where it cannot be made.
 */
export function claimFolder(folder: string, what: string): Claim {
  makeFolders(dirname(folder))
  sweep(folder)
  // made with the owner's name in it and then renamed: of two builds that start at the same moment one finds the other's folder
  const mine = `${folder}.${process.pid}.${++claims}`
  try {
    mkdirSync(mine)
    writeFileSync(join(mine, OWNER), `${process.pid} ${hostname()}\n`)
    for (let attempt = 1; !moved(mine, folder); attempt++) {
      const owner = ownerOf(folder)
      if (owner || attempt > 3)
        throw new EnvironmentProblem(`Another build${owner ? ` (process ${owner})` : ''} is at work on ${what}: wait for it to end.`)
      renameSync(folder, `${mine}.old`)
      rmSync(`${mine}.old`, { recursive: true, force: true })
    }
  } catch (error) {
    rmSync(mine, { recursive: true, force: true })
    throw error
  }
  held.add(folder)
  const beat = setInterval(() => touch(join(folder, OWNER)), BEAT)
  beat.unref()
  const end = (): void => {
    held.delete(folder)
    clearInterval(beat)
    process.off('exit', release)
  }
  function release(): void {
    if (!held.has(folder)) return
    end()
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // what cannot be removed now goes with the next build
    }
  }
  process.on('exit', release)
  return {
    release,
    handOver: () => {
      end()
      rmSync(join(folder, OWNER), { force: true })
    },
  }
}

// One by one: made in one go, a disk that can only be read gives ENOENT for its error.
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** False where a folder with something in it is there already. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Windows says EPERM where others say that the folder is not empty
    if (/^(ENOTEMPTY|EEXIST)$/.test(code) || (code === 'EPERM' && process.platform === 'win32')) return false
    throw error
  }
}

/** The process at work in a folder; 0 where there is none. */
function ownerOf(folder: string): number {
  try {
    const file = join(folder, OWNER)
    const [pid, machine] = readFileSync(file, 'utf8').trim().split(' ')
    const silent = Date.now() - statSync(file).mtimeMs
    if (machine !== hostname()) return silent < SILENT_ELSEWHERE ? Number(pid) : 0
    if (Number(pid) === process.pid) return held.has(folder) ? process.pid : 0
    return silent < SILENT && isAlive(Number(pid)) ? Number(pid) : 0
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // somebody else's process, but a process
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes the half-made claims of processes that are no more. */
function sweep(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(`${basename(folder)}.`)
      ? /^(\d+)\.\d+(\.old)?$/.exec(name.slice(basename(folder).length + 1))?.[1]
      : undefined
    if (pid !== undefined && Number(pid) !== process.pid && !isAlive(Number(pid)))
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function touch(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // the folder has been moved in or removed
  }
}
