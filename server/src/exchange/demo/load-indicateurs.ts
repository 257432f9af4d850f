import type { DemoIndicateur } from '@pupitre/prisma/demo'
import { createIndicateur } from '../../domain/indicateur/create-indicateur.ts'
import { addAxeIndicateur } from '../../domain/indicateur/link-axe.ts'
import { addFicheIndicateur } from '../../domain/indicateur/link-fiche.ts'
import { setValeurs } from '../../domain/indicateur/set-valeurs.ts'
import type { UseCase } from '../../domain/use-case.ts'
import { named } from './named.ts'

interface Indicateurs {
  collectiviteId: string
  indicateurs: readonly DemoIndicateur[]
}

/** Creates indicateurs by the domain's own use cases, with their values and their links to the fiches and axes that are there. */
export async function loadIndicateurs(useCase: UseCase, { collectiviteId, indicateurs }: Indicateurs): Promise<void> {
  const { tx } = useCase
  const fiches = await tx.fiche.findMany({ where: { collectiviteId }, select: { id: true, titre: true } })
  const axes = await tx.axe.findMany({ where: { plan: { collectiviteId } }, select: { id: true, nom: true } })
  const ficheIds = new Map(fiches.map(({ id, titre }) => [titre, id]))
  const axeIds = new Map(axes.map(({ id, nom }) => [nom, id]))

  for (const { nom, unite, definition, ...indicateur } of indicateurs) {
    const periodes = Object.entries(indicateur.valeurs)
    const periodicite = periodes.some(([periode]) => periode.includes('-')) ? 'MENSUELLE' : 'ANNUELLE'
    const { id: indicateurId } = await createIndicateur(useCase, {
      collectiviteId,
      nom,
      unite,
      description: definition,
      periodicite,
    })
    await setValeurs(useCase, {
      indicateurId,
      valeurs: periodes.map(([periode, [objectif, realise, commentaire]]) => ({
        periode: new Date(`${periode}-01${periodicite === 'ANNUELLE' ? '-01' : ''}`),
        objectif,
        realise,
        commentaire,
      })),
    })
    for (const titre of indicateur.fiches ?? []) {
      await addFicheIndicateur(useCase, { ficheId: named(ficheIds, titre), indicateurId })
    }
    for (const axe of indicateur.axes ?? []) {
      await addAxeIndicateur(useCase, { axeId: named(axeIds, axe), indicateurId })
    }
  }
}
