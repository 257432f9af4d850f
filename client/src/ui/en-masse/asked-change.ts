import type { FicheEnsemblesInput, FicheValeursInput, UpdateFichesInput } from '../../gql/graphql.ts'

export type SetName = keyof FicheEnsemblesInput

/** Adding to one list of the fiches, or removing from it. */
export interface SetLine {
  id: string
  act: 'ajouter' | 'retirer'
  set: SetName
  values: readonly string[]
}

/** What is to be done to many fiches. */
export interface AskedChange {
  valeurs: FicheValeursInput
  lines: readonly SetLine[]
}

/** What the lists are called. */
export const SET_LABELS = {
  services: 'Services pilotes',
  pilotes: 'Pilotes',
  referents: 'Référents',
  structures: 'Structures',
  partenaires: 'Partenaires',
  instancesGouvernance: 'Instances de gouvernance',
  tags: 'Étiquettes',
  cibles: 'Cibles',
  effetsAttendus: 'Effets attendus',
  thematiques: 'Thématiques',
  sousThematiques: 'Sous-thématiques',
} as const satisfies Record<SetName, string>

export function isSetName(name: string): name is SetName {
  return Object.hasOwn(SET_LABELS, name)
}

/** A new line, which asks nothing yet. */
export function emptyLine(): SetLine {
  return { id: crypto.randomUUID(), act: 'ajouter', set: 'pilotes', values: [] }
}

/** Whether it asks for anything. */
export function asksSomething({ valeurs, lines }: AskedChange): boolean {
  return Object.keys(valeurs).length > 0 || lines.some(({ values }) => values.length > 0)
}

/** The same as the server is asked it; lines about one list come together. */
export function inputOf(
  { valeurs, lines }: AskedChange,
  { ficheIds, essai }: { ficheIds: readonly string[]; essai: boolean },
): UpdateFichesInput {
  const setsOf = (act: SetLine['act']): Record<string, string[]> =>
    Object.fromEntries(
      [...Map.groupBy(lines, ({ set }) => set)].map(([set, ofSet]) => [
        set,
        [...new Set(ofSet.flatMap((line) => (line.act === act ? line.values : [])))],
      ]),
    )
  return { ficheIds: [...ficheIds], essai, valeurs, ajouter: setsOf('ajouter'), retirer: setsOf('retirer') }
}
