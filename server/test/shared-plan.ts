import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'

/** Real plans are kept beside the repository, in ../shared/plans, and are no part of it; a continuous integration must have them. */
const isRequired = process.env.CI === 'true'

export const CONTRAT_LOCAL_DE_SANTE = sharedPlan('contrat-local-de-sante')
export const MODELE_IMPORT = sharedPlan('modele-import')

/** Whether the tests that read them are to be skipped. */
export const lacksSharedPlans =
  !isRequired && ![CONTRAT_LOCAL_DE_SANTE, MODELE_IMPORT].every((plan) => existsSync(plan.path))

export interface SharedPlan {
  path: string
  read(): Uint8Array
}

function sharedPlan(name: string): SharedPlan {
  const path = fileURLToPath(new URL(`../../../shared/plans/${name}.xlsx`, import.meta.url))
  return { path, read: () => new Uint8Array(readFileSync(path)) }
}

/**
 * The addresses of a sheet's cells with something to see in them, from a row on, read from the file's XML by a few regular
 * expressions: a second opinion, which shares no code with the import.
 */
export async function filledAddresses(
  plan: SharedPlan,
  { part, fromRow }: { part: string; fromRow: number },
): Promise<string[]> {
  const zip = await JSZip.loadAsync(plan.read())
  const strings = [...(await xmlOf(zip, 'xl/sharedStrings.xml')).matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(
    ([, inner = '']) => wordsOf(inner),
  )
  return [...(await xmlOf(zip, part)).matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].flatMap(
    ([, column = '', row = '', attributes = '', inner = '']) => {
      const value = /<v[^>]*>(.*?)<\/v>/s.exec(inner)?.[1] ?? ''
      const words = attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : value || wordsOf(inner)
      return Number(row) >= fromRow && words.trim() !== '' ? [`${column}${row}`] : []
    },
  )
}

async function xmlOf(zip: JSZip, part: string): Promise<string> {
  return (await zip.file(part)?.async('string')) ?? ''
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, words = '']) => words).join('')
}
