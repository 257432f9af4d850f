import type { JournalOperation, JournalOrigine } from '@pupitre/prisma'
import { apiKeyIdOf, type Changement, changementsOf, personneIdsOf } from '../../domain/journal/changements.ts'
import { type JournalObjet, objetOf } from '../../domain/journal/journalised.ts'
import { builder } from '../builder.ts'

export const JournalOrigineEnum = builder.enumType('JournalOrigine', {
  description: 'Par où un changement est venu.',
  values: {
    PAGE: { description: 'Une page de Pupitre.' },
    API: { description: 'Un programme, par une clé d’API.' },
    MASSE: {
      description: 'Le même changement donné à plusieurs fiches d’un coup, ou son annulation : undoActe l’annule.',
    },
    IMPORT: { description: 'L’import d’un classeur.' },
    SYSTEME: { description: 'Une commande de l’exploitant, ou Pupitre de lui-même.' },
  } satisfies Record<JournalOrigine, object>,
})

export const JournalOperationEnum = builder.enumType('JournalOperation', {
  description: 'Ce qui est arrivé à l’objet.',
  values: {
    CREATION: { description: 'Il a été créé, ou ajouté.' },
    CHANGEMENT: { description: 'Il a changé.' },
    SUPPRESSION: { description: 'Il a été retiré pour de bon.' },
  } satisfies Record<JournalOperation, object>,
})

export const JournalObjetEnum = builder.enumType('JournalObjet', {
  description: 'Ce qu’est l’objet d’un changement.',
  values: {
    COLLECTIVITE: { description: 'La collectivité elle-même.' },
    MEMBRE: { description: 'Un membre et son rôle.' },
    SERVICE_DE_MEMBRE: { description: 'L’appartenance d’un membre à un service.' },
    PERSONNE: { description: 'Une personne que les fiches nomment.' },
    SERVICE: { description: 'Un service.' },
    LABEL: { description: 'Un libellé de la collectivité.' },
    INVITATION: { description: 'Une invitation.' },
    SERVICE_D_INVITATION: { description: 'Un service proposé par une invitation.' },
    PERSONNE_D_INVITATION: { description: 'Une personne que l’invité est.' },
    CLE_API: { description: 'Une clé d’API, sans son secret.' },
    WEBHOOK: { description: 'Un webhook, sans son secret.' },
    MODELE_DE_PLAN: { description: 'Un modèle de plan.' },
    OCTROI: { description: 'Un droit donné sur un plan ou une fiche, à une personne ou à un service.' },
    CORBEILLE: { description: 'Une mise à la corbeille ; sa suppression est une restauration.' },
    PLAN: { description: 'Un plan.' },
    PILOTE_DE_PLAN: { description: 'Un pilote d’un plan.' },
    REFERENT_DE_PLAN: { description: 'Un référent d’un plan.' },
    CHAMP_PROPRE: { description: 'Un champ propre à un plan.' },
    CHOIX_DE_CHAMP_PROPRE: { description: 'Un choix d’un champ propre.' },
    AXE: { description: 'Un axe.' },
    INDICATEUR_D_AXE: { description: 'Le lien d’un axe à un indicateur.' },
    PLACEMENT: { description: 'Une place d’une fiche dans un plan.' },
    FICHE: { description: 'Une fiche.' },
    SERVICE_DE_FICHE: { description: 'Un service pilote d’une fiche.' },
    PILOTE_DE_FICHE: { description: 'Une personne pilote d’une fiche.' },
    REFERENT_DE_FICHE: { description: 'Un référent d’une fiche.' },
    LABEL_DE_FICHE: { description: 'Un libellé d’une fiche.' },
    CIBLE: { description: 'Une cible d’une fiche.' },
    EFFET_ATTENDU: { description: 'Un effet attendu d’une fiche.' },
    THEMATIQUE: { description: 'Une thématique d’une fiche.' },
    SOUS_THEMATIQUE: { description: 'Une sous-thématique d’une fiche.' },
    MESURE_LIEE: { description: 'Une mesure liée à une fiche.' },
    LIGNE_BUDGET: { description: 'Une ligne du budget d’une fiche.' },
    LIGNE_FINANCEUR: { description: 'Une ligne de financeur d’une fiche.' },
    FINANCEUR: { description: 'Un financeur d’une ligne.' },
    VALEUR_DE_CHAMP_PROPRE: { description: 'Ce qu’une fiche dit dans un champ propre à un plan.' },
    NOTE: { description: 'Une note de suivi, sans son texte.' },
    LIEN: { description: 'Un lien entre deux fiches.' },
    DOUBLON_ECARTE: { description: 'Deux fiches dont il est dit qu’elles ne sont pas des doublons.' },
    FUSION: {
      description:
        'La fusion d’une autre fiche dans celle-ci ; sa suppression la défait. Champs : fiche, le titre de l’autre.',
    },
    INDICATEUR_DE_FICHE: { description: 'Le lien d’une fiche à un indicateur.' },
    INDICATEUR: { description: 'Un indicateur.' },
    TEXTE: {
      description:
        'Un texte partagé : ce qu’une personne y a écrit pendant une séance. Champs : champ, ajouts (caractères), version.',
    },
    VALEUR_D_INDICATEUR: { description: 'Une valeur d’un indicateur.' },
  } satisfies Record<JournalObjet, object>,
})

const JournalChangement = builder.objectRef<Changement>('JournalChangement').implement({
  description: 'Un champ qui a changé.',
  fields: (t) => ({
    champ: t.exposeString('champ', { description: 'Nom du champ. Exemple : statut.' }),
    avant: t.exposeString('avant', {
      nullable: true,
      description:
        'Valeur d’avant, en texte ; le nom de ce qui était désigné. Null s’il n’y en avait pas, ou si elle n’est pas gardée (noms de personnes, adresses).',
    }),
    apres: t.exposeString('apres', { nullable: true, description: 'Valeur d’après, de même.' }),
  }),
})

interface Sujet {
  uuid: string
  nom: string
  estSupprime: boolean
}

const JournalSujet = builder.objectRef<Sujet>('JournalSujet').implement({
  description: 'Ce dont parle une ligne du journal.',
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ uuid }) => uuid }),
    nom: t.exposeString('nom', { description: 'Son nom ou son titre, aujourd’hui.' }),
    estSupprime: t.exposeBoolean('estSupprime', { description: 'Vrai s’il est à la corbeille.' }),
  }),
})

const named = { select: { id: true, nom: true, suppressionId: true } } as const
const titled = { select: { id: true, titre: true, suppressionId: true } } as const

function sujetNamed(row: { id: string; nom: string; suppressionId: string | null } | null): Sujet | null {
  return row && { uuid: row.id, nom: row.nom, estSupprime: row.suppressionId !== null }
}

function sujetTitled(row: { id: string; titre: string; suppressionId: string | null } | null): Sujet | null {
  return row && sujetNamed({ ...row, nom: row.titre })
}

export const JournalEntryType = builder.prismaObject('JournalEntry', {
  description: 'Une ligne du journal : un objet que quelqu’un a créé, changé ou retiré.',
  fields: (t) => ({
    id: t.id({
      description: 'Identifiant de la ligne, qui ne change pas.',
      resolve: ({ acte, rang }) => `${acte}:${rang}`,
    }),
    acte: t.field({
      type: 'UUID',
      description: 'Ce qui a été fait d’un seul coup a le même.',
      resolve: ({ acte }) => acte,
    }),
    date: t.expose('at', { type: 'DateTime', description: 'Instant du changement.' }),
    auteur: t.string({
      nullable: true,
      description:
        'Nom de qui l’a fait, personne ou clé d’API ; null si ce n’est personne, ou s’il n’a plus de compte.',
      select: { user: { select: { name: true } }, apiKey: { select: { nom: true } } },
      resolve: ({ user, apiKey }) => user?.name ?? apiKey?.nom ?? null,
    }),
    origine: t.expose('origine', { type: JournalOrigineEnum, description: 'Par où le changement est venu.' }),
    operation: t.expose('operation', { type: JournalOperationEnum, description: 'Ce qui est arrivé à l’objet.' }),
    objet: t.field({
      type: JournalObjetEnum,
      description: 'Ce qu’est l’objet.',
      resolve: ({ relation }) => objetOf(relation),
    }),
    changements: t.field({
      type: [JournalChangement],
      description: 'Les champs qui ont changé, une vingtaine au plus ; tous ceux de l’objet s’il est créé ou retiré.',
      resolve: async (entry, _args, { loaders }) => {
        const ids = personneIdsOf(entry)
        const noms = new Map(
          await Promise.all(ids.map(async (id) => [id, await loaders.personneNoms.load(id)] as const)),
        )
        return changementsOf(entry, (id) => noms.get(id) ?? null)
      },
    }),
    fiche: t.field({
      type: JournalSujet,
      nullable: true,
      description: 'La fiche dont il s’agit.',
      select: { fiche: titled },
      resolve: ({ fiche }) => sujetTitled(fiche),
    }),
    autreFiche: t.field({
      type: JournalSujet,
      nullable: true,
      description: 'L’autre fiche d’un lien.',
      select: { autreFiche: titled },
      resolve: ({ autreFiche }) => sujetTitled(autreFiche),
    }),
    plan: t.field({
      type: JournalSujet,
      nullable: true,
      description: 'Le plan dont il s’agit.',
      select: { plan: named },
      resolve: ({ plan }) => sujetNamed(plan),
    }),
    indicateur: t.field({
      type: JournalSujet,
      nullable: true,
      description: 'L’indicateur dont il s’agit.',
      select: { indicateur: named },
      resolve: ({ indicateur }) => sujetNamed(indicateur),
    }),
    cleApi: t.field({
      type: JournalSujet,
      nullable: true,
      description: 'La clé d’API dont il s’agit.',
      resolve: async (entry, _args, { loaders }) => {
        const uuid = apiKeyIdOf(entry)
        const nom = uuid && (await loaders.apiKeyNoms.load(uuid))
        return uuid && nom ? { uuid, nom, estSupprime: false } : null
      },
    }),
  }),
})
