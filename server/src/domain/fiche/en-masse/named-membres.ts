import { NotFoundError } from '../../errors.ts'
import type { Tx } from '../../transaction.ts'
import { type Ensemble, ENSEMBLES, keyOf, type Membre } from './ensembles.ts'

interface Asked {
  membres: readonly Membre[]
  /** Those of the fiches which the viewer may change. */
  collectiviteIds: readonly string[]
}

/**
 * The collectivité of each thing that is named, by its id, of those whose fiches the viewer may change; null for reference data.
 * @throws NotFoundError
 */
export async function collectiviteOfMembres(
  tx: Tx,
  { membres, collectiviteIds }: Asked,
): Promise<ReadonlyMap<string, string | null>> {
  const of = (...ensembles: Ensemble[]) => [
    ...new Set(membres.flatMap(({ ensemble, id }) => (ensembles.includes(ensemble) ? [id] : []))),
  ]
  const within = (ids: string[]) => ({
    where: { id: { in: ids }, collectiviteId: { in: [...collectiviteIds] } },
    select: { id: true, collectiviteId: true },
  })
  const [serviceIds, personneIds] = [of('services'), of('pilotes', 'referents')]
  const services = serviceIds.length > 0 ? await tx.service.findMany(within(serviceIds)) : []
  if (services.length !== serviceIds.length) throw new NotFoundError('SERVICE')
  const personnes = personneIds.length > 0 ? await tx.personne.findMany(within(personneIds)) : []
  if (personnes.length !== personneIds.length) throw new NotFoundError('PERSONNE')
  const labels = await labelsOf(tx, { membres, collectiviteIds })
  await demandThematiques(tx, { thematiques: of('thematiques'), sousThematiques: of('sousThematiques') })
  return new Map([...services, ...personnes, ...labels].map(({ id, collectiviteId }) => [id, collectiviteId]))
}

async function labelsOf(tx: Tx, { membres, collectiviteIds }: Asked) {
  const named = membres.flatMap(({ ensemble, id }) => {
    const { genre } = ENSEMBLES[ensemble]
    return genre ? [{ id, genre }] : []
  })
  if (named.length === 0) return []
  const labels = await tx.label.findMany({
    where: { OR: named, collectiviteId: { in: [...collectiviteIds] } },
    select: { id: true, collectiviteId: true },
  })
  if (labels.length !== named.length) throw new NotFoundError('LABEL')
  return labels
}

async function demandThematiques(
  tx: Tx,
  { thematiques, sousThematiques }: { thematiques: string[]; sousThematiques: string[] },
): Promise<void> {
  if (thematiques.length > 0) {
    const count = await tx.thematique.count({ where: { code: { in: thematiques } } })
    if (count !== thematiques.length) throw new NotFoundError('THEMATIQUE')
  }
  if (sousThematiques.length > 0) {
    const count = await tx.sousThematique.count({ where: { code: { in: sousThematiques } } })
    if (count !== sousThematiques.length) throw new NotFoundError('THEMATIQUE')
  }
}

/** Those among members of fiches' sets, by their keys, that are still there to be named: ids are the collectivités' own, and unique. */
export async function existingMembres(tx: Tx, membres: readonly Membre[]): Promise<ReadonlySet<string>> {
  const idsOf = (isOne: (ensemble: Ensemble) => boolean) => ({
    where: { id: { in: [...new Set(membres.flatMap(({ ensemble, id }) => (isOne(ensemble) ? [id] : [])))] } },
    select: { id: true },
  })
  const services = await tx.service.findMany(idsOf((ensemble) => ensemble === 'services'))
  const personnes = await tx.personne.findMany(idsOf((ensemble) => ensemble === 'pilotes' || ensemble === 'referents'))
  const labels = await tx.label.findMany(idsOf((ensemble) => ENSEMBLES[ensemble].genre !== undefined))
  const existing = new Set([...services, ...personnes, ...labels].map(({ id }) => id))
  return new Set(membres.filter(({ id }) => existing.has(id)).map(keyOf))
}
