/** Opens a worksheet's PDF the way a careful reader would: fields, descriptions, tags. */
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'

export interface SeenWidget {
  /** Full name, from the root of the form. */
  field: string
  description: string
  /** `/S` of the structure element its `StructParent` leads to; empty where it leads nowhere. */
  tag: string
  alt: string
  /** True where that element refers back to this widget. */
  refersBack: boolean
  page: number
  rect: number[]
}

/** Every widget in the order of pages and annotations. */
export async function seeWidgets(bytes: Uint8Array): Promise<SeenWidget[]> {
  const document = await PDFDocument.load(bytes)
  const parents = parentTree(document)
  return document.getPages().flatMap((page, index) => {
    const annotations = page.node.Annots()?.asArray() ?? []
    return annotations.flatMap((ref) => {
      const widget = document.context.lookup(ref, PDFDict)
      if (widget.get(PDFName.of('Subtype')) !== PDFName.of('Widget') || !(ref instanceof PDFRef)) return []
      const element = parents.get(widget.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() ?? -1)
      return [
        {
          field: fullName(widget),
          description: textOf(widget, 'TU') || textOf(parentOf(widget), 'TU'),
          tag: element?.get(PDFName.of('S'))?.toString() ?? '',
          alt: textOf(element, 'Alt'),
          refersBack: references(document.context, element).includes(ref.toString()),
          page: index + 1,
          rect: widget.lookup(PDFName.of('Rect'), PDFArray).asRectangle() as unknown as number[],
        },
      ]
    })
  })
}

/** Structure types of the whole tag tree, in reading order. */
export async function seeTags(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes)
  const tags: string[] = []
  const walk = (value: unknown) => {
    const element = value instanceof PDFRef ? document.context.lookup(value) : value
    if (element instanceof PDFArray) for (const kid of element.asArray()) walk(kid)
    if (!(element instanceof PDFDict)) return
    const type = element.get(PDFName.of('S'))
    if (type) tags.push(type.toString().slice(1))
    walk(element.get(PDFName.of('K')))
  }
  walk(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('K')))
  return tags
}

function parentTree(document: PDFDocument): Map<number, PDFDict> {
  const found = new Map<number, PDFDict>()
  const walk = (node: PDFDict | undefined) => {
    const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray)
    for (let at = 0; at + 1 < (numbers?.size() ?? 0); at += 2) {
      const value = numbers?.lookup(at + 1)
      if (value instanceof PDFDict) found.set(numbers?.lookup(at, PDFNumber).asNumber() ?? -1, value)
    }
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let at = 0; at < (kids?.size() ?? 0); at += 1) walk(kids?.lookup(at, PDFDict))
  }
  walk(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookupMaybe(PDFName.of('ParentTree'), PDFDict))
  return found
}

function references(context: PDFContext, element: PDFDict | undefined): string[] {
  const kids = element?.lookup(PDFName.of('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
  return list.map((kid) => {
    const value = context.lookup(kid)
    return value instanceof PDFDict ? String(value.get(PDFName.of('Obj'))) : ''
  })
}

function fullName(field: PDFDict): string {
  const parent = parentOf(field)
  return [parent ? fullName(parent) : '', textOf(field, 'T')].filter(Boolean).join('.')
}

function parentOf(field: PDFDict): PDFDict | undefined {
  return field.lookupMaybe(PDFName.of('Parent'), PDFDict)
}

function textOf(dictionary: PDFDict | undefined, key: string): string {
  const value = dictionary?.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
