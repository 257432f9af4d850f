import { isEnRetard } from '../../domain/fiche/en-retard.ts'
import { MAX_LABELS_OF_FICHE, type FicheLabelGenre } from '../../domain/fiche/sets/fiche-labels.ts'
import { MAX_PERSONNES_OF_FICHE } from '../../domain/fiche/sets/fiche-personnes.ts'
import { namedOnFiches } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { CibleEnum, EffetAttenduEnum, ParticipationCitoyenneEnum, TempsDeMiseEnOeuvreEnum } from '../enums.ts'
import { LabelType } from '../label/label.ts'
import { PersonneType } from '../personne/personne.ts'
import { SousThematiqueType, ThematiqueType } from '../thematique/thematique.ts'
import { FicheType } from './fiche.ts'

/** Said of every field that names people. */
const UNNAMED = 'Vide pour qui ne la lit que parce qu’elle est publique, sauf si la collectivité montre les noms.'

const BY_NOM = { personne: { nom: 'asc' } } as const

builder.prismaObjectFields(FicheType, (t) => ({
  enRetard: t.boolean({
    description:
      'Vrai si le dernier jour est passé, là où est la collectivité, sans que la fiche soit réalisée ni abandonnée.',
    select: { statut: true, dateFin: true, collectivite: { select: { timeZone: true } } },
    resolve: ({ statut, dateFin, collectivite: { timeZone } }) =>
      isEnRetard({ statut, dateFin }, { timeZone, now: new Date() }),
  }),
  ameliorationContinue: t.exposeBoolean('ameliorationContinue', {
    description: 'Vrai si l’action se répète tous les ans ; dateFin est alors la fin de la répétition.',
  }),
  calendrier: t.exposeString('calendrier', { nullable: true, description: 'Calendrier, en quelques mots.' }),
  tempsDeMiseEnOeuvre: t.expose('tempsDeMiseEnOeuvre', {
    type: TempsDeMiseEnOeuvreEnum,
    nullable: true,
    description: 'Temps de mise en œuvre ; null s’il n’est pas dit.',
  }),
  participationCitoyenne: t.expose('participationCitoyenne', {
    type: ParticipationCitoyenneEnum,
    nullable: true,
    description: 'Participation citoyenne ; null si elle n’est pas dite.',
  }),
  participationDetail: t.exposeString('participationDetail', {
    nullable: true,
    description: 'Comment les habitants participent.',
  }),
  poids: t.exposeInt('poids', {
    nullable: true,
    description:
      'Combien elle compte dans l’avancement des plans et des axes qui la tiennent, de 0 à 100 ; null : autant qu’une autre, soit 1.',
  }),
  pilotes: t.field({
    type: [PersonneType],
    description: `Ceux qui pilotent la fiche, ${MAX_PERSONNES_OF_FICHE} au plus, par nom. ${UNNAMED}`,
    select: (_args, { viewer }, nestedSelection) => ({
      pilotes: { where: namedOnFiches(viewer), orderBy: BY_NOM, select: { personne: nestedSelection(true) } },
    }),
    resolve: ({ pilotes }) => pilotes.map(({ personne }) => personne),
  }),
  referents: t.field({
    type: [PersonneType],
    description: `Ceux qui en répondent, des élus le plus souvent, ${MAX_PERSONNES_OF_FICHE} au plus, par nom. ${UNNAMED}`,
    select: (_args, { viewer }, nestedSelection) => ({
      referents: { where: namedOnFiches(viewer), orderBy: BY_NOM, select: { personne: nestedSelection(true) } },
    }),
    resolve: ({ referents }) => referents.map(({ personne }) => personne),
  }),
  cibles: t.field({
    type: [CibleEnum],
    description: 'Ceux à qui la fiche s’adresse.',
    select: { cibles: { orderBy: { cible: 'asc' } } },
    resolve: ({ cibles }) => cibles.map(({ cible }) => cible),
  }),
  effetsAttendus: t.field({
    type: [EffetAttenduEnum],
    description: 'Ce qui en est attendu.',
    select: { effetsAttendus: { orderBy: { effet: 'asc' } } },
    resolve: ({ effetsAttendus }) => effetsAttendus.map(({ effet }) => effet),
  }),
  thematiques: t.field({
    type: [ThematiqueType],
    description: 'Thématiques, par nom.',
    select: (_args, _context, nestedSelection) => ({
      thematiques: { orderBy: { thematique: { nom: 'asc' } }, select: { thematique: nestedSelection(true) } },
    }),
    resolve: ({ thematiques }) => thematiques.map(({ thematique }) => thematique),
  }),
  sousThematiques: t.field({
    type: [SousThematiqueType],
    description: 'Sous-thématiques, chacune d’une des thématiques, par nom.',
    select: (_args, _context, nestedSelection) => ({
      sousThematiques: {
        orderBy: { sousThematique: { nom: 'asc' } },
        select: { sousThematique: nestedSelection(true) },
      },
    }),
    resolve: ({ sousThematiques }) => sousThematiques.map(({ sousThematique }) => sousThematique),
  }),
}))

/** One list per genre, from one selection: the labels of a fiche are loaded once, however many lists are asked. */
function exposeLabels(field: string, genre: FicheLabelGenre, description: string): void {
  builder.prismaObjectField(FicheType, field, (t) =>
    t.field({
      type: [LabelType],
      description: `${description}, ${MAX_LABELS_OF_FICHE} au plus, par nom.`,
      select: (_args, _context, nestedSelection) => ({
        labels: { orderBy: { label: { nom: 'asc' } }, select: { genre: true, label: nestedSelection(true) } },
      }),
      resolve: ({ labels }) => labels.flatMap((each) => (each.genre === genre ? [each.label] : [])),
    }),
  )
}

exposeLabels('structures', 'STRUCTURE', 'Structures qui portent l’action')
exposeLabels('partenaires', 'PARTENAIRE', 'Partenaires')
exposeLabels('instancesGouvernance', 'INSTANCE_GOUVERNANCE', 'Instances de gouvernance')
exposeLabels('tags', 'TAG', 'Étiquettes')
