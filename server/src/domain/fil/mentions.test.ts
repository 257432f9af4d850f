import type { ReferenceEmbed } from '@pupitre/document'
import { embedToken } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { deleteAccount } from '../account/delete-account.ts'
import { mergeServices } from '../service/merge-services.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { deleteCommentaire, updateCommentaire } from './change-commentaire.ts'
import { reply } from './change-fil.ts'
import { MAX_MENTIONS } from './fil-rules.ts'
import { openFil } from './open-fil.ts'

type Act = <Result>(viewer: Viewer, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>

const user = (id: string) => embedToken({ mention: { kind: 'user', id } })
const ofService = (id: string) => embedToken({ mention: { kind: 'service', id } })
const link = (id: string) => embedToken({ ficheLink: { id } } satisfies ReferenceEmbed)

async function scene({ act, make, prisma }: { act: Act; make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  const service = await make.service({ collectivite, nom: 'Voirie' })
  const { viewer } = await make.membre({ collectivite })
  const colleague = await make.membre({ collectivite, role: 'LECTEUR' })
  const say = <Result>(run: (useCase: UseCase) => Promise<Result>) => act(viewer, run)
  const open = (texteMarkdown: string) =>
    say((useCase) => openFil(useCase, { sujet: { ficheId: fiche.id, champ: null }, texteMarkdown }))
  const named = async (filId: string) =>
    (await prisma.mention.findMany({ where: { commentaire: { filId } }, orderBy: { id: 'asc' } })).flatMap(
      ({ userId, serviceId, ficheId }) => userId ?? serviceId ?? ficheId ?? [],
    )
  return { collectivite, plan, fiche, service, viewer, colleague, say, open, named }
}

it('names members and services of the collectivité and fiches that its author reads, each once, and nobody else', async ({
  act,
  make,
  prisma,
}) => {
  const { collectivite, fiche, service, colleague, open, named } = await scene({ act, make, prisma })
  const stranger = await make.membre()
  const elsewhere = await make.service({ collectivite: await make.collectivite() })
  const other = await make.fiche({ plan: await make.plan({ collectivite }) })
  await prisma.fiche.update({ where: { id: other.id }, data: { restreinte: true } })
  const said = [user(colleague.user.id), ofService(service.id), link(fiche.id), user(colleague.user.id)]
  const nobody = [user(stranger.user.id), ofService(elsewhere.id), link(other.id), user(crypto.randomUUID())]
  const { filId } = await open([...said, ...nobody].join(' '))
  expect((await named(filId)).toSorted()).toEqual([colleague.user.id, service.id, fiche.id].toSorted())
})

it('follows what the comment says: those whom it no longer names go, the others stay as they were', async ({
  act,
  make,
  prisma,
}) => {
  const { service, colleague, say, open, named } = await scene({ act, make, prisma })
  const { filId } = await open('Bonjour')
  const { commentaireId } = await say((useCase) =>
    reply(useCase, { filId, texteMarkdown: `${user(colleague.user.id)} ${ofService(service.id)}` }),
  )
  const before = await prisma.mention.findFirstOrThrow({ where: { userId: colleague.user.id, commentaireId } })
  await say((useCase) =>
    updateCommentaire(useCase, { commentaireId, texteMarkdown: `Pardon ${user(colleague.user.id)}` }),
  )
  expect(await prisma.mention.findMany({ where: { commentaireId } })).toEqual([before])
  await say((useCase) => deleteCommentaire(useCase, commentaireId))
  expect(await named(filId)).toEqual([])
})

it('names so many, and no more', async ({ act, make, prisma }) => {
  const { open, named } = await scene({ act, make, prisma })
  const many = (count: number) => Array.from({ length: count }, () => user(crypto.randomUUID())).join(' ')
  await expect(open(many(MAX_MENTIONS + 1))).rejects.toMatchObject({ issues: [{ code: 'TOO_MANY_MENTIONS' }] })
  const { filId } = await open(many(MAX_MENTIONS))
  expect(await named(filId)).toEqual([])
})

it('tells its author who may not read what it is about: people, and services that nothing opens it to', async ({
  act,
  make,
  prisma,
}) => {
  const { collectivite, plan, fiche, service, colleague, open } = await scene({ act, make, prisma })
  const admin = await make.membre({ collectivite, role: 'ADMIN' })
  const granted = await make.service({ collectivite, nom: 'Eau' })
  const inGranted = await make.membre({ collectivite, role: 'LECTEUR', services: [granted] })
  const everybody = [colleague, admin, inGranted].map((each) => user(each.user.id))
  const said = [...everybody, ofService(service.id), ofService(granted.id)].join(' ')
  expect((await open(said)).sansAcces).toEqual([])
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
  const octroi = { collectiviteId: collectivite.id, planId: plan.id, niveau: 'COMMENTER' as const }
  await prisma.octroi.create({ data: { ...octroi, serviceId: granted.id } })
  const asAdmin = await act(admin.viewer, (useCase) =>
    openFil(useCase, { sujet: { ficheId: fiche.id, champ: null }, texteMarkdown: said }),
  )
  const membreId = colleague.viewer.memberships[0]?.membreId
  const without = [
    { nom: colleague.user.name, membreId, serviceId: null },
    { nom: 'Voirie', membreId: null, serviceId: service.id },
  ]
  expect(asAdmin.sansAcces).toEqual(without)
  const ofPlan = await act(admin.viewer, (useCase) =>
    openFil(useCase, { sujet: { planId: plan.id, passage: null }, texteMarkdown: said }),
  )
  expect(ofPlan.sansAcces).toEqual(without)
})

it('follows a service into the one that takes its place, and forgets a person whose account is deleted', async ({
  act,
  make,
  prisma,
}) => {
  const { collectivite, service, colleague, open, named } = await scene({ act, make, prisma })
  const into = await make.service({ collectivite, nom: 'Mobilités' })
  const admin = await make.membre({ collectivite, role: 'ADMIN' })
  const { filId } = await open(`${ofService(service.id)} ${user(colleague.user.id)}`)
  const both = await open(`${ofService(service.id)} ${ofService(into.id)}`)
  await act(admin.viewer, (useCase) => mergeServices(useCase, { intoId: into.id, serviceIds: [service.id] }))
  expect((await named(filId)).toSorted()).toEqual([into.id, colleague.user.id].toSorted())
  expect(await named(both.filId)).toEqual([into.id])
  const { markdown } = await prisma.commentaire.findFirstOrThrow({ where: { filId } })
  expect(markdown).toBe(`${ofService(into.id)} ${user(colleague.user.id)}`)
  await act(colleague.viewer, (useCase) => deleteAccount(useCase, { email: colleague.user.email }))
  expect(await named(filId)).toEqual([into.id])
})
