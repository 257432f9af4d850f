import { normaliseNom } from '../../domain/service/normalise-nom.ts'

/** How the template's own sentences begin: formats of columns, instructions, and reminders left in its example. */
const BEGINNINGS = [
  // Our own template's: see INSTRUCTION_MARK.
  'consigne pupitre',
  'champ texte',
  'champ liste deroulante',
  'champ numerique',
  'champ date',
  'champ binaire',
  'si vos axes sont numerotes',
  'si vos sous-axes sont numerotes',
  'si vos sous-sous-axes sont numerotes',
  'texte court de 300 caracteres maximum',
  'presentez en quelques lignes le descriptif',
  'renseignez ici',
  'reseignez ici le nom et les objectifs',
  'utilisez exactement la meme ecriture',
  'plusieurs services peuvent etre indiques',
  'creez sous la forme',
  "choisissez l'option qui correspond",
  'saisissez un ',
  'saisissez une ',
  "indiquer si l'action est en amelioration continue",
  "ce champ ne sera pas integre lors de l'importation",
  "ces informations devront etre saisies directement sur la plateforme apres l'import",
]

/** Whether a text is one of the template's own sentences, which are never anybody's data. */
export function isTemplateSentence(text: string): boolean {
  const start = normaliseNom(text).replace(/^[^a-z0-9]+/, '')
  return BEGINNINGS.some((beginning) => start.startsWith(beginning))
}
