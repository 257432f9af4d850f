import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { counted } from '../../lib/text/french.ts'
import { withoutAccents } from '../../lib/text/without-accents.ts'
import { IndicateurRow } from '../../ui/indicateur/indicateur-row.tsx'
import { Surface } from '../../ui/surface.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './indicateur-list.module.css'

/** As many as one looks over without a search. */
const MANY = 5

type Indicateur = { id: string; nom: string } & Parameters<typeof IndicateurRow>[0]['indicateur']

/** Indicateurs with their last values, and a search among them. */
export function IndicateurList({ indicateurs }: { indicateurs: readonly Indicateur[] }) {
  const [recherche, setRecherche] = useState('')
  const words = withoutAccents(recherche).split(' ').filter(Boolean)
  const shown = indicateurs.filter(({ nom }) => words.every((word) => withoutAccents(nom).includes(word)))

  return (
    <>
      {indicateurs.length > MANY && (
        <TextInput
          type="search"
          aria-label="Chercher un indicateur"
          placeholder="Chercher un indicateur"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={recherche}
          onChange={({ currentTarget }) => setRecherche(currentTarget.value)}
          maw="24rem"
          mb="md"
        />
      )}
      <output className={classes.found}>
        {words.length > 0 && counted(shown.length, 'indicateur trouvé', 'indicateurs trouvés')}
      </output>
      {shown.length > 0 && (
        <Surface>
          <PlainList>
            {shown.map((indicateur) => (
              <IndicateurRow key={indicateur.id} indicateur={indicateur} />
            ))}
          </PlainList>
        </Surface>
      )}
    </>
  )
}
