import type { LabelGenre } from '@pupitre/prisma'
import type { DemoReperes } from '@pupitre/prisma/demo'
import { fillNewFiches, type NewFicheRelations } from '../../domain/fiche/fill-new-fiches.ts'
import { findOrCreateLabels } from '../../domain/label/find-or-create-labels.ts'
import { findOrCreatePersonnes } from '../../domain/personne/find-or-create-personnes.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import type { UseCase } from '../../domain/use-case.ts'

/** A fiche that was just created, what it says beside its texts, and the notes that its document was given. */
export interface FicheWithReperes {
  ficheId: string
  reperes: DemoReperes
  notes: readonly { id: string; date: Date }[]
}

/** Fills the fiches of the demo, and creates the people and labels that they name. */
export async function loadReperes(
  useCase: UseCase,
  { collectiviteId, fiches }: { collectiviteId: string; fiches: readonly FicheWithReperes[] },
): Promise<void> {
  const namesOf = (read: (reperes: DemoReperes) => readonly string[] = () => []) =>
    fiches.flatMap(({ reperes }) => read(reperes))
  const people = await findOrCreatePersonnes(useCase, {
    collectiviteId,
    noms: namesOf(({ pilotes = [], referents = [] }) => [...pilotes, ...referents]),
  })
  const labelIds = async (genre: LabelGenre, read: (reperes: DemoReperes) => readonly string[]) => {
    const { idByNom } = await findOrCreateLabels(useCase, { collectiviteId, genre, noms: namesOf(read) })
    return (noms: readonly string[]) => noms.map((nom) => idOf(idByNom, nom))
  }
  const structures = await labelIds('STRUCTURE', (reperes) => reperes.structures ?? [])
  const partenaires = await labelIds('PARTENAIRE', (reperes) => reperes.partenaires ?? [])
  const instances = await labelIds('INSTANCE_GOUVERNANCE', (reperes) => reperes.instances ?? [])
  const tags = await labelIds('TAG', (reperes) => reperes.tags ?? [])
  const financeurs = await labelIds('FINANCEUR', ({ financeurs: lignes = [] }) => lignes.flatMap(([noms]) => noms))

  const relationsOf = ({ ficheId, reperes, notes }: FicheWithReperes): NewFicheRelations => ({
    ficheId,
    piloteIds: (reperes.pilotes ?? []).map((nom) => idOf(people.idByNom, nom)),
    referentIds: (reperes.referents ?? []).map((nom) => idOf(people.idByNom, nom)),
    labels: [
      ...structures(reperes.structures ?? []).map((labelId) => ({ labelId, genre: 'STRUCTURE' as const })),
      ...partenaires(reperes.partenaires ?? []).map((labelId) => ({ labelId, genre: 'PARTENAIRE' as const })),
      ...instances(reperes.instances ?? []).map((labelId) => ({ labelId, genre: 'INSTANCE_GOUVERNANCE' as const })),
      ...tags(reperes.tags ?? []).map((labelId) => ({ labelId, genre: 'TAG' as const })),
    ],
    indicateurIds: [],
    cibles: reperes.cibles ?? [],
    effetsAttendus: reperes.effets ?? [],
    thematiques: [...new Set((reperes.sousThematiques ?? []).map(thematiqueOf))],
    sousThematiques: (reperes.sousThematiques ?? []).map((code) => ({
      sousThematiqueCode: code,
      thematiqueCode: thematiqueOf(code),
    })),
    mesures: (reperes.mesures ?? []).map(([code, titre]) => ({ code, titre })),
    financeurs: (reperes.financeurs ?? []).map(([noms, montant]) => ({ labelIds: financeurs(noms), montant })),
    budgets: (reperes.budgets ?? []).map(([nature, annee, montant]) => ({
      type: 'INVESTISSEMENT',
      unite: 'EUROS_HT',
      nature,
      annee,
      montant,
    })),
    notes: notes.map(({ id, date }) => ({ id, date })),
  })
  await fillNewFiches(useCase.tx, {
    collectiviteId,
    createdById: useCase.viewer?.userId ?? null,
    fiches: fiches.map(relationsOf),
  })
}

/** Codes of sous-thématiques begin with their thématique's. */
function thematiqueOf(code: string): string {
  return code.slice(0, code.indexOf('/'))
}

function idOf(idByNom: ReadonlyMap<string, string>, nom: string): string {
  const id = idByNom.get(normaliseNom(nom))
  if (!id) throw new Error(`${nom} was found or created just before`)
  return id
}
