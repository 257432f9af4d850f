import { expect, it } from 'vitest'
import { renderMessage } from './message.ts'
import {
  emailChangeMessage,
  emailChangeNoticeMessage,
  emailVerificationMessage,
  invitationMessage,
  passwordResetMessage,
  webhookDisabledMessage,
} from './messages.ts'

const url = 'https://pupitre.exemple.fr/lien?token=abc'
const [to, nom] = ['awa@exemple.fr', 'Awa Diallo']

const MESSAGES = [
  invitationMessage({
    to,
    collectivite: 'CC du Canton d’Erstein',
    invitedBy: 'Hélène Wurtz',
    role: 'CONTRIBUTEUR',
    personnes: ['A. Diallo', 'Mme Diallo'],
    expiresAt: new Date('2026-03-12T10:00:00Z'),
    url,
  }),
  passwordResetMessage({ to, nom, url, hours: 4 }),
  emailVerificationMessage({ to, nom, url, hours: 4 }),
  emailChangeMessage({ to, nom, former: 'ancienne@exemple.fr', url, hours: 4 }),
  emailChangeNoticeMessage({ to, nom, newEmail: 'nouvelle@exemple.fr', url }),
  webhookDisabledMessage({
    to,
    nom,
    collectivite: 'CC du Canton d’Erstein',
    cle: 'Observatoire',
    host: 'observatoire.exemple.fr',
    failingSince: new Date('2026-03-12T10:00:00Z'),
    url,
  }),
]

it.each(MESSAGES)('« $subject » says the same in plain text and in HTML, in French, with one link', (message) => {
  const { subject, text, html } = renderMessage(message)
  for (const words of [subject, text]) expect(words).not.toMatch(/ [:;?!»]|« |undefined|null/)
  expect(text.match(/https:\S+/g)).toEqual([url])
  expect(html).toContain('<html lang="fr">')
  expect(html).toContain(`href="${url}"`)
  for (const paragraph of text.split('\n\n').filter((each) => !each.includes('http') && !each.startsWith('--'))) {
    expect(html).toContain(paragraph.trim())
  }
})

it('tells who is invited as whom, in which role, and until when', () => {
  const [invitation] = MESSAGES
  expect(invitation && renderMessage(invitation).text).toContain(
    'Hélène Wurtz vous invite à suivre et à écrire les plans d’action de CC du Canton d’Erstein sur Pupitre, avec le rôle contributeur.',
  )
  expect(invitation && renderMessage(invitation).text).toContain(
    'Les fiches confiées à «\u00a0A. Diallo\u00a0», «\u00a0Mme Diallo\u00a0» seront les vôtres',
  )
  expect(invitation && renderMessage(invitation).text).toContain('jusqu’au 12 mars 2026.')
})
