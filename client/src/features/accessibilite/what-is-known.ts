import { fr } from '../../lib/text/french.ts'

/** What tests check at each change: to be kept true with them. */
export const TESTED: readonly string[] = [
  fr`la plupart des pages, par l’outil axe avec toutes ses règles et sans aucune erreur : en clair et en sombre, sur un écran large et sur un écran de téléphone ;`,
  fr`le clavier seul, pour déplacer les axes et les fiches d’un plan, écrire un texte et le mettre en forme, saisir les valeurs d’un indicateur ;`,
  fr`le contraste des couleurs de l’interface, en clair et en sombre.`,
]

/** What nobody has looked at. */
export const NOT_CHECKED: readonly string[] = [
  fr`l’usage avec un lecteur d’écran (NVDA, JAWS, VoiceOver) par des personnes qui en ont l’habitude, en particulier dans l’éditeur de texte à plusieurs ;`,
  fr`le texte agrandi à 200 %, ou dont le lecteur a choisi l’espacement ;`,
  fr`les messages envoyés par courriel.`,
]

/** What is not in the hands of who makes Pupitre. */
export const OFTEN_NOT_ACCESSIBLE: readonly string[] = [
  fr`ce que les agents écrivent : un lien dont le nom ne dit pas où il mène, un titre sauté, un sigle sans explication ;`,
  fr`GraphiQL, l’outil qui s’ouvre à l’adresse /graphql, fait par d’autres et non vérifié : la documentation de l’API et le téléchargement en CSV donnent les mêmes données sans lui.`,
]
