import type { PlanVisibilite, PrismaClient } from '@pupitre/prisma'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { expect } from 'vitest'
import { normaliseNom } from '../../src/domain/service/normalise-nom.ts'
import { schema } from '../../src/graphql/schema.ts'
import type { Factories } from '../factories.ts'
import type { Answer, GraphqlApp } from '../graphql-app.ts'
import { passageOf } from '../passage-of.ts'
import { type Asker, type Stage, uuid } from './stage.ts'
import type { Subject } from './writes.ts'

/** A mutation of the matrix, and who asks for it. */
export interface Asking {
  app: GraphqlApp
  name: string
  args: Record<string, unknown>
  asker: Asker
}

export function askWrite({ app, name, args, asker }: Asking): Promise<Answer> {
  const declared = schema.getMutationType()?.getFields()[name]?.args ?? []
  const query = `mutation(${declared.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) {
    answer: ${name}(${declared.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) {
      __typename ... on Error { code message }
    }
  }`
  return app.query({ query, variables: args, ...asker })
}

/** What the mutations are about, for each visibility of a plan: an admin has changed several fiches of each. */
export async function writtenOn({
  app,
  make,
  prisma,
  stage,
}: {
  app: GraphqlApp
  make: Factories
  prisma: PrismaClient
  stage: Stage
}): Promise<Record<PlanVisibilite, Subject>> {
  const { collectivite } = stage
  const collectiviteId = collectivite.id
  const subjectOf = async (visibilite: PlanVisibilite): Promise<Subject> => {
    const { ids } = stage.worlds[visibilite]
    const named = (nom: string) => ({ collectiviteId, nom, nomNormalise: normaliseNom(nom) })
    const tag = await prisma.label.create({ data: { ...named(`Encore ${visibilite}`), genre: 'TAG' } })
    const personne = await prisma.personne.create({ data: named(`Ana ${visibilite}`) })
    const [membre] = (await make.membre({ collectivite })).viewer.memberships
    const input = { ficheIds: ids.Fiche.slice(0, 2), essai: false, valeurs: { priorite: 'BAS' } }
    const { errors } = await askWrite({ app, name: 'updateFiches', args: { input }, asker: stage.asker('admin') })
    expect(errors).toEqual([])
    const { acte } = await prisma.journalEntry.findFirstOrThrow({
      where: { ficheId: uuid(ids.Fiche[1]), origine: 'MASSE' },
    })
    return {
      ids,
      others: {
        tag: encodeGlobalID('Label', tag.id),
        personne: encodeGlobalID('Personne', personne.id),
        membre: encodeGlobalID('Membre', membre?.membreId ?? ''),
      },
      acte,
      passage: await passageOf(prisma, { ficheId: uuid(ids.Fiche[0]), texte: 'description', words: 'Texte' }),
      visibilite,
    }
  }
  return {
    PUBLIC: await subjectOf('PUBLIC'),
    COLLECTIVITE: await subjectOf('COLLECTIVITE'),
    RESTREINT: await subjectOf('RESTREINT'),
  }
}
