import { readGlobalId } from './global-id.ts'

/** Relay's types in French, lists and nodes never null inside a page. */
export const relayOptions = {
  decodeGlobalID: readGlobalId,
  cursorType: 'String',
  edgesFieldOptions: {
    nullable: { list: false, items: false },
    description: 'Les éléments de la page, chacun avec son curseur.',
  },
  nodeFieldOptions: { nullable: false, description: 'L’élément.' },
  cursorFieldOptions: { description: 'À donner à after ou before pour continuer à partir d’ici.' },
  pageInfoFieldOptions: { description: 'Où en est la page dans la liste.' },
  pageInfoTypeOptions: { description: 'Où en est une page dans sa liste.' },
  hasNextPageFieldOptions: { description: 'Vrai s’il y a des éléments après cette page.' },
  hasPreviousPageFieldOptions: { description: 'Vrai s’il y a des éléments avant cette page.' },
  startCursorFieldOptions: { description: 'Curseur du premier élément ; null si la page est vide.' },
  endCursorFieldOptions: { description: 'Curseur du dernier élément ; null si la page est vide.' },
  firstArgOptions: { description: 'Nombre d’éléments voulus depuis le début, de 1 à 100. Il faut first ou last.' },
  lastArgOptions: { description: 'Nombre d’éléments voulus depuis la fin, de 1 à 100. Il faut first ou last.' },
  afterArgOptions: { description: 'Commence après ce curseur ; va avec first.' },
  beforeArgOptions: { description: 'Finit avant ce curseur ; va avec last.' },
  idFieldOptions: { description: 'Identifiant global, opaque : à rendre tel quel à l’API.' },
  nodeTypeOptions: { description: 'Tout ce qui se retrouve par son identifiant global.' },
  nodeQueryOptions: {
    description: 'L’objet qui porte cet identifiant global ; null s’il n’existe pas ou ne peut être lu.',
    args: { id: { description: 'Identifiant global, tel que l’API l’a donné.' } },
  },
  nodesQueryOptions: false,
} as const
