import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** axe for a page of ours. None has frames, for which axe would open a second page each time, and what is in order is not listed: both take most of its time. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ preload: false, resultTypes: ['violations'] }).setLegacyMode()
}
