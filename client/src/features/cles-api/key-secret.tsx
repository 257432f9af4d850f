import { Code, Text } from '@mantine/core'
import { dayAndTime } from '../../lib/text/dates.ts'
import { fr } from '../../lib/text/french.ts'
import type { SecretWords } from './drawn-secret.tsx'
import { formerSecret } from './key-state.ts'
import type { DrawnKey } from './use-draw.ts'
import classes from './drawn-secret.module.css'

/** What is said of a key's secret. */
export function keySecretWords(drawn: DrawnKey): SecretWords {
  const former = formerSecret(drawn)
  return {
    intro: fr`Voici le secret de la clé « ${drawn.nom} ». Copiez-le maintenant : il n’est gardé nulle part et ne sera plus montré.`,
    use: (
      <>
        <Text size="sm">
          {fr`Rangez-le dans un coffre de mots de passe ou dans les réglages du programme. Qui l’a peut agir au nom de la collectivité : ne l’envoyez pas par courriel.`}
        </Text>
        <Text size="sm">{fr`Le programme le montre à chaque demande :`}</Text>
        <Code block className={classes.request}>{`POST ${location.origin}/graphql\nAuthorization: Bearer pup_…`}</Code>
        {former?.isAccepted && (
          <Text size="sm" fw={600}>
            {fr`L’ancien secret, ${former.prefix}…, est encore accepté jusqu’au ${dayAndTime(former.until)} : donnez le nouveau au programme d’ici là.`}
          </Text>
        )}
      </>
    ),
    loss: fr`Personne ne pourra le retrouver, vous non plus : il faudrait renouveler la clé pour en avoir un autre.`,
  }
}
