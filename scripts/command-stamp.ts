import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { frontMatterEnd } from '../course/fences.ts'
import { readCourse } from '../course/read-course.ts'
import { replaceFile } from './files.ts'
import { readSources } from './read-sources.ts'
import { UsageProblem } from './usage-problem.ts'

/**
 * `fieldkit stamp`: writes into the front matter of translations the hash of every unit of their source as it is now, which
 * says that they match it. Files are named from the working folder or from the course folder.
 */
export async function runStamp(course: string, files: string[]): Promise<number> {
  const reading = await readCourse(await readSources(course), { citations: 'unformatted' })
  const stamps = files.map((file) => {
    const path = pathIn(course, file)
    const source = path.replace(/\.[a-z]{2,3}(-[A-Za-z0-9]+)?\.md$/, '.md')
    const units = source === path ? null : reading.units(source)
    if (!units || !reading.units(path))
      throw new UsageProblem(`${file} is not a translation this course can read: name a file such as modules/01-planning/1-horizons.fr.md.`)
    return { path, units }
  })
  for (const { path, units } of stamps) {
    await replaceFile(join(course, path), stamped(await readFile(join(course, path), 'utf8'), units))
    process.stdout.write(`${path}: ${units.size} units recorded as translated.\n`)
  }
  return 0
}

function pathIn(course: string, file: string): string {
  const fromHere = relative(course, resolve(file)).split(sep).join('/')
  return fromHere.startsWith('modules/') ? fromHere : file.split(sep).join('/')
}

/** The text with its front matter's `translated` replaced; all else stays as written. */
function stamped(text: string, units: ReadonlyMap<string, string>): string {
  const lines = text.split('\n')
  const end = frontMatterEnd(lines)
  const document = parseDocument(lines.slice(1, end - 1).join('\n'))
  const node = document.createNode(Object.fromEntries(units))
  if (isMap(node)) node.flow = true
  document.set('translated', node)
  const yaml = document.toString({ lineWidth: 140 }).trimEnd()
  return ['---', yaml, ...lines.slice(end - 1)].join('\n')
}
