/** Writing to disk, with what the machine says turned into one sentence. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EnvironmentProblem } from './environment-problem.ts'

const SENTENCES: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `The disk is full: ${path} could not be written. Free some space and run the command again.`,
  EDQUOT: (path) => `Your disk quota is used up: ${path} could not be written. Free some space and run the command again.`,
  EFBIG: (path) => `The system allows no file of this size: ${path} could not be written.`,
  EACCES: (path) => `There is no permission to write ${path}: give yourself permission, or choose another folder.`,
  EPERM: (path) => `There is no permission to write ${path}: give yourself permission, or choose another folder.`,
  EROFS: (path) => `${path} lies on a disk that can only be read: choose another folder.`,
  EBUSY: (path) => `${path} is in use, or a disk of its own: close the programs that show its files, or choose a folder inside it.`,
  ENOTDIR: (path) => `${path} cannot be written because a part of its path is a file: choose another folder.`,
  EISDIR: (path) => `${path} cannot be written because a folder of that name is there.`,
  ENAMETOOLONG: (path) => `The name ${path} is too long for this disk: choose a shorter one.`,
  ELOOP: (path) => `${path} cannot be written because its links lead in a circle: choose another folder.`,
  EIO: (path) => `The disk could not read or write ${path}: check the disk.`,
  EMFILE: () => 'Too many files are open on this machine: close some programs and run the command again.',
  ENFILE: () => 'Too many files are open on this machine: close some programs and run the command again.',
  ENOMEM: () => 'There is not enough memory: close some programs and run the command again.',
  EAGAIN: () => 'The machine allows no more processes: close some programs and run the command again.',
}

/** The problem of the machine behind an error, as one sentence; null where the error is of another kind. */
export function environmentProblemOf(error: unknown, path = ''): EnvironmentProblem | null {
  if (error instanceof EnvironmentProblem) return error
  if (!(error instanceof Error) || !('code' in error)) return null
  const where = path || ('path' in error ? String(error.path) : 'a file')
  const sentence = SENTENCES[String(error.code)]
  return sentence ? new EnvironmentProblem(sentence(where)) : null
}

/** Runs work on the disk; throws EnvironmentProblem where the machine is the cause. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw environmentProblemOf(error, path) ?? error
  }
}

/** Writes a file and the folders above it. Throws EnvironmentProblem where the machine does not let it. */
export async function writeOutput(path: string, contents: string | Uint8Array): Promise<void> {
  await onDisk(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, contents)
  })
}

/** Replaces a file that must never be lost: written beside it and moved in. Throws EnvironmentProblem where the machine does not let it. */
export async function replaceFile(path: string, contents: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}`
  await onDisk(path, async () => {
    try {
      await writeFile(beside, contents)
      await rename(beside, path)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
  })
}
