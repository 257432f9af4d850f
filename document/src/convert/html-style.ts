import type { Element } from 'hast'
import type { InlineAttributes } from '../model.ts'
import { markOfTag } from './html-marks.ts'

/** The declarations of an element's own `style`, names and values in lower case. */
export type Declarations = ReadonlyMap<string, string>

export function stylesOf(element: Element): Declarations {
  const style = element.properties.style
  if (typeof style !== 'string') return new Map()
  return new Map(
    style.split(';').map((declaration): [string, string] => {
      const colon = declaration.indexOf(':')
      return [
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ]
    }),
  )
}

export function isHidden(styles: Declarations): boolean {
  return styles.get('display') === 'none' || styles.get('mso-hide') === 'all'
}

/** Whether white space counts inside the element; undefined when it does not say. */
export function keepsWhiteSpace(element: Element, styles: Declarations): boolean | undefined {
  const value = styles.get('white-space')
  if (value) return /^(?:pre|pre-wrap|break-spaces)$/.test(value)
  return element.tagName === 'pre' ? true : undefined
}

function set(attributes: InlineAttributes, mark: 'bold' | 'italic', on: boolean): void {
  if (on) attributes[mark] = true
  else delete attributes[mark]
}

/** The marks inside an element, from its name and its style. */
export function marksInside(element: Element, styles: Declarations, outside: InlineAttributes): InlineAttributes {
  const inside = { ...outside }
  const named = markOfTag(element.tagName)
  if (named) inside[named] = true
  const weight = styles.get('font-weight')
  if (weight) set(inside, 'bold', /^(?:bold|bolder|[6-9]\d\d)$/.test(weight))
  const slant = styles.get('font-style')
  if (slant) set(inside, 'italic', /^(?:italic|oblique)/.test(slant))
  const line = `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`
  // Word processors underline every link in its style: there it says nothing.
  if (line.includes('underline') && !outside.link) inside.underline = true
  if (line.includes('line-through')) inside.strike = true
  return inside
}
