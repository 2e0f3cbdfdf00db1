import { type Browser, chromium } from 'playwright'
import { EnvironmentProblem } from './environment-problem.ts'
import { findBrowser } from './find-browser.mjs'

// Background requests would fail on machines without internet and fill the log.
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic']
// Text must be laid out alike on every machine: same hinting, no subpixel differences, no GPU.
const EVEN = ['--font-render-hinting=none', '--disable-gpu', '--force-color-profile=srgb', '--lang=en-GB']

/** Path of the Chromium-family browser to use, or null. */
export function findChromium(): string | null {
  return findBrowser()
}

/** Starts a headless Chromium; the caller closes it. Throws EnvironmentProblem where there is none or it does not start. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new EnvironmentProblem(
      process.env.FIELDKIT_BROWSER
        ? `FIELDKIT_BROWSER names "${process.env.FIELDKIT_BROWSER}", which cannot be run: name a Chrome, Edge or Chromium.`
        : 'No browser found to print with: run "npm run setup", or install Chrome, Edge or Chromium.',
    )
  }
  try {
    return await chromium.launch({
      executablePath,
      headless: true,
      chromiumSandbox: false,
      args: [...QUIET, ...EVEN],
      // Playwright's own handlers would end the process before our one sentence is said.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  } catch (error) {
    throw new EnvironmentProblem(
      `The browser ${executablePath} did not start (${firstLine(error)}): update it, or name another in FIELDKIT_BROWSER.`,
    )
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}
