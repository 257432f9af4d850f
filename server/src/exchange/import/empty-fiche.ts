import type { ImportAxe, ImportFiche } from './import-plan.ts'

/** A fiche of which only the title is known. */
export function emptyFiche(known: { row: number; axe: ImportAxe | null; titre: string }): ImportFiche {
  return {
    ...known,
    textes: {},
    statut: null,
    priorite: null,
    dateDebut: null,
    dateFin: null,
    ameliorationContinue: false,
    calendrier: null,
    tempsDeMiseEnOeuvre: null,
    participationCitoyenne: null,
    participationDetail: null,
    services: [],
    pilotes: [],
    referents: [],
    indicateurs: [],
    labels: { STRUCTURE: [], PARTENAIRE: [], INSTANCE_GOUVERNANCE: [], TAG: [] },
    cibles: [],
    effetsAttendus: [],
    thematiques: [],
    sousThematiques: [],
    mesures: [],
    financeurs: [],
    budgets: [],
    notes: [],
    liees: [],
    sousActions: [],
  }
}
