import type { LigneFinanceur } from '@pupitre/prisma'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { demandFinanceurs, financeurIds } from './financeur-ids.ts'
import { MAX_LIGNES_FINANCEUR, type NewLigneFinanceur, newLigneFinanceurSchema } from './financeur-rules.ts'

/**
 * Adds who pays for a fiche, with the amount that they share.
 * @throws ValidationError, NotFoundError (the fiche, a label), ForbiddenError.
 */
export async function addLigneFinanceur(useCase: UseCase, input: NewLigneFinanceur): Promise<LigneFinanceur> {
  const { tx } = useCase
  const { ficheId, financeurIds: ids, noms, montantHt } = parseInput(newLigneFinanceurSchema, input)
  const { collectiviteId } = await demandFiche(useCase, 'editFiche', ficheId)
  const labelIds = await financeurIds(useCase, { collectiviteId, ids, noms })
  demandFinanceurs(labelIds.length)
  await lockFiche(tx, ficheId)
  demandRoom({
    count: (await tx.ligneFinanceur.count({ where: { ficheId } })) + 1,
    max: MAX_LIGNES_FINANCEUR,
    what: 'LIGNES',
    message: `Une fiche a ${MAX_LIGNES_FINANCEUR} lignes de financeurs au plus.`,
  })
  const ligne = await tx.ligneFinanceur.create({ data: { ficheId, collectiviteId, montantHt } })
  await tx.ligneFinanceurLabel.createMany({
    data: labelIds.map((labelId) => ({ ligneId: ligne.id, labelId, collectiviteId })),
  })
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: ['financeurs'] })
  return ligne
}
