import { describe, expect, it } from 'vitest'
import { chooseCollectivite } from './choose-collectivite.ts'
import { CommandError } from './run-command.ts'

describe('the collectivité of a command', () => {
  it('is the official one of its SIREN, spaces or not', () => {
    expect(chooseCollectivite({ siren: '200 068 229' })).toEqual({
      siren: '200068229',
      nom: 'CC des Baronnies en Drôme Provençale',
      type: 'COMMUNAUTE_COMMUNES',
      timeZone: 'Europe/Paris',
    })
  })

  it('is what the options say when the register does not know it', () => {
    const given = { siren: '222600017', nom: 'Département de la Drôme', type: 'departement' }
    expect(chooseCollectivite(given)).toMatchObject({ nom: 'Département de la Drôme', type: 'DEPARTEMENT' })
  })

  it('takes a name and a time zone of its own over the official ones', () => {
    const given = { siren: '200068229', nom: 'Les Baronnies', timeZone: 'Indian/Reunion' }
    expect(chooseCollectivite(given)).toMatchObject({ nom: 'Les Baronnies', timeZone: 'Indian/Reunion' })
  })

  it.each([
    ['no SIREN', {}, '--siren'],
    ['eight digits', { siren: '20006822' }, '--siren'],
    ['two swapped digits', { siren: '200068292' }, '--siren'],
    ['an unknown SIREN without a name', { siren: '222600017', type: 'DEPARTEMENT' }, '--nom'],
    ['an unknown SIREN without a type', { siren: '222600017', nom: 'Drôme' }, '--type'],
    ['a type that does not exist', { siren: '222600017', nom: 'Drôme', type: 'CANTON' }, '--type'],
    ['a time zone that does not exist', { siren: '200068229', timeZone: 'Europe/Nyons' }, '--time-zone'],
  ])('is refused with %s', (_what, given, named) => {
    expect(() => chooseCollectivite(given)).toThrow(CommandError)
    expect(() => chooseCollectivite(given)).toThrow(named)
  })
})
