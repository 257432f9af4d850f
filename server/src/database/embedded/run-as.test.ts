import { expect, it } from 'vitest'
import { unprivilegedUser } from './run-as.ts'

const ROOT = 'root:x:0:0:root:/root:/bin/bash'
const NOBODY = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin'
const POSTGRES = 'postgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash'

it.each([
  ['postgres before nobody', [ROOT, NOBODY, POSTGRES], { uid: 101, gid: 104 }],
  ['nobody where PostgreSQL was never installed', [ROOT, NOBODY], { uid: 65_534, gid: 65_534 }],
  ['no one when there is neither', [ROOT], null],
  ['no one called postgres who is root', [ROOT, 'postgres:x:0:0::/:/bin/sh'], null],
])('chooses %s', (_what, lines, expected) => {
  expect(unprivilegedUser(lines.join('\n'))).toEqual(expected)
})
