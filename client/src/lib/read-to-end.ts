/** Reads an answer whose words are not wanted: what is not read keeps its connection busy, one of the six that a browser has for a server. */
export async function readToEnd(response: Response): Promise<void> {
  await response.text().catch(() => '')
}
