import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'

interface Merge {
  collectiviteId: string
  /** Who stays. */
  intoId: string
  /** Those whom they replace everywhere. */
  fromIds: readonly string[]
}

/**
 * Replaces people by one of the same collectivité on all that names them: pilotes and référents of fiches and plans, united
 * where both are named; invitations that stand for them. Then they are gone.
 */
export async function mergePersonnes(useCase: UseCase, { collectiviteId, intoId, fromIds }: Merge): Promise<void> {
  const { tx, record } = useCase
  const from = fromIds.filter((id) => id !== intoId)
  if (from.length === 0) return
  // Whoever is naming one of them now is waited for: what they add is moved too.
  await tx.$queryRaw`SELECT 1 FROM personne WHERE id = ANY(${from}::uuid[]) ORDER BY id FOR UPDATE`
  const { pilotees, suivies, plansPilotes, plansSuivis } = await namedBy(tx, from)
  const ofFiche = (ficheId: string) => ({ ficheId, personneId: intoId, collectiviteId })
  const ofPlan = (planId: string) => ({ planId, personneId: intoId, collectiviteId })
  await tx.fichePilote.createMany({ data: pilotees.map(ofFiche), skipDuplicates: true })
  await tx.ficheReferent.createMany({ data: suivies.map(ofFiche), skipDuplicates: true })
  await tx.planPilote.createMany({ data: plansPilotes.map(ofPlan), skipDuplicates: true })
  await tx.planReferent.createMany({ data: plansSuivis.map(ofPlan), skipDuplicates: true })
  // What named them goes with them.
  await tx.personne.deleteMany({ where: { id: { in: from }, collectiviteId } })

  await recordFicheChange(useCase, {
    ficheIds: [...new Set([...pilotees, ...suivies])],
    fields: ['pilotes', 'referents'],
  })
  for (const planId of new Set([...plansPilotes, ...plansSuivis])) {
    record.change({ kind: 'plan', planId, fields: ['pilotes', 'referents'] })
  }
}

async function namedBy(tx: Tx, ids: readonly string[]) {
  const where = { personneId: { in: [...ids] } }
  const [pilotees, suivies, plansPilotes, plansSuivis] = [
    await tx.fichePilote.findMany({ where, select: { ficheId: true } }),
    await tx.ficheReferent.findMany({ where, select: { ficheId: true } }),
    await tx.planPilote.findMany({ where, select: { planId: true } }),
    await tx.planReferent.findMany({ where, select: { planId: true } }),
  ]
  return {
    pilotees: [...new Set(pilotees.map(({ ficheId }) => ficheId))],
    suivies: [...new Set(suivies.map(({ ficheId }) => ficheId))],
    plansPilotes: [...new Set(plansPilotes.map(({ planId }) => planId))],
    plansSuivis: [...new Set(plansSuivis.map(({ planId }) => planId))],
  }
}
