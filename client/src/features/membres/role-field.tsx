import { NativeSelect } from '@mantine/core'
import type { Role } from '../../gql/graphql.ts'
import { isRole, ROLE_DESCRIPTIONS, ROLE_LABELS, ROLES } from '../../lib/vocabulary/roles.ts'

/** A role, and what it lets one do. */
export function RoleField({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  return (
    <NativeSelect
      label="Rôle"
      description={ROLE_DESCRIPTIONS[role]}
      value={role}
      onChange={({ currentTarget: { value } }) => isRole(value) && onChange(value)}
      data={ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))}
    />
  )
}
