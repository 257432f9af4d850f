import type { Role } from '@pupitre/prisma'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '../viewer.ts'
import { ACTS, type Act, ROLES } from './acts.ts'
import { may } from './may.ts'

const OURS = 'c0000000-0000-4000-8000-000000000001'
const THEIRS = 'c0000000-0000-4000-8000-000000000002'
const EAU = '50000000-0000-4000-8000-000000000001'
const VOIRIE = '50000000-0000-4000-8000-000000000002'

/** Who may do what to something of OURS which EAU pilots: the whole table. */
const EXPECTED: Record<Act, Record<Role | 'CONTRIBUTEUR of the service', boolean>> = {
  createPlan: { LECTEUR: false, CONTRIBUTEUR: false, 'CONTRIBUTEUR of the service': false, EDITEUR: true, ADMIN: true },
  editPlan: { LECTEUR: false, CONTRIBUTEUR: false, 'CONTRIBUTEUR of the service': false, EDITEUR: true, ADMIN: true },
  createFiche: {
    LECTEUR: false,
    CONTRIBUTEUR: false,
    'CONTRIBUTEUR of the service': false,
    EDITEUR: true,
    ADMIN: true,
  },
  editFiche: { LECTEUR: false, CONTRIBUTEUR: false, 'CONTRIBUTEUR of the service': true, EDITEUR: true, ADMIN: true },
  createService: {
    LECTEUR: false,
    CONTRIBUTEUR: false,
    'CONTRIBUTEUR of the service': false,
    EDITEUR: true,
    ADMIN: true,
  },
}

function viewer(
  role: Role,
  { collectiviteId = OURS, serviceIds = [VOIRIE] }: { collectiviteId?: string; serviceIds?: string[] } = {},
): Viewer {
  return {
    userId: 'u',
    name: 'Awa',
    email: 'awa@exemple.fr',
    sessionId: 's',
    memberships: [{ membreId: 'm', collectiviteId, role, serviceIds }],
  }
}

const target = { collectiviteId: OURS, serviceIds: [EAU] }

describe('rights policy', () => {
  for (const act of ACTS) {
    for (const role of ROLES) {
      it(`${EXPECTED[act][role] ? 'lets' : 'keeps'} ${role} ${EXPECTED[act][role] ? 'do' : 'from'} ${act}`, () => {
        expect(may(viewer(role), act, target)).toBe(EXPECTED[act][role])
      })
    }

    it(`judges ${act} for a contributeur of the service that pilots`, () => {
      const contributeur = viewer('CONTRIBUTEUR', { serviceIds: [VOIRIE, EAU] })
      expect(may(contributeur, act, target)).toBe(EXPECTED[act]['CONTRIBUTEUR of the service'])
    })

    it(`keeps a lecteur of the service that pilots from ${act}`, () => {
      expect(may(viewer('LECTEUR', { serviceIds: [EAU] }), act, target)).toBe(false)
    })

    it(`keeps an admin of another collectivité and the anonymous from ${act}`, () => {
      expect(may(viewer('ADMIN', { collectiviteId: THEIRS, serviceIds: [EAU] }), act, target)).toBe(false)
      expect(may(null, act, target)).toBe(false)
    })
  }

  it('keeps a contributeur from a fiche that no service pilots', () => {
    expect(may(viewer('CONTRIBUTEUR'), 'editFiche', { collectiviteId: OURS, serviceIds: [] })).toBe(false)
    expect(may(viewer('CONTRIBUTEUR'), 'editFiche', { collectiviteId: OURS })).toBe(false)
  })

  it('takes the role of the collectivité in question when one belongs to several', () => {
    const person: Viewer = {
      ...viewer('ADMIN', { collectiviteId: THEIRS }),
      memberships: [...viewer('ADMIN', { collectiviteId: THEIRS }).memberships, ...viewer('LECTEUR').memberships],
    }
    expect(may(person, 'createFiche', target)).toBe(false)
    expect(may(person, 'createFiche', { collectiviteId: THEIRS })).toBe(true)
  })
})
