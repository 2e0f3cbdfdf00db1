/**
 * hast -> HTML text, byte for byte what hast-util-to-html writes with our settings (a test compares them), several times as fast: a kit is
 * some twenty million signs of HTML. The rules (names of attributes, which are lists or switches, which elements are never closed) stay with
 * the package: each is asked for once.
 */
import type { ElementContent, Properties } from 'hast'
import { toHtml as hastToHtml } from 'hast-util-to-html'

type Space = 'html' | 'svg'

/** Serialises hast with our settings: double quotes, only the entities HTML needs. */
export function toHtml(nodes: ElementContent | readonly ElementContent[]): string {
  const list = Array.isArray(nodes) ? (nodes as readonly ElementContent[]) : [nodes as ElementContent]
  let html = ''
  for (const node of list) html += nodeText(node, 'html', false)
  return html
}

/** The package with our settings. */
function byPackage(node: ElementContent, space: Space): string {
  return hastToHtml(node, { space, characterReferences: { useNamedReferences: false } })
}

function nodeText(node: ElementContent, space: Space, verbatim: boolean): string {
  if (node.type === 'text') return verbatim ? node.value : escapedText(node.value)
  if (node.type !== 'element' || node.tagName === 'template') return byPackage(node, space)
  const { tagName, properties, children } = node
  const own = space === 'html' && tagName === 'svg' ? 'svg' : space
  // https://html.spec.whatwg.org/#html-integration-point
  const inside = own === 'svg' && (tagName === 'desc' || tagName === 'foreignObject' || tagName === 'title') ? 'html' : own
  const asWritten = tagName === 'script' || tagName === 'style'
  let content = ''
  for (const child of children) content += nodeText(child, inside, asWritten)
  const opening = `<${tagName}${attributes(properties, own)}>`
  return content === '' && space === 'html' && isVoid(tagName) ? opening : `${opening}${content}</${tagName}>`
}

function attributes(properties: Properties, space: Space): string {
  let text = ''
  for (const key in properties) {
    const value = properties[key]
    if (value === null || value === undefined || value === false || Number.isNaN(value)) continue
    const { name, separator } = ruleOf(key, space)
    // switches, true and false in their ways: rare
    if (separator === null || value === true) text += switched(key, value, space)
    else text += ` ${name}="${escapedValue(Array.isArray(value) ? joined(value, separator, key, space) : String(value))}"`
  }
  return text
}

function switched(key: string, value: Properties[string], space: Space): string {
  const html = byPackage({ type: 'element', tagName: 'i', properties: { [key]: value }, children: [] }, space)
  return html.slice('<i'.length, -'></i>'.length)
}

function joined(values: readonly (string | number)[], separator: ' ' | ', ', key: string, space: Space): string {
  const plain = values.every((value) => typeof value === 'number' || (value !== '' && !/[\s,]/.test(value)))
  if (plain) return values.join(separator)
  // spaces and commas inside are for the package to place
  const html = byPackage({ type: 'element', tagName: 'i', properties: { [key]: [...values] }, children: [] }, space)
  return unescapedValue(html.slice(html.indexOf('"') + 1, html.lastIndexOf('"')))
}

interface AttributeRule {
  name: string
  /** Between the values of a list; null where the attribute is a switch. */
  separator: ' ' | ', ' | null
}

const rules: Record<Space, Map<string, AttributeRule>> = { html: new Map(), svg: new Map() }

function ruleOf(key: string, space: Space): AttributeRule {
  const known = rules[space].get(key)
  if (known) return known
  // asked with a list of two: `<i class="a b">`, `<i srcset="a, b">`; a switch keeps no value of this kind
  const [, name = '', value] =
    /^<i(?: ([^=>]+)(?:="([^"]*)")?)?>/.exec(
      byPackage({ type: 'element', tagName: 'i', properties: { [key]: ['a', 'b'] }, children: [] }, space),
    ) ?? []
  const rule: AttributeRule = { name, separator: value === 'a b' ? ' ' : value === 'a, b' ? ', ' : null }
  rules[space].set(key, rule)
  return rule
}

const voids = new Map<string, boolean>()

function isVoid(tagName: string): boolean {
  const known = voids.get(tagName)
  if (known !== undefined) return known
  const open = !byPackage({ type: 'element', tagName, properties: {}, children: [] }, 'html').includes('</')
  voids.set(tagName, open)
  return open
}

function escapedText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/[<&]/g, reference) : text
}

function escapedValue(text: string): string {
  // biome-ignore lint: NUL is one of the signs that HTML cannot hold
  return /[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, reference) : text
}

function unescapedValue(text: string): string {
  return text.replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`
}
