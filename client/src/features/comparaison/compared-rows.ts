import { longDate } from '../../lib/text/dates.ts'
import { fr } from '../../lib/text/french.ts'
import { montantText } from '../../lib/text/montant.ts'
import {
  CIBLE_LABELS,
  EFFET_LABELS,
  LABEL_LISTS,
  PARTICIPATION_LABELS,
  TEMPS_LABELS,
} from '../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS, UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { fieldLabel } from '../../lib/vocabulary/field-labels.ts'
import type { ComparedFiche } from './comparison-query.ts'

/** One field of two fiches, in words; empty where nothing is said. */
export interface ComparedRow {
  champ: string
  label: string
  values: readonly [string, string]
  isDifferent: boolean
}

type Reader = (fiche: ComparedFiche) => string

const names = (named: readonly { nom: string }[]) => lines(named.map(({ nom }) => nom))
const lines = (texts: readonly string[]) => texts.toSorted((a, b) => a.localeCompare(b, 'fr')).join('\n')
const day = (value: string | null | undefined) => (value ? longDate(value) : '')

const TYPES = { INVESTISSEMENT: 'Investissement', FONCTIONNEMENT: 'Fonctionnement', NON_PRECISE: 'Type non précisé' }
const NATURES = { PREVISIONNEL: 'prévisionnel', REEL: 'réel' }

/** The fields of a fiche in the order of its page. */
const FIELDS: readonly (readonly [champ: string, label: string, read: Reader])[] = [
  ['titre', 'Titre', ({ titre }) => titre.trim()],
  ...(['description', 'objectifs', 'moyens', 'financements'] as const).map(
    (champ) => [champ, fieldLabel(champ), (fiche: ComparedFiche) => fiche[champ].trim()] as const,
  ),
  ['statut', 'Statut', ({ statut }) => (statut ? STATUT_LABELS[statut] : '')],
  ['priorite', 'Priorité', ({ priorite }) => (priorite ? PRIORITE_LABELS[priorite] : '')],
  ['dateDebut', 'Date de début', ({ dateDebut }) => day(dateDebut)],
  ['dateFin', 'Échéance', ({ dateFin }) => day(dateFin)],
  ['ameliorationContinue', 'Répétition', (fiche) => (fiche.ameliorationContinue ? 'Tous les ans' : '')],
  ['calendrier', 'Calendrier', ({ calendrier }) => calendrier ?? ''],
  [
    'tempsDeMiseEnOeuvre',
    'Temps de mise en œuvre',
    ({ tempsDeMiseEnOeuvre: temps }) => (temps ? TEMPS_LABELS[temps] : ''),
  ],
  ['poids', 'Poids dans l’avancement', ({ poids }) => (poids == null ? '' : String(poids))],
  ['services', 'Services pilotes', ({ services }) => names(services)],
  ['pilotes', 'Pilotes', ({ pilotes }) => names(pilotes)],
  ['referents', 'Référents', ({ referents }) => names(referents)],
  ['thematiques', 'Thématiques', ({ thematiques }) => names(thematiques)],
  ['sousThematiques', 'Sous-thématiques', ({ sousThematiques }) => names(sousThematiques)],
  ['effetsAttendus', 'Effets attendus', (fiche) => lines(fiche.effetsAttendus.map((effet) => EFFET_LABELS[effet]))],
  ['cibles', 'Cibles', ({ cibles }) => lines(cibles.map((cible) => CIBLE_LABELS[cible]))],
  ...LABEL_LISTS.map(({ field, label }) => [field, label, (fiche: ComparedFiche) => names(fiche[field])] as const),
  [
    'participationCitoyenne',
    'Participation citoyenne',
    ({ participationCitoyenne: choice }) => (choice ? PARTICIPATION_LABELS[choice] : ''),
  ],
  ['participationDetail', 'Détail de la participation', ({ participationDetail }) => participationDetail ?? ''],
  ['budgets', 'Budget', ({ budgets }) => lines(budgets.map(budgetText))],
  ['financeurs', 'Financeurs', ({ financeurs }) => lines(financeurs.map(financeurText))],
  [
    'mesuresLiees',
    'Mesures liées',
    (fiche) => lines(fiche.mesuresLiees.map(({ code, titre }) => `${code} ${titre}`.trim())),
  ],
  ['champsPropres', 'Champs du plan', ({ champsPropres }) => lines(champsPropres.flatMap(champText))],
  ['indicateurs', 'Indicateurs', ({ indicateurs }) => names(indicateurs)],
  ['notesSuivi', 'Notes de suivi', notesText],
  ['sousActions', 'Sous-actions', (fiche) => lines(fiche.sousActions.map(({ titre }) => titre.trim() || UNTITLED))],
  ['placements', 'Emplacements', placesText],
]

/** What a merge takes too, and the comparison does not show. */
const NOT_COMPARED: Readonly<Record<string, string>> = { liens: 'Fiches liées', fils: 'Discussions' }

/** What the page calls a field of a fiche. */
export function champLabel(champ: string): string {
  return FIELDS.find(([name]) => name === champ)?.[1] ?? NOT_COMPARED[champ] ?? champ
}

/** Two fiches field by field; fields that neither says anything of are left out. */
export function comparedRows(one: ComparedFiche, other: ComparedFiche): ComparedRow[] {
  return FIELDS.flatMap(([champ, label, read]) => {
    const values = [read(one), read(other)] as const
    if (values[0] === '' && values[1] === '') return []
    return [{ champ, label, values, isDifferent: values[0] !== values[1] }]
  })
}

function budgetText({ type, unite, nature, annee, montant }: ComparedFiche['budgets'][number]): string {
  return fr`${TYPES[type]}, ${NATURES[nature]}, ${annee ?? 'total'} : ` + montantText(montant, unite)
}

function financeurText({ financeurs, montantHt }: ComparedFiche['financeurs'][number]): string {
  const who = financeurs.map(({ nom }) => nom).join(', ')
  return montantHt == null ? who : fr`${who} : ` + montantText(montantHt, 'EUROS_HT')
}

function champText({ nom, texte, nombre, date, choix }: ComparedFiche['champsPropres'][number]): string[] {
  const value = texte ?? nombre ?? (date ? longDate(date) : (choix?.nom ?? null))
  return value === null ? [] : [fr`${nom} : ` + value]
}

function notesText({ notesSuivi: { edges, pageInfo } }: ComparedFiche): string {
  const notes = edges.map(({ node }) => fr`${longDate(node.date)} : ` + node.texte.trim())
  return [...notes, ...(pageInfo.hasNextPage ? ['…'] : [])].join('\n')
}

function placesText({ placements: { edges, pageInfo } }: ComparedFiche): string {
  const places = edges.map(({ node: { plan, axe } }) => (axe ? `${plan.nom} · ${axe.nom}` : plan.nom))
  return [lines(places), ...(pageInfo.hasNextPage ? ['…'] : [])].join('\n')
}
