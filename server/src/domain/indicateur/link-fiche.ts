import { ConflictError, NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import type { UseCase } from '../use-case.ts'
import { lockIndicateur } from './find-indicateur.ts'
import { MAX_LINKED_INDICATEURS, MAX_LINKS_OF_INDICATEUR } from './indicateur-rules.ts'

export interface FicheLink {
  ficheId: string
  indicateurId: string
}

/**
 * Links an indicateur to a fiche of its collectivité; linking again what is linked is a success.
 * @throws NotFoundError (the fiche, the indicateur), ForbiddenError (to change the fiche), ConflictError TOO_MANY_LINKS.
 */
export async function addFicheIndicateur(useCase: UseCase, link: FicheLink): Promise<FicheLink> {
  const { tx } = useCase
  const found = await findEnds(useCase, link)
  const { count } = await tx.ficheIndicateur.createMany({ data: [found], skipDuplicates: true })
  const { ficheId, indicateurId } = found
  if (count === 0) return { ficheId, indicateurId }
  const ofFiche = await tx.ficheIndicateur.count({ where: { ficheId, indicateur: { suppressionId: null } } })
  const ofIndicateur = await tx.ficheIndicateur.count({ where: { indicateurId } })
  if (ofFiche > MAX_LINKED_INDICATEURS || ofIndicateur > MAX_LINKS_OF_INDICATEUR) throw tooManyLinks('fiche')
  await recordLink(useCase, found)
  return { ficheId, indicateurId }
}

/** Unlinks them; unlinking again is a success. @throws NotFoundError (the fiche, the indicateur), ForbiddenError (to change the fiche). */
export async function removeFicheIndicateur(useCase: UseCase, link: FicheLink): Promise<FicheLink> {
  const { ficheId, indicateurId } = await findEnds(useCase, link)
  const { count } = await useCase.tx.ficheIndicateur.deleteMany({ where: { ficheId, indicateurId } })
  if (count > 0) await recordLink(useCase, { ficheId, indicateurId })
  return { ficheId, indicateurId }
}

async function findEnds(useCase: UseCase, link: FicheLink): Promise<FicheLink & { collectiviteId: string }> {
  const fiche = await demandFiche(useCase, 'editFiche', link.ficheId)
  const { id: indicateurId, collectiviteId } = await lockIndicateur(useCase, link.indicateurId)
  // Of another collectivité, it is as good as absent here.
  if (collectiviteId !== fiche.collectiviteId) throw new NotFoundError('INDICATEUR')
  // Two links to one fiche wait for each other: the count that each then makes is right.
  await useCase.tx.$queryRaw`SELECT 1 FROM fiche WHERE id = ${fiche.id}::uuid FOR NO KEY UPDATE`
  return { ficheId: fiche.id, indicateurId, collectiviteId }
}

async function recordLink(useCase: UseCase, { ficheId, indicateurId }: FicheLink): Promise<void> {
  useCase.record.change({ kind: 'indicateur', indicateurId, fields: ['fiches'], ficheId })
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: ['indicateurs'] })
}

export function tooManyLinks(of: 'fiche' | 'axe'): ConflictError {
  const end = of === 'fiche' ? 'Une fiche' : 'Un axe'
  return new ConflictError({
    code: 'TOO_MANY_LINKS',
    message: `${end} porte au plus ${MAX_LINKED_INDICATEURS} indicateurs, et un indicateur se lie à ${MAX_LINKS_OF_INDICATEUR} au plus.`,
  })
}
