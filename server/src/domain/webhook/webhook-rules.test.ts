import { describe, expect, it } from 'vitest'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { MAX_URL_CHARACTERS, newWebhookSchema } from './webhook-rules.ts'

const apiKeyId = '0190a5f0-0000-7000-8000-000000000000'

/** The address as it is kept, or the code of why it is not. */
function read(url: string, { allowLoopback = false } = {}): string | undefined {
  try {
    return parseInput(newWebhookSchema({ allowLoopback }), { apiKeyId, url }).url
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    expect(error.issues).toHaveLength(1)
    return error.issues[0]?.code
  }
}

describe('the address of a webhook', () => {
  it.each([
    ['https://exemple.fr', 'https://exemple.fr/'],
    [' https://exemple.fr/pupitre?jeton=a#haut ', 'https://exemple.fr/pupitre?jeton=a'],
    ['HTTPS://EXEMPLE.FR:8443/É', 'https://exemple.fr:8443/%C3%89'],
    ['https://été.exemple.fr/', 'https://xn--t-9fab.exemple.fr/'],
    ['https://1.1.1.1/', 'https://1.1.1.1/'],
    ['https://[2606:4700:4700::1111]/', 'https://[2606:4700:4700::1111]/'],
    ['https://localhost.exemple.fr/', 'https://localhost.exemple.fr/'],
  ])('is kept as it will be written to: %s', (url, kept) => {
    expect(read(url)).toBe(kept)
  })

  it.each([
    ['', 'URL_INVALID'],
    ['exemple.fr', 'URL_INVALID'],
    ['https://', 'URL_INVALID'],
    ['https://exemple.fr:99999/', 'URL_INVALID'],
    ['http://exemple.fr/', 'URL_NOT_HTTPS'],
    ['http://127.0.0.1/', 'URL_NOT_HTTPS'],
    ['ftp://exemple.fr/', 'URL_NOT_HTTPS'],
    ['file:///etc/passwd', 'URL_NOT_HTTPS'],
    ['javascript:alert(1)', 'URL_NOT_HTTPS'],
    ['https://nom@exemple.fr/', 'URL_CREDENTIALS'],
    ['https://:mot@exemple.fr/', 'URL_CREDENTIALS'],
    ['https://localhost/', 'URL_PRIVATE'],
    ['https://a.localhost./', 'URL_PRIVATE'],
    ['https://127.1/', 'URL_PRIVATE'],
    ['https://2130706433/', 'URL_PRIVATE'],
    ['https://0/', 'URL_PRIVATE'],
    ['https://169.254.169.254/latest/meta-data', 'URL_PRIVATE'],
    ['https://192.168.1.1/', 'URL_PRIVATE'],
    ['https://[::1]/', 'URL_PRIVATE'],
    ['https://[::]/', 'URL_PRIVATE'],
    ['https://[::ffff:10.0.0.1]/', 'URL_PRIVATE'],
    ['https://[fd00::1]/', 'URL_PRIVATE'],
  ])('is refused by its reason: « %s »', (url, code) => {
    expect(read(url)).toBe(code)
  })

  it(`has ${MAX_URL_CHARACTERS} characters at most, as it is kept`, () => {
    const long = (characters: number, character = 'a') => `https://exemple.fr/${character.repeat(characters - 19)}`
    expect(read(long(MAX_URL_CHARACTERS))).toBe(long(MAX_URL_CHARACTERS))
    expect(read(long(MAX_URL_CHARACTERS + 1))).toBe('URL_TOO_LONG')
    expect(read(long(1_000, 'é'))).toBe('URL_TOO_LONG')
  })

  it('may be this machine where the instance allows it, in clear too, and no other that is private', () => {
    const allowed = { allowLoopback: true }
    for (const url of ['http://127.0.0.1:8080/', 'https://localhost/', 'http://[::1]/']) {
      expect(read(url, allowed)).toBe(url)
    }
    expect(read('http://10.0.0.1/', allowed)).toBe('URL_NOT_HTTPS')
    expect(read('https://10.0.0.1/', allowed)).toBe('URL_PRIVATE')
    expect(read('http://exemple.fr/', allowed)).toBe('URL_NOT_HTTPS')
  })
})
