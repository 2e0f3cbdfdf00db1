/** Our serialiser writes what hast-util-to-html writes: on every kind of attribute and text, and on whole documents. */
import { join } from 'node:path'
import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml as hastToHtml } from 'hast-util-to-html'
import { h, s } from 'hastscript'
import { expect, it } from 'vitest'
import { readCourse } from '../../course/read-course.ts'
import { toHtml } from '../../course/to-html.ts'
import { manualPages } from '../../manual/pages.ts'
import { readSources } from '../../scripts/read-sources.ts'

const root = join(import.meta.dirname, '..', '..')

function byPackage(nodes: readonly ElementContent[]): string {
  return hastToHtml({ type: 'root', children: [...nodes] }, { characterReferences: { useNamedReferences: false } })
}

const SIGNS = ['', 'plain', 'a "quoted" \'one\' & `two` <three>', '\0', '&amp;', '  spaced  ', 'é ع 😀', 'a,b', ',', 'line\nline', '$&']

it.each([
  ['text', SIGNS.map((value) => h('p', value))],
  [
    'attributes',
    SIGNS.flatMap((value) => [
      h('a', { href: value, title: value, id: value }),
      h('p', { dataSource: value, 'data-x-y': value, ariaLabel: value, style: value }),
    ]),
  ],
  [
    'lists',
    [['one'], ['one', 'two'], [], [''], ['a b', 'c'], ['a', ''], ['"', '&'], [1, 2]].flatMap((value): Element[] => [
      { type: 'element', tagName: 'p', properties: { className: value as string[], ariaLabelledBy: value as string[] }, children: [] },
      {
        type: 'element',
        tagName: 'input',
        properties: { accept: value as string[], headers: value as string[], coords: value as string[] },
        children: [],
      },
    ]),
  ],
  [
    'switches',
    [true, false, '', 'hidden', 'until-found', 'download', 'x', 0, 1, null, undefined, Number.NaN].flatMap((value): Element[] => [
      {
        type: 'element',
        tagName: 'a',
        properties: { hidden: value, download: value, disabled: value, checked: value } as Element['properties'],
        children: [],
      },
      {
        type: 'element',
        tagName: 'b',
        properties: { contentEditable: value, ariaHidden: value, tabIndex: value, title: value, dataOn: value } as Element['properties'],
        children: [],
      },
    ]),
  ],
  [
    'elements that are never closed',
    [
      h('br'),
      h('img', { src: 'x' }),
      h('hr'),
      h('input', { value: '' }),
      h('col'),
      { ...h('br'), children: [{ type: 'text' as const, value: 'x' }] },
      h('p'),
      h('custom-one'),
    ],
  ],
  ['scripts and styles', [h('script', 'if (a < b && c) "d"'), h('style', 'a > b { content: "&" }'), h('svg', [s('style', 'a<b')])]],
  [
    'drawings',
    [
      h('svg', { viewBox: '0 0 1 1', focusable: 'false', className: ['a', 'b'] }, [
        s('path', { d: 'M0 0', strokeWidth: 2, markerEnd: 'url(#x)', strokeDashArray: '1 2' }),
        s('title', [{ type: 'text', value: 'a<b' }]),
        s('foreignObject', [h('p', { className: 'x' }, [h('br')])]),
        s('use', { xLinkHref: '#a' }),
        s('br'),
        s('text', { textAnchor: 'middle', fontSize: 3, dataX: 'y' }, 'a & b'),
      ]),
    ],
  ],
  ['other nodes', [{ type: 'comment' as const, value: 'note -->' }, h('template', [h('p', 'x')])]],
])('writes %s as the package does', (_, nodes) => {
  for (const node of nodes as Element[]) expect(toHtml(node)).toBe(byPackage([node]))
  expect(toHtml(nodes as Element[])).toBe(byPackage(nodes as Element[]))
})

it('writes what a browser reads as the same tree', () => {
  const html = toHtml([h('p', { title: 'a "b" & c' }, ['x < y & z', h('br'), h('em', 'ü')])])
  expect(toHtml(fromHtml(html, { fragment: true }).children as ElementContent[])).toBe(html)
})

it('writes every page of the real course as the package does', async () => {
  const { courses } = await readCourse(await readSources(root), { citations: 'unformatted' })
  for (const course of courses.values()) {
    for (const page of manualPages(course, 'facilitator', { drawings: new Map() })) expect(page.html).toBe(byPackage(page.content))
  }
})
