/** Builds a DOM element: properties become attributes (`on…` become listeners, `true` an empty attribute, `false` and null none). */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Record<string, string | number | boolean | null | ((event: Event) => void)> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value)
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children)
  return made
}

/** Sets the text of an element only where it differs, so that nothing is laid out or announced for nothing. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text
}
