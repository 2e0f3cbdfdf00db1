/** `dist/` and its receipt: everything a course of this size becomes is there, as the receipt says, and nothing else. */
import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Course, Piece } from '../../course/course.ts'
import { everyModule, piecesOf } from '../../course/walk.ts'
import { BLANK_FORMS } from '../../manual/event-kit/forms.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'

let kit: Kit
beforeAll(async () => {
  kit = await theKit()
}, BUILD_TAKES)

type Line = [path: string, kind: string, lang: string | null, module: string | null, audience: string]

/** What section 3 of the design promises for a course, less what later issues bring. */
function promised(courses: Iterable<Course>): Line[] {
  const lines: Line[] = [
    ['index.html', 'landing', null, null, 'all'],
    ['site/', 'site', null, null, 'facilitator'],
  ]
  for (const course of courses) {
    const lang = course.language
    lines.push(
      [`${lang}/guideline.pdf`, 'guideline', lang, null, 'facilitator'],
      [`${lang}/contingency-plan.pdf`, 'contingency-plan', lang, null, 'facilitator'],
      [`${lang}/participant/`, 'participant-pages', lang, null, 'participant'],
      [`${lang}/participant/text/`, 'participant-pages', lang, null, 'participant'],
      [`packs/${course.id}-${lang}-facilitator-text.zip`, 'pack', lang, null, 'facilitator'],
      [`packs/${course.id}-${lang}-facilitator.zip`, 'pack', lang, null, 'facilitator'],
      [`packs/${course.id}-${lang}-participant-text.zip`, 'pack', lang, null, 'participant'],
      [`packs/${course.id}-${lang}-participant.zip`, 'pack', lang, null, 'participant'],
      ...course.agendas.map(({ id }): Line => [`${lang}/run-sheets/${id}.pdf`, 'run-sheet', lang, null, 'facilitator']),
      ...BLANK_FORMS.map((form): Line => [`${lang}/run-sheets/event-kit/${form}.pdf`, 'event-kit', lang, null, 'facilitator']),
    )
    for (const module of course.modules) {
      lines.push(
        [`${lang}/slides/${module.id}.html`, 'deck', lang, module.id, 'facilitator'],
        [`${lang}/participant/slides/${module.id}.html`, 'deck', lang, module.id, 'participant'],
        [`${lang}/slides/${module.id}.pptx`, 'pptx', lang, module.id, 'facilitator'],
        [`${lang}/slides/${module.id}.notes-2up.pdf`, 'handout', lang, module.id, 'facilitator'],
        [`${lang}/slides/${module.id}.lines-3up.pdf`, 'handout', lang, module.id, 'participant'],
        [`${lang}/modules/${module.id}.pdf`, 'handout', lang, module.id, 'facilitator'],
      )
    }
    for (const module of everyModule(course)) {
      for (const worksheet of module.blocks.flatMap((block) => block.worksheets)) {
        const path = `${lang}/worksheets/${worksheet.id}`
        const audience = worksheet.audience === 'facilitator' ? 'facilitator' : 'all'
        for (const ending of ['pdf', 'letter.pdf', 'large.pdf', 'html'])
          lines.push([`${path}.${ending}`, 'worksheet', lang, module.id, audience])
        if (hasAnswers(worksheet)) lines.push([`${path}.answers.pdf`, 'worksheet-answers', lang, module.id, 'facilitator'])
      }
    }
  }
  return lines.sort(([a], [b]) => (a < b ? -1 : 1))
}

function hasAnswers(worksheet: Extract<Piece, { kind: 'worksheet' }>): boolean {
  return piecesOf(worksheet.body).some(({ kind }) => kind === 'answers')
}

const sha256 = (contents: Uint8Array | string): string => createHash('sha256').update(contents).digest('hex')

describe('the receipt', () => {
  it('names course and languages as course.yml does', async () => {
    const source = parse(Buffer.from(await kit.read('../modules/course.yml')).toString('utf8'))
    expect(kit.receipt.course).toEqual({ id: source.id, title: source.title[source.languages[0]], version: source.version })
    expect(kit.receipt.languages).toEqual(source.languages)
    expect(source.languages.length).toBeGreaterThan(1)
  })

  it('lists what a course of these modules becomes, no more and no less', () => {
    const listed = kit.receipt.outputs.map(({ path, kind, lang, module, audience }): Line => [path, kind, lang, module, audience])
    expect([...listed].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(promised(kit.courses.values()))
    expect(new Set(kit.receipt.outputs.map(({ id }) => id)).size).toBe(listed.length)
  })

  it('has true bytes and sha256 of every output', async () => {
    for (const { path, bytes, sha256: hash } of kit.receipt.outputs) {
      if (!path.endsWith('/')) {
        const contents = await kit.read(path)
        expect([path, contents.length, sha256(contents)]).toEqual([path, bytes, hash])
        continue
      }
      const inside = kit.files.filter((file) => file.startsWith(path)).map((file) => file.slice(path.length))
      const contents = await Promise.all(inside.map((file) => kit.read(path + file)))
      const weight = contents.reduce((sum, file) => sum + file.length, 0)
      const lines = inside.map((file, index) => `${file} ${sha256(contents[index] as Uint8Array)}`)
      expect([path, weight, sha256(lines.join('\n'))]).toEqual([path, bytes, hash])
      expect(inside).toContain('index.html')
    }
  })

  it('says how many pages each PDF has', async () => {
    for (const { path, pages } of kit.receipt.outputs) {
      const document = path.endsWith('.pdf') ? await PDFDocument.load(await kit.read(path), { updateMetadata: false }) : null
      expect([path, document?.getPageCount() ?? null]).toEqual([path, pages])
    }
  })

  it('counts the guideline part by part against cap and budgets', () => {
    for (const course of kit.courses.values()) {
      const { pages, cap, parts } = kit.receipt.guideline[course.language] as Kit['receipt']['guideline'][string]
      expect([pages]).toEqual(kit.outputs('guideline', course.language).map((output) => output.pages))
      expect(cap).toBe(150)
      expect(pages).toBeLessThanOrEqual(cap)
      expect(parts.reduce((sum, part) => sum + part.pages, 0)).toBe(pages)
      for (const module of course.modules) {
        const part = parts.find(({ id }) => id === module.id)
        expect(part?.title).toContain(module.title)
        expect(part?.budget).toBe(course.limits.pages[module.id])
        expect(part?.pages).toBeLessThanOrEqual(part?.budget ?? 0)
      }
    }
  })

  it('has no error, and the time of every step', () => {
    expect(kit.receipt.findings.error).toBe(0)
    expect(kit.receipt.timings.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['read and check', 'figures', 'guideline', 'site', 'packs']),
    )
    for (const { ms } of kit.receipt.timings) expect(ms).toBeGreaterThanOrEqual(0)
  })
})

describe('dist/', () => {
  it('holds no file that no output lists', () => {
    const paths = kit.receipt.outputs.map(({ path }) => path)
    const listed = (file: string): boolean => paths.some((path) => file === path || (path.endsWith('/') && file.startsWith(path)))
    expect(kit.files.filter((file) => !listed(file))).toEqual(['build.json'])
  })

  it('holds every file whole', async () => {
    const signs: Record<string, RegExp> = {
      html: /^<!doctype html>[\s\S]*<\/html>\s*$/i,
      pdf: /^%PDF-[\s\S]*%%EOF\s*$/,
      zip: /^PK/,
      pptx: /^PK/,
    }
    for (const file of kit.files) {
      const sign = signs[file.split('.').at(-1) ?? '']
      const contents = Buffer.from(await kit.read(file))
      expect([file, contents.length > 0]).toEqual([file, true])
      if (sign) expect(sign.test(contents.toString('latin1')), file).toBe(true)
    }
  })

  it('keeps what is for facilitators out of the participants’ folder', () => {
    const inside = kit.files.filter((file) => /^[^/]+\/participant\//.test(file))
    expect(
      inside.filter((file) =>
        /answers|guideline|contingency|run-sheet|event-kit|notes-\dup|\.pptx$|^[^/]+\/participant\/modules\//.test(file),
      ),
    ).toEqual([])
    for (const { path } of kit.outputs('handout').filter(({ audience }) => audience === 'participant')) {
      expect(inside).toContain(path.replace(/^([^/]+)\//, '$1/participant/'))
    }
  })
})
