import {
  CibleEnum,
  CollectiviteTypeEnum,
  EffetAttenduEnum,
  ParticipationCitoyenneEnum,
  PlanTypeEnum,
  PrioriteEnum,
  StatutEnum,
  TempsDeMiseEnOeuvreEnum,
} from '../enums.ts'
import { builder } from '../builder.ts'

/** Longest list of a comparison. */
export const MAX_COMPARED_VALUES = 100

const inDescription = `L’une de ces valeurs, ${MAX_COMPARED_VALUES} au plus.`

/** What a list of uuids says, where an object is asked for by its own. */
export const UUIDS_ALLOWED = `L’un de ces identifiants universels, ${MAX_COMPARED_VALUES} au plus.`

export const StringFilter = builder.inputType('StringFilter', {
  description: 'Compare un texte. Plusieurs comparaisons valent toutes ensemble.',
  fields: (t) => ({
    equals: t.string({ description: 'Exactement ce texte.' }),
    contains: t.string({ description: 'Contient ce texte, sans tenir compte des majuscules.' }),
    startsWith: t.string({ description: 'Commence par ce texte, sans tenir compte des majuscules.' }),
  }),
})

export const IdFilter = builder.inputType('IDFilter', {
  description: 'Compare un identifiant global.',
  fields: (t) => ({
    equals: t.id({ description: 'Cet objet.' }),
    in: t.idList({ description: `L’un de ces objets, ${MAX_COMPARED_VALUES} au plus.` }),
  }),
})

export const DecimalFilter = builder.inputType('DecimalFilter', {
  description: 'Compare un nombre. Plusieurs comparaisons valent toutes ensemble.',
  fields: (t) => ({
    atLeast: t.field({ type: 'Decimal', description: 'Au moins ce nombre.' }),
    atMost: t.field({ type: 'Decimal', description: 'Au plus ce nombre.' }),
  }),
})

export const DateFilter = builder.inputType('DateFilter', {
  description: 'Compare un jour. Plusieurs comparaisons valent toutes ensemble.',
  fields: (t) => ({
    equals: t.field({ type: 'Date', description: 'Ce jour.' }),
    before: t.field({ type: 'Date', description: 'Avant ce jour, lui non compris.' }),
    after: t.field({ type: 'Date', description: 'Après ce jour, lui non compris.' }),
    isNull: t.boolean({ description: 'Vrai : date inconnue. Faux : date connue.' }),
  }),
})

export const StatutFilter = builder.inputType('StatutFilter', {
  description: 'Compare un statut.',
  fields: (t) => ({
    in: t.field({ type: [StatutEnum], description: inDescription }),
    isNull: t.boolean({ description: 'Vrai : sans statut. Faux : avec un statut.' }),
  }),
})

export const PrioriteFilter = builder.inputType('PrioriteFilter', {
  description: 'Compare une priorité.',
  fields: (t) => ({
    in: t.field({ type: [PrioriteEnum], description: inDescription }),
    isNull: t.boolean({ description: 'Vrai : sans priorité. Faux : avec une priorité.' }),
  }),
})

export const PlanTypeFilter = builder.inputType('PlanTypeFilter', {
  description: 'Compare un type de plan.',
  fields: (t) => ({ in: t.field({ type: [PlanTypeEnum], description: inDescription }) }),
})

export const CollectiviteTypeFilter = builder.inputType('CollectiviteTypeFilter', {
  description: 'Compare la nature d’une collectivité.',
  fields: (t) => ({ in: t.field({ type: [CollectiviteTypeEnum], description: inDescription }) }),
})

export const ThematiqueFilter = builder.inputType('ThematiqueFilter', {
  description: 'Compare des thématiques.',
  fields: (t) => ({
    in: t.stringList({ description: `L’une de celles-ci, par leurs codes, ${MAX_COMPARED_VALUES} au plus.` }),
    isNull: t.boolean({ description: 'Vrai : sans thématique. Faux : avec une thématique.' }),
  }),
})

export const TempsDeMiseEnOeuvreFilter = builder.inputType('TempsDeMiseEnOeuvreFilter', {
  description: 'Compare un temps de mise en œuvre.',
  fields: (t) => ({ in: t.field({ type: [TempsDeMiseEnOeuvreEnum], required: true, description: inDescription }) }),
})

export const ParticipationCitoyenneFilter = builder.inputType('ParticipationCitoyenneFilter', {
  description: 'Compare une participation citoyenne.',
  fields: (t) => ({ in: t.field({ type: [ParticipationCitoyenneEnum], required: true, description: inDescription }) }),
})

export const CibleFilter = builder.inputType('CibleFilter', {
  description: 'Compare des cibles.',
  fields: (t) => ({ in: t.field({ type: [CibleEnum], required: true, description: inDescription }) }),
})

export const EffetAttenduFilter = builder.inputType('EffetAttenduFilter', {
  description: 'Compare des effets attendus.',
  fields: (t) => ({ in: t.field({ type: [EffetAttenduEnum], required: true, description: inDescription }) }),
})

export const SousThematiqueFilter = builder.inputType('SousThematiqueFilter', {
  description: 'Compare des sous-thématiques.',
  fields: (t) => ({
    in: t.stringList({
      required: true,
      description: `L’une de celles-ci, par leurs codes, ${MAX_COMPARED_VALUES} au plus.`,
    }),
  }),
})

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Sens d’un tri. Ce qui n’a pas de valeur vient à la fin.',
  values: {
    ASC: { value: 'asc', description: 'Croissant.' },
    DESC: { value: 'desc', description: 'Décroissant.' },
  } as const,
})
