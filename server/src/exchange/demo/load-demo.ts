import { officialCollectivite, type PrismaClient } from '@pupitre/prisma'
import { DEMO_COLLECTIVITES, DEMO_PASSWORD, type DemoCollectivite } from '@pupitre/prisma/demo'
import { v7 as uuidv7 } from 'uuid'
import { hashPassword } from '../../auth/users.ts'
import { ChangeCollector } from '../../bus/change-bus.ts'
import type { LiveText } from '../../domain/live-text.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import type { Tx } from '../../domain/transaction.ts'
import { storedLiveText } from '../stored-live-text.ts'
import { loadIndicateurs } from './load-indicateurs.ts'
import { loadPeople } from './load-people.ts'
import { loadPlans } from './load-plans.ts'

/** Two servers that start at once on one database load the demo one after the other: any number that nothing else locks. */
const DEMO_LOCK = 20_261_124

/** The demo loads in about a second; a machine under load takes longer. */
const LOADING_TIMEOUT_MS = 60_000

/**
 * Loads the demo's collectivités that the database does not have, all or nothing. One that is already there, by its
 * SIREN, is left as it is: the demo's public password must never open a real collectivité. Answers the SIRENs loaded.
 */
export function loadDemoOnce({
  prisma,
  collectivites = DEMO_COLLECTIVITES,
}: {
  prisma: PrismaClient
  collectivites?: readonly DemoCollectivite[]
}): Promise<string[]> {
  const load = async (tx: Tx): Promise<string[]> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${DEMO_LOCK})`
    const sirens = collectivites.map(({ siren }) => siren)
    const present = new Set(
      (await tx.collectivite.findMany({ where: { siren: { in: sirens } } })).map(({ siren }) => siren),
    )
    const missing = collectivites.filter(({ siren }) => !present.has(siren))
    if (missing.length === 0) return []

    // One hash for all: its cost guards a secret, and this password is written in the README.
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    for (const collectivite of missing)
      await loadCollectivite({ tx, liveText: storedLiveText, collectivite, passwordHash })
    return missing.map(({ siren }) => siren)
  }
  return prisma.$transaction(load, { timeout: LOADING_TIMEOUT_MS })
}

interface Loading {
  tx: Tx
  liveText: LiveText
  collectivite: DemoCollectivite
  passwordHash: string
}

async function loadCollectivite({ tx, liveText, collectivite, passwordHash }: Loading): Promise<void> {
  const official = officialCollectivite(collectivite.siren)
  if (!official) throw new Error(`the official register has no SIREN ${collectivite.siren}`)
  const { id: collectiviteId } = await tx.collectivite.create({ data: official })
  const services = collectivite.services.map((nom) => ({
    id: uuidv7(),
    collectiviteId,
    nom,
    nomNormalise: normaliseNom(nom),
  }))
  await tx.service.createMany({ data: services })
  const serviceIds = new Map(services.map(({ nom, id }) => [nom, id]))

  const viewer = await loadPeople({ tx, collectiviteId, personnes: collectivite.personnes, serviceIds, passwordHash })
  const useCase = { viewer, tx, liveText, record: new ChangeCollector() }
  await loadPlans(useCase, { collectiviteId, plans: collectivite.plans, reperes: collectivite.reperes, serviceIds })
  await loadIndicateurs(useCase, { collectiviteId, indicateurs: collectivite.indicateurs })
}
