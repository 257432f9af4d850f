import type { ApiScope, Ouverture, PlanVisibilite, Role } from '@pupitre/prisma'
import { LEVELS } from '../../src/domain/rights/acts.ts'

/*
 * The rights of product.md, said a second time and by themselves: what each of those who may ask is expected to see and to do, from
 * who they are and how visible a plan is. Nothing here asks the code that decides.
 */

export const VISIBILITES = ['PUBLIC', 'COLLECTIVITE', 'RESTREINT'] as const satisfies readonly PlanVisibilite[]

/** Somebody who asks. */
export type Reader =
  | { is: 'outside' }
  /** Of the collectivité in question; `pilots`: by a service of theirs. */
  | { is: 'membre'; role: Role; pilots: boolean }
  /** Of another collectivité, whom a grant names on each of the plans. */
  | { is: 'grantee'; niveau: Ouverture }
  /** A key of the collectivité in question. */
  | { is: 'key'; scope: ApiScope }

export const READERS = {
  anonyme: { is: 'outside' },
  'autre collectivité': { is: 'outside' },
  lecteur: { is: 'membre', role: 'LECTEUR', pilots: true },
  'contributeur du service': { is: 'membre', role: 'CONTRIBUTEUR', pilots: true },
  'contributeur d’un autre service': { is: 'membre', role: 'CONTRIBUTEUR', pilots: false },
  éditeur: { is: 'membre', role: 'EDITEUR', pilots: false },
  admin: { is: 'membre', role: 'ADMIN', pilots: false },
  'octroi lire': { is: 'grantee', niveau: 'LIRE' },
  'octroi commenter': { is: 'grantee', niveau: 'COMMENTER' },
  'octroi contribuer': { is: 'grantee', niveau: 'CONTRIBUER' },
  'octroi éditer': { is: 'grantee', niveau: 'EDITER' },
  'clé PUBLIC': { is: 'key', scope: 'PUBLIC' },
  'clé LIRE': { is: 'key', scope: 'LIRE' },
  'clé LIRE_TOUT': { is: 'key', scope: 'LIRE_TOUT' },
  'clé ECRIRE': { is: 'key', scope: 'ECRIRE' },
} as const satisfies Record<string, Reader>

export type Who = keyof typeof READERS

export const WHO = Object.keys(READERS).filter((who): who is Who => who in READERS)

/** Those to whom something is expected to be shown, or allowed, of a plan that is so visible. */
export type Audience = (reader: Reader, visibilite: PlanVisibilite) => boolean

const isAdmin: Audience = (reader) => reader.is === 'membre' && reader.role === 'ADMIN'

const isRole =
  (...roles: Role[]): Audience =>
  (reader) =>
    reader.is === 'membre' && roles.includes(reader.role)

const isGranted = (reader: Reader, least: Ouverture): boolean =>
  reader.is === 'grantee' && LEVELS.indexOf(reader.niveau) >= LEVELS.indexOf(least)

export const membres: Audience = (reader) => reader.is === 'membre'
export const membresAndTheirKeys: Audience = (reader) =>
  reader.is === 'membre' || (reader.is === 'key' && reader.scope !== 'PUBLIC')
export const contributeurs = isRole('CONTRIBUTEUR', 'EDITEUR', 'ADMIN')
export const editeurs = isRole('EDITEUR', 'ADMIN')
export const admins = isAdmin

/** Those who choose among the people of the collectivité, to fill in fiches: its members, and those whom a grant lets fill in some. */
export const fillers: Audience = (reader) => reader.is === 'membre' || isGranted(reader, 'CONTRIBUER')
export const fillersAndTheirKeys: Audience = (reader, visibilite) =>
  fillers(reader, visibilite) || membresAndTheirKeys(reader, visibilite)

/** Those who fill in what the whole collectivité shares. */
export const editeursAndTheirKeys: Audience = (reader, visibilite) =>
  editeurs(reader, visibilite) || (reader.is === 'key' && reader.scope === 'ECRIRE')

/** Those who read it as agents: by their role or their key, or by a grant. */
export const agents: Audience = (reader, visibilite) => {
  if (reader.is === 'outside') return false
  if (reader.is === 'grantee') return true
  if (reader.is === 'key') return visibilite === 'RESTREINT' ? reader.scope === 'LIRE_TOUT' : reader.scope !== 'PUBLIC'
  return visibilite !== 'RESTREINT' || isAdmin(reader, visibilite)
}

/** Of those, the people: a program has no part in what is said. */
export const people: Audience = (reader, visibilite) => reader.is !== 'key' && agents(reader, visibilite)

/** Those who take part in what is said of it. */
export const commenters: Audience = (reader, visibilite) =>
  isGranted(reader, 'COMMENTER') || membresWhoRead(reader, visibilite)

/** Those and, where it is published, everybody. */
export const everybody: Audience = (reader, visibilite) => visibilite === 'PUBLIC' || agents(reader, visibilite)

/** Where it is published, everybody; else nobody. */
export const published: Audience = (_reader, visibilite) => visibilite === 'PUBLIC'

export const membresWhoRead: Audience = (reader, visibilite) =>
  membres(reader, visibilite) && agents(reader, visibilite)

/** Those who change its texts and its fields: who pilots it too. */
export const writers: Audience = (reader, visibilite) => {
  if (isAdmin(reader, visibilite) || isGranted(reader, 'CONTRIBUER')) return true
  if (visibilite === 'RESTREINT') return false
  if (reader.is === 'key') return reader.scope === 'ECRIRE'
  return reader.is === 'membre' && (reader.role === 'EDITEUR' || (reader.role === 'CONTRIBUTEUR' && reader.pilots))
}

/** Those who change the plan that holds it. */
export const planEditors: Audience = (reader, visibilite) => {
  if (isAdmin(reader, visibilite) || isGranted(reader, 'EDITER')) return true
  if (visibilite === 'RESTREINT') return false
  if (reader.is === 'key') return reader.scope === 'ECRIRE'
  return reader.is === 'membre' && reader.role === 'EDITEUR'
}

/** Of those, the members. */
export const planEditorsOfOurs: Audience = (reader, visibilite) =>
  membres(reader, visibilite) && planEditors(reader, visibilite)

/** Whoever reads an indicateur: every member, and those who read a fiche or an axe that has it. */
export const indicateurReaders: Audience = (reader, visibilite) =>
  membresAndTheirKeys(reader, visibilite) || everybody(reader, visibilite)

export const indicateurAgents: Audience = (reader, visibilite) =>
  membresAndTheirKeys(reader, visibilite) || agents(reader, visibilite)

/** Those who read some plan of the collectivité as agents. */
export const readersOfSomething: Audience = (reader) => agents(reader, 'COLLECTIVITE')

/** Those who may put back what was deleted: as those who delete, and by a session. */
export const restorers: Audience = (reader, visibilite) => reader.is !== 'key' && planEditors(reader, visibilite)

/** Those who may put back something of the collectivité. */
export const restorersOfSomething: Audience = (reader) => restorers(reader, 'COLLECTIVITE')
