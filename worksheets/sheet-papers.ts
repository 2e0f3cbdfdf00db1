/** What a sheet of each paper measures. */
import type { Paper } from '../course/papers.ts'

export interface SheetPaper {
  /** As `@page` has it. */
  size: 'A4' | 'letter'
  /** Points. */
  width: number
  height: number
  /** Millimetres at head and foot. US Letter is shorter than A4: less of it stays white, so that fewer sheets need a second page. */
  margin: { head: number; foot: number }
}

const A4 = { size: 'A4', width: 595.28, height: 841.89 } as const

export const SHEET_PAPERS: Readonly<Record<Paper, SheetPaper>> = {
  a4: { ...A4, margin: { head: 16, foot: 21 } },
  letter: { size: 'letter', width: 612, height: 792, margin: { head: 12, foot: 19 } },
  large: { ...A4, margin: { head: 16, foot: 32 } },
}
