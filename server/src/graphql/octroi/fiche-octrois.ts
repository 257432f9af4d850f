import { inTransaction } from '../../bus/in-transaction.ts'
import { grantAccess } from '../../domain/octroi/grant-access.ts'
import { revokeAccess } from '../../domain/octroi/revoke-access.ts'
import { builder } from '../builder.ts'
import { OuvertureEnum } from '../enums.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { BeneficiaireInput, readBeneficiaire } from './beneficiaire.ts'

const GrantFicheAccessInput = builder.inputType('GrantFicheAccessInput', {
  description: 'Un accès à donner sur une fiche, avec ses sous-actions.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    beneficiaire: t.field({ type: BeneficiaireInput, required: true, description: 'À qui.' }),
    niveau: t.field({ type: OuvertureEnum, required: true, description: 'Ce qu’il permet.' }),
  }),
})

builder.mutationField('grantFicheAccess', (t) =>
  t.field({
    type: changedFiche('GrantFicheAccessSuccess', 'L’accès est donné, ou l’était déjà.'),
    description:
      'Donne un accès sur une fiche, ou en change le niveau. Demande le rôle admin dans la collectivité. Codes : BENEFICIAIRE_UNNAMED, TOO_MANY_OCTROIS, SOUS_ACTION_FOLLOWS.',
    errors: resultUnion('GrantFicheAccessResult'),
    args: { input: t.arg({ type: GrantFicheAccessInput, required: true, description: 'Ce qui est donné.' }) },
    resolve: async (_root, { input: { beneficiaire, niveau, ...input } }, context) => {
      const ficheId = uuidOf('Fiche', input.ficheId)
      await inTransaction(context, (useCase) =>
        grantAccess(useCase, { on: { ficheId }, beneficiaire: readBeneficiaire(beneficiaire), niveau }),
      )
      return { ficheId }
    },
  }),
)

const RevokeFicheAccessInput = builder.inputType('RevokeFicheAccessInput', {
  description: 'Un accès à retirer d’une fiche.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    octroiId: t.id({ required: true, description: 'L’accès.' }),
  }),
})

builder.mutationField('revokeFicheAccess', (t) =>
  t.field({
    type: changedFiche('RevokeFicheAccessSuccess', 'L’accès est retiré, ou n’y était plus.'),
    description:
      'Retire un accès donné sur une fiche. Demande le rôle admin dans la collectivité. Code : SOUS_ACTION_FOLLOWS.',
    errors: resultUnion('RevokeFicheAccessResult'),
    args: { input: t.arg({ type: RevokeFicheAccessInput, required: true, description: 'Ce qui est retiré.' }) },
    resolve: async (_root, { input }, context) => {
      const ficheId = uuidOf('Fiche', input.ficheId)
      const octroiId = uuidOf('Octroi', input.octroiId)
      await inTransaction(context, (useCase) => revokeAccess(useCase, { on: { ficheId }, octroiId }))
      return { ficheId }
    },
  }),
)
