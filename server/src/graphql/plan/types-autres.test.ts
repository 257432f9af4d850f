import { expect } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

it('names the types of one’s own of the plans that one may read and of the models, each once', async ({
  app,
  make,
  prisma,
}) => {
  const collectivite = await make.collectivite()
  const named = async (typeAutre: string, visibilite: 'COLLECTIVITE' | 'RESTREINT' = 'COLLECTIVITE') => {
    const { id } = await make.plan({ collectivite })
    await prisma.plan.update({ where: { id }, data: { type: 'AUTRE', typeAutre, visibilite } })
  }
  for (const nom of ['Plan vélo', 'Plan vélo', 'Schéma des eaux']) await named(nom)
  await named('Plan secret', 'RESTREINT')
  await prisma.planModele.create({
    data: {
      collectiviteId: collectivite.id,
      nom: 'Modèle',
      nomNormalise: 'modele',
      type: 'AUTRE',
      typeAutre: 'Charte',
      contenu: { niveaux: ['Axe'], axes: [], champs: [], fiches: [] },
      axesCount: 0,
      champsCount: 0,
      fichesCount: 0,
    },
  })
  const query = `{ collectivite(siren: "${collectivite.siren}") { typesAutres } }`
  const typesFor = async (role: 'EDITEUR' | 'ADMIN') => {
    const cookie = await app.signIn((await make.membre({ collectivite, role })).user)
    return (await app.query({ query, cookie })).data
  }
  expect(await typesFor('EDITEUR')).toEqual({
    collectivite: { typesAutres: ['Charte', 'Plan vélo', 'Schéma des eaux'] },
  })
  expect(await typesFor('ADMIN')).toEqual({
    collectivite: { typesAutres: ['Charte', 'Plan secret', 'Plan vélo', 'Schéma des eaux'] },
  })
})
