import { TextInput } from '@mantine/core'
import type { Grantee } from './grantee.ts'

const SIREN = /^\d{9}$/

/** Names a service of another collectivité; null until there is enough to ask. */
export function serviceAilleurs({ siren, nom }: { siren: string; nom: string }): Grantee | null {
  const digits = siren.replaceAll(/\s/g, '')
  if (!SIREN.test(digits) || nom.trim() === '') return null
  return {
    key: `${digits} ${nom}`,
    nom: nom.trim(),
    detail: 'Service',
    input: { serviceAilleurs: { siren: digits, nom: nom.trim() } },
  }
}

/** The collectivité of a service, by its SIREN, and the service's name. */
export function ServiceAilleursFields({
  siren,
  nom,
  onChange,
}: {
  siren: string
  nom: string
  onChange: (named: { siren: string; nom: string }) => void
}) {
  return (
    <>
      <TextInput
        label="SIREN de la collectivité"
        description="Neuf chiffres."
        inputMode="numeric"
        value={siren}
        onChange={({ currentTarget }) => onChange({ siren: currentTarget.value, nom })}
        data-autofocus
      />
      <TextInput
        label="Nom du service"
        description="Tel que la collectivité l’écrit."
        value={nom}
        onChange={({ currentTarget }) => onChange({ siren, nom: currentTarget.value })}
      />
    </>
  )
}
