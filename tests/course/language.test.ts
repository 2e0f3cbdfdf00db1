import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCourse } from '../../course/check.ts'
import { readCourse } from '../../course/read-course.ts'
import { layered, listed } from './cases.ts'
import { targets, tree } from './tree.ts'

/*
 * The language by example: every file of language/ holds cases, a heading each, with sources in fences of four tildes and, in fences
 * named `tree`, `targets` or `findings`, what they are read as. `UPDATE=1` writes these anew.
 */

const folder = join(import.meta.dirname, 'language')
const base = join(import.meta.dirname, 'rules/base')
const FENCE = /^~~~~ (.+)\n([\s\S]*?)^~~~~$/gm
const EXPECTED = /^(tree|targets|findings)(?: (\w+))?$/

describe.each(readdirSync(folder).sort())('%s', (file) => {
  const path = join(folder, file)
  const cases = casesIn(readFileSync(path, 'utf8'))

  test.each(cases.map((text) => [text.split('\n')[0]?.slice(3) ?? '', text]))('%s', async (_, text) => {
    const blocks = [...text.matchAll(FENCE)].map(([, name = '', content = '']) => ({ name, content }))
    const sources = new Map(layered(base, base))
    for (const { name, content } of blocks)
      if (!EXPECTED.test(name))
        sources.set(name.includes('/') ? `modules/${name}` : `modules/01-taps/${name}`, withFrontMatter(name, content))
    const reading = await readCourse(sources, { citations: 'unformatted' })
    const wanted = blocks.filter(({ name }) => EXPECTED.test(name))
    expect(wanted.length).toBeGreaterThan(0)
    for (const { name, content } of wanted) {
      const [, kind = '', language = 'en'] = EXPECTED.exec(name) ?? []
      const course = reading.courses.get(language)
      const block = course?.modules[0]?.blocks[0]
      const actual =
        kind === 'findings' ? listed(checkCourse(reading)) : kind === 'targets' ? (course ? targets(course) : '') : tree(block?.body ?? [])
      if (process.env.UPDATE) update(path, text, name, content, actual)
      else expect(actual, name).toBe(content)
    }
  })
})

/** The parts under headings of the second level; a heading inside a fence begins none. */
function casesIn(text: string): string[] {
  const cases: string[] = []
  let fenced = false
  for (const line of text.split(/(?<=\n)/)) {
    if (line.startsWith('~~~~')) fenced = !fenced
    if (!fenced && line.startsWith('## ')) cases.push('')
    if (cases.length > 0) cases[cases.length - 1] += line
  }
  return cases
}

// Most cases are about the text: the front matter is given unless they write their own.
function withFrontMatter(name: string, content: string): string {
  if (!name.endsWith('.md') || content.startsWith('---')) return content
  return `---\nid: taps-washers\ntitle: Why a tap drips\n---\n${content}`
}

function update(path: string, text: string, name: string, before: string, after: string): void {
  const all = readFileSync(path, 'utf8')
  const start = all.indexOf(text.split('\n')[0] ?? '')
  const fence = `~~~~ ${name}\n`
  const at = all.indexOf(fence, start) + fence.length
  writeFileSync(path, all.slice(0, at) + after + all.slice(at + before.length))
}
