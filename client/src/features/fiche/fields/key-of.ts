/** Reads a value of a list that was made from these labels. */
export function keyOf<Key extends string>(labels: Readonly<Record<Key, string>>, value: string): Key {
  const isKey = (text: string): text is Key => text in labels
  if (!isKey(value)) throw new Error(`${value} is not among the choices of the page`)
  return value
}
