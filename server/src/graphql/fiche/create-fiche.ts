import { createFiches } from '../../domain/fiche/create-fiches.ts'
import { builder } from '../builder.ts'
import { PrioriteEnum, StatutEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { PlacementType } from '../placement/placement.ts'
import { writtenText } from '../written-text.ts'
import { FicheType } from './fiche.ts'

const CreateFicheInput = builder.inputType('CreateFicheInput', {
  description: 'Une fiche à créer, placée après celles qui sont déjà au même endroit.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan qui tiendra la fiche.' }),
    axeId: t.id({ description: 'L’axe du plan qui la tiendra ; sans lui, la racine du plan.' }),
    titre: t.string({ required: true, description: 'Titre, sur une ligne, 300 caractères au plus.' }),
    descriptionMarkdown: t.string({ description: 'Description, en Markdown.' }),
    objectifsMarkdown: t.string({ description: 'Objectifs, en Markdown.' }),
    moyensMarkdown: t.string({ description: 'Moyens humains et techniques, en Markdown.' }),
    financementsMarkdown: t.string({ description: 'Financements, en Markdown.' }),
    statut: t.field({ type: StatutEnum, description: 'Où en est la fiche.' }),
    priorite: t.field({ type: PrioriteEnum, description: 'Priorité.' }),
    dateDebut: t.field({ type: 'Date', description: 'Premier jour.' }),
    dateFin: t.field({ type: 'Date', description: 'Dernier jour, pas avant le premier.' }),
    serviceIds: t.idList({ description: 'Services de la collectivité qui piloteront la fiche, 100 au plus.' }),
  }),
})

const CreateFicheSuccess = builder.objectRef<{ ficheId: string; placementId: string }>('CreateFicheSuccess').implement({
  description: 'La fiche est créée et placée.',
  fields: (t) => ({
    fiche: t.prismaField({
      type: FicheType,
      description: 'La fiche créée.',
      resolve: (query, { ficheId }, _args, { prisma }) =>
        prisma.fiche.findUniqueOrThrow({ ...query, where: { id: ficheId } }),
    }),
    placement: t.prismaField({
      type: PlacementType,
      description: 'Sa place dans le plan.',
      resolve: (query, { placementId }, _args, { prisma }) =>
        prisma.placement.findUniqueOrThrow({ ...query, where: { id: placementId } }),
    }),
  }),
})

builder.mutationField('createFiche', (t) =>
  t.field({
    type: CreateFicheSuccess,
    description: 'Crée une fiche dans un plan. Demande le rôle éditeur ou admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'CreateFicheResult', description: 'La fiche créée, ou une erreur.' },
    },
    args: { input: t.arg({ type: CreateFicheInput, required: true, description: 'La fiche à créer.' }) },
    resolve: async (_root, { input }, context) => {
      const newFiches = readInput(input)
      const [created] = await inTransaction(context, (useCase) => createFiches(useCase, newFiches))
      if (!created) throw new Error('createFiches answers one fiche per fiche asked')
      return created
    },
  }),
)

function readInput({ planId, axeId, serviceIds, ...input }: typeof CreateFicheInput.$inferInput) {
  const { titre, statut, priorite, dateDebut, dateFin } = input
  return {
    planId: uuidOf('Plan', planId),
    fiches: [
      {
        axeId: axeId == null ? null : uuidOf('Axe', axeId),
        serviceIds: serviceIds?.map((id) => uuidOf('Service', id)) ?? [],
        titre,
        statut: statut ?? null,
        priorite: priorite ?? null,
        dateDebut: dateDebut ?? null,
        dateFin: dateFin ?? null,
        textes: {
          description: writtenText('descriptionMarkdown', input.descriptionMarkdown),
          objectifs: writtenText('objectifsMarkdown', input.objectifsMarkdown),
          moyens: writtenText('moyensMarkdown', input.moyensMarkdown),
          financements: writtenText('financementsMarkdown', input.financementsMarkdown),
        },
      },
    ],
  }
}
