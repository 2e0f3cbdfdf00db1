/** Results kept between builds, by the hash of everything they were made from. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Cache {
  /** The result made before from the same ingredients, else what `make` gives now. A cache that cannot be written is done without. */
  keep(kind: string, ingredients: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>): Promise<Uint8Array>
  /** Removes what no build has asked for in a month. */
  prune(): Promise<void>
}

/** Milliseconds. */
const KEPT = 30 * 24 * 3_600_000

/** Opens the cache in a folder such as `.fieldkit/cache`. */
export function openCache(folder: string): Cache {
  return {
    async keep(kind, ingredients, make) {
      const file = join(folder, kind, hashOf(ingredients))
      const known = await readFile(file).catch(() => null)
      if (known) {
        const now = new Date()
        await utimes(file, now, now).catch(() => {})
        return known
      }
      const made = await make()
      try {
        await mkdir(join(folder, kind), { recursive: true })
        // written beside and moved in, so that an interrupted build leaves no half a result
        await writeFile(`${file}.${process.pid}`, made)
        await rename(`${file}.${process.pid}`, file)
      } catch {
        // slower next time, nothing lost
        await rm(`${file}.${process.pid}`, { force: true }).catch(() => {})
      }
      return made
    },
    async prune() {
      const now = Date.now()
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
        const file = join(entry.parentPath, entry.name)
        const stats = entry.isFile() ? await stat(file).catch(() => null) : null
        if (stats && now - stats.mtimeMs > KEPT) await rm(file, { force: true }).catch(() => {})
      }
    },
  }
}

/** sha256 over a list of texts and bytes, each with its length. */
export function hashOf(ingredients: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const ingredient of ingredients) hash.update(`${ingredient.length}:`).update(ingredient)
  return hash.digest('hex')
}
