import { nomSchema } from '../nom-rules.ts'

/** A person's name, with a function at most: « Awa Diallo, vice-présidente ». */
export const MAX_PERSONNE_NOM_CHARACTERS = 150

export const personneNomSchema = nomSchema({ what: 'à cette personne', maxCharacters: MAX_PERSONNE_NOM_CHARACTERS })
