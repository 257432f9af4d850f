/** `npm run screenshots`: pictures of each page, of the demonstration on a new server, into docs/screenshots. */
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import Excel from 'exceljs'
import { chromiumLaunchOptions } from './browser.ts'
import { fillSignIn } from './fill-sign-in.ts'
import { ServerProcess } from './server-process.ts'

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

const PLAN = 'SPASER 2025-2028'
const INDICATEUR = 'Consommation d’énergie finale'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FICHE = /^Exiger un bilan des déblais/

interface Scene {
  browser: Browser
  url: string
  size: { width: number; height: number }
}

async function open({ browser, size }: Scene, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function signedIn(scene: Scene, account: string, path = '/'): Promise<Page> {
  const page = await open(scene, `${scene.url}/connexion?retour=${path}`)
  await fillSignIn(page, account)
  return page
}

async function photograph(page: Page, name: string): Promise<void> {
  // Only once the font is there and nothing is being loaded any more.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: `${FOLDER}${name}-${page.viewportSize()?.width}.png`, animations: 'disabled' })
}

async function takeAll(scene: Scene): Promise<void> {
  const visitor = await open(scene, scene.url)
  await visitor.getByLabel('Compte à essayer').waitFor()
  await photograph(visitor, 'connexion')
  await visitor.goto(`${scene.url}/mot-de-passe?token=exemple`)
  await photograph(visitor, 'mot-de-passe')

  const agent = await signedIn(scene, 'editeur.lacq')
  await agent.getByRole('heading', { level: 1, name: 'Mon pupitre' }).waitFor()
  await agent.keyboard.press('Control+k')
  await agent.getByRole('option', { name: 'Créer un plan' }).waitFor()
  await photograph(agent, 'palette')
  await agent.keyboard.press('Escape')
  await agent.goto(new URL('plans', agent.url()).href)
  await agent.getByRole('link', { name: PLAN }).waitFor()
  await photograph(agent, 'plans')
  await agent.getByRole('button', { name: 'Créer un plan' }).click()
  await agent.getByRole('dialog').getByRole('textbox').first().waitFor()
  await photograph(agent, 'creer-un-plan')
  await agent.keyboard.press('Escape')

  await agent.getByRole('link', { name: PLAN }).click()
  await agent.getByRole('link', { name: FICHE }).waitFor()
  await photograph(agent, 'plan')
  await agent.getByRole('link', { name: FICHE }).click()
  await agent.getByText('Enregistré', { exact: true }).waitFor()

  const path = new URL(agent.url()).pathname
  const colleague = await signedIn({ ...scene, size: { width: 1440, height: 900 } }, 'admin.lacq', path)
  await colleague.getByText('Enregistré', { exact: true }).waitFor()
  await colleague.getByRole('textbox', { name: 'Description' }).getByRole('paragraph').first().click()
  await colleague.keyboard.press('Home')
  await colleague.keyboard.press('Control+ArrowRight')
  await agent.getByRole('textbox', { name: 'Description' }).getByRole('listitem').last().click()
  await agent.keyboard.press('End')
  // The colleague's caret, with their name: it shows for two seconds after a move.
  await colleague.keyboard.press('Shift+Control+ArrowRight')
  await agent.locator('.remote-caret[data-moved]').waitFor()
  await photograph(agent, 'fiche')

  const reader = await signedIn(scene, 'lecteur.lacq', path)
  await reader.getByText('Lecture seule', { exact: true }).waitFor()
  await photograph(reader, 'fiche-lecture-seule')
  await reader.goto(`${scene.url}/fiches/00000000-0000-4000-8000-000000000000`)
  await reader.getByRole('heading', { level: 1 }).waitFor()
  await photograph(reader, 'introuvable')
  for (const page of [visitor, agent, colleague, reader]) await page.context().close()
  await takePages(scene)
}

/** Pages that their address alone shows; the plan to import is a file, so it is dropped first. */
async function takePages(scene: Scene): Promise<void> {
  const admin = await signedIn(scene, 'admin.erstein')
  await admin.getByRole('heading', { level: 1, name: 'Mon pupitre' }).waitFor()
  const collectivite = new URL(admin.url()).pathname.replace(/\/pupitre$/, '')
  for (const page of ['pupitre', 'mes-fiches', 'indicateurs', 'membres', 'journal', 'corbeille']) {
    await admin.goto(`${scene.url}${collectivite}/${page}`)
    await admin.getByRole('heading', { level: 1 }).waitFor()
    await photograph(admin, page)
  }
  await admin.goto(`${scene.url}${collectivite}/cles-api`)
  await admin.getByRole('button', { name: 'Nouvelle clé' }).click()
  await admin.getByRole('dialog').getByLabel('Nom').fill('Observatoire du territoire')
  await photograph(admin, 'nouvelle-cle')
  await admin.getByRole('button', { name: 'Créer la clé' }).click()
  await admin.getByRole('button', { name: 'Terminé' }).click()
  await admin.getByRole('button', { name: 'Fermer sans copier' }).click()
  await admin.getByRole('dialog').waitFor({ state: 'hidden' })
  await photograph(admin, 'cles-api')

  await admin.goto(`${scene.url}/compte`)
  await admin.getByRole('heading', { name: 'Sessions ouvertes' }).waitFor()
  await photograph(admin, 'compte')

  await admin.goto(`${scene.url}${collectivite}/indicateurs`)
  await admin.getByRole('link', { name: INDICATEUR }).click()
  await admin.getByRole('heading', { level: 1, name: INDICATEUR }).waitFor()
  await photograph(admin, 'indicateur')

  await admin.goto(`${scene.url}${collectivite}/import`)
  await admin.getByLabel('Classeur à importer').setInputFiles(await planFile())
  await admin.getByRole('heading', { name: 'Ce qui sera créé' }).waitFor()
  await photograph(admin, 'import')
  await admin.context().close()
}

/** A plan in a spreadsheet, with what the import asks about: a date that is none, and a title twice. */
async function planFile() {
  const book = new Excel.Workbook()
  book.addWorksheet('Plan').addRows([
    ['Axe (x)', 'Titre de la fiche action', 'Descriptif', 'Statut', 'Date de début', 'Date de fin'],
    ['1. Se déplacer', 'Ouvrir une vélostation à la gare', 'Cent places fermées.', 'En cours', '01/03/2026', 'bientôt'],
    ['1. Se déplacer', 'Relier les bourgs à vélo', 'Douze kilomètres par an.', 'À venir', '01/09/2026', '31/12/2028'],
    ['2. Se chauffer', 'Isoler les écoles', 'Trois écoles, dont deux de 1965.', 'En cours', '', '31/12/2027'],
    ['2. Se chauffer', 'Isoler les écoles', 'Le groupe scolaire du centre.', 'À discuter', '', ''],
  ])
  return { name: 'plan-velo-energie.xlsx', mimeType: XLSX, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

const server = await ServerProcess.start()
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  for (const size of SIZES) await takeAll({ browser, url: server.url, size })
} finally {
  await browser.close()
  await server.dispose()
}
