import { describe, expect, it } from 'vitest'
import { blockDeltaAttributes, readBlockAttributes, readInlineAttributes } from './attributes.ts'
import { MAX_INDENT } from './model.ts'

describe('reading attributes', () => {
  it.each([
    [undefined, { kind: 'paragraph', indent: 0, checked: false }],
    [
      { kind: 'h2', indent: 2 },
      { kind: 'h2', indent: 2, checked: false },
    ],
    [
      { kind: 'bullet', checked: true },
      { kind: 'bullet', indent: 0, checked: true },
    ],
    [
      { kind: 'h7', indent: -1, checked: 'yes' },
      { kind: 'paragraph', indent: 0, checked: false },
    ],
    [
      { kind: ['h2'], indent: 1.5 },
      { kind: 'paragraph', indent: 0, checked: false },
    ],
    [{ indent: MAX_INDENT }, { kind: 'paragraph', indent: MAX_INDENT, checked: false }],
    [{ indent: MAX_INDENT + 1 }, { kind: 'paragraph', indent: MAX_INDENT, checked: false }],
    [
      { bold: true, link: 'https://a.fr' },
      { kind: 'paragraph', indent: 0, checked: false },
    ],
  ])('of a line end: %j', (attributes, read) => {
    expect(readBlockAttributes(attributes)).toEqual(read)
  })

  it.each([
    [undefined, {}],
    [
      { bold: true, code: true },
      { bold: true, code: true },
    ],
    [{ bold: 1, italic: 'true', underline: false, strike: null }, {}],
    [{ kind: 'h2', indent: 1, color: 'red' }, {}],
    [{ link: 'mailto:a@b.fr' }, { link: 'mailto:a@b.fr' }],
    [{ link: 'javascript:alert(1)' }, {}],
  ])('of characters: %j', (attributes, read) => {
    expect(readInlineAttributes(attributes)).toEqual(read)
  })

  it('writes nothing for a plain paragraph, and what differs for the others', () => {
    expect(blockDeltaAttributes({ kind: 'paragraph', indent: 0, checked: false })).toEqual({})
    expect(blockDeltaAttributes({ kind: 'check', indent: 1, checked: true })).toEqual({
      kind: 'check',
      indent: 1,
      checked: true,
    })
  })
})
