/** For how many days the secret that is replaced holds beside the new one. */
export const OVERLAPS = [
  { value: '7', label: '7 jours' },
  { value: '14', label: '14 jours' },
  { value: '30', label: '30 jours' },
  { value: '0', label: 'Plus du tout, dès maintenant' },
]
