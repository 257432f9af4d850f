import type { PrismaClient } from '@pupitre/prisma'
import type { Viewer } from '../domain/viewer.ts'
import { type AvancementLoader, avancementLoader } from './avancement/avancement-loader.ts'
import { type TexteLoader, ficheTexteLoader, planTexteLoader } from './texte-loaders.ts'
import { type FicheChampsLoader, ficheChampsLoader } from './champ-propre/fiche-champs-loader.ts'
import { type FicheTargetLoader, ficheTargetLoader } from './fiche/fiche-target-loader.ts'
import { type PersonneNomsLoader, personneNomsLoader } from './journal/personne-noms-loader.ts'
import { type PlanIndicateursLoader, planIndicateursLoader } from './indicateur/plan-indicateurs-loader.ts'
import { type SimilarFichesLoader, similarFichesLoader } from './doublon/similar-fiches-loader.ts'
import { type CountLoader, fichesCountLoader } from './plan/fiches-count-loader.ts'
import { type PlanTargetLoader, planTargetLoader } from './plan/plan-target-loader.ts'

/** What is gathered from all the rows of an answer and loaded at once. One set per request. */
export interface Loaders {
  ficheTextes: TexteLoader
  planTextes: TexteLoader
  fichesCounts: CountLoader
  avancements: AvancementLoader
  ficheTargets: FicheTargetLoader
  planTargets: PlanTargetLoader
  ficheChamps: FicheChampsLoader
  planIndicateurs: PlanIndicateursLoader
  similarFiches: SimilarFichesLoader
  personneNoms: PersonneNomsLoader
}

export function createLoaders({ prisma, viewer }: { prisma: PrismaClient; viewer: Viewer | null }): Loaders {
  return {
    ficheTextes: ficheTexteLoader(prisma),
    planTextes: planTexteLoader(prisma),
    fichesCounts: fichesCountLoader({ prisma, viewer }),
    avancements: avancementLoader({ prisma, viewer }),
    ficheTargets: ficheTargetLoader({ prisma, viewer }),
    planTargets: planTargetLoader({ prisma, viewer }),
    ficheChamps: ficheChampsLoader({ prisma, viewer }),
    planIndicateurs: planIndicateursLoader({ prisma, viewer }),
    similarFiches: similarFichesLoader({ prisma, viewer }),
    personneNoms: personneNomsLoader({ prisma, viewer }),
  }
}
