/** `fieldkit kit`: a list of people in, the event kit for them out; what is wrong with the list is said in a sentence. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare, bareText, pageRuns } from '../manual/pdf-text.ts'
import { contentsOf, newFolder, removeFolders, run, smallCourse } from './command-line.ts'

const FILES = ['certificate.pdf', 'group-cards.pdf', 'materials.pdf', 'name-tents.pdf', 'sign-in.pdf']
const HEAD = '\uFEFFname;country;gender;organization\r\n'
const people = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Person${index + 1} Family;${['Kenya', 'Peru'][index % 2]};f;"Ministry; Office"\r\n`).join('')

let course: string
beforeAll(async () => {
  course = await smallCourse()
})
afterAll(removeFolders)

function list(name: string, contents: string | Uint8Array): string {
  const file = join(course, '..', `${name}-${process.pid}.csv`)
  writeFileSync(file, contents)
  return file
}

const textOf = async (file: string): Promise<string[]> => (await pageRuns(readFileSync(file))).map(bareText)

describe('kit', () => {
  it('writes five forms for the people of the list, and ends with how many lines it could not read', async () => {
    const desk = newFolder()
    writeFileSync(join(desk, 'people.csv'), `${HEAD}${people(9)}nobody\r\nLast One;Chad;m;\r\n`)
    const ended = await run(['kit', '--participants', 'people.csv', '--course', course, '--group-size', '4', '--out', 'ours'], {
      cwd: desk,
    })
    expect(ended).toMatchObject({
      code: 1,
      stdout: '10 people, 3 groups: sign-in.pdf, name-tents.pdf, certificate.pdf, materials.pdf, group-cards.pdf in ours.\n',
      stderr:
        'people.csv:11: Unexpected 1 column, expected 4 as in the first line; the line is left out.\n1 line of people.csv left out: mend what is named above and run it again.\n',
    })
    expect(readdirSync(join(desk, 'ours')).sort()).toEqual(FILES)
    expect(await textOf(join(desk, 'ours/name-tents.pdf'))).toHaveLength(10)
    const sheet = (await textOf(join(desk, 'ours/sign-in.pdf'))).join('')
    for (const name of ['Person1 Family', 'Person9 Family', 'Last One', 'Ministry; Office']) expect(sheet).toContain(bare(name))
  })

  it('writes the kit of one person too', async () => {
    const out = join(newFolder(), 'one')
    const ended = await run(['kit', '--participants', list('one', `${HEAD}"Núñez; Ana";Perú;f;\r\n`), '--course', course, '--out', out])
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain('1 person, 1 group: ')
    expect((await textOf(join(out, 'group-cards.pdf'))).join('')).toContain(bare('Núñez; Ana'))
  })

  it('writes beside the course, in the language and the number of groups asked for, the same each time', async () => {
    const file = list('groups', `${HEAD}${people(7)}`)
    const ended = await run(['kit', '--participants', file, '--course', course, '--groups', '2', '--lang', 'fr'])
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain('7 people, 2 groups')
    const first = await contentsOf(join(course, 'event-kit'))
    expect([...first.keys()].sort()).toEqual(FILES)
    expect((await textOf(join(course, 'event-kit/group-cards.pdf'))).join('')).toContain(bare('2 groupes de 3 ou 4'))
    await run(['kit', '--participants', file, '--course', course, '--groups', '2', '--lang', 'fr'])
    expect(await contentsOf(join(course, 'event-kit'))).toEqual(first)
  })

  it.each([
    ['no list', () => [], "Wrong usage: required option '--participants <file>' not specified"],
    [
      'a list that is not there',
      () => ['--participants', 'absent.csv'],
      'There is no file absent.csv: name the list of people with --participants.',
    ],
    [
      'other columns',
      () => ['--participants', list('columns', 'name,land\nAna,Peru\n')],
      ':1: Unexpected first line without country, gender, organization, expected the columns name, country, gender, organization.',
    ],
    ['nobody', () => ['--participants', list('nobody', HEAD)], ': Unexpected list without people, expected a line for each.'],
    [
      'letters that are not UTF-8',
      () => ['--participants', list('latin', Buffer.from(`${HEAD.slice(1)}José;Peru;m;\n`, 'latin1'))],
      ': Unexpected bytes that are not UTF-8, expected a file saved as "CSV UTF-8".',
    ],
    [
      'more groups than people',
      () => ['--participants', list('few', `${HEAD}${people(3)}`), '--groups', '4'],
      'Unexpected 4 groups for 3 people, expected 3 at most.',
    ],
    [
      'groups and their size',
      () => ['--participants', list('both', `${HEAD}${people(3)}`), '--groups', '2', '--group-size', '2'],
      "Wrong usage: option '--groups <number>' cannot be used with option '--group-size <number>'",
    ],
    ['half a group', () => ['--participants', list('half', `${HEAD}${people(3)}`), '--groups', '1.5'], 'Expected a whole number from 1.'],
    [
      'a language the course does not have',
      () => ['--participants', list('tongue', `${HEAD}${people(3)}`), '--lang', 'ar'],
      'The course has no language "ar": it has en, fr.',
    ],
  ])('refuses %s with 2 and a sentence, and writes nothing', async (_name, args, sentence) => {
    const out = join(newFolder(), 'out')
    const ended = await run(['kit', '--course', course, '--out', out, ...args()], { cwd: course })
    expect([ended.code, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toContain(sentence)
    expect(existsSync(out)).toBe(false)
  })
})
