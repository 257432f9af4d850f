/** What is asked while it is being read gets the same answer: the gauges of one scrape are read together. */
export function onceAtATime<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | null = null
  return () => (reading ??= read().finally(() => (reading = null)))
}
