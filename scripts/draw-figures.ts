/**
 * Drawings from their sources: SVG as written (made safe), Mermaid (.mmd) and Vega-Lite (.vl.json) rendered to SVG,
 * pictures as data: addresses. `name.fr.svg` stands in for `name.svg` in French.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { toHtml } from 'hast-util-to-html'
import type { VFileMessage } from 'vfile-message'
import type { Course, Drawing, Drawings, Figure } from '../course/course.ts'
import { finding } from '../course/finding.ts'
import type { Sources } from '../course/read-course.ts'
import { safeSvg } from '../course/safe-svg.ts'
import { allPieces } from '../course/walk.ts'
import { lookOf } from '../look/look.ts'
import type { FigureColours, Look } from '../look/tokens.ts'
import type { Cache } from './cache.ts'
import type { Press } from './press.ts'
import { ownFontCss } from './read-fonts.ts'

const require = createRequire(import.meta.url)

/** What drawing needs of the machine; the press is opened only when a Mermaid source is new. */
export interface DrawingMeans {
  cache: Cache
  press(): Promise<Press>
}

/** Draws every figure of a course. A source that cannot be drawn is a finding at its figure; the rest is drawn. */
export async function drawFigures(
  course: Course,
  sources: Sources,
  means: DrawingMeans,
): Promise<{ drawings: Drawings; findings: VFileMessage[] }> {
  const drawings = new Map<string, Drawing>()
  const findings: VFileMessage[] = []
  const figures = allPieces(course).filter((piece): piece is Figure & { src: string } => piece.kind === 'figure' && piece.src !== null)
  for (const figure of figures) {
    if (drawings.has(figure.src)) continue
    const path = inLanguage(figure.src, course, sources)
    const source = sources.get(path)
    if (source === undefined) continue
    const drawing = await draw(path, source, course, means)
    if (typeof drawing !== 'string') drawings.set(figure.src, drawing)
    else {
      const reason = `Unexpected content of ${path.split('/').pop()}, expected a drawing: ${drawing}`
      findings.push(finding(reason, { rule: 'figure-can-be-drawn', severity: 'error', place: figure.place }))
    }
  }
  return { drawings, findings }
}

function inLanguage(src: string, course: Course, sources: Sources): string {
  const match = /^(.*?)(\.(?:svg|mmd|vl\.json|png|jpe?g|webp))$/i.exec(src)
  const own = match ? `${match[1]}.${course.language}${match[2]}` : src
  return sources.has(own) ? own : src
}

// ---- one drawing: the drawing, or why there is none ---------------------------------------------------------------

async function draw(path: string, source: string | Uint8Array, course: Course, means: DrawingMeans): Promise<Drawing | string> {
  const picture = /\.(png|jpe?g|webp)$/i.exec(path)?.[1]?.toLowerCase()
  if (picture) {
    const type = picture === 'jpg' ? 'jpeg' : picture
    return { kind: 'image', address: `data:image/${type};base64,${Buffer.from(source).toString('base64')}` }
  }
  const text = Buffer.from(source).toString('utf8')
  if (path.endsWith('.svg')) return drawingOf(text)
  const look = lookOf(course.look)
  const colours = JSON.stringify(look.figures)
  try {
    const svg = path.endsWith('.mmd')
      ? await means.cache.keep(
          'drawings',
          ['mermaid', await versionOf('mermaid'), course.direction, colours, JSON.stringify(look.fonts.display), text],
          async () => Buffer.from(await drawMermaid(text, look, await means.press())),
        )
      : await means.cache.keep('drawings', ['vega', await versionOf('vega-lite'), await versionOf('vega'), colours, text], async () =>
          Buffer.from(await drawChart(text, look.figures)),
        )
    return drawingOf(Buffer.from(svg).toString('utf8'))
  } catch (error) {
    return firstLine(error)
  }
}

async function versionOf(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}

function drawingOf(text: string): Drawing | string {
  const svg = safeSvg(text)
  return typeof svg === 'string' ? svg : { kind: 'svg', svg: toHtml(svg, { space: 'html' }) }
}

// ---- Mermaid ----------------------------------------------------------------------------------------------------

async function drawMermaid(text: string, { figures, fonts }: Look, press: Press): Promise<string> {
  const library = await readFile(require.resolve('mermaid/dist/mermaid.min.js'), 'utf8')
  // the course's own font is measured as it will be drawn
  const faces = fonts.display.files.length > 0 ? `<style>${ownFontCss(fonts.display)}</style>` : ''
  const html = `<!doctype html><meta charset="utf-8">${faces}<body style="font-family:${fonts.display.stack}"><script>${library.replace(/<\/script/gi, '<\\/script')}</script>`
  const given = {
    text,
    config: {
      startOnLoad: false,
      securityLevel: 'strict',
      deterministicIds: true,
      deterministicIDSeed: 'fieldkit',
      htmlLabels: false,
      flowchart: { htmlLabels: false, curve: 'linear', nodeSpacing: 40, rankSpacing: 46, padding: 14, useMaxWidth: true },
      fontFamily: fonts.display.stack,
      fontSize: 16,
      theme: 'base',
      themeVariables: {
        fontSize: '16px',
        primaryColor: figures.paper,
        primaryBorderColor: figures.ink,
        primaryTextColor: figures.text,
        secondaryColor: figures.white,
        tertiaryColor: figures.white,
        lineColor: figures.grey,
        clusterBkg: figures.white,
        clusterBorder: figures.grey,
        edgeLabelBackground: figures.white,
      },
    },
  }
  return press.measure(html, inPage, given)

  // Runs in the page. Mermaid styles by a sheet that would reach the whole document: the computed values become attributes instead.
  async function inPage({ text: source, config }: typeof given): Promise<string> {
    const { mermaid } = window as unknown as {
      mermaid: { initialize(c: object): void; render(id: string, t: string): Promise<{ svg: string }> }
    }
    mermaid.initialize(config)
    const { svg } = await mermaid.render('drawing', source)
    const holder = document.createElement('div')
    holder.innerHTML = svg
    document.body.append(holder)
    const root = holder.querySelector('svg') as SVGSVGElement
    const properties = [
      'fill',
      'fill-opacity',
      'stroke',
      'stroke-width',
      'stroke-dasharray',
      'font-size',
      'font-weight',
      'font-style',
      'text-anchor',
      'dominant-baseline',
      'opacity',
    ]
    for (const node of root.querySelectorAll<SVGElement>('*')) {
      if (node.closest('defs') && node.tagName !== 'path') continue
      const style = getComputedStyle(node)
      for (const property of properties) {
        const value = style.getPropertyValue(property)
        if (value !== '' && value !== 'auto') node.setAttribute(property, value)
      }
    }
    for (const node of root.querySelectorAll('style')) node.remove()
    for (const node of root.querySelectorAll('*')) {
      node.removeAttribute('class')
      node.removeAttribute('style')
    }
    root.removeAttribute('style')
    root.setAttribute('font-family', 'inherit')
    return root.outerHTML
  }
}

// ---- Vega-Lite --------------------------------------------------------------------------------------------------

async function drawChart(text: string, figures: FigureColours): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import('vega-lite'), import('vega')])
  const spec = JSON.parse(text) as Record<string, unknown>
  const { config, ...rest } = spec
  const chart = compile({
    width: 560,
    background: 'transparent',
    ...rest,
    config: { ...chartLook(figures), ...(config as object) },
  } as never).spec
  // data lies in the file: nothing is fetched while a course is built
  const loader = vega.loader()
  loader.load = () => Promise.reject(new Error('the data must stand in the file itself'))
  const view = new vega.View(vega.parse(chart), { renderer: 'none', loader })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}

function chartLook(figures: FigureColours): object {
  const font = 'inherit'
  const axis = {
    labelFont: font,
    titleFont: font,
    labelFontSize: 14,
    titleFontSize: 14,
    titleFontWeight: 600,
    labelColor: figures.text,
    titleColor: figures.text,
    gridColor: figures.grid,
    domainColor: figures.grey,
    tickColor: figures.grey,
    labelLimit: 320,
  }
  return {
    font,
    axis,
    legend: { labelFont: font, titleFont: font, labelFontSize: 14, titleFontSize: 14, labelColor: figures.text, titleColor: figures.text },
    title: { font, fontSize: 16, color: figures.text, anchor: 'start' },
    text: { font, fontSize: 14, color: figures.text },
    bar: { color: figures.ink },
    line: { color: figures.ink, strokeWidth: 3 },
    point: { color: figures.ink, filled: true, size: 80 },
    range: { category: [figures.ink, figures.amber, figures.teal, figures.brick, figures.grey] },
    view: { stroke: null },
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
