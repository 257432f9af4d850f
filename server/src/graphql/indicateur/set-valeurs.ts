import { inTransaction } from '../../bus/in-transaction.ts'
import { setValeurs } from '../../domain/indicateur/set-valeurs.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { indicateurSuccess } from './indicateur-success.ts'

const NAMED = 'sans ce champ, rien ne change ; null l’efface.'

const IndicateurValeurInput = builder.inputType('IndicateurValeurInput', {
  description: 'Ce qui change dans une période : ce qui est nommé, et rien d’autre.',
  fields: (t) => ({
    periode: t.field({ type: 'Date', required: true, description: 'Premier jour de l’année, ou du mois.' }),
    objectif: t.field({ type: 'Decimal', description: `Valeur visée, 15 chiffres et 6 décimales au plus ; ${NAMED}` }),
    realise: t.field({ type: 'Decimal', description: `Valeur mesurée, 15 chiffres et 6 décimales au plus ; ${NAMED}` }),
    commentaire: t.string({ description: `Commentaire, 2 000 caractères au plus ; ${NAMED}` }),
  }),
})

const SetIndicateurValeurInput = builder.inputType('SetIndicateurValeurInput', {
  description: 'Une période d’un indicateur à changer.',
  fields: (t) => ({
    indicateurId: t.id({ required: true, description: 'L’indicateur.' }),
    valeur: t.field({ type: IndicateurValeurInput, required: true, description: 'Ce qui change.' }),
  }),
})

const SetIndicateurValeursInput = builder.inputType('SetIndicateurValeursInput', {
  description: 'Des périodes d’un indicateur à changer, toutes ou aucune.',
  fields: (t) => ({
    indicateurId: t.id({ required: true, description: 'L’indicateur.' }),
    valeurs: t.field({
      type: [IndicateurValeurInput],
      required: true,
      description: 'Ce qui change, chaque période une fois, 600 au plus.',
    }),
  }),
})

const SetIndicateurValeurSuccess = indicateurSuccess('SetIndicateurValeurSuccess', 'La valeur est enregistrée.')
const SetIndicateurValeursSuccess = indicateurSuccess('SetIndicateurValeursSuccess', 'Les valeurs sont enregistrées.')

const NEEDS =
  'Une période où il ne reste rien disparaît. Deux personnes qui changent deux périodes, ou l’objectif et le réalisé d’une seule, sont gardées toutes deux. Demande le rôle éditeur ou admin dans la collectivité.'

builder.mutationField('setIndicateurValeur', (t) =>
  t.field({
    type: SetIndicateurValeurSuccess,
    description: `Change une période d’un indicateur. ${NEEDS}`,
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'SetIndicateurValeurResult', description: 'L’indicateur modifié, ou une erreur.' },
    },
    args: { input: t.arg({ type: SetIndicateurValeurInput, required: true, description: 'Ce qui change.' }) },
    resolve: (_root, { input: { indicateurId, valeur } }, context) =>
      change(context, { indicateurId, valeurs: [valeur] }),
  }),
)

builder.mutationField('setIndicateurValeurs', (t) =>
  t.field({
    type: SetIndicateurValeursSuccess,
    description: `Change plusieurs périodes d’un indicateur, toutes ou aucune. ${NEEDS}`,
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'SetIndicateurValeursResult', description: 'L’indicateur modifié, ou une erreur.' },
    },
    args: { input: t.arg({ type: SetIndicateurValeursInput, required: true, description: 'Ce qui change.' }) },
    resolve: (_root, { input }, context) => change(context, input),
  }),
)

async function change(
  context: GraphqlContext,
  { indicateurId, valeurs }: typeof SetIndicateurValeursInput.$inferInput,
): Promise<{ indicateurId: string }> {
  const indicateur = await inTransaction(context, (useCase) =>
    setValeurs(useCase, {
      indicateurId: uuidOf('Indicateur', indicateurId),
      valeurs: valeurs.map(({ periode, ...parts }) => ({ periode: new Date(periode), ...parts })),
    }),
  )
  return { indicateurId: indicateur.id }
}
