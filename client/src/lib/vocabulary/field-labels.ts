const LABELS: Readonly<Record<string, string>> = {
  titre: 'Titre',
  description: 'Description',
  objectifs: 'Objectifs',
  moyens: 'Moyens humains et techniques',
  financements: 'Financements',
}

/** What the page calls a text of a fiche. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? 'Note de suivi'
}
