import { randomInt } from 'node:crypto'
import type {
  ApiKey,
  ApiScope,
  Axe,
  Collectivite,
  Fiche,
  Indicateur,
  Ouverture,
  Periodicite,
  Placement,
  Plan,
  PrismaClient,
  Role,
  Service,
  User,
  Webhook,
} from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { createUserWithPassword } from '../src/auth/users.ts'
import { loadMemberships } from '../src/auth/load-memberships.ts'
import { DAY_MS } from '../src/domain/api-key/api-key-rules.ts'
import { drawSecret, storedSecret } from '../src/domain/api-key/secret.ts'
import { addMembres } from '../src/domain/membre/add-membres.ts'
import { positionsAfter } from '../src/domain/position.ts'
import { normaliseNom } from '../src/domain/service/normalise-nom.ts'
import type { PersonViewer } from '../src/domain/viewer.ts'
import { feedOfKey } from '../src/domain/webhook/feed-of-key.ts'
import { drawSigningSecret } from '../src/domain/webhook/signing-secret.ts'
import { createDocuments } from '../src/sync/create-documents.ts'
import { createSecretBox } from '../src/webhooks/secret-box.ts'

/** Everybody's password in tests. */
export const PASSWORD = 'mot de passe de test'

/** What signs and seals in tests. */
export const AUTH_SECRET = 'un secret qui ne sert que dans les tests'

const SESSION_LIFETIME_MS = 3_600_000

let drawn = 0

/** A number that no other row of this process has. */
function next(): number {
  drawn += 1
  return drawn
}

export interface Person {
  user: User
  viewer: PersonViewer
}

/** Rows for tests. Each factory creates the parents that it is not given; a test owns what it creates, and looks at nothing else. */
export function createFactories(prisma: PrismaClient) {
  async function collectivite({ nom }: { nom?: string } = {}): Promise<Collectivite> {
    const siren = String(randomInt(100_000_000, 1_000_000_000))
    return prisma.collectivite.create({
      data: { siren, nom: nom ?? `Collectivité ${siren}`, type: 'COMMUNAUTE_COMMUNES' },
    })
  }

  async function service(given: { collectivite?: Collectivite; nom?: string } = {}): Promise<Service> {
    const { id: collectiviteId } = given.collectivite ?? (await collectivite())
    const nom = given.nom ?? `Service ${next()}`
    return prisma.service.create({ data: { collectiviteId, nom, nomNormalise: normaliseNom(nom) } })
  }

  /** Someone with an open session, and no collectivité. */
  async function person({ name }: { name?: string } = {}): Promise<Person> {
    const number = `${next()}-${randomInt(1_000_000_000)}`
    const user = await createUserWithPassword({
      tx: prisma,
      name: name ?? `Personne ${number}`,
      email: `personne.${number}@exemple.fr`,
      password: PASSWORD,
    })
    return { user, viewer: await viewerOf(user) }
  }

  /** Someone with a role in a collectivité, and an open session. */
  async function membre(
    given: { collectivite?: Collectivite; role?: Role; services?: readonly Service[] } = {},
  ): Promise<Person> {
    const { id: collectiviteId } = given.collectivite ?? (await collectivite())
    const { user } = await person()
    const serviceIds = given.services?.map(({ id }) => id) ?? []
    await addMembres(prisma, [
      { userId: user.id, nom: user.name, collectiviteId, role: given.role ?? 'EDITEUR', serviceIds },
    ])
    return { user, viewer: await viewerOf(user) }
  }

  /** Someone of another collectivité, whom a grant on a plan names by their service. */
  async function grantee({
    plan: { id: planId, collectiviteId },
    niveau,
  }: {
    plan: Plan
    niveau: Ouverture
  }): Promise<Person> {
    const ailleurs = await collectivite()
    const theirs = await service({ collectivite: ailleurs })
    await prisma.octroi.create({ data: { planId, collectiviteId, serviceId: theirs.id, niveau } })
    return membre({ collectivite: ailleurs, role: 'LECTEUR', services: [theirs] })
  }

  /** A key of the API, and its secret. */
  async function apiKey(
    given: {
      collectivite?: Collectivite
      nom?: string
      scopes?: ApiScope[]
      issuedAt?: Date
      expiresAt?: Date
    } = {},
  ): Promise<{ apiKey: ApiKey; secret: string }> {
    const { id: collectiviteId } = given.collectivite ?? (await collectivite())
    const secret = drawSecret()
    const issuedAt = given.issuedAt ?? new Date()
    const created = await prisma.apiKey.create({
      data: {
        collectiviteId,
        nom: given.nom ?? `Clé ${next()}`,
        scopes: given.scopes ?? ['LIRE'],
        ...storedSecret(secret),
        issuedAt,
        expiresAt: given.expiresAt ?? new Date(issuedAt.getTime() + 30 * DAY_MS),
      },
    })
    return { apiKey: created, secret }
  }

  /** A webhook of a key, told of what changes from now on. Its secret is sealed as those of the tests' instance. */
  async function webhook(given: { apiKey?: ApiKey; url?: string } = {}): Promise<{ webhook: Webhook; secret: string }> {
    const key = given.apiKey ?? (await apiKey()).apiKey
    const feed = await feedOfKey(prisma, key)
    const id = uuidv7()
    const secret = drawSigningSecret()
    const created = await prisma.webhook.create({
      data: {
        id,
        collectiviteId: key.collectiviteId,
        apiKeyId: key.id,
        url: given.url ?? `https://exemple.fr/${next()}`,
        secret: createSecretBox(AUTH_SECRET).seal(secret, id),
        secretIssuedAt: new Date(),
        feedId: feed.id,
        announcedEpoch: feed.epoch,
        announcedSeq: feed.seq,
      },
    })
    return { webhook: created, secret }
  }

  async function viewerOf(user: User): Promise<PersonViewer> {
    const session = await prisma.session.create({
      data: {
        userId: user.id,
        token: `jeton ${user.id} ${next()}`,
        expiresAt: new Date(Date.now() + SESSION_LIFETIME_MS),
      },
    })
    const memberships = await loadMemberships(prisma, user.id)
    return { userId: user.id, name: user.name, email: user.email, sessionId: session.id, memberships }
  }

  /** A plan with its live document. */
  async function plan(given: { collectivite?: Collectivite; nom?: string; description?: string } = {}): Promise<Plan> {
    const { id: collectiviteId } = given.collectivite ?? (await collectivite())
    const nom = given.nom ?? `Plan ${next()}`
    return prisma.$transaction(async (tx) => {
      const created = await tx.plan.create({
        data: { collectiviteId, nom, nomNormalise: normaliseNom(nom), type: 'PCAET' },
      })
      const fields = { description: [{ insert: `${given.description ?? ''}\n` }] }
      await createDocuments({
        tx,
        documents: [{ document: { kind: 'plan', uuid: created.id }, fields }],
        actor: { userId: null },
      })
      return created
    })
  }

  async function axe(given: { plan?: Plan; parent?: Axe; nom?: string } = {}): Promise<Axe> {
    const planId = given.parent?.planId ?? (given.plan ?? (await plan())).id
    const parentId = given.parent?.id ?? null
    const last = await prisma.axe.aggregate({ where: { planId, parentId }, _max: { position: true } })
    return prisma.axe.create({
      data: { planId, parentId, nom: given.nom ?? `Axe ${next()}`, position: after(last._max.position) },
    })
  }

  /** A fiche with its live document, placed at the end of an axe, or of a plan's root. */
  async function fiche(
    given: {
      plan?: Plan
      axe?: Axe
      titre?: string
      description?: string
      services?: readonly Service[]
      dateFin?: Date
    } = {},
  ): Promise<Fiche & { placement: Placement }> {
    const placedIn = given.axe
      ? await prisma.plan.findUniqueOrThrow({ where: { id: given.axe.planId } })
      : (given.plan ?? (await plan()))
    const { id: planId, collectiviteId } = placedIn
    const axeId = given.axe?.id ?? null
    return prisma.$transaction(async (tx) => {
      const titre = given.titre ?? `Fiche ${next()}`
      const created = await tx.fiche.create({ data: { collectiviteId, titre, dateFin: given.dateFin ?? null } })
      await tx.ficheService.createMany({
        data: given.services?.map(({ id }) => ({ ficheId: created.id, serviceId: id, collectiviteId })) ?? [],
      })
      const last = await tx.placement.aggregate({ where: { planId, axeId }, _max: { position: true } })
      const placement = await tx.placement.create({
        data: { ficheId: created.id, planId, axeId, collectiviteId, position: after(last._max.position) },
      })
      const fields = {
        titre: [{ insert: `${titre}\n` }],
        description: [{ insert: `${given.description ?? ''}\n` }],
      }
      await createDocuments({
        tx,
        documents: [{ document: { kind: 'fiche', uuid: created.id }, fields }],
        actor: { userId: null },
      })
      return { ...created, placement }
    })
  }

  /** An indicateur, with [objectif, réalisé] by year. */
  async function indicateur(
    given: {
      collectivite?: Collectivite
      nom?: string
      periodicite?: Periodicite
      valeurs?: Record<number, readonly [objectif: string | null, realise: string | null]>
    } = {},
  ): Promise<Indicateur> {
    const { id: collectiviteId } = given.collectivite ?? (await collectivite())
    const nom = given.nom ?? `Indicateur ${next()}`
    const valeurs = Object.entries(given.valeurs ?? {}).map(([year, [objectif, realise]]) => ({
      periode: new Date(`${year}-01-01`),
      objectif,
      realise,
    }))
    return prisma.indicateur.create({
      data: {
        collectiviteId,
        nom,
        nomNormalise: normaliseNom(nom),
        periodicite: given.periodicite ?? 'ANNUELLE',
        valeurs: { create: valeurs },
      },
    })
  }

  return { collectivite, service, person, membre, grantee, apiKey, webhook, viewerOf, plan, axe, fiche, indicateur }
}

export type Factories = ReturnType<typeof createFactories>

function after(last: string | null): string {
  const [position] = positionsAfter(last, 1)
  if (position === undefined) throw new Error('one position is drawn')
  return position
}
