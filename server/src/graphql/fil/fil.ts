import { mayInPlan, mayOnFiche } from '../../domain/rights/may.ts'
import { readableFils } from '../../domain/rights/readable.ts'
import { readerIdOf } from '../../domain/viewer.ts'
import { AxeType } from '../axe/axe.ts'
import { builder } from '../builder.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { FicheType } from '../fiche/fiche.ts'
import { NIL_UUID, wellFormedUuid } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'
import { CommentaireObject } from './commentaire.ts'
import { ChampDiscuteEnum } from './fil-enums.ts'
import { champDiscute } from './champ-discute.ts'
import { commentairesByDate } from './fil-lists.ts'
import { PassageObject } from './passage.ts'

export const FilObject = builder.prismaNode('Fil', {
  description:
    'Une discussion au sujet d’un plan, d’un de ses axes, d’une fiche, d’un de ses champs ou d’un passage d’un texte.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableFils(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    plan: t.relation('plan', {
      type: PlanObject,
      nullable: true,
      description: 'Le plan ; null si elle est d’une fiche.',
    }),
    axe: t.relation('axe', {
      type: AxeType,
      nullable: true,
      description: 'L’axe du plan dont elle parle, s’il y en a un.',
    }),
    fiche: t.relation('fiche', {
      type: FicheType,
      nullable: true,
      description: 'La fiche ; null si elle est d’un plan.',
    }),
    champ: t.field({
      type: ChampDiscuteEnum,
      nullable: true,
      description: 'Le champ de la fiche dont elle parle ; null pour le tout.',
      resolve: ({ champ }) => champDiscute(champ),
    }),
    passage: t.relation('passage', {
      type: PassageObject,
      nullable: true,
      description: 'Le passage dont elle parle ; null quand elle parle du tout ou d’un champ.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Ouverture.' }),
    actifAt: t.expose('actifAt', { type: 'DateTime', description: 'Dernier commentaire.' }),
    resoluAt: t.expose('resoluAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Quand elle a été résolue ; null si elle est ouverte.',
    }),
    resoluPar: t.string({
      nullable: true,
      description: 'Nom de qui l’a résolue ; null si elle est ouverte, ou quand ce n’est plus connu.',
      select: { resoluPar: { select: { name: true } } },
      resolve: ({ resoluPar }) => resoluPar?.name ?? null,
    }),
    estNonLu: t.boolean({
      description: 'Vrai s’il s’y est dit quelque chose que vous n’avez pas lu.',
      select: (_args, { viewer }) => ({
        lectures: { where: { userId: readerIdOf(viewer) ?? NIL_UUID }, select: { luAt: true }, take: 1 },
      }),
      resolve: ({ actifAt, lectures }, _args, { viewer }) =>
        readerIdOf(viewer) !== null && (lectures[0]?.luAt ?? new Date(0)) < actifAt,
    }),
    viewerCanComment: t.boolean({
      description: 'Vrai si vous pouvez y répondre, la résoudre et la rouvrir.',
      select: { planId: true, ficheId: true },
      resolve: async ({ planId, ficheId }, _args, { viewer, loaders }) => {
        if (ficheId !== null) {
          const target = await loaders.ficheTargets.load(ficheId)
          return target !== null && mayOnFiche(viewer, 'commentFiche', target)
        }
        const target = planId === null ? null : await loaders.planTargets.load(planId)
        return target !== null && mayInPlan(viewer, 'commentPlan', target)
      },
    }),
  }),
})

builder.prismaObjectField(CommentaireObject, 'fil', (t) =>
  t.relation('fil', { type: FilObject, description: 'La discussion où il est.' }),
)

const CommentaireConnection = builder.connectionObject(
  { type: CommentaireObject, name: 'CommentaireConnection', description: 'Une page de commentaires.' },
  { name: 'CommentaireEdge', description: 'Un commentaire dans une page.' },
)

builder.prismaObjectField(FilObject, 'commentaires', (t) =>
  t.connection(
    {
      type: CommentaireObject,
      description: 'Ce qui s’y dit, dans l’ordre.',
      select: (args, _context, nestedSelection) => ({
        commentaires: wholeRows(
          nestedSelection(pageQuery({ list: commentairesByDate, args, within: [] }), ['edges', 'node']),
        ),
      }),
      resolve: ({ commentaires }, args) => pageOf({ list: commentairesByDate, args }, commentaires),
    },
    CommentaireConnection,
  ),
)
