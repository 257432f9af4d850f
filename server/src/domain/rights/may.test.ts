import type { Ouverture, Role } from '@pupitre/prisma'
import { describe, expect, it } from 'vitest'
import type { PersonViewer } from '../viewer.ts'
import {
  type CollectiviteAct,
  COLLECTIVITE_ACTS,
  type FicheAct,
  FICHE_ACTS,
  LEVELS,
  type PlanAct,
  PLAN_ACTS,
  ROLES,
} from './acts.ts'
import { type FicheTarget, mayInCollectivite, mayInPlan, mayOnFiche, type PlanTarget } from './may.ts'

const OURS = 'c0000000-0000-4000-8000-000000000001'
const THEIRS = 'c0000000-0000-4000-8000-000000000002'
const EAU = '50000000-0000-4000-8000-000000000001'
const VOIRIE = '50000000-0000-4000-8000-000000000002'
const MEMBRE = 'm'

function viewer(
  role: Role,
  { collectiviteId = OURS, serviceIds = [VOIRIE] }: { collectiviteId?: string; serviceIds?: string[] } = {},
): PersonViewer {
  return {
    userId: 'u',
    name: 'Awa',
    email: 'awa@exemple.fr',
    sessionId: 's',
    memberships: [{ membreId: MEMBRE, collectiviteId, role, serviceIds }],
  }
}

/** Roles, from a letter each: Lecteur, Contributeur, Éditeur, Admin. */
function roles(letters: string): Role[] {
  return ROLES.filter((role) => letters.includes(role.charAt(0)))
}

/** The keys of a record, with the type that Object.keys loses. */
function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record)
}

describe('in a collectivité', () => {
  const MAY: Record<CollectiviteAct, string> = {
    createPlan: 'EA',
    manageModeles: 'EA',
    keepVues: 'LCEA',
    shareVues: 'EA',
    manageVues: 'A',
    createService: 'EA',
    createLabel: 'CEA',
    createPersonne: 'CEA',
    manageLabels: 'EA',
    editIndicateur: 'EA',
    manageMembres: 'A',
    manageServices: 'A',
    manageApiKeys: 'A',
  }
  for (const act of keysOf(COLLECTIVITE_ACTS)) {
    it(`lets do ${act}: ${MAY[act]}`, () => {
      expect(ROLES.filter((role) => mayInCollectivite(viewer(role), act, { collectiviteId: OURS }))).toEqual(
        roles(MAY[act]),
      )
    })

    it(`keeps an admin of another collectivité and the anonymous from ${act}`, () => {
      expect(mayInCollectivite(viewer('ADMIN', { collectiviteId: THEIRS }), act, { collectiviteId: OURS })).toBe(false)
      expect(mayInCollectivite(null, act, { collectiviteId: OURS })).toBe(false)
    })
  }
})

describe('on a plan', () => {
  const LIVING = { collectiviteId: OURS, visibilite: 'COLLECTIVITE', archivedAt: null } as const

  const MAY: Record<PlanAct, Record<Ouverture, string>> = {
    commentPlan: { LIRE: 'A', COMMENTER: 'LCEA', CONTRIBUER: 'LCEA', EDITER: 'LCEA' },
    editPlan: { LIRE: 'A', COMMENTER: 'A', CONTRIBUER: 'A', EDITER: 'EA' },
    deletePlan: { LIRE: 'A', COMMENTER: 'A', CONTRIBUER: 'A', EDITER: 'EA' },
    archivePlan: { LIRE: 'A', COMMENTER: 'A', CONTRIBUER: 'A', EDITER: 'EA' },
    createFiche: { LIRE: 'A', COMMENTER: 'A', CONTRIBUER: 'A', EDITER: 'EA' },
    managePlanAccess: { LIRE: 'A', COMMENTER: 'A', CONTRIBUER: 'A', EDITER: 'A' },
  }
  for (const act of keysOf(PLAN_ACTS)) {
    for (const ouverture of LEVELS) {
      it(`open to ${ouverture}, lets do ${act}: ${MAY[act][ouverture]}`, () => {
        const target: PlanTarget = { ...LIVING, ouverture, octrois: [] }
        expect(ROLES.filter((role) => mayInPlan(viewer(role), act, target))).toEqual(roles(MAY[act][ouverture]))
        expect(mayInPlan(viewer('ADMIN', { collectiviteId: THEIRS }), act, target)).toBe(false)
        expect(mayInPlan(null, act, target)).toBe(false)
      })
    }

    for (const niveau of LEVELS) {
      const least = act === 'commentPlan' ? 'COMMENTER' : 'EDITER'
      const may = act !== 'managePlanAccess' && LEVELS.indexOf(niveau) >= LEVELS.indexOf(least)
      it(`granted ${niveau}, ${may ? 'lets' : 'does not let'} do ${act} whoever it is, even where roles give nothing`, () => {
        const target: PlanTarget = {
          ...LIVING,
          ouverture: 'LIRE',
          visibilite: 'RESTREINT',
          octrois: [{ niveau: 'LIRE' }, { niveau }],
        }
        expect(ROLES.filter((role) => mayInPlan(viewer(role), act, target))).toEqual(may ? ROLES : ['ADMIN'])
        expect(mayInPlan(viewer('LECTEUR', { collectiviteId: THEIRS }), act, target)).toBe(may)
        expect(mayInPlan(viewer('ADMIN', { collectiviteId: THEIRS }), act, target)).toBe(may)
      })
    }

    it(`restricted, lets only the admins do ${act}, whatever the ouverture`, () => {
      const target: PlanTarget = { ...LIVING, ouverture: 'EDITER', visibilite: 'RESTREINT', octrois: [] }
      expect(ROLES.filter((role) => mayInPlan(viewer(role), act, target))).toEqual(['ADMIN'])
    })
  }

  const IN_ARCHIVE: readonly PlanAct[] = ['archivePlan', 'managePlanAccess']
  for (const act of keysOf(PLAN_ACTS)) {
    it(`archived, ${IN_ARCHIVE.includes(act) ? 'lets do' : 'keeps everybody from'} ${act} by role and by grant`, () => {
      const octrois = [{ niveau: 'EDITER' as const }]
      for (const on of [
        { ...LIVING, ouverture: 'EDITER' as const, octrois },
        { ...LIVING, ouverture: 'EDITER' as const, octrois: [] },
      ]) {
        const alive = ROLES.filter((role) => mayInPlan(viewer(role), act, on))
        const archived = ROLES.filter((role) => mayInPlan(viewer(role), act, { ...on, archivedAt: new Date(0) }))
        expect(alive).toContain('ADMIN')
        expect(archived).toEqual(IN_ARCHIVE.includes(act) ? alive : [])
      }
    })
  }

  it('takes the best of the role and of the grants', () => {
    const lire = [{ niveau: 'LIRE' as const }]
    expect(mayInPlan(viewer('EDITEUR'), 'editPlan', { ...LIVING, ouverture: 'EDITER', octrois: lire })).toBe(true)
    expect(mayInPlan(viewer('EDITEUR'), 'editPlan', { ...LIVING, ouverture: 'CONTRIBUER', octrois: lire })).toBe(false)
  })
})

describe('on a fiche', () => {
  /** Of those who pilot it, by their service or by themselves; of the others. */
  const MAY: Record<FicheAct, Record<Ouverture, { pilotes: string; others: string }>> = {
    commentFiche: {
      LIRE: { pilotes: 'A', others: 'A' },
      COMMENTER: { pilotes: 'LCEA', others: 'LCEA' },
      CONTRIBUER: { pilotes: 'LCEA', others: 'LCEA' },
      EDITER: { pilotes: 'LCEA', others: 'LCEA' },
    },
    editFiche: {
      LIRE: { pilotes: 'A', others: 'A' },
      COMMENTER: { pilotes: 'A', others: 'A' },
      CONTRIBUER: { pilotes: 'CEA', others: 'A' },
      EDITER: { pilotes: 'CEA', others: 'EA' },
    },
    moveFiche: editorsOnly(),
    deleteFiche: editorsOnly(),
    restrictFiche: editorsOnly(),
    manageFicheAccess: adminsOnly(),
  }

  function adminsOnly(): Record<Ouverture, { pilotes: string; others: string }> {
    const admins = { pilotes: 'A', others: 'A' }
    return { LIRE: admins, COMMENTER: admins, CONTRIBUER: admins, EDITER: admins }
  }

  function editorsOnly(): Record<Ouverture, { pilotes: string; others: string }> {
    const admins = { pilotes: 'A', others: 'A' }
    return { LIRE: admins, COMMENTER: admins, CONTRIBUER: admins, EDITER: { pilotes: 'EA', others: 'EA' } }
  }

  function target(ouverture: Ouverture, piloted: Partial<FicheTarget> = {}): FicheTarget {
    const open = { collectiviteId: OURS, ouverture, archive: 'NON', octroi: null, restreinte: false } as const
    return { ...open, serviceIds: [EAU], piloteMembreIds: ['other'], ...piloted }
  }

  function who(act: FicheAct, on: FicheTarget, serviceIds: string[]): Role[] {
    return ROLES.filter((role) => mayOnFiche(viewer(role, { serviceIds }), act, on))
  }

  for (const act of keysOf(FICHE_ACTS)) {
    for (const ouverture of LEVELS) {
      const { pilotes, others } = MAY[act][ouverture]
      it(`of a plan open to ${ouverture}, lets do ${act}: ${pilotes} who pilot it, ${others} who do not`, () => {
        expect(who(act, target(ouverture), [VOIRIE])).toEqual(roles(others))
        expect(who(act, target(ouverture), [VOIRIE, EAU])).toEqual(roles(pilotes))
        expect(who(act, target(ouverture, { piloteMembreIds: [MEMBRE] }), [VOIRIE])).toEqual(roles(pilotes))
        expect(mayOnFiche(viewer('ADMIN', { collectiviteId: THEIRS }), act, target(ouverture))).toBe(false)
        expect(mayOnFiche(null, act, target(ouverture))).toBe(false)
      })
    }
  }

  const LEAST = {
    commentFiche: 'COMMENTER',
    editFiche: 'CONTRIBUER',
    moveFiche: 'EDITER',
    deleteFiche: 'EDITER',
    restrictFiche: 'EDITER',
  } as const
  for (const act of keysOf(FICHE_ACTS)) {
    for (const octroi of LEVELS) {
      const may = act !== 'manageFicheAccess' && LEVELS.indexOf(octroi) >= LEVELS.indexOf(LEAST[act])
      for (const restreinte of [false, true]) {
        it(`granted ${octroi}${restreinte ? ', restricted' : ''}, ${may ? 'lets' : 'does not let'} do ${act} whoever it is, pilote or not`, () => {
          const on: FicheTarget = { ...target('LIRE', { octroi, restreinte }), ouverture: null }
          expect(who(act, on, [])).toEqual(may ? ROLES : ['ADMIN'])
          expect(mayOnFiche(viewer('LECTEUR', { collectiviteId: THEIRS }), act, on)).toBe(may)
        })
      }
    }

    it(`restricted, lets a role do ${act} only to its pilotes; in restricted plans only, to nobody but the admins`, () => {
      const { pilotes } = MAY[act].EDITER
      expect(who(act, target('EDITER', { restreinte: true, octroi: 'LIRE' }), [EAU])).toEqual(['ADMIN'])
      expect(who(act, target('EDITER', { restreinte: true, piloteMembreIds: [MEMBRE] }), [])).toEqual(roles(pilotes))
      expect(who(act, { ...target('EDITER', { piloteMembreIds: [MEMBRE] }), ouverture: null }, [EAU])).toEqual([
        'ADMIN',
      ])
    })
  }

  for (const act of keysOf(FICHE_ACTS)) {
    it(`that archived plans alone hold, keeps everybody from ${act}, but for its grants; beside a plan which lives, from its deletion`, () => {
      for (const piloted of [{}, { octroi: 'EDITER' as const }, { restreinte: true, piloteMembreIds: [MEMBRE] }]) {
        const alive = who(act, target('EDITER', piloted), [])
        expect(alive).toContain('ADMIN')
        expect(who(act, target('EDITER', { ...piloted, archive: 'ENTIEREMENT' }), [])).toEqual(
          act === 'manageFicheAccess' ? alive : [],
        )
        expect(who(act, target('EDITER', { ...piloted, archive: 'EN_PARTIE' }), [])).toEqual(
          act === 'deleteFiche' ? [] : alive,
        )
      }
    })
  }

  it('takes the role of the collectivité in question when one belongs to several', () => {
    const person: PersonViewer = {
      ...viewer('ADMIN', { collectiviteId: THEIRS }),
      memberships: [...viewer('ADMIN', { collectiviteId: THEIRS }).memberships, ...viewer('LECTEUR').memberships],
    }
    expect(mayOnFiche(person, 'editFiche', target('EDITER'))).toBe(false)
    expect(mayOnFiche(person, 'editFiche', { ...target('EDITER'), collectiviteId: THEIRS })).toBe(true)
  })
})
