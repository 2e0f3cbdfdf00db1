// Which Chromium prints and measures. Shared by set-up and scripts/browser.ts; plain JavaScript for any Node from 18.
import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * Path of a Chromium-family browser: the one named in FIELDKIT_BROWSER, Playwright's own, or an installed
 * Chrome, Edge or Chromium. Null where there is none; null too where FIELDKIT_BROWSER names a file that cannot be run.
 */
export function findBrowser(env = process.env) {
  if (env.FIELDKIT_BROWSER) return runnable(env.FIELDKIT_BROWSER) ? env.FIELDKIT_BROWSER : null
  return [...playwrightBrowsers(env), ...installedBrowsers(env)].find(runnable) ?? null
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// Folder layout: https://playwright.dev/docs/browsers#managing-browser-binaries
function playwrightBrowsers(env) {
  const caches = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    linux: join(homedir(), '.cache', 'ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? '', 'ms-playwright'),
  }
  const folder = env.PLAYWRIGHT_BROWSERS_PATH ?? caches[process.platform]
  if (!folder) return []
  return listed(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => [
      join(folder, name, 'chrome-linux64', 'chrome'),
      join(folder, name, 'chrome-linux', 'chrome'),
      join(folder, name, 'chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'),
      join(folder, name, 'chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
      join(folder, name, 'chrome-win64', 'chrome.exe'),
      join(folder, name, 'chrome-win', 'chrome.exe'),
    ])
}

function listed(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function installedBrowsers(env) {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ])
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
  return (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
}
