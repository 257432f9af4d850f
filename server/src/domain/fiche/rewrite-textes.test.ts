import { markdownToDelta } from '@pupitre/document'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { KeyViewer } from '../viewer.ts'
import { MAX_TITRE_CHARACTERS } from './fiche-rules.ts'
import { rewriteNote, rewriteTextes } from './rewrite-textes.ts'

describe('rewriteTextes', () => {
  it('writes what is named in the name of the key, and leaves the rest', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }), titre: 'Avant', description: 'Isoler.' })
    const { apiKey } = await make.apiKey({ collectivite, scopes: ['ECRIRE'] })
    const viewer: KeyViewer = {
      userId: null,
      key: apiKey,
      name: apiKey.nom,
      memberships: [{ membreId: null, collectiviteId: collectivite.id, role: 'EDITEUR', serviceIds: [] }],
    }
    const ficheId = fiche.id
    const document = { kind: 'fiche', uuid: ficheId } as const
    await act(viewer, async ({ liveText }) => {
      await rewriteTextes(
        { prisma, viewer, liveText },
        { ficheId, titre: ' Après ', textes: { moyens: markdownToDelta('Un **demi-poste**') } },
      )
      const [read] = await liveText.read([document])
      expect(read?.fields).toMatchObject({
        titre: [{ insert: 'Après\n' }],
        moyens: [{ insert: 'Un ' }, { insert: 'demi-poste', attributes: { bold: true } }, { insert: '\n' }],
        description: [{ insert: 'Isoler.\n' }],
      })
    })
    const { id: documentId } = await prisma.liveDocument.findFirstOrThrow({ where: { ficheId } })
    expect(await prisma.documentClient.count({ where: { documentId, userId: apiKey.id } })).toBe(1)
  })

  it('takes a title as long as a title may be, and refuses one longer or with nothing to read', async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { id: ficheId } = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { viewer } = await make.membre({ collectivite })
    const write = (titre: string) =>
      act(viewer, ({ liveText }) => rewriteTextes({ prisma, viewer, liveText }, { ficheId, titre, textes: {} }))
    await write('é'.repeat(MAX_TITRE_CHARACTERS))
    await expect(write('é'.repeat(MAX_TITRE_CHARACTERS + 1))).rejects.toMatchObject({
      issues: [{ code: 'TITRE_TOO_LONG' }],
    })
    await expect(write(' \n')).rejects.toMatchObject({ issues: [{ code: 'TITRE_EMPTY' }] })
  })

  it('is for who may change the fiche: a reader is told, and a stranger finds nothing', async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const { id: ficheId } = await make.fiche({ plan: await make.plan({ collectivite }) })
    const note = await prisma.noteSuivi.create({ data: { ficheId, date: new Date('2026-03-12') } })
    const { viewer: reader } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    for (const [viewer, fiche, ofNote] of [
      [reader, 'EDIT_FICHE_FORBIDDEN', 'EDIT_FICHE_FORBIDDEN'],
      [stranger, 'FICHE_NOT_FOUND', 'NOTE_NOT_FOUND'],
      [null, 'FICHE_NOT_FOUND', 'NOTE_NOT_FOUND'],
    ] as const) {
      await act(viewer, async ({ liveText }) => {
        const writing = { prisma, viewer, liveText }
        await expect(rewriteTextes(writing, { ficheId, textes: {} })).rejects.toMatchObject({ code: fiche })
        const content = markdownToDelta('Notifié')
        await expect(rewriteNote(writing, { noteId: note.id, content })).rejects.toMatchObject({ code: ofNote })
      })
    }
  })
})
