/** One browser and one press over it, opened when first asked for. */
import type { Browser } from 'playwright'
import { openBrowser } from './browser.ts'
import { openPress, type Press } from './press.ts'

export interface Machine {
  browser(): Promise<Browser>
  press(): Promise<Press>
  /** Closes what was opened; what is at work on it fails at once, and nothing is opened any more. */
  close(): Promise<void>
}

export function openMachine(): Machine {
  const parts: { browser?: Promise<Browser>; press?: Promise<Press> } = {}
  let closed = false
  const browser = (): Promise<Browser> => {
    if (closed) return Promise.reject(new Error('Unexpected work for the browser after the end of the build'))
    parts.browser ??= openBrowser()
    return parts.browser
  }
  return {
    browser,
    press() {
      parts.press ??= browser().then((one) => openPress(one))
      return parts.press
    },
    async close() {
      closed = true
      const one = await parts.browser?.catch(() => null)
      await one?.close().catch(() => {})
    },
  }
}
