import type { NewOctroi } from '../../domain/octroi/octroi-rules.ts'
import { builder } from '../builder.ts'
import { uuidOf } from '../global-id.ts'

const ServiceAilleursInput = builder.inputType('ServiceAilleursInput', {
  description: 'Un service d’une autre collectivité.',
  fields: (t) => ({
    siren: t.string({ required: true, description: 'Le SIREN de la collectivité, neuf chiffres.' }),
    nom: t.string({
      required: true,
      description: 'Le nom du service, sans tenir compte des accents ni des majuscules.',
    }),
  }),
})

export const BeneficiaireInput = builder.inputType('BeneficiaireInput', {
  description: 'À qui un accès est donné, d’une seule de ces façons.',
  fields: (t) => ({
    membreId: t.id({ description: 'Un membre de la collectivité.' }),
    serviceId: t.id({ description: 'Un service de la collectivité : ses membres du moment.' }),
    email: t.string({
      description: 'Une adresse : qui en a le compte, aujourd’hui ou plus tard. La réponse ne dit pas s’il y en a un.',
    }),
    serviceAilleurs: t.field({
      type: ServiceAilleursInput,
      description: 'Un service d’une autre collectivité : ses membres du moment, qu’elle choisit.',
    }),
  }),
})

export function readBeneficiaire({
  membreId,
  serviceId,
  email,
  serviceAilleurs,
}: typeof BeneficiaireInput.$inferInput): NewOctroi['beneficiaire'] {
  return {
    ...(membreId != null && { membreId: uuidOf('Membre', membreId) }),
    ...(serviceId != null && { serviceId: uuidOf('Service', serviceId) }),
    ...(email != null && { email }),
    ...(serviceAilleurs != null && { serviceAilleurs }),
  }
}
