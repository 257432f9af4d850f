import { describe, expect, it } from 'vitest'
import { MAX_PARAMETRES_CHARACTERS, parametresSchema } from './vue-rules.ts'

const kept = (text: string) => {
  const result = parametresSchema.safeParse(text)
  return result.success
    ? result.data
    : result.error.issues.map((issue) => issue.code === 'custom' && issue.params?.code)
}

describe('the parameters of a view', () => {
  it('are kept as an address says them, sorted, without those that say nothing', () => {
    expect(kept('?vue=frise&statut=EN_COURS%2CBLOQUE&q=&tri=-fin')).toBe('statut=EN_COURS%2CBLOQUE&tri=-fin&vue=frise')
    expect(kept('')).toBe('')
    expect(kept(`q=${encodeURIComponent('haies & talus é')}`)).toBe('q=haies+%26+talus+%C3%A9')
    expect(kept('champ.a-1=x')).toBe('champ.a-1=x')
  })

  it('are refused where they are of no address', () => {
    for (const text of ['statut=A&statut=B', '1=a', 'a b=c', `${'a'.repeat(101)}=b`, 'q=%00', 'q=a%0Ab'])
      expect([text, kept(text)]).toEqual([text, ['PARAMETRES_INVALID']])
    const many = (count: number) => Array.from({ length: count }, (_, at) => `a${at}=b`).join('&')
    expect(kept(many(100))).not.toBeInstanceOf(Array)
    expect(kept(many(101))).toEqual(['PARAMETRES_INVALID'])
  })

  it('are as long as an address may be', () => {
    const long = (length: number) => `q=${'a'.repeat(length - 2)}`
    expect(kept(long(MAX_PARAMETRES_CHARACTERS))).toHaveLength(MAX_PARAMETRES_CHARACTERS)
    expect(kept(long(MAX_PARAMETRES_CHARACTERS + 1))).toEqual(['PARAMETRES_TOO_LONG'])
  })
})
