import { expect, it } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const box = createSecretBox('un secret qui ne sert que dans les tests')

it('gives a secret back, sealed otherwise each time and without a word of it in clear', () => {
  const sealed = box.seal('whsec_é', 'un')
  expect(box.open(sealed, 'un')).toBe('whsec_é')
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('whsec')
  expect(box.seal('whsec_é', 'un')).not.toEqual(sealed)
})

it('opens what another instance sealed, what is of something else, or what was changed, to nobody', () => {
  const sealed = box.seal('whsec_a', 'un')
  expect(() => box.open(sealed, 'deux')).toThrow(Error)
  expect(() => createSecretBox('un autre secret des tests, assez long').open(sealed, 'un')).toThrow(Error)
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => box.open(changed, 'un'), `byte ${at}`).toThrow(Error)
  }
  for (const length of [0, 12, 27, sealed.length - 1])
    expect(() => box.open(sealed.subarray(0, length), 'un')).toThrow(Error)
})
