import { expect } from 'vitest'
import { DECISIONS, importTest as test, preview } from '../../test/import-http.ts'
import { spreadsheetFile } from '../../test/spreadsheet-file.ts'

const HEADINGS = ['Titre', 'Direction ou service pilote', 'Personne pilote', 'Tags', 'Partenaires', 'Indicateurs liés']

/** Rows that name the same people and things, each in the order of its own. */
function rowsNaming(names: readonly string[]): string[][] {
  return names.map((nom) => [
    `Fiche ${nom}`,
    `Service ${nom}`,
    `Agent ${nom}`,
    `tag ${nom}`,
    `SA ${nom}`,
    `Taux ${nom}`,
  ])
}

test('two agents who import at once plans that name the same new people and things both succeed, and each is made once', async ({
  http,
  desk,
  make,
  prisma,
}) => {
  const { collectivite, user } = desk
  const { user: colleague } = await make.membre({ collectivite, role: 'EDITEUR' })
  const agents = [user, colleague]
  for (let round = 0; round < 2; round += 1) {
    const names = Array.from({ length: 40 }, (_, index) => `${round}-${index}`)
    const ids = await Promise.all(
      agents.map(async (agent, index) => {
        // Opposite orders: those who wait for each other would wait for ever.
        const rows = [HEADINGS, ...rowsNaming(index === 0 ? names : names.toReversed())]
        const bytes = await spreadsheetFile({ rows })
        return preview.parse((await http.send(agent, collectivite.siren, { bytes })).body).id
      }),
    )
    await Promise.all(
      agents.map((agent, index) =>
        http.request(agent, 'POST', `/api/imports/${ids[index]}/commit`, { payload: DECISIONS }),
      ),
    )
    for (const [index, agent] of agents.entries()) {
      expect(await http.settled(agent, ids[index] ?? '')).toMatchObject({ kind: 'done' })
    }
  }
  const where = { collectiviteId: collectivite.id }
  expect({
    plans: await prisma.plan.count({ where }),
    fiches: await prisma.fiche.count({ where }),
    services: await prisma.service.count({ where }),
    personnes: await prisma.personne.count({ where: { ...where, membreId: null } }),
    tags: await prisma.label.count({ where: { ...where, genre: 'TAG' } }),
    partenaires: await prisma.label.count({ where: { ...where, genre: 'PARTENAIRE' } }),
    indicateurs: await prisma.indicateur.count({ where }),
  }).toEqual({
    plans: 4,
    fiches: 160,
    services: 80,
    personnes: 80,
    tags: 80,
    partenaires: 80,
    indicateurs: 80,
  })
})
