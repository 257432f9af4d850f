import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createFactories } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { ChosenCollectivite } from './choose-collectivite.ts'
import { setUpCollectivite } from './set-up-collectivite.ts'

describe('setting up a collectivité', () => {
  const { prisma } = testDatabase()
  const factories = createFactories(prisma)

  it('makes it with its admin, whose address is kept in lower case', async () => {
    const { collectivite, email } = drawn()
    const admin = { email: email.toUpperCase(), name: 'Anne Dupont' }
    expect(await setUpCollectivite({ prisma, collectivite, admin })).toMatchObject({
      collectivite: 'created',
      admin: 'created',
    })
    expect(await membres(collectivite)).toEqual([{ role: 'ADMIN', user: { email, name: 'Anne Dupont' } }])
  })

  it('changes nothing the second time', async () => {
    const { collectivite, email } = drawn()
    const admin = { email, name: 'Anne Dupont' }
    const first = await setUpCollectivite({ prisma, collectivite, admin })
    const second = await setUpCollectivite({ prisma, collectivite, admin })
    expect(second).toEqual({ userId: first.userId, collectivite: 'found', admin: 'found' })
    expect(await membres(collectivite)).toHaveLength(1)
  })

  it('makes an admin of someone who only read there', async () => {
    const existing = await factories.collectivite()
    const { user } = await factories.membre({ collectivite: existing, role: 'LECTEUR' })
    const { siren, nom, type, timeZone } = existing
    await setUpCollectivite({ prisma, collectivite: { siren, nom, type, timeZone }, admin: user })
    expect(await membres(existing)).toMatchObject([{ role: 'ADMIN', user: { email: user.email } }])
  })

  function drawn(): { collectivite: ChosenCollectivite; email: string } {
    const siren = String(Math.floor(100_000_000 + Math.random() * 900_000_000))
    const collectivite: ChosenCollectivite = { siren, nom: 'Essai', type: 'COMMUNE', timeZone: 'Europe/Paris' }
    return { collectivite, email: `${randomUUID()}@exemple.fr` }
  }

  function membres({ siren }: { siren: string }) {
    return prisma.membre.findMany({
      where: { collectivite: { siren } },
      select: { role: true, user: { select: { email: true, name: true } } },
    })
  }
})
