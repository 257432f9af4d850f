import type { Fiche } from '@pupitre/prisma'
import { expect } from 'vitest'
import { createSyncServer } from '../src/sync/sync-server.ts'
import { testDatabase } from './test-database.ts'
import { domainTest as it } from './domain-test.ts'
import { silentLogger } from './silent-logger.ts'
import { listVersions, readVersion } from '../src/domain/version/find-versions.ts'
import { restoreVersion } from '../src/domain/version/restore-version.ts'
import { encodeVersion } from '../src/domain/version/version-content.ts'

const setUp = it.extend('sync', { scope: 'file' }, ({}, { onCleanup }) => {
  const { connectionString } = testDatabase()
  const sync = createSyncServer({
    database: { connectionString },
    authorise: () => Promise.resolve(null),
    logger: silentLogger,
  })
  onCleanup(() => sync.close())
  return sync
})

const refOf = ({ id }: Fiche) => ({ kind: 'fiche', uuid: id }) as const

setUp(
  'who may read a fiche reads its versions; nobody else finds them, nor those of another fiche',
  async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const [fiche, other] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const version = await keepVersion(fiche)
    const { viewer: reader } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { viewer: stranger } = await make.membre()
    const asking = (viewer: typeof reader | null) => ({ prisma, viewer })
    expect(await listVersions(asking(reader), refOf(fiche))).toMatchObject([{ id: version, added: 4, removed: 0 }])
    const read = await readVersion(asking(reader), { ref: refOf(fiche), versionId: version })
    expect(read.version.content.fields['description']?.delta).toEqual([{ insert: 'Mot\n' }])
    for (const viewer of [stranger, null]) {
      await expect(listVersions(asking(viewer), refOf(fiche))).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
      await expect(readVersion(asking(viewer), { ref: refOf(fiche), versionId: version })).rejects.toMatchObject({
        code: 'FICHE_NOT_FOUND',
      })
    }
    await expect(readVersion(asking(reader), { ref: refOf(other), versionId: version })).rejects.toMatchObject({
      code: 'VERSION_NOT_FOUND',
    })

    async function keepVersion({ id: ficheId }: Fiche): Promise<string> {
      const { id: documentId } = await prisma.liveDocument.findUniqueOrThrow({ where: { ficheId } })
      const fields = { description: { delta: [{ insert: 'Mot\n' }], runs: [[4, 0] satisfies [number, number]] } }
      const content = new Uint8Array(await encodeVersion({ fields, authors: [null] }))
      const at = new Date('2026-11-26T05:00:00Z')
      const kept = await prisma.documentVersion.create({
        data: { documentId, seq: 1n, content, added: 4, removed: 0, length: 4, startedAt: at, endedAt: at },
      })
      return kept.id
    }
  },
)

setUp(
  'a version is restored as an edit of now, by who may change the texts: all its fields or one, the others as they are',
  async ({ make, prisma, sync }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan, titre: 'Neuf', description: 'Deux haies vives' })
    const { id: documentId } = await prisma.liveDocument.findUniqueOrThrow({ where: { ficheId: fiche.id } })
    const at = new Date('2026-11-26T05:00:00Z')
    const field = (text: string) => ({ delta: [{ insert: `${text}\n` }], runs: [] })
    const content = new Uint8Array(
      await encodeVersion({ fields: { titre: field('Ancien'), description: field('Trois haies') }, authors: [] }),
    )
    const { id: versionId } = await prisma.documentVersion.create({
      data: { documentId, seq: 1n, content, added: 0, removed: 0, length: 0, startedAt: at, endedAt: at },
    })
    const { viewer: editor } = await make.membre({ collectivite })
    const { viewer: reader } = await make.membre({ collectivite, role: 'LECTEUR' })
    const restore = (viewer: typeof editor, fields?: string[]) =>
      restoreVersion(
        { prisma, viewer, liveText: sync.liveText },
        { ref: refOf(fiche), versionId, ...(fields && { fields }) },
      )
    const texts = async () => {
      await sync.flushProjection([refOf(fiche)])
      const { titre, textes } = await prisma.fiche.findUniqueOrThrow({
        where: { id: fiche.id },
        include: { textes: true },
      })
      return { titre, description: textes.find((text) => text.field === 'description')?.plain }
    }

    await expect(restore(reader)).rejects.toMatchObject({ code: 'RESTORE_VERSION_FORBIDDEN' })
    expect(await texts()).toEqual({ titre: 'Neuf', description: 'Deux haies vives' })
    await restore(editor, ['description'])
    expect(await texts()).toEqual({ titre: 'Neuf', description: 'Trois haies' })
    await restore(editor)
    expect(await texts()).toEqual({ titre: 'Ancien', description: 'Trois haies' })
    // As an edit of theirs, in the log; what is the same is not written again.
    const log = await prisma.documentUpdate.findMany({ where: { documentId, seq: { gt: 1 } } })
    expect(log.map(({ userId }) => userId)).toEqual([editor.userId, editor.userId])
    expect(await prisma.documentVersion.count({ where: { id: versionId } })).toBe(1)
  },
)
