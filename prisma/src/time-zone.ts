/** Time zones outside metropolitan France, by the first three characters of a commune's INSEE code. */
const OVERSEAS = new Map([
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/St_Barthelemy'],
  ['978', 'America/Marigot'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
])

/** IANA name of the time zone in which a commune lives. */
export function timeZoneOfCommune(inseeCode: string): string {
  return OVERSEAS.get(inseeCode.slice(0, 3)) ?? 'Europe/Paris'
}
