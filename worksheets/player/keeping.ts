/** Keeps answers on the device, where the browser lets us. */
import { type Answers, type SheetData, storageKey } from './sheet-data.ts'

export interface Keeping {
  /** False where the browser keeps nothing (switched off, private window, full). */
  available: boolean
  read(): Answers
  /** False where it could not be written. */
  write(answers: Answers): boolean
}

/** The place for one sheet's answers: course, version, language and worksheet are the key. */
export function openKeeping(sheet: SheetData): Keeping {
  const key = storageKey(sheet)
  const store = usableStore(key)
  return {
    available: store !== null,
    read: () => readFrom(store, key),
    write: (answers) => writeTo(store, key, answers),
  }
}

/** The store, tried out: some browsers have one that refuses every write. */
function usableStore(key: string): Storage | null {
  try {
    const probe = `${key}/probe`
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return null
  }
}

function readFrom(store: Storage | null, key: string): Answers {
  try {
    const value: unknown = JSON.parse(store?.getItem(key) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Answers) : {}
  } catch {
    return {}
  }
}

function writeTo(store: Storage | null, key: string, answers: Answers): boolean {
  try {
    if (Object.keys(answers).length === 0) store?.removeItem(key)
    else store?.setItem(key, JSON.stringify(answers))
    return store !== null
  } catch {
    return false
  }
}
