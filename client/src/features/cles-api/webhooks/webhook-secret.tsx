import { Text } from '@mantine/core'
import { dayAndTime } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'
import type { SecretWords } from '../drawn-secret.tsx'
import type { DrawnWebhook } from './use-draw-webhook.ts'
import { addressText } from './webhook-state.ts'

/** What is said of a webhook's secret. */
export function webhookSecretWords({ url, previousSecretUntil }: DrawnWebhook): SecretWords {
  return {
    intro: fr`Voici le secret du webhook vers ${addressText(url)}. Copiez-le maintenant : il ne sera plus montré.`,
    use: (
      <>
        <Text size="sm">
          {fr`Donnez-le au programme qui reçoit : il vérifie par lui que c’est bien Pupitre qui écrit (Standard Webhooks). Ne l’envoyez pas par courriel.`}
        </Text>
        {previousSecretUntil !== null && (
          <Text size="sm" fw={600}>
            {fr`L’ancien secret signe aussi jusqu’au ${dayAndTime(previousSecretUntil)} : donnez le nouveau au programme d’ici là.`}
          </Text>
        )}
      </>
    ),
    loss: fr`Personne ne pourra le retrouver, vous non plus : il faudrait le renouveler pour en avoir un autre.`,
  }
}
