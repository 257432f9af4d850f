import type { NodeName } from '../../src/graphql/global-id.ts'
import {
  admins,
  agents,
  type Audience,
  commenters,
  editeurs,
  everybody,
  fillers,
  fillersAndTheirKeys,
  indicateurReaders,
  membres,
  membresAndTheirKeys,
  membresWhoRead,
  people,
  planEditors,
  readersOfSomething,
  restorers,
  restorersOfSomething,
  writers,
} from './readers.ts'

/** Who is shown a field, of those who see the object at all. */
interface Shown {
  to: Audience
  /** Its answer is a list of which each is shown what they may read, and no more. */
  inPart?: true
}

/** Who sees an object, and who is shown which of its fields: words apart by spaces. */
interface Declared {
  /** Or one audience for each object of the world, in their order, the last for those that follow. */
  seen: Audience | readonly Audience[]
  fields: readonly (readonly [Shown | Audience, string])[]
}

const part = (to: Audience): Shown => ({ to, inPart: true })

/** Nobody from whom the object is hidden sees it to begin with. */
const whoeverSeesIt: Audience = () => true

/** What is expected of every type that has an id, field by field. A field that is not named here fails the build. */
export const READS: Record<NodeName, Declared> = {
  Collectivite: {
    // The one in question publishes a plan.
    seen: () => true,
    fields: [
      [whoeverSeesIt, 'id uuid siren nom type timeZone'],
      [membres, 'membres planModeles vues mentionnables'],
      [fillers, 'personnes'],
      [fillersAndTheirKeys, 'services labels'],
      [part(readersOfSomething), 'plans indicateurs doublonsPossibles typesAutres'],
      [part(membres), 'journal actes'],
      [part(restorersOfSomething), 'corbeille'],
      [
        admins,
        'invitations apiKeys revokedApiKeys webhooks viewerCanManageMembres viewerCanManageServices viewerCanManageApiKeys',
      ],
      [
        editeurs,
        'viewerCanManageModeles viewerCanManageLabels viewerCanShareVues viewerCanCreatePlan viewerCanCreateIndicateur viewerCanRestore',
      ],
      [membres, 'nomsPublics'],
    ],
  },
  PlanModele: {
    seen: membres,
    fields: [[whoeverSeesIt, 'id nom type typeAutre axesCount champsCount fichesCount createdAt']],
  },
  Vue: {
    // The second is somebody's own: rights-vues.test.ts looks at one's own.
    seen: [membres, () => false],
    fields: [
      [whoeverSeesIt, 'id nom parametres partagee auteur createdAt updatedAt'],
      [admins, 'viewerCanUpdate'],
    ],
  },
  Service: {
    seen: fillers,
    fields: [
      [whoeverSeesIt, 'id uuid nom collectivite'],
      [admins, 'usage'],
    ],
  },
  Personne: {
    seen: fillers,
    fields: [
      [whoeverSeesIt, 'id uuid nom'],
      [membres, 'membre'],
    ],
  },
  Label: {
    seen: fillers,
    fields: [
      [whoeverSeesIt, 'id nom'],
      [agents, 'usagesCount'],
    ],
  },
  Membre: {
    seen: membres,
    fields: [
      [whoeverSeesIt, 'id uuid nom role services collectivite'],
      [admins, 'email'],
    ],
  },
  Invitation: {
    seen: admins,
    fields: [
      [whoeverSeesIt, 'id uuid email role services personnes invitePar createdAt sentAt expiresAt acceptedAt refused'],
    ],
  },
  Octroi: { seen: admins, fields: [[whoeverSeesIt, 'id niveau membre service email createdAt']] },
  ApiKey: {
    seen: admins,
    fields: [
      [
        whoeverSeesIt,
        'id nom prefix previousPrefix previousUntil scopes creePar createdAt expiresAt lastUsedAt revokedAt',
      ],
    ],
  },
  Webhook: {
    seen: admins,
    fields: [
      [
        whoeverSeesIt,
        'id url apiKey creePar createdAt secretIssuedAt previousSecretUntil failingSince disabledAt deliveries',
      ],
    ],
  },
  WebhookDelivery: {
    seen: admins,
    fields: [
      [
        whoeverSeesIt,
        `id uuid kind status body attempts httpStatus durationMs answer failure createdAt lastAttemptAt nextAttemptAt`,
      ],
    ],
  },
  Suppression: {
    // The last is an indicateur, which is in no plan.
    seen: [restorers, restorers, restorers, restorers, editeurs],
    fields: [[whoeverSeesIt, 'id kind nom auteur createdAt axesCount fichesCount fusionneeDans']],
  },
  Plan: {
    seen: everybody,
    fields: [
      [
        whoeverSeesIt,
        `id uuid nom type typeAutre niveaux dateDebut dateFin description descriptionMarkdown visibilite ouverture collectivite
        axes placements champsPropres indicateurs avancement fichesCount fichesPubliablesCount archivedAt createdAt updatedAt`,
      ],
      [agents, 'pilotes referents'],
      [part(membresWhoRead), 'journal actes'],
      [admins, 'octrois viewerCanManageAccess'],
      [planEditors, 'viewerCanUpdate viewerCanCreateFiche viewerCanDelete viewerCanArchive'],
      [part(people), 'fils'],
      [commenters, 'viewerCanComment'],
    ],
  },
  Axe: {
    seen: everybody,
    fields: [
      [
        whoeverSeesIt,
        'id uuid nom description descriptionMarkdown position plan parent enfants placements indicateurs avancement',
      ],
    ],
  },
  Placement: { seen: everybody, fields: [[whoeverSeesIt, 'id uuid position plan axe fiche']] },
  Fiche: {
    seen: everybody,
    fields: [
      [
        whoeverSeesIt,
        `id uuid titre description descriptionMarkdown objectifs objectifsMarkdown moyens moyensMarkdown financements
        financementsMarkdown statut enRetard priorite dateDebut dateFin ameliorationContinue calendrier tempsDeMiseEnOeuvre
        cibles participationCitoyenne participationDetail poids effetsAttendus thematiques sousThematiques services structures
        partenaires instancesGouvernance tags mesuresLiees champsPropres budgets budgetTotal financeurs notesSuivi liens parent
        sousActions placements indicateurs collectivite restreinte createdAt updatedAt`,
      ],
      [agents, 'pilotes referents viewerCanOpen'],
      [part(agents), 'similarFiches'],
      [part(membresWhoRead), 'journal actes'],
      [writers, 'viewerCanUpdate'],
      [planEditors, 'viewerCanMove viewerCanDelete viewerCanRestrict'],
      [part(people), 'fils'],
      [commenters, 'viewerCanComment'],
      [admins, 'octrois viewerCanManageAccess'],
    ],
  },
  LigneBudget: { seen: everybody, fields: [[whoeverSeesIt, 'id type unite nature annee montant']] },
  LigneFinanceur: { seen: everybody, fields: [[whoeverSeesIt, 'id financeurs montantHt']] },
  NoteSuivi: {
    seen: everybody,
    fields: [
      [whoeverSeesIt, 'id uuid date fiche texte texteMarkdown createdAt'],
      [agents, 'auteur'],
    ],
  },
  Fil: {
    seen: people,
    fields: [
      [
        whoeverSeesIt,
        'id uuid plan axe fiche champ createdAt actifAt resoluAt resoluPar estNonLu passage commentaires',
      ],
      [commenters, 'viewerCanComment'],
    ],
  },
  Commentaire: {
    seen: people,
    fields: [
      [
        whoeverSeesIt,
        'id uuid fil auteur auteurEstVous texteMarkdown createdAt modifieAt estSupprime reactions mentions',
      ],
      [admins, 'viewerCanDelete'],
    ],
  },
  MesureLiee: { seen: everybody, fields: [[whoeverSeesIt, 'id code titre']] },
  ChampPropre: {
    seen: everybody,
    fields: [[whoeverSeesIt, 'id nom type choix plan valeursCount']],
  },
  ChampPropreChoix: { seen: everybody, fields: [[whoeverSeesIt, 'id nom valeursCount']] },
  Lien: { seen: everybody, fields: [[whoeverSeesIt, 'id type fiche autre createdAt']] },
  Indicateur: {
    // The second is linked to nothing.
    seen: [indicateurReaders, membresAndTheirKeys],
    fields: [
      [whoeverSeesIt, 'id uuid nom description unite periodicite valeurs collectivite createdAt updatedAt'],
      [part(everybody), 'fiches axes'],
      [part(membres), 'journal'],
      [editeurs, 'viewerCanUpdate'],
    ],
  },
}

/** What tells the asker about themselves. */
export const OF_ONESELF: ReadonlySet<string> = new Set(['Membre.estVous'])

/** Who sees the object of a type that is at a place of its world. */
export function seesIt(type: NodeName, at = 0): Audience {
  const { seen } = READS[type]
  return typeof seen === 'function' ? seen : (seen[at] ?? seen.at(-1) ?? (() => false))
}
