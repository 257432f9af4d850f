import { nomSchema } from '../nom-rules.ts'

/** A label's name fits two lines of a list: instances of governance have long ones. */
export const MAX_LABEL_NOM_CHARACTERS = 200

export const labelNomSchema = nomSchema({ what: 'à ce libellé', maxCharacters: MAX_LABEL_NOM_CHARACTERS })
