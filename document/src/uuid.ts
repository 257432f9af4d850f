/** As RFC 9562 writes them, whatever the case. */
const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(?:-0{4}){3}-0{12}|f{8}(?:-f{4}){3}-f{12})$/i

/** Whether a value is the text of a uuid. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}
