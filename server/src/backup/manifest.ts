import { z } from 'zod'

/** Changes when an older Pupitre could not read what this one writes. */
export const BACKUP_FORMAT = 1

export const HEADER_NAME = 'pupitre.json'
export const MANIFEST_NAME = 'manifest.json'
export const CHECKSUM_NAME = 'manifest.sha256'

/** The first file: what this is. */
export const headerSchema = z.object({
  format: z.literal('pupitre-sauvegarde'),
  formatVersion: z.int(),
  pupitre: z.string(),
  createdAt: z.iso.datetime(),
})
export type BackupHeader = z.infer<typeof headerSchema>

const partSchema = z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  /** What COPY wrote, cut in pieces and compressed (gzip), in their order. */
  parts: z.array(partSchema),
})
export type BackupTable = z.infer<typeof tableSchema>

/** The last file but its checksum: what must be there. Tables are in an order that their foreign keys accept. */
export const manifestSchema = z.object({
  header: headerSchema,
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema).min(1),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().nullable() })),
})
export type Manifest = z.infer<typeof manifestSchema>
