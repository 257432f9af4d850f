import { Select } from '@mantine/core'
import { useState } from 'react'
import { useDialogDropdownProps } from '../dialog-layer.ts'
import { keepEnter } from '../fields/keep-enter.ts'
import { addressGrantee, type Grantee } from './grantee.ts'
import { useGrantees } from './use-grantees.ts'

/** Tells an address from a name that is being typed; the server says whether it is one. */
const ADDRESS = /^\S+@\S+\.\S+$/

/** Finds a service or a member of the collectivité by their name, or anybody by their address. */
export function GranteeSelect({
  siren,
  chosen,
  onChoose,
  exceptKeys,
}: {
  siren: string
  chosen: Grantee | null
  onChoose: (grantee: Grantee | null) => void
  /** Of those who have an access already. */
  exceptKeys: readonly string[]
}) {
  const dropdown = useDialogDropdownProps()
  const { services, membres } = useGrantees(siren)
  const [words, setWords] = useState('')
  const address = words.trim().toLowerCase()
  const groups = [
    { group: 'Services', grantees: services },
    { group: 'Membres', grantees: membres },
    { group: 'Par une adresse', grantees: ADDRESS.test(address) ? [addressGrantee(address)] : [] },
  ].map(({ group, grantees }) => ({ group, grantees: grantees.filter(({ key }) => !exceptKeys.includes(key)) }))

  return (
    <Select
      {...dropdown}
      label="À qui"
      description="Un service, un membre, ou l’adresse de quelqu’un d’ailleurs."
      placeholder="Nom, ou adresse de courriel"
      searchable
      searchValue={words}
      onSearchChange={setWords}
      value={chosen?.key ?? null}
      onChange={(key) =>
        onChoose(groups.flatMap(({ grantees }) => grantees).find((grantee) => grantee.key === key) ?? null)
      }
      data={groups
        .filter(({ grantees }) => grantees.length > 0)
        .map(({ group, grantees }) => ({ group, items: grantees.map(({ key, nom }) => ({ value: key, label: nom })) }))}
      nothingFoundMessage="Personne de ce nom ici : écrivez son adresse entière."
      onKeyDown={keepEnter}
    />
  )
}
