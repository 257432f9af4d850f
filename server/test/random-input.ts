import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql'
import type { NodeName } from '../src/graphql/global-id.ts'
import type { WorldIds } from './whole-world.ts'

/** Texts that pages and scripts send by mistake or on purpose. */
const TEXTS = [
  '',
  ' ',
  'Eau',
  'ÉAU',
  'eau ',
  'Awa Monde',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u0085',
  '\u180e',
  '\u200b',
  '\ufeff',
  '\u001f',
  '\u00a0',
  '^',
  '¨',
  'ー',
  'ʹ',
  'ligne\nligne',
  'a'.repeat(300),
  'é'.repeat(301),
  '👩‍👩‍👧'.repeat(60),
  'x'.repeat(100_000),
  '%_\\',
  "'; DROP TABLE fiche; --",
  '$1 {{x}} <script>',
  '0000-01-01',
  'awa@exemple.fr',
  'AWA@EXEMPLE.FR',
  'é@exemple.fr',
  'https://exemple.fr/pupitre',
  'http://127.0.0.1/',
  '**gras** [lien](javascript:alert(1))',
  '# ' + '> '.repeat(500),
] as const

const DATES = [
  '0000-01-01',
  '9999-12-31',
  '2024-02-29',
  '2026-01-01',
  '2026-03-01',
  '1900-01-01',
  '2200-12-31',
  '2199-12-31',
]

const INSTANTS = [
  '1900-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2024-02-29T12:00:00+14:00',
  new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
]

const DECIMALS = [
  '0',
  '-0',
  '-1',
  '12.5',
  '0.001',
  '999999999999.99',
  '1000000000000',
  '9'.repeat(60),
  `0.${'1'.repeat(57)}`,
]

const INTS = [0, 1, -1, 2026, 1899, 2201, 2_147_483_647, -2_147_483_648]

const UUIDS = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']

/** Ids that name nothing. */
const WRONG_IDS = ['', 'x', '\0', '\ud800', 'UGxhbjo=', 'x'.repeat(10_000), Buffer.from('Fiche:\0').toString('base64')]

const LIST_LENGTHS = [0, 1, 1, 1, 2, 2, 3, 100, 101]

/** The type of what an argument most likely names, by its name. */
const NAMED: readonly [RegExp, NodeName][] = [
  [/^(fiche|autre|sousAction)Ids?$/, 'Fiche'],
  [/^planIds?$/, 'Plan'],
  [/^axeIds?$/, 'Axe'],
  [/^placementIds?$/, 'Placement'],
  [/^collectiviteId$/, 'Collectivite'],
  [/^serviceIds?$/, 'Service'],
  [/^personneIds?$/, 'Personne'],
  [/^membreId$/, 'Membre'],
  [/^(labelId|financeurIds|addFinanceurIds|removeFinanceurIds)$/, 'Label'],
  [/^champId$/, 'ChampPropre'],
  [/^choixId$/, 'ChampPropreChoix'],
  [/^noteId$/, 'NoteSuivi'],
  [/^mesureId$/, 'MesureLiee'],
  [/^lienId$/, 'Lien'],
  [/^indicateurId$/, 'Indicateur'],
  [/^invitationId$/, 'Invitation'],
  [/^apiKeyId$/, 'ApiKey'],
  [/^modeleId$/, 'PlanModele'],
  [/^vueId$/, 'Vue'],
  [/^filId$/, 'Fil'],
  [/^commentaireId$/, 'Commentaire'],
  [/^webhookId$/, 'Webhook'],
  [/^deliveryId$/, 'WebhookDelivery'],
  [/^suppressionIds$/, 'Suppression'],
]

/** Names which are of one type in a mutation, and of another in the next. */
function typeOfId(mutation: string, name: string): NodeName | undefined {
  if (name === 'ligneId') return mutation.includes('Budget') ? 'LigneBudget' : 'LigneFinanceur'
  if (name === 'parentId') return mutation.includes('Axe') ? 'Axe' : 'Fiche'
  if (name === 'id') return mutation.includes('Plan') ? 'Plan' : 'Indicateur'
  if (name === 'beforeId' || name === 'afterId') {
    if (mutation.includes('Axe')) return 'Axe'
    if (mutation.includes('Champ')) return 'ChampPropre'
    return mutation.includes('SousAction') ? 'Fiche' : 'Placement'
  }
  return NAMED.find(([pattern]) => pattern.test(name))?.[1]
}

interface Draw {
  random: () => number
  mutation: string
  ids: WorldIds
  /** Ids of another collectivité. */
  foreign: WorldIds
}

/** Draws a well-typed value for an argument or a field of an input: often one that goes far, sometimes the worst there is. */
export function randomInput(type: GraphQLInputType, name: string, draw: Draw): unknown {
  const { random } = draw
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)]
  if (isNonNullType(type)) return randomInput(type.ofType, name, draw)
  if (isListType(type)) {
    const length = pick(LIST_LENGTHS) ?? 0
    const items = Array.from({ length: Math.min(length, 3) }, () => randomInput(type.ofType, name, draw))
    // Long ones say the same again.
    return Array.from({ length }, (_, at) => items[at % items.length])
  }
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field): [string, unknown][] => {
        if (isNonNullType(field.type)) return [[field.name, randomInput(field.type, field.name, draw)]]
        const chance = random()
        if (chance < 0.45) return []
        return [[field.name, chance < 0.55 ? null : randomInput(field.type, field.name, draw)]]
      }),
    )
  }
  if (isEnumType(type)) return pick(type.getValues())?.name
  if (!isScalarType(type)) throw new Error(`no value is drawn for ${String(type)}`)
  switch (type.name) {
    case 'ID':
      return randomId(name, draw, pick)
    case 'String':
      return pick(TEXTS)
    case 'Int':
      return pick(INTS)
    case 'Boolean':
      return random() < 0.5
    case 'Date':
      return pick(DATES)
    case 'DateTime':
      return pick(INSTANTS)
    case 'Decimal':
      return pick(DECIMALS)
    case 'UUID':
      return pick(UUIDS)
    default:
      throw new Error(`no value is drawn for the scalar ${type.name}: add some`)
  }
}

function randomId(
  name: string,
  { random, mutation, ids, foreign }: Draw,
  pick: <Value>(values: readonly Value[]) => Value | undefined,
): string | undefined {
  const chance = random()
  const type = typeOfId(mutation, name)
  const own = type && ids[type]
  if (own && chance < 0.8) return pick(own)
  if (type && chance < 0.87) return pick(foreign[type])
  return chance < 0.94 ? pick(Object.values(ids).flat()) : pick(WRONG_IDS)
}
