import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Drawings } from '../../course/course.ts'
import { readCourse, type Sources } from '../../course/read-course.ts'
import { type BuiltSite, buildSite } from '../../scripts/build-site.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { type Serving, serve } from '../../scripts/serve.ts'

export interface SiteUnderTest {
  /** Address of the site's home page. */
  address: string
  /** The folder that is served; the site lies in its `site/`. */
  folder: string
  built: BuiltSite
  /** Builds it again, from the same working folder. */
  again(): Promise<BuiltSite>
  close(): Promise<void>
}

/** Reads a course folder, builds its site in a temporary place and serves it as `fieldkit serve` would. */
export async function siteOf(courseFolder: string): Promise<SiteUnderTest> {
  const temporary = await mkdtemp(join(tmpdir(), 'fieldkit-site-'))
  const sources = await readSources(courseFolder)
  const { courses } = await readCourse(sources)
  const drawings = vectorDrawings(sources)
  const build = () =>
    buildSite({
      sources: [...courses.values()].map((course) => ({ course, drawings })),
      folder: join(temporary, 'dist/site'),
      work: join(temporary, 'work'),
    })
  const built = await build()
  const serving: Serving = await serve(join(temporary, 'dist'), 0, () => {})
  return {
    address: `${serving.address}site/`,
    folder: join(temporary, 'dist'),
    built,
    again: build,
    close: async () => {
      await serving.close()
      await rm(temporary, { recursive: true })
    },
  }
}

/** The SVG figures as they are written; diagrams and charts, which a browser has to draw, are left out. */
function vectorDrawings(sources: Sources): Drawings {
  return new Map(
    [...sources]
      .filter(([path]) => path.endsWith('.svg'))
      .map(([path, contents]) => [
        path,
        { kind: 'svg', svg: typeof contents === 'string' ? contents : new TextDecoder().decode(contents) },
      ]),
  )
}
