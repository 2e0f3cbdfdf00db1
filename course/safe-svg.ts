/** SVG made safe: nothing in it runs or loads. */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

const REFUSED = new Set(['script', 'foreignObject', 'iframe', 'object', 'embed', 'audio', 'video', 'animate', 'set', 'image', 'a'])

/**
 * The `<svg>` element of a text without anything that runs, loads or, where `styles` are refused, reaches beyond itself;
 * or why there is none.
 */
export function safeSvg(text: string, styles: 'refused' | 'kept' = 'refused'): Element | string {
  const root = fromHtml(text, { fragment: true })
  const svg = root.children.find((child): child is Element => child.type === 'element' && child.tagName === 'svg')
  if (!svg) return 'no <svg> element in it'
  if (!svg.properties.viewBox) return 'the <svg> element has no viewBox'
  visit(svg, 'element', (node, index, parent) => {
    const refused = REFUSED.has(node.tagName) || (node.tagName === 'style' && (styles === 'refused' || loadsMore(node)))
    if (parent && index !== undefined && refused) {
      // what a link holds stays; the rest goes with its content
      parent.children.splice(index, 1, ...((node.tagName === 'a' ? node.children : []) as typeof parent.children))
      return index
    }
    for (const [name, value] of Object.entries(node.properties)) {
      const outside = /^(href|xLinkHref)$/.test(name) && !String(value).startsWith('#')
      const loads = LOADS.test(String(value))
      if (/^on/i.test(name) || outside || loads) delete node.properties[name]
    }
    return undefined
  })
  return svg
}

const LOADS = /url\(\s*['"]?(?!#)/i

function loadsMore(style: Element): boolean {
  return style.children.some((child) => child.type === 'text' && (LOADS.test(child.value) || /@import|\\/i.test(child.value)))
}
