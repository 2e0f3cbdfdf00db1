/** The papers a worksheet is printed for, and how their files are named. */

/** `large` is large print, on A4. */
export const PAPERS = ['a4', 'letter', 'large'] as const
export type Paper = (typeof PAPERS)[number]

/** File name of a worksheet to fill in: the A4 sheet has the plain one. */
export function sheetName(worksheet: string, paper: Paper): string {
  return paper === 'a4' ? `${worksheet}.pdf` : `${worksheet}.${paper}.pdf`
}
