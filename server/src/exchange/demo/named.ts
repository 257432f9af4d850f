/** What a name of the demo stands for. The demo's own tests prove that each name is given once and meant once. */
export function named<Thing>(things: ReadonlyMap<string, Thing>, name: string): Thing {
  const thing = things.get(name)
  if (thing === undefined) throw new Error(`the demo names « ${name} », which it does not have`)
  return thing
}
