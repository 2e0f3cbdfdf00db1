/**
 * Set-up of a test run: a folder for the kit of the real course. Nothing is built here: the first file of tests/kit that asks for the
 * kit builds it (kit.ts), the others wait for it, and a run without those files pays nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder that holds the course and its outputs, the same for all files of a run. */
    kitFolder: string
  }
}

export default async function kitFolder(project: TestProject): Promise<() => Promise<void>> {
  // FIELDKIT_KIT names a course folder that is built already: for writing these tests, where a build each time is a long wait
  const folder = process.env.FIELDKIT_KIT ?? (await mkdtemp(join(tmpdir(), 'fieldkit-kit-')))
  project.provide('kitFolder', folder)
  return async () => {
    if (folder !== process.env.FIELDKIT_KIT) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
