/** The contents of an edition, as its pages list them beside the text: what comes first, the modules, the annexes, the lists. */
import type { Course, Module } from '../course/course.ts'
import { isList, type ManualPage } from './pages.ts'

/** A line of the contents. */
export interface ContentsEntry {
  page: ManualPage
  /** Of a module, a block, an annex; empty where it has none. */
  number: string
  entries: ContentsEntry[]
}

/** Every page of an edition once: blocks under their module, annexes under their overview, chapters of the front on their own. */
export function contentsOf({ front, modules, annexes }: Course, pages: readonly ManualPage[]): ContentsEntry[] {
  const byId = new Map(pages.map((page) => [page.id, page]))
  const entry = (id: string, number: string, entries: ContentsEntry[] = []): ContentsEntry[] => {
    const page = byId.get(id)
    return page ? [{ page, number, entries }] : []
  }
  const under = (module: Module): ContentsEntry[] => module.blocks.flatMap((block) => entry(block.id, block.number))
  return [
    ...pages.filter(({ kind }) => kind === 'home').flatMap(({ id }) => entry(id, '')),
    ...(front ? [...entry(front.id, ''), ...under(front)] : []),
    ...modules.flatMap((module) => entry(module.id, String(module.number), under(module))),
    ...(annexes ? entry(annexes.id, '', under(annexes)) : []),
    ...pages.filter(isList).flatMap(({ id }) => entry(id, '')),
  ]
}
