import { MAX_INDICATEUR_NOM_CHARACTERS } from '../../domain/indicateur/indicateur-rules.ts'
import { MAX_LABEL_NOM_CHARACTERS } from '../../domain/label/label-rules.ts'
import { MAX_PERSONNE_NOM_CHARACTERS } from '../../domain/personne/personne-rules.ts'
import { MAX_SERVICE_NOM_CHARACTERS } from '../../domain/service/service-rules.ts'
import type { ImportNames } from './import-plan.ts'
import { NameList } from './name-list.ts'
import { COMMAS, LINES } from './split-names.ts'

/** Everything that the rows of a file name. */
export function createNameLists() {
  const label = (what: string, separator = COMMAS) =>
    new NameList({ what, maxCharacters: MAX_LABEL_NOM_CHARACTERS, separator })
  return {
    services: new NameList({
      what: 'un service',
      maxCharacters: MAX_SERVICE_NOM_CHARACTERS,
      separator: COMMAS,
    }),
    personnes: new NameList({
      what: 'une personne',
      maxCharacters: MAX_PERSONNE_NOM_CHARACTERS,
      separator: COMMAS,
    }),
    indicateurs: new NameList({
      what: 'un indicateur',
      maxCharacters: MAX_INDICATEUR_NOM_CHARACTERS,
      separator: LINES,
    }),
    labels: {
      STRUCTURE: label('une structure'),
      PARTENAIRE: label('un partenaire'),
      // The template asks for sentences here, not for names between commas.
      INSTANCE_GOUVERNANCE: label('une instance', LINES),
      TAG: label('un tag'),
      FINANCEUR: label('un financeur'),
    },
  }
}

export type NameLists = ReturnType<typeof createNameLists>

export function namesOf({ services, personnes, indicateurs, labels }: NameLists): ImportNames {
  const { STRUCTURE, PARTENAIRE, INSTANCE_GOUVERNANCE, TAG, FINANCEUR } = labels
  return {
    services: services.names,
    personnes: personnes.names,
    indicateurs: indicateurs.names,
    labels: {
      STRUCTURE: STRUCTURE.names,
      PARTENAIRE: PARTENAIRE.names,
      INSTANCE_GOUVERNANCE: INSTANCE_GOUVERNANCE.names,
      TAG: TAG.names,
      FINANCEUR: FINANCEUR.names,
    },
  }
}
