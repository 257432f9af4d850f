import type { PrismaClient } from '@pupitre/prisma'
import { Choices } from './read-choice.ts'

/** The thématiques that a file may name, by code. They are rows of the database: migrations write them. */
export interface ThematiqueChoices {
  thematiques: Choices<string>
  sousThematiques: Choices<string>
  /** Code of the thématique, by code of its sous-thématique. */
  thematiqueOf: ReadonlyMap<string, string>
}

export async function loadThematiques(
  prisma: Pick<PrismaClient, 'thematique' | 'sousThematique'>,
): Promise<ThematiqueChoices> {
  const thematiques = await prisma.thematique.findMany({ orderBy: { nom: 'asc' } })
  const sousThematiques = await prisma.sousThematique.findMany({ orderBy: { nom: 'asc' } })
  return {
    thematiques: new Choices(new Map(thematiques.map(({ code, nom }) => [code, nom]))),
    sousThematiques: new Choices(new Map(sousThematiques.map(({ code, nom }) => [code, nom]))),
    thematiqueOf: new Map(sousThematiques.map(({ code, thematiqueCode }) => [code, thematiqueCode])),
  }
}

export const NO_THEMATIQUES: ThematiqueChoices = {
  thematiques: new Choices(new Map()),
  sousThematiques: new Choices(new Map()),
  thematiqueOf: new Map(),
}
