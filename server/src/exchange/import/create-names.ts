import type { LabelGenre } from '@pupitre/prisma'
import { findOrCreateIndicateurs } from '../../domain/indicateur/find-or-create-indicateurs.ts'
import { findOrCreateLabels } from '../../domain/label/find-or-create-labels.ts'
import { findOrCreatePersonnes } from '../../domain/personne/find-or-create-personnes.ts'
import { findOrCreateServices } from '../../domain/service/find-or-create-services.ts'
import type { UseCase } from '../../domain/use-case.ts'
import type { ImportName, ImportPlan, NamedKind } from './import-plan.ts'

type Ids = ReadonlyMap<string, string>

/** What the names of a file became: ids by key. */
export interface CreatedNames {
  services: Ids
  personnes: Ids
  indicateurs: Ids
  labels: Record<LabelGenre, Ids>
  /** What the first cell that names it created, by the cell's address. */
  creators: ReadonlyMap<string, NamedKind>
  createdServices: ReadonlySet<string>
}

/** Finds all that a file names in the collectivité, accents and case apart, and creates what is missing. */
export async function createNames(
  useCase: UseCase,
  { collectiviteId, plan }: { collectiviteId: string; plan: ImportPlan },
): Promise<CreatedNames> {
  const creators = new Map<string, NamedKind>()
  const tell = (names: readonly ImportName[], created: ReadonlySet<string>, kind: NamedKind): void => {
    for (const { key, row, column } of names) if (created.has(key)) creators.set(`${column}${row}`, kind)
  }
  const noms = (names: readonly ImportName[]): string[] => names.map(({ nom }) => nom)

  const services = await findOrCreateServices(useCase, { collectiviteId, noms: noms(plan.services) })
  tell(plan.services, services.created, 'service')
  const personnes = await findOrCreatePersonnes(useCase, { collectiviteId, noms: noms(plan.personnes) })
  tell(plan.personnes, personnes.created, 'personne')
  const indicateurs = await findOrCreateIndicateurs(useCase, { collectiviteId, noms: noms(plan.indicateurs) })
  tell(plan.indicateurs, indicateurs.created, 'indicateur')
  const labelsOf = async (genre: LabelGenre): Promise<Ids> => {
    const names = plan.labels[genre]
    const { idByNom, created } = await findOrCreateLabels(useCase, { collectiviteId, genre, noms: noms(names) })
    tell(names, created, 'label')
    return idByNom
  }
  return {
    services: services.idByNom,
    personnes: personnes.idByNom,
    indicateurs: indicateurs.idByNom,
    labels: {
      STRUCTURE: await labelsOf('STRUCTURE'),
      PARTENAIRE: await labelsOf('PARTENAIRE'),
      INSTANCE_GOUVERNANCE: await labelsOf('INSTANCE_GOUVERNANCE'),
      TAG: await labelsOf('TAG'),
      FINANCEUR: await labelsOf('FINANCEUR'),
    },
    creators,
    createdServices: services.created,
  }
}
