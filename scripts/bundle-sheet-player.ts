/** The player of the interactive worksheets. */
import type { SheetScript } from '../worksheets/interactive.ts'
import { bundleScript } from './bundle-script.ts'

let bundled: Promise<SheetScript> | undefined

/** The player with the hash its page allows it by; bundled once. */
export function bundleSheetPlayer(): Promise<SheetScript> {
  bundled ??= bundleScript('worksheets/player/player.ts')
  return bundled
}
