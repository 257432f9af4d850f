import type { PrismaClient } from '@pupitre/prisma'
import type { Viewer } from '../domain/viewer.ts'
import { type AvancementLoader, avancementLoader } from './avancement/avancement-loader.ts'
import { type TexteLoader, ficheTexteLoader, planTexteLoader } from './texte-loaders.ts'
import { type FicheChampsLoader, ficheChampsLoader } from './champ-propre/fiche-champs-loader.ts'
import { type FicheTargetLoader, ficheTargetLoader } from './fiche/fiche-target-loader.ts'
import { type ApiKeyNomsLoader, apiKeyNomsLoader } from './journal/api-key-noms-loader.ts'
import { type PersonneNomsLoader, personneNomsLoader } from './journal/personne-noms-loader.ts'
import { type FusionTitresLoader, fusionTitresLoader } from './fusion/fusion-titres-loader.ts'
import { type NoteAuteursLoader, noteAuteursLoader } from './note/note-auteurs-loader.ts'
import { type ValeurAuteursLoader, valeurAuteursLoader } from './indicateur/valeur-auteurs-loader.ts'
import { type PlanIndicateursLoader, planIndicateursLoader } from './indicateur/plan-indicateurs-loader.ts'
import { type SimilarFichesLoader, similarFichesLoader } from './doublon/similar-fiches-loader.ts'
import { type CountLoader, fichesCountLoader, publishableCountLoader } from './plan/fiches-count-loader.ts'
import { type PlanTargetLoader, planTargetLoader } from './plan/plan-target-loader.ts'

/** What is gathered from all the rows of an answer and loaded at once. One set per request. */
export interface Loaders {
  ficheTextes: TexteLoader
  planTextes: TexteLoader
  fichesCounts: CountLoader
  publishableCounts: CountLoader
  avancements: AvancementLoader
  ficheTargets: FicheTargetLoader
  planTargets: PlanTargetLoader
  ficheChamps: FicheChampsLoader
  planIndicateurs: PlanIndicateursLoader
  similarFiches: SimilarFichesLoader
  personneNoms: PersonneNomsLoader
  apiKeyNoms: ApiKeyNomsLoader
  noteAuteurs: NoteAuteursLoader
  fusionTitres: FusionTitresLoader
  valeurAuteurs: ValeurAuteursLoader
}

export function createLoaders({ prisma, viewer }: { prisma: PrismaClient; viewer: Viewer | null }): Loaders {
  return {
    ficheTextes: ficheTexteLoader({ prisma, viewer }),
    planTextes: planTexteLoader({ prisma, viewer }),
    fichesCounts: fichesCountLoader({ prisma, viewer }),
    publishableCounts: publishableCountLoader({ prisma, viewer }),
    avancements: avancementLoader({ prisma, viewer }),
    ficheTargets: ficheTargetLoader({ prisma, viewer }),
    planTargets: planTargetLoader({ prisma, viewer }),
    ficheChamps: ficheChampsLoader({ prisma, viewer }),
    planIndicateurs: planIndicateursLoader({ prisma, viewer }),
    similarFiches: similarFichesLoader({ prisma, viewer }),
    personneNoms: personneNomsLoader({ prisma, viewer }),
    apiKeyNoms: apiKeyNomsLoader({ prisma, viewer }),
    noteAuteurs: noteAuteursLoader({ prisma, viewer }),
    fusionTitres: fusionTitresLoader({ prisma, viewer }),
    valeurAuteurs: valeurAuteursLoader({ prisma, viewer }),
  }
}
