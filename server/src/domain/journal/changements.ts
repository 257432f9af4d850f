import type { JournalEntry } from '@pupitre/prisma'

/** One field of an entry, before and after: as text, null where there was nothing or what is not kept. */
export interface Changement {
  /** Name of the field as the API has it. */
  champ: string
  avant: string | null
  apres: string | null
}

/** Columns of keys which say what the entry's own references say. */
const POINTERS = new Set([
  'id',
  'fiche_id',
  'plan_id',
  'indicateur_id',
  'autre_id',
  'ligne_id',
  'membre_id',
  'invitation_id',
])
const NOM = ':nom'

type Columns = ReadonlyMap<string, unknown>

/** What an entry says of its row. `nomOf` gives the present name of a personne, null once it is gone. */
export function changementsOf(
  { operation, cle, avant, apres }: Pick<JournalEntry, 'operation' | 'cle' | 'avant' | 'apres'>,
  nomOf: (personneId: string) => string | null,
): Changement[] {
  const key = columnsOf(cle)
  const [before, after] = [columnsOf(avant), columnsOf(apres)]
  const kept = [...before.keys(), ...after.keys()]
  const columns = new Set([...key.keys(), ...kept].flatMap((column) => shownAs(column, kept)))
  const read = (side: Columns, column: string): string | null => {
    const name = side.get(`${column}${NOM}`)
    if (typeof name === 'string') return name
    const value = side.has(column) ? side.get(column) : key.get(column)
    return column === 'personne_id' && typeof value === 'string' ? nomOf(value) : textOf(value)
  }
  return [...columns].map((column) => ({
    champ: champOf(column),
    avant: operation === 'CREATION' ? null : read(before, column),
    apres: operation === 'SUPPRESSION' ? null : read(after, column),
  }))
}

/** The column that one is shown as; none for one that says what the entry's own references say. */
function shownAs(column: string, kept: readonly string[]): string[] {
  if (column.endsWith(NOM)) return [column.slice(0, -NOM.length)]
  return POINTERS.has(column) && !kept.includes(`${column}${NOM}`) ? [] : [column]
}

/** The personnes that an entry names by their ids. */
export function personneIdsOf({ cle }: Pick<JournalEntry, 'cle'>): string[] {
  const id = columnsOf(cle).get('personne_id')
  return typeof id === 'string' ? [id] : []
}

/** The key of the API that an entry is about; null for every other entry. */
export function apiKeyIdOf({ relation, cle }: Pick<JournalEntry, 'relation' | 'cle'>): string | null {
  const id = columnsOf(cle).get('id')
  return relation === 'api_key' && typeof id === 'string' ? id : null
}

function columnsOf(json: unknown): Columns {
  return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : [])
}

/** `parent_id` is the field `parent`, `montant_ht` the field `montantHt`. */
function champOf(column: string): string {
  return column.replace(/_(?:id|code)$/, '').replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
