import type { LigneFinanceur } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { demandFinanceurs, financeurIds } from './financeur-ids.ts'
import { type LigneFinanceurChange, ligneFinanceurChangeSchema } from './financeur-rules.ts'

/**
 * Changes the amount of a line, and adds or takes away some of those who share it; one at least stays.
 * @throws ValidationError, NotFoundError (the line, a label), ForbiddenError.
 */
export async function updateLigneFinanceur(useCase: UseCase, input: LigneFinanceurChange): Promise<LigneFinanceur> {
  const { tx } = useCase
  const change = parseInput(ligneFinanceurChangeSchema, input)
  const { id: ligneId, ficheId, collectiviteId } = await demandLigneFinanceur(useCase, change.ligneId)
  const added = await financeurIds(useCase, { collectiviteId, ids: change.addFinanceurIds, noms: change.addNoms })
  await tx.ligneFinanceurLabel.deleteMany({ where: { ligneId, labelId: { in: change.removeFinanceurIds } } })
  await tx.ligneFinanceurLabel.createMany({
    data: added.map((labelId) => ({ ligneId, labelId, collectiviteId })),
    skipDuplicates: true,
  })
  demandFinanceurs(await tx.ligneFinanceurLabel.count({ where: { ligneId } }))
  const changed = await tx.ligneFinanceur.update({
    where: { id: ligneId, ficheId },
    data: { montantHt: change.montantHt },
  })
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: ['financeurs'] })
  return changed
}

/** Takes a line away; the labels stay. @throws NotFoundError, ForbiddenError. */
export async function removeLigneFinanceur(useCase: UseCase, ligneId: string): Promise<LigneFinanceur> {
  const ligne = await demandLigneFinanceur(useCase, ligneId)
  await useCase.tx.ligneFinanceur.delete({ where: { id: ligne.id, ficheId: ligne.ficheId } })
  await recordFicheChange(useCase, { ficheIds: [ligne.ficheId], fields: ['financeurs'] })
  return ligne
}

async function demandLigneFinanceur(useCase: UseCase, id: string): Promise<LigneFinanceur> {
  const { viewer, tx } = useCase
  const found = await tx.ligneFinanceur.findFirst({
    where: { id, fiche: readableFiches(viewer) },
    select: { ficheId: true },
  })
  if (!found) throw new NotFoundError('LIGNE')
  await demandFiche(useCase, 'editFiche', found.ficheId)
  await lockFiche(tx, found.ficheId)
  const ligne = await tx.ligneFinanceur.findUnique({ where: { id } })
  if (!ligne) throw new NotFoundError('LIGNE')
  return ligne
}
