import { ChampPropreType } from '@pupitre/prisma'
import { z } from 'zod'
import { nomSchema } from '../nom-rules.ts'

/** Models of one collectivité: a list to choose from. */
export const MAX_MODELES = 50

export const MAX_MODELE_NOM_CHARACTERS = 100

/** Of its axes and of its fiches: as many as are created at once. */
export const MAX_MODELE_ITEMS = 2_000

/** All that a model holds: the descriptions of its axes are most of it. */
export const MAX_CONTENU_CHARACTERS = 2_000_000

export const modeleNomSchema = nomSchema({ what: 'à ce modèle', maxCharacters: MAX_MODELE_NOM_CHARACTERS })

/** A text without what it mentions: fiches and people are the plan's. */
const texte = z.array(z.object({ insert: z.string().min(1), attributes: z.record(z.string(), z.json()).optional() }))

/** What a model holds, as it is stored. An axe names those before it, by their rank. */
export const contenuSchema = z.object({
  description: texte.optional(),
  niveaux: z.array(z.string()),
  /** In their order among those of the same parent; each after its parent. */
  axes: z.array(z.object({ parent: z.int().min(0).nullable(), nom: z.string(), description: texte.optional() })),
  champs: z.array(z.object({ nom: z.string(), type: z.enum(ChampPropreType), choix: z.array(z.string()) })),
  /** In the order that they have in each place. Null: at the root. */
  fiches: z.array(z.object({ axe: z.int().min(0).nullable(), titre: z.string() })),
})

export type Contenu = z.infer<typeof contenuSchema>
