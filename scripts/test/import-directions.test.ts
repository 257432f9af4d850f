import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bin, ROOT } from '../lib/paths.mjs'

describe('the import directions', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pupitre-rules-'))
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json']) {
      await cp(join(ROOT, file), join(folder, file))
    }
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it.each([
    ['server-imports', 'server/src/a.ts', 'client/src/b.ts'],
    ['client-imports', 'client/src/a.ts', 'server/src/b.ts'],
    ['document-is-a-leaf', 'document/src/a.ts', 'server/src/b.ts'],
    ['prisma-is-a-leaf', 'prisma/src/a.ts', 'document/src/b.ts'],
    ['domain-is-inner', 'server/src/domain/a.ts', 'server/src/sync/b.ts'],
    ['domain-is-inner', 'server/src/domain/fiche/a.ts', 'server/src/graphql/b.ts'],
    ['no-lexical-in-the-server', 'server/src/a.ts', 'document/src/client/b.ts'],
    ['features-are-apart', 'client/src/features/fiche/a.ts', 'client/src/features/plans/b.ts'],
    ['ui-and-lib-are-below', 'client/src/ui/a.ts', 'client/src/features/plans/b.ts'],
    ['no-unresolvable', 'server/src/a.ts', null],
  ])('%s: %s may not import %s', async (rule, from, to) => {
    expect(await violations(from, to)).toContain(rule)
  })

  it.each([
    ['server/src/sync/a.ts', 'server/src/domain/b.ts'],
    ['server/src/graphql/a.ts', 'server/src/domain/b.ts'],
    ['client/src/features/plans/a.ts', 'client/src/ui/b.ts'],
    ['client/src/features/plans/a.ts', 'document/src/client/b.ts'],
  ])('%s may import %s', async (from, to) => {
    expect(await violations(from, to)).toEqual([])
  })

  async function violations(from: string, to: string | null): Promise<unknown[]> {
    if (to) await write(to, 'export const value = 1\n')
    await write(
      from,
      `import { value } from '${to ? relativePath(from, to) : './absent.ts'}'\nexport const used = value\n`,
    )
    const { summary } = JSON.parse(await cruise())
    return summary.violations.map(({ rule }: { rule: { name: string } }) => rule.name)
  }

  async function write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }

  function cruise(): Promise<string> {
    const folders = ['prisma', 'document', 'server', 'client']
    return new Promise((resolve) => {
      void Promise.all(folders.map((name) => mkdir(join(folder, name), { recursive: true }))).then(() =>
        execFile(bin('depcruise'), ['--output-type', 'json', ...folders], { cwd: folder }, (_error, stdout) =>
          resolve(stdout),
        ),
      )
    })
  }
})

function relativePath(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`
}
