import { afterEach, expect, it, vi } from 'vitest'

const MEMBRE = { membreId: '019aa000-0000-7000-8000-000000000001', nom: 'Anne Martin' }

/** A tab at an address, and the pages that it loads one after the other. */
function tab({ address = '/collectivites/200068229/membres?tri=nom', kept }: { address?: string; kept?: string } = {}) {
  const stored = new Map<string, string>(kept === undefined ? [] : [['pupitre.enTantQue', kept]])
  const { pathname, search } = new URL(address, 'https://pupitre.exemple.fr')
  const went: string[] = []
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  vi.stubGlobal('window', {
    location: { pathname, search, assign: (to: string) => went.push(to), replace: (to: string) => went.push(to) },
  })
  const load = async () => {
    vi.resetModules()
    return import('./seeing-as.ts')
  }
  return { load, went }
}

afterEach(() => vi.unstubAllGlobals())

it('sees as a member from the next page on, and goes back to where one was', async () => {
  const { load, went } = tab()
  const before = await load()
  before.startSeeingAs(MEMBRE, '/')
  // Nothing of the page that is left is shown as theirs.
  expect(before.seeingAsHeaders()).toEqual({})
  const page = await load()
  expect(page.seeingAs).toMatchObject(MEMBRE)
  expect(page.seeingAsHeaders()).toEqual({ 'x-voir-en-tant-que': MEMBRE.membreId })
  expect(page.seeingAsParams()).toEqual({ 'en-tant-que': MEMBRE.membreId })
  page.stopSeeingAs()
  expect(went).toEqual(['/', '/collectivites/200068229/membres?tri=nom'])
  expect((await load()).seeingAs).toBeNull()
})

it.each(['', 'null', '{}', '{"membreId":1,"nom":"Anne","from":"/"}'])(
  'is oneself where the tab holds what cannot be read: %s',
  async (kept) => {
    expect((await tab({ kept }).load()).seeingAs).toBeNull()
  },
)

it('is oneself where the browser stores nothing', async () => {
  vi.resetModules()
  expect((await import('./seeing-as.ts')).seeingAs).toBeNull()
})
