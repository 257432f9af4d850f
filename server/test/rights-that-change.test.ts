import { describe, expect } from 'vitest'
import { createChangeBus } from '../src/bus/change-bus.ts'
import { inTransaction } from '../src/bus/in-transaction.ts'
import { endOtherSessions, endSession } from '../src/domain/account/end-sessions.ts'
import { addMembreService, removeMembreService, setMembreRole } from '../src/domain/membre/change-membre.ts'
import { removeMembre } from '../src/domain/membre/remove-membre.ts'
import { storedLiveText } from '../src/exchange/stored-live-text.ts'
import type { UseCase } from '../src/domain/use-case.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { domainTest as it } from './domain-test.ts'

describe('rights that change', () => {
  it('are told at once of whom they are: a role, a service, a place, a session', async ({ make, prisma }) => {
    const bus = createChangeBus()
    const told: (readonly string[])[] = []
    bus.onRights(({ userIds = [] }) => told.push(userIds))
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const { user, viewer } = await make.membre({ collectivite })
    const membreId = viewer.memberships[0]?.membreId ?? ''
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const act = (who: Viewer | null, run: (useCase: UseCase) => Promise<unknown>) =>
      inTransaction({ prisma, viewer: who, liveText: storedLiveText, bus }, run)
    await act(admin, (useCase) => setMembreRole(useCase, { membreId, role: 'LECTEUR' }))
    await act(admin, (useCase) => addMembreService(useCase, { membreId, serviceId: service.id }))
    await act(admin, (useCase) => removeMembreService(useCase, { membreId, serviceId: service.id }))
    const other = await make.viewerOf(user)
    await act(viewer, (useCase) => endSession(useCase, other.sessionId))
    await expect(act(viewer, (useCase) => endSession(useCase, other.sessionId))).rejects.toMatchObject({
      code: 'SESSION_NOT_FOUND',
    })
    await expect(act(admin, (useCase) => endSession(useCase, viewer.sessionId))).rejects.toMatchObject({
      code: 'SESSION_NOT_FOUND',
    })
    await make.viewerOf(user)
    await act(viewer, endOtherSessions)
    expect(await prisma.session.findMany({ where: { userId: user.id } })).toMatchObject([{ id: viewer.sessionId }])
    await act(admin, (useCase) => removeMembre(useCase, membreId))
    expect(told).toEqual(Array.from({ length: 6 }, () => [user.id]))
  })
})
