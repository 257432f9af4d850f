import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { databaseName } from './device-database.ts'
import { Device } from './device.ts'
import { EPOCH, FICHE, type KeptDocument, openKept, serverState } from './testing/kept-document.ts'

const newUser = () => crypto.randomUUID()
const textOf = ({ doc }: KeptDocument, field = 'description') => doc.getText(field).toString()

/** A document that came from the server, ready to be written in. */
async function openFromServer(userId: string, words = 'du serveur') {
  const kept = await openKept({ userId })
  const server = serverState(words)
  kept.receive(server.update)
  kept.copy.begin({ epoch: EPOCH, access: 'write' })
  kept.copy.setHurried(true)
  return { ...kept, server }
}

describe('a document kept on the device', () => {
  it('[S95] is found again after a reload, with the count of what the server does not have', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    before.write('deux ')
    before.write('un ')
    await before.copy.settled()
    expect(before.copy.keeping).toBe('kept')

    const after = await openKept({ userId })
    expect(after.restored).toEqual({ epoch: EPOCH, access: 'write', edits: 2 })
    expect(textOf(after)).toBe('un deux du serveur\n')
    expect(after.copy.keeping).toBe('kept')
    expect(after.copy.touched).toEqual(['description'])
  })

  it('[S95] counts a deletion as it counts words', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    before.doc.transact(() => before.doc.getText('description').delete(0, 3), 'description')
    await before.copy.settled()

    const after = await openKept({ userId })
    expect(after.restored?.edits).toBe(1)
    expect(textOf(after)).toBe('serveur\n')
  })

  it('[S96] is not said to be kept before its transaction is complete', async () => {
    const { copy, write } = await openFromServer(newUser())
    await copy.settled()
    write('pas encore ')
    expect(copy.keeping).toBe('writing')
    await expect.poll(() => copy.keeping).toBe('kept')
  })

  it('[S95] counts no more what the server has said to be on its disk', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    for (const words of ['trois ', 'deux ', 'un ']) before.write(words)
    await before.copy.settled()
    before.copy.sent(2)
    await before.copy.settled()
    expect((await openKept({ userId })).restored?.edits).toBe(1)

    before.copy.sent(3)
    await before.copy.settled()
    const after = await openKept({ userId })
    expect(after.restored?.edits).toBe(0)
    expect(textOf(after)).toBe('un deux trois du serveur\n')
    expect(await after.device.pending(userId)).toEqual([])
  })

  it('writes what was sent before it was written as the server’s', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    await before.copy.settled()
    before.copy.setHurried(false)
    before.write('vite envoyé ')
    before.copy.sent(1)
    await before.copy.settled()
    const after = await openKept({ userId })
    expect(after.restored?.edits).toBe(0)
    expect(textOf(after)).toBe('vite envoyé du serveur\n')
  })

  it('keeps what colleagues wrote in between, on which one’s own words stand', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    await before.copy.settled()
    const { doc } = before.server
    const known = Y.encodeStateVector(doc)
    doc.getText('description').insert(2, ' beau')
    before.receive(Y.encodeStateAsUpdate(doc, known))
    before.doc.transact(() => before.doc.getText('description').insert(7, ' et vieux'), 'description')
    await before.copy.settled()
    expect(textOf(await openKept({ userId }))).toBe('du beau et vieux serveur\n')
  })

  it('is written short again once it is long and sent', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    await before.copy.settled()
    for (let edit = 1; edit <= 302; edit++) before.write(`${edit} `)
    await before.copy.settled()
    before.copy.sent(302)
    await before.copy.settled()
    before.copy.sent(303)
    before.write('dernier ')
    await before.copy.settled()
    const database = await openRaw(userId)
    const request = database.transaction('updates').objectStore('updates').count()
    await expect.poll(() => (request.readyState === 'done' ? request.result : null)).toBeLessThan(10)
    database.close()
    expect(textOf(await openKept({ userId }))).toContain('dernier 302 301 ')
  })

  it('[S97] is never read by another account', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    before.write('à moi ')
    await before.copy.settled()
    const other = await openKept({ userId: newUser() })
    expect(other.restored).toBeNull()
    expect(textOf(other)).toBe('')
    expect(await other.device.editsLeft(newUser())).toBe(0)
    expect((await openKept({ userId })).restored?.edits).toBe(1)
  })

  it('keeps what two tabs of one user write without network, and each its own count', async () => {
    const userId = newUser()
    const one = await openFromServer(userId)
    await one.copy.settled()
    const other = await openKept({ userId })
    other.copy.begin({ epoch: EPOCH, access: 'write' })
    one.write('un ')
    other.write('deux ', 'objectifs')
    await Promise.all([one.copy.settled(), other.copy.settled()])
    one.copy.sent(1)
    await one.copy.settled()
    const after = await openKept({ userId })
    expect(after.restored?.edits).toBe(1)
    expect([textOf(after), textOf(after, 'objectifs')]).toEqual(['un du serveur\n', 'deux '])
    other.copy.sent(1)
    await other.copy.settled()
    expect((await openKept({ userId })).restored?.edits).toBe(0)
  })
})

describe('storage that the browser refuses', () => {
  it('[S96] is said, and what was written meanwhile is kept as soon as it can be', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    before.write('avant ')
    await before.copy.settled()
    const newer = await openRaw(userId, 99)
    before.write('pendant ')
    await before.copy.settled()
    expect(before.copy.keeping).toBe('tabOnly')

    newer.close()
    await deleteRaw(userId)
    before.write('après ')
    await before.copy.settled()
    expect(before.copy.keeping).toBe('kept')
    const after = await openKept({ userId })
    expect(after.restored?.edits).toBe(3)
    expect(textOf(after)).toBe('après pendant avant du serveur\n')
  })

  it('[S96] is said when the database does not open', async () => {
    const userId = newUser()
    const newer = await openRaw(userId, 99)
    const { copy, restored, write } = await openKept({ userId })
    expect(restored).toBeNull()
    copy.begin({ epoch: EPOCH, access: 'write' })
    write('ici seulement')
    await copy.settled()
    expect(copy.keeping).toBe('tabOnly')
    expect(await copy.setAside('gone')).toBe(false)
    newer.close()
  })
})

describe('signing out', () => {
  it('[S98] takes everything off the device, in every tab', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    before.write('à effacer ')
    await before.copy.settled()
    const erased: string[] = []
    const otherTab = new Device({ onErased: (id) => erased.push(id) })
    expect(await otherTab.editsLeft(userId)).toBe(1)

    await before.device.erase(userId)
    expect(erased).toEqual([userId])
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain(databaseName(userId))
    expect((await openKept({ userId })).restored).toBeNull()
  })

  it('[S98] is not undone by a page which still writes', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    await before.copy.settled()
    await before.device.erase(userId)
    before.write('trop tard ')
    await before.copy.settled()
    expect(before.copy.keeping).toBe('tabOnly')
    expect((await openKept({ userId })).restored).toBeNull()
  })
})

describe('words set aside', () => {
  it('[S99] are given back beside the text that they were written on, and are no more sent', async () => {
    const userId = newUser()
    const before = await openFromServer(userId)
    before.write('mes mots ')
    before.write('Titre', 'titre')
    await before.copy.settled()
    expect(await before.copy.setAside('restored')).toBe(true)

    const { device, restored } = await openKept({ userId })
    expect(restored).toBeNull()
    const [aside, ...others] = await device.aside(userId)
    expect(others).toEqual([])
    expect(aside).toMatchObject({
      path: FICHE,
      titre: 'Titre',
      reason: 'restored',
      edits: 2,
      fields: [
        { field: 'description', mine: 'mes mots du serveur', before: 'du serveur' },
        { field: 'titre', mine: 'Titre', before: '' },
      ],
    })
    expect(await device.editsLeft(userId)).toBe(2)
    if (aside) await device.dropAside(userId, aside)
    expect(await device.editsLeft(userId)).toBe(0)
  })

  it('[S99] are one’s own words only, once the document is no longer open to who wrote them', async () => {
    const userId = newUser()
    const before = await openFromServer(userId, 'confidentiel')
    before.write('mes mots ')
    before.doc.transact(() => before.doc.getText('description').insert(21, ', la suite'), 'description')
    await before.copy.settled()
    await before.copy.setAside('gone')
    const [aside] = await before.device.aside(userId)
    expect(aside?.fields).toEqual([{ field: 'description', mine: 'mes mots\n, la suite', before: null }])
  })

  it('[S99] are there once, whichever tabs set them aside', async () => {
    const userId = newUser()
    const one = await openFromServer(userId)
    one.write('une fois ')
    await one.copy.settled()
    const other = await openKept({ userId })
    await one.copy.setAside('restored')
    await other.copy.setAside('restored')
    expect(await one.device.aside(userId)).toHaveLength(1)
  })

  it('are none when all was sent', async () => {
    const userId = newUser()
    const { copy, device } = await openFromServer(userId)
    await copy.settled()
    await copy.setAside('gone')
    expect(await device.aside(userId)).toEqual([])
    expect((await openKept({ userId })).restored).toBeNull()
  })
})

/** A database opened past our own code, for as long as the test wants. */
function openRaw(userId: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName(userId), version)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

/** Nobody holds it: there is nothing to tell. */
function deleteRaw(userId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName(userId))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error))
  })
}
