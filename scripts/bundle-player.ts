/** The decks' player: slides/player and reveal.js bundled into one classic script per edition, since module scripts do not load from disk. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition } from '../course/course.ts'
import type { Script } from '../slides/deck.ts'
import { bundleScript } from './bundle-script.ts'

type Player = { head: Script; body: Script }

const root = join(import.meta.dirname, '..')
const bundled = new Map<Edition, Promise<Player>>()

/** The player of an edition: `head` runs before anything is drawn, `body` after the slides. The participants' one has no speaker view in it. */
export function bundlePlayer(edition: Edition): Promise<Player> {
  const known = bundled.get(edition) ?? bundleNew(edition)
  bundled.set(edition, known)
  return known
}

async function bundleNew(edition: Edition): Promise<Player> {
  const licence = await readFile(join(root, 'node_modules', 'reveal.js', 'LICENSE'), 'utf8')
  // the licence of reveal.js asks that it travels with every copy
  const [head, body] = await Promise.all([
    bundleScript('slides/player/choose-view.ts'),
    bundleScript(`slides/player/${edition}.ts`, `/*! With reveal.js:\n${licence.trim()}\n*/`),
  ])
  return { head, body }
}
