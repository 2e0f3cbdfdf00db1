/** A box as a canvas to map on: what it is divided into and what its sides mean. */
import type { Axis } from './course.ts'

/** How many zones stand beside one another: up to three in a row, four as two by two. */
export function zoneColumns(zones: number): number {
  return zones <= 3 ? zones : zones === 4 ? 2 : 3
}

/** Axes of a canvas from their ends as written: across, then up. */
export function axesOf(ends: readonly string[]): Axis[] {
  const pairs = [ends.slice(0, 2), ends.slice(2, 4)]
  return pairs.flatMap(([from, to]): Axis[] => (from !== undefined && to !== undefined ? [{ from, to }] : []))
}
