import { Text } from '@mantine/core'
import type { Periodicite } from '../../../gql/graphql.ts'
import { periodeLabel } from '../../../lib/indicateur/periode.ts'
import { writeDecimal } from '../../../lib/text/decimal.ts'
import { PARTS, type Valeur } from './valeur.ts'
import { ValeursHead } from './valeurs-head.tsx'
import classes from './valeurs-grid.module.css'

/** The values of an indicateur, for who may only read them. */
export function ValeursTable({
  valeurs,
  unite,
  periodicite,
}: {
  valeurs: readonly Valeur[]
  unite: string
  periodicite: Periodicite
}) {
  if (valeurs.length === 0) return <Text c="dimmed">Aucune valeur pour le moment.</Text>
  return (
    <table className={classes.table} data-readonly>
      <ValeursHead unite={unite} />
      <tbody>
        {valeurs.map((valeur) => (
          <tr key={valeur.periode}>
            <th scope="row">{periodeLabel(valeur.periode, periodicite)}</th>
            {PARTS.map((part) => (
              <td key={part} data-part={part}>
                {part === 'commentaire' ? valeur.commentaire : valeur[part] && writeDecimal(valeur[part])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
