import { mayInCollectivite } from '../../domain/rights/may.ts'
import { plansWhereMay } from '../../domain/rights/plans-where-may.ts'
import {
  readableInvitations,
  readableLabels,
  readableMembres,
  readablePersonnes,
  readablePlans,
  readableServices,
} from '../../domain/rights/readable.ts'
import { visibleCollectivites } from '../../domain/rights/visible.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { CollectiviteTypeEnum, LabelGenreEnum } from '../enums.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { labelList } from '../label/label-list.ts'
import { LabelConnection, LabelType } from '../label/label.ts'
import { literal, whereTrue } from '../filter/conditions.ts'
import { wellFormedUuid } from '../global-id.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { planList } from '../plan/plan-orders.ts'
import { archiveConditions } from '../plan/plan-where.ts'
import { PlanConnection, PlanObject } from '../plan/plan.ts'
import { invitationsByDate } from '../invitation/invitation-list.ts'
import { InvitationConnection, InvitationType } from '../invitation/invitation.ts'
import { personneList } from '../personne/personne-list.ts'
import { PersonneConnection, PersonneType } from '../personne/personne.ts'
import { membresByAge } from '../viewer/membre-list.ts'
import { MembreConnection, MembreType } from '../viewer/membre.ts'
import { serviceList } from '../service/service-list.ts'
import { ServiceConnection, ServiceType } from '../service/service.ts'

const RECHERCHE = 'Ce que le nom contient, sans tenir compte des accents ni des majuscules.'

/** Rows whose name holds the words of a search, if there is one. */
export function nomHolds(recherche: string | null | undefined): { nomNormalise?: { contains: string } } {
  return recherche ? { nomNormalise: { contains: literal(normaliseNom(recherche)) } } : {}
}

export const CollectiviteObject = builder.prismaNode('Collectivite', {
  description: 'Une collectivité territoriale.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleCollectivites(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    siren: t.exposeString('siren', { description: 'Numéro SIREN, neuf chiffres. Exemple : 200068229.' }),
    nom: t.exposeString('nom', { description: 'Nom officiel.' }),
    type: t.expose('type', { type: CollectiviteTypeEnum, description: 'Nature de la collectivité.' }),
    timeZone: t.exposeString('timeZone', {
      description: 'Fuseau horaire (nom IANA) où se jugent les échéances. Exemple : Europe/Paris.',
    }),
    services: t.connection(
      {
        type: ServiceType,
        description: 'Les services de la collectivité, par nom.',
        select: (args, { viewer }, nestedSelection) => ({
          services: wholeRows(
            nestedSelection(pageQuery({ list: serviceList, args, within: [readableServices(viewer)] }), [
              'edges',
              'node',
            ]),
          ),
        }),
        resolve: ({ services }, args) => pageOf({ list: serviceList, args }, services),
      },
      ServiceConnection,
    ),
    membres: t.connection(
      {
        type: MembreType,
        description: 'Les membres de la collectivité, le plus ancien d’abord.',
        select: (args, { viewer }, nestedSelection) => ({
          membres: wholeRows(
            nestedSelection(pageQuery({ list: membresByAge, args, within: [readableMembres(viewer)] }), [
              'edges',
              'node',
            ]),
          ),
        }),
        resolve: ({ membres }, args) => pageOf({ list: membresByAge, args }, membres),
      },
      MembreConnection,
    ),
    personnes: t.connection(
      {
        type: PersonneType,
        description: 'Ceux que des fiches peuvent nommer, membres ou sans compte, par nom.',
        args: { recherche: t.arg.string({ description: RECHERCHE }) },
        select: (args, { viewer }, nestedSelection) => ({
          personnes: wholeRows(
            nestedSelection(
              pageQuery({ list: personneList, args, within: [readablePersonnes(viewer), nomHolds(args.recherche)] }),
              ['edges', 'node'],
            ),
          ),
        }),
        resolve: ({ personnes }, args) => pageOf({ list: personneList, args }, personnes),
      },
      PersonneConnection,
    ),
    labels: t.connection(
      {
        type: LabelType,
        description: 'Les libellés d’un genre, par nom.',
        args: {
          genre: t.arg({ type: LabelGenreEnum, required: true, description: 'Le genre.' }),
          recherche: t.arg.string({ description: RECHERCHE }),
        },
        select: (args, { viewer }, nestedSelection) => ({
          labels: wholeRows(
            nestedSelection(
              pageQuery({
                list: labelList,
                args,
                within: [readableLabels(viewer), { genre: args.genre }, nomHolds(args.recherche)],
              }),
              ['edges', 'node'],
            ),
          ),
        }),
        resolve: ({ labels }, args) => pageOf({ list: labelList, args }, labels),
      },
      LabelConnection,
    ),
    invitations: t.connection(
      {
        type: InvitationType,
        description: 'Les invitations qui attendent une réponse, la dernière d’abord ; vide pour qui n’est pas admin.',
        select: (args, { viewer }, nestedSelection) => ({
          invitations: wholeRows(
            nestedSelection(
              pageQuery({ list: invitationsByDate, args, within: [readableInvitations(viewer), { acceptedAt: null }] }),
              ['edges', 'node'],
            ),
          ),
        }),
        resolve: ({ invitations }, args) => pageOf({ list: invitationsByDate, args }, invitations),
      },
      InvitationConnection,
    ),
    plans: t.connection(
      {
        type: PlanObject,
        description: 'Les plans de la collectivité que vous pouvez lire, par nom.',
        args: {
          recherche: t.arg.string({ description: RECHERCHE }),
          viewerCanUpdate: t.arg.boolean({
            description: 'Vrai pour ceux-là seuls que vous pouvez modifier, faux pour les autres seuls.',
          }),
          archive: t.arg.boolean({ description: 'Vrai pour les plans archivés seuls, faux pour les autres seuls.' }),
        },
        select: (args, { viewer }, nestedSelection) => ({
          plans: wholeRows(
            nestedSelection(
              pageQuery({
                list: planList(),
                args,
                within: [
                  readablePlans(viewer),
                  nomHolds(args.recherche),
                  ...archiveConditions(args.archive),
                  ...whereTrue(plansWhereMay(viewer, 'editPlan'), args.viewerCanUpdate),
                ],
              }),
              ['edges', 'node'],
            ),
          ),
        }),
        resolve: ({ plans }, args) => pageOf({ list: planList(), args }, plans),
      },
      PlanConnection,
    ),
    viewerCanManageMembres: t.boolean({
      description: 'Vrai si vous pouvez inviter, changer et retirer des membres.',
      resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'manageMembres', { collectiviteId: id }),
    }),
    viewerCanCreatePlan: t.boolean({
      description: 'Vrai si vous pouvez créer un plan dans cette collectivité.',
      resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'createPlan', { collectiviteId: id }),
    }),
  }),
})

export const CollectiviteConnection = builder.connectionObject(
  { type: CollectiviteObject, name: 'CollectiviteConnection', description: 'Une page de collectivités.' },
  { name: 'CollectiviteEdge', description: 'Une collectivité dans une page.' },
)
