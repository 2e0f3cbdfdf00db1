/** A process that claims a folder, says whether it got it, and holds it until all others have asked. */
import { setTimeout as sleep } from 'node:timers/promises'
import { claimFolder } from '../../scripts/claim.ts'

try {
  const claim = claimFolder(process.argv[2] ?? '', 'the place')
  console.log('claimed')
  await sleep(8_000)
  claim.release()
} catch {
  console.log('refused')
}
