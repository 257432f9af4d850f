import type { Browser, Page } from '@playwright/test'
import { openAs } from './open-as.ts'
import { expectLines } from './plan-tree.ts'

/** Plans and fiches of the demonstration's CA Troyes Champagne Métropole. */
export const PLAN = 'Contrat local de santé 2025-2029'
export const OTHER_PLAN = 'PCAET 2023-2029'
export const FICHE = /internes en médecine/
export const FICHE_OF_OTHER_PLAN = 'Animer un club énergie des industriels du textile et de la mécanique'

/** The lines of the plan's tree, as `expectLines` reads them. */
export const START = [
  'Axe stratégique I. Accès',
  'I.1 Accueillir de nouvea',
  'Accueillir les internes ',
  'I.2 Aller vers',
  'Organiser des dépistages',
  'Axe stratégique II. Un e',
  'Former les équipes des c',
  'Peser les restes et rédu',
  'Axe stratégique III. San',
  'Créer une cellule de vei',
]
export const [ACCES, ACCUEILLIR, INTERNES, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE] =
  START

/** Lines in another order. */
export const order = (...names: (string | undefined)[]): string[] => names.map((name) => name ?? '')

/** An éditeur and an admin who look at the tree of the plan, each at a browser of their own. */
export async function openPlanForTwo({
  editeur,
  signIn,
  browser,
}: {
  editeur: Page
  signIn: (account: string) => Promise<void>
  browser: Browser
}): Promise<{ admin: Page; both: Page[] }> {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: PLAN }).click()
  await expectLines([editeur], START)
  const admin = await openAs(browser, 'admin.troyes', editeur.url())
  await expectLines([admin], START)
  // The colleague's page is told of changes from here on.
  await admin.waitForLoadState('networkidle')
  return { admin, both: [editeur, admin] }
}
