import { readSchema } from './migration-folder.ts'
import { NO_FILTER, withSchemaEngine } from './schema-engine.ts'

/**
 * The SQL that would make the database what schema.prisma says: empty when it already is.
 * What Prisma does not model (CHECK, triggers, collations) is not compared.
 */
export async function schemaDrift({ connectionString }: { connectionString: string }): Promise<string> {
  const container = await readSchema()
  const [schema] = container.files
  if (!schema) throw new Error('schema.prisma is empty')
  const script = await withSchemaEngine({ connectionString, schema }, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', configDir: '.', ...container },
      to: { tag: 'schemaDatamodel', ...container },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    return stdout ?? ''
  })
  return script.replace(/^-- This is an empty migration\.\s*$/m, '').trim()
}
