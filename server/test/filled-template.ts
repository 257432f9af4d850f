import Excel from 'exceljs'

/** One value per column, in the template's order. */
export const FILLED: Excel.CellValue[] = [
  'Axe 1',
  'Axe 1.1',
  'Axe 1.1.1',
  'Une fiche',
  null,
  'Un descriptif\n- un point',
  'Des objectifs',
  'Eau, milieux aquatiques et assainissement, Mobilité et transport',
  'Cours d’eau, canaux, plans d’eau',
  'Sobriété, Stockage carbone',
  'Agents, Grand public',
  'Linéaire de haies, en km\nTaux de fuite',
  'Service Eau, Voirie',
  'Awa Diallo, Paul Martin',
  'Renée Charles',
  'Syndicat des eaux',
  'Chambre d’agriculture, Agence de l’eau',
  'Copil, deux fois par an\nCotech',
  'Concertation',
  'Trois ateliers',
  'Deux agents',
  'Fonds verts',
  'Région, Département',
  50_000,
  'État',
  12_000.5,
  'ADEME',
  null,
  124_566,
  100_000,
  24_566,
  1000,
  0.5,
  'En cours',
  'Élevé',
  new Date('2026-01-15'),
  new Date('2028-06-30'),
  'VRAI',
  'Au printemps',
  '1 à 2 ans',
  'cae 1.1.1 Définir la stratégie\nUne autre mesure',
  'Une autre fiche',
  '12/03/2026 : Lancement\nréussi\n01/04/2026 : Suite',
  'eau, agriculture',
]

/** Our template with a fiche that has every field, a sous-action of it, and the fiche that it is linked to; or with other rows. */
export async function filledTemplate(
  template: Uint8Array,
  rows: readonly (readonly Excel.CellValue[])[] = [
    FILLED,
    ['Axe 1', 'Axe 1.1', 'Axe 1.1.1', 'Une fiche', 'Une sous-action', 'Son texte'],
    ['Axe 2', null, null, 'Une autre fiche'],
  ],
): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(new Uint8Array(template).buffer)
  const sheet = workbook.getWorksheet('Plan')
  if (!sheet) throw new Error('the template has its sheet')
  for (const [index, row] of rows.entries()) sheet.getRow(3 + index).values = [...row]
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
