const LABELS: Readonly<Record<string, string>> = {
  titre: 'Titre',
  description: 'Description',
  objectifs: 'Objectifs',
  moyens: 'Moyens humains et techniques',
  financements: 'Financements',
}

/** What the page calls a text of a fiche or of a plan. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? (field.startsWith('axe:') ? 'Description d’un axe' : 'Note de suivi')
}
