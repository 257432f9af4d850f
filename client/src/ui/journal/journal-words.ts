import type { JournalObjet, JournalOperation } from '../../gql/graphql.ts'
import { fieldLabel } from '../../lib/vocabulary/field-labels.ts'
import { counted } from '../../lib/text/french.ts'
import { champLabel, valueText } from './journal-values.ts'

/** Names of objets, one and several, and whether what happens to them is said in the feminine. */
const OBJETS: Record<JournalObjet, readonly [one: string, several: string, genre: 'm' | 'f']> = {
  COLLECTIVITE: ['Collectivité', 'Collectivités', 'f'],
  MEMBRE: ['Membre', 'Membres', 'm'],
  SERVICE_DE_MEMBRE: ['Service d’un membre', 'Services de membres', 'm'],
  PERSONNE: ['Personne', 'Personnes', 'f'],
  SERVICE: ['Service', 'Services', 'm'],
  LABEL: ['Libellé', 'Libellés', 'm'],
  INVITATION: ['Invitation', 'Invitations', 'f'],
  SERVICE_D_INVITATION: ['Service d’une invitation', 'Services d’invitations', 'm'],
  PERSONNE_D_INVITATION: ['Personne d’une invitation', 'Personnes d’invitations', 'f'],
  CLE_API: ['Clé d’API', 'Clés d’API', 'f'],
  WEBHOOK: ['Webhook', 'Webhooks', 'm'],
  MODELE_DE_PLAN: ['Modèle de plan', 'Modèles de plan', 'm'],
  OCTROI: ['Droit donné', 'Droits donnés', 'm'],
  CORBEILLE: ['Mise à la corbeille', 'Mises à la corbeille', 'f'],
  PLAN: ['Plan', 'Plans', 'm'],
  PILOTE_DE_PLAN: ['Pilote', 'Pilotes', 'm'],
  REFERENT_DE_PLAN: ['Référent', 'Référents', 'm'],
  CHAMP_PROPRE: ['Champ propre', 'Champs propres', 'm'],
  CHOIX_DE_CHAMP_PROPRE: ['Choix d’un champ propre', 'Choix de champs propres', 'm'],
  AXE: ['Axe', 'Axes', 'm'],
  INDICATEUR_D_AXE: ['Indicateur d’un axe', 'Indicateurs d’axes', 'm'],
  PLACEMENT: ['Emplacement', 'Emplacements', 'm'],
  FICHE: ['Fiche', 'Fiches', 'f'],
  SERVICE_DE_FICHE: ['Service pilote', 'Services pilotes', 'm'],
  PILOTE_DE_FICHE: ['Pilote', 'Pilotes', 'm'],
  REFERENT_DE_FICHE: ['Référent', 'Référents', 'm'],
  LABEL_DE_FICHE: ['Libellé', 'Libellés', 'm'],
  CIBLE: ['Cible', 'Cibles', 'f'],
  EFFET_ATTENDU: ['Effet attendu', 'Effets attendus', 'm'],
  THEMATIQUE: ['Thématique', 'Thématiques', 'f'],
  SOUS_THEMATIQUE: ['Sous-thématique', 'Sous-thématiques', 'f'],
  MESURE_LIEE: ['Mesure liée', 'Mesures liées', 'f'],
  LIGNE_BUDGET: ['Ligne de budget', 'Lignes de budget', 'f'],
  LIGNE_FINANCEUR: ['Ligne de financeur', 'Lignes de financeurs', 'f'],
  FINANCEUR: ['Financeur', 'Financeurs', 'm'],
  VALEUR_DE_CHAMP_PROPRE: ['Champ propre', 'Champs propres', 'm'],
  NOTE: ['Note de suivi', 'Notes de suivi', 'f'],
  LIEN: ['Lien', 'Liens', 'm'],
  DOUBLON_ECARTE: ['Doublon écarté', 'Doublons écartés', 'm'],
  FUSION: ['Fusion', 'Fusions', 'f'],
  INDICATEUR_DE_FICHE: ['Lien à un indicateur', 'Liens à des indicateurs', 'm'],
  INDICATEUR: ['Indicateur', 'Indicateurs', 'm'],
  VALEUR_D_INDICATEUR: ['Valeur', 'Valeurs', 'f'],
  TEXTE: ['Texte', 'Textes', 'm'],
}

/** Every objet that the page has words for. */
export const JOURNAL_OBJETS: readonly string[] = Object.keys(OBJETS)

const OPERATIONS: Record<JournalOperation, Record<'m' | 'f', string>> = {
  CREATION: { m: 'ajouté', f: 'ajoutée' },
  CHANGEMENT: { m: 'modifié', f: 'modifiée' },
  SUPPRESSION: { m: 'retiré', f: 'retirée' },
}

export interface Changement {
  champ: string
  avant?: string | null | undefined
  apres?: string | null | undefined
}

export interface Line {
  objet: JournalObjet
  operation: JournalOperation
  changements: readonly Changement[]
}

/** What happened, in a few words: « Pilote ajouté », « Restauration », « Description modifiée ». */
export function whatHappened({ objet, operation, changements }: Line): string {
  if (objet === 'CORBEILLE') return operation === 'SUPPRESSION' ? 'Restauration' : 'Mise à la corbeille'
  if (objet === 'TEXTE') return 'Texte modifié'
  const [nom, , genre] = OBJETS[objet]
  // « Statut » says it better than « Fiche modifiée ».
  const [only, ...others] = changements
  if (operation === 'CHANGEMENT' && only && others.length === 0) return champLabel(only.champ)
  return `${nom} ${OPERATIONS[operation][genre]}`
}

/** Many lines alike, counted: « 209 fiches ajoutées », « 2 restaurations ». */
export function resumeText({ objet, operation, nombre }: Omit<Line, 'changements'> & { nombre: number }): string {
  if (objet === 'CORBEILLE' && operation === 'SUPPRESSION') return counted(nombre, 'restauration', 'restaurations')
  const [one, several, genre] = OBJETS[objet]
  const done = objet === 'CORBEILLE' ? '' : ` ${OPERATIONS[operation][genre]}`
  const [noun, nouns] = [one, several].map((name) => name.charAt(0).toLowerCase() + name.slice(1))
  return counted(nombre, `${noun}${done}`, `${nouns}${done && `${done}s`}`)
}

/** What a long act is told by before all that goes with it. */
const TOLD_FIRST: readonly JournalObjet[] = ['PLAN', 'FICHE', 'AXE', 'INDICATEUR', 'NOTE', 'SERVICE']
const TOLD_KINDS = 4

/** Many lines in a sentence: « 1 plan ajouté, 209 fiches ajoutées, 24 axes ajoutés, et 2 912 autres changements ». */
export function summaryText(resume: readonly (Omit<Line, 'changements'> & { nombre: number })[]): string {
  const rank = ({ objet }: { objet: JournalObjet }) => TOLD_FIRST.indexOf(objet) + 1 || TOLD_FIRST.length + 1
  const sorted = resume.toSorted((a, b) => rank(a) - rank(b) || b.nombre - a.nombre)
  const told = sorted.slice(0, TOLD_KINDS).map(resumeText)
  const others = sorted.slice(TOLD_KINDS).reduce((sum, { nombre }) => sum + nombre, 0)
  return others === 0
    ? told.join(', ')
    : `${told.join(', ')} et ${counted(others, 'autre changement', 'autres changements')}`
}

/** What is said by its name alone: its values are nothing to anybody. */
const OPAQUE = new Set(['position', 'suppression', 'version', 'objet'])

export interface Detail {
  /** null where the words before say it. */
  label: string | null
  avant: string | null
  apres: string | null
}

/** What changed, field by field, in words. */
export function detailsOf({ objet, operation, changements }: Line): Detail[] {
  if (objet === 'TEXTE') return [textDetail(changements)]
  const isAlone = changements.length === 1
  return changements
    .filter(({ champ }) => !OPAQUE.has(champ))
    .map(({ champ, avant, apres }) => ({
      label: isAlone ? null : champLabel(champ),
      avant: operation === 'CREATION' ? null : valueText(champ, avant),
      apres: operation === 'SUPPRESSION' ? null : valueText(champ, apres),
    }))
    .filter((detail) => detail.avant !== null || detail.apres !== null)
}

function textDetail(changements: readonly Changement[]): Detail {
  const value = (champ: string) => changements.find((changement) => changement.champ === champ)?.apres ?? null
  const field = value('champ')
  const added = Number(value('ajouts') ?? 0)
  const written = added > 0 ? counted(added, 'caractère ajouté', 'caractères ajoutés') : 'coupes ou mise en forme'
  return { label: field === null ? null : fieldLabel(field), avant: null, apres: written }
}
