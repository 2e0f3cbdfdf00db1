import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { readCourse } from '../../course/read-course.ts'
import { logoFiles, logoOnCover, logoOnPage, logoOnPaper } from '../../look/logo.ts'
import { lookOf } from '../../look/look.ts'
import type { OwnColours } from '../../look/palettes.ts'

const VECTOR =
  '<svg viewBox="0 0 30 10" width="100%"><style>.a { fill: red }</style><a href="https://example.org"><path class="a" d="M0 0h30v10H0z"/></a></svg>'
const LOADING =
  '<svg viewBox="0 0 4 4"><style>@import "https://example.org/a.css"</style><image href="https://example.org/a.png"/><path d="M0 0h4v4H0z" onclick="x()"/></svg>'
// one dot
const RASTER = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGPgFrbCgxiIkgYAmAQF34SKmAMAAAAASUVORK5CYII=', 'base64')

async function lookWith(logo: string, files: Record<string, string | Uint8Array>, colours: OwnColours = {}, language = 'en') {
  const yaml = `id: a
title: A
version: "1.0.0"
languages: [en, fr]
look:
  logo: ${logo}
`
  const { courses, findings } = await readCourse(new Map([['modules/course.yml', yaml], ...Object.entries(files)]))
  expect(findings.map(String)).toEqual([])
  const own = courses.get(language)?.look
  return lookOf(own ? { ...own, colours } : null)
}

const light = { 'modules/logo.svg': VECTOR }
const both = { ...light, 'modules/dark.png': RASTER }

describe('a logo', () => {
  it('keeps its proportions and speaks the language of the edition', async () => {
    const words = '{file: logo.svg, alt: {en: The office, fr: Le bureau}}'
    expect((await lookWith(words, light)).logo).toMatchObject({ ratio: 3, alt: 'The office' })
    expect((await lookWith(words, light, {}, 'fr')).logo?.alt).toBe('Le bureau')
    expect((await lookWith('{file: dark.png, alt: A}', both)).logo).toMatchObject({ ratio: 2, picture: { type: 'png' } })
  })

  it('is an image that is whole in itself and neither runs nor loads', async () => {
    const written = async (svg: string) => {
      const { logo } = await lookWith('{file: logo.svg, alt: A}', { 'modules/logo.svg': svg })
      return Buffer.from(logoFiles(logo).get('logo.svg') ?? []).toString('utf8')
    }
    expect(await written(VECTOR)).toBe(
      '<svg viewBox="0 0 30 10" width="30" xmlns="http://www.w3.org/2000/svg" height="10"><style>.a { fill: red }</style><path class="a" d="M0 0h30v10H0z" /></svg>',
    )
    expect(await written(LOADING)).not.toMatch(/example\.org|onclick|style|image/)
  })

  it('stands on paper as it is, on a dark page as its other picture, on covers on a plate or as its other picture', async () => {
    const [one, two] = [await lookWith('{file: logo.svg, alt: A}', light), await lookWith('{file: logo.svg, dark: dark.png, alt: A}', both)]
    expect(toHtml(logoOnPaper(two.logo))).toMatch(
      /^<span class="logo"><img class="logo-light" src="data:image\/svg[^"]*" alt="A"><\/span>$/,
    )
    expect(toHtml(logoOnPage(one.logo, (_, ground) => ground))).toBe(
      '<span class="logo"><img class="logo-light" src="light" alt="A"></span>',
    )
    expect(toHtml(logoOnPage(two.logo, (_, ground) => ground))).toMatch(/logo-pair.* src="light".* src="dark"/)
    expect(toHtml(logoOnCover(one))).toMatch(/logo-plate.*image\/svg/)
    expect(toHtml(logoOnCover(two))).toMatch(/logo-cover.*logo-dark.*image\/png/)
    const bright = await lookWith('{file: logo.svg, dark: dark.png, alt: A}', both, { cover: { light: '#ffb000' } })
    expect(toHtml(logoOnCover(bright))).toMatch(/logo-plate.*image\/svg/)
  })

  it('is nowhere where there is none', () => {
    expect([logoOnPaper(null), logoOnPage(null), logoOnCover(lookOf(null)), [...logoFiles(null)]].flat()).toEqual([])
  })
})
