import { randomUUID } from 'node:crypto'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Collectivite, LabelGenre, PrismaClient } from '@pupitre/prisma'
import type { NodeName } from '../src/graphql/global-id.ts'
import { normaliseNom } from '../src/domain/service/normalise-nom.ts'
import { createDocuments } from '../src/sync/create-documents.ts'
import type { Factories } from './factories.ts'

const GENRES: readonly LabelGenre[] = ['STRUCTURE', 'PARTENAIRE', 'INSTANCE_GOUVERNANCE', 'TAG', 'FINANCEUR']

const WEEK_MS = 7 * 24 * 3_600_000

/** Global ids of a world, by the type of what they name. */
export type WorldIds = Record<NodeName, string[]>

export interface World {
  collectivite: Collectivite
  ids: WorldIds
}

/**
 * One collectivité with something of everything that the API knows: plans which share a fiche, sous-actions, people without an
 * account, labels, lines, notes, links, indicateurs, an invitation; and, in the corbeille, one of each kind.
 */
export async function makeWorld(
  { make, prisma }: { make: Factories; prisma: PrismaClient },
  {
    mark = 'Monde',
    commun = mark,
    collectivite: given,
  }: {
    /** In the names of what a plan holds. */
    mark?: string
    /** In the names of what the whole collectivité shares. */
    commun?: string
    collectivite?: Collectivite
  } = {},
): Promise<World> {
  const collectivite = given ?? (await make.collectivite({ nom: `Collectivité ${mark}` }))
  const collectiviteId = collectivite.id
  const services = [
    await make.service({ collectivite, nom: `Eau ${commun}` }),
    await make.service({ collectivite, nom: `Voirie ${commun}` }),
  ]
  const unused = await make.service({ collectivite, nom: `Archives ${commun}` })
  const plan = await make.plan({ collectivite, nom: `PCAET ${mark}`, description: `Description ${mark}` })
  const other = await make.plan({ collectivite, nom: `CRTE ${mark}` })
  const axe = await make.axe({ plan, nom: `Axe ${mark}` })
  const sousAxe = await make.axe({ parent: axe, nom: `Sous-axe ${mark}` })
  const autreAxe = await make.axe({ plan: other, nom: `Autre axe ${mark}` })
  const fiche = await make.fiche({ axe, titre: `Haies ${mark}`, description: `Texte ${mark}`, services })
  const shared = await make.fiche({ axe: sousAxe, titre: `Partagée ${mark}` })
  const alone = await make.fiche({ plan: other, titre: `Mares ${mark}` })
  const place = { ficheId: shared.id, planId: other.id, axeId: autreAxe.id, collectiviteId, position: 'a0' }
  const sharedPlace = await prisma.placement.create({ data: place })
  const sousActions = await prisma.fiche.createManyAndReturn({
    data: ['a0', 'a1'].map((position) => ({
      collectiviteId,
      parentId: fiche.id,
      position,
      titre: `Sous-action ${position} ${mark}`,
    })),
  })

  await prisma.$transaction((tx) =>
    createDocuments({
      tx,
      documents: sousActions.map(({ id, titre }) => ({
        document: { kind: 'fiche', uuid: id },
        fields: { titre: [{ insert: `${titre}\n` }] },
      })),
      actor: { userId: null },
    }),
  )

  const personnes = await prisma.personne.createManyAndReturn({
    data: [`Awa ${commun}`, `Zoé ${commun}`].map((nom) => ({ collectiviteId, nom, nomNormalise: normaliseNom(nom) })),
  })
  const membre = await prisma.membre.findUniqueOrThrow({
    where: { userId_collectiviteId: { userId: (await make.membre({ collectivite })).user.id, collectiviteId } },
  })
  const labels = await prisma.label.createManyAndReturn({
    data: GENRES.map((genre) => ({ collectiviteId, genre, nom: `Mot ${commun}`, nomNormalise: `mot ${commun}` })),
  })
  const [personne] = personnes
  if (!personne) throw new Error('two people are created')
  const of = { ficheId: fiche.id, collectiviteId }
  await prisma.fichePilote.create({ data: { ...of, personneId: personne.id } })
  await prisma.ficheReferent.create({ data: { ...of, personneId: personne.id } })
  await prisma.planPilote.create({ data: { planId: plan.id, personneId: personne.id, collectiviteId } })
  await prisma.ficheLabel.createMany({
    data: labels.flatMap(({ id, genre }) => (genre === 'FINANCEUR' ? [] : [{ ...of, labelId: id, genre }])),
  })
  const unusedLabel = await prisma.label.create({
    data: { collectiviteId, genre: 'TAG', nom: `Inutile ${commun}`, nomNormalise: normaliseNom(`Inutile ${commun}`) },
  })
  const ficheId = fiche.id
  const budget = await prisma.ligneBudget.create({
    data: { ficheId, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: 2026, montant: '12.5' },
  })
  const financeur = await prisma.ligneFinanceur.create({ data: { ...of, montantHt: '100' } })
  await prisma.ligneFinanceurLabel.createMany({
    data: labels.flatMap(({ id, genre }) =>
      genre === 'FINANCEUR' ? [{ ligneId: financeur.id, labelId: id, collectiviteId }] : [],
    ),
  })
  const mesure = await prisma.mesureLiee.create({ data: { ficheId, code: 'cae 1.1', titre: `Mesure ${mark}` } })
  const note = await prisma.noteSuivi.create({ data: { ficheId, date: new Date('2026-03-12') } })
  const lien = await prisma.lien.create({
    data: { ficheId: fiche.id, autreId: alone.id, type: 'CONTRIBUE_A' },
  })
  const champs = await prisma.champPropre.createManyAndReturn({
    data: (['TEXTE', 'NOMBRE', 'DATE', 'CHOIX'] as const).map((type, at) => ({
      planId: plan.id,
      nom: `Champ ${type} ${mark}`,
      type,
      position: `a${at}`,
    })),
  })
  const choix = await prisma.champPropreChoix.createManyAndReturn({
    data: champs.flatMap(({ id, type }) =>
      type === 'CHOIX' ? ['a0', 'a1'].map((position) => ({ champId: id, nom: `${position} ${mark}`, position })) : [],
    ),
  })
  await prisma.champPropreValeur.createMany({
    data: champs.flatMap(({ id, type }) =>
      type === 'TEXTE' ? [{ ficheId, champId: id, type, texte: `Réponse ${mark}` }] : [],
    ),
  })
  const indicateur = await make.indicateur({ collectivite, nom: `Tonnes ${commun}`, valeurs: { 2025: ['1', '2'] } })
  const mensuel = await make.indicateur({ collectivite, nom: `Litres ${commun}`, periodicite: 'MENSUELLE' })
  await prisma.ficheIndicateur.create({ data: { ...of, indicateurId: indicateur.id } })
  await prisma.axeIndicateur.create({ data: { axeId: axe.id, indicateurId: indicateur.id } })
  const invitation = await prisma.invitation.create({
    data: {
      collectiviteId,
      email: `${randomUUID()}@exemple.fr`,
      role: 'LECTEUR',
      tokenHash: `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
      expiresAt: new Date(Date.now() + WEEK_MS),
    },
  })
  await prisma.invitationPersonne.create({
    data: { invitationId: invitation.id, personneId: personne.id, collectiviteId },
  })
  const octroi = await prisma.octroi.create({
    data: { collectiviteId, planId: plan.id, membreId: membre.id, niveau: 'COMMENTER' },
  })
  const modele = await prisma.planModele.create({
    data: {
      collectiviteId,
      nom: `Modèle ${commun}`,
      nomNormalise: normaliseNom(`Modèle ${commun}`),
      type: 'PCAET',
      contenu: { niveaux: ['Axe'], axes: [{ parent: null, nom: `Mobilités ${commun}` }], champs: [], fiches: [] },
      axesCount: 1,
      champsCount: 0,
      fichesCount: 0,
    },
  })
  const ofVue = { collectiviteId, auteurId: membre.id, parametres: 'statut=EN_COURS' }
  const [vue, own] = [
    await prisma.vue.create({ data: { ...ofVue, nom: `Vue ${commun}`, nomNormalise: normaliseNom(`Vue ${commun}`) } }),
    await prisma.vue.create({ data: { ...ofVue, membreId: membre.id, nom: 'La sienne', nomNormalise: 'la sienne' } }),
  ]
  const fil = await prisma.fil.create({
    data: { collectiviteId, ficheId, champ: 'STATUT', createdById: membre.userId },
  })
  const ofPassage = await prisma.fil.create({ data: { collectiviteId, ficheId, createdById: membre.userId } })
  await prisma.passage.create({
    data: {
      filId: ofPassage.id,
      texte: 'description',
      caracteres: Uint8Array.of(1, 0, 5),
      citation: 'Texte',
      avant: '',
      apres: ` ${mark}`,
      seule: true,
      seq: 0n,
    },
  })
  const commentaire = await prisma.commentaire.create({
    data: { filId: fil.id, auteurId: membre.userId, markdown: `Dit ${mark} <pupitre:fiche/${ficheId}>` },
  })
  await prisma.mention.createMany({
    data: [{ userId: membre.userId }, ...services.map(({ id }) => ({ serviceId: id })), { ficheId }].map((named) => ({
      commentaireId: commentaire.id,
      ...named,
    })),
  })
  await prisma.reaction.create({ data: { commentaireId: commentaire.id, userId: membre.userId, sens: 'ACCORD' } })
  const { apiKey } = await make.apiKey({ collectivite })
  const { webhook } = await make.webhook({ apiKey })
  const delivery = await prisma.webhookDelivery.create({
    data: {
      webhookId: webhook.id,
      collectiviteId,
      kind: 'ESSAI',
      body: `{"mark":"${mark}"}`,
      status: 'LIVREE',
      nextAttemptAt: null,
    },
  })
  const gone = await makeCorbeille({ make, prisma }, { mark, commun, collectivite, plan: { planId: plan.id, ficheId } })

  const named = (name: NodeName, rows: readonly { id: string }[]) => rows.map(({ id }) => encodeGlobalID(name, id))
  return {
    collectivite,
    ids: {
      Collectivite: named('Collectivite', [collectivite]),
      Service: named('Service', [...services, unused]),
      Personne: named('Personne', personnes),
      Label: named('Label', [...labels, unusedLabel]),
      Plan: named('Plan', [plan, other, gone.plan]),
      Axe: named('Axe', [axe, sousAxe, autreAxe, gone.axe]),
      Fiche: named('Fiche', [fiche, shared, alone, ...sousActions, gone.fiche]),
      Placement: named('Placement', [
        fiche.placement,
        shared.placement,
        sharedPlace,
        alone.placement,
        gone.fiche.placement,
      ]),
      Membre: named('Membre', [membre]),
      Invitation: named('Invitation', [invitation]),
      Lien: named('Lien', [lien]),
      Indicateur: named('Indicateur', [indicateur, mensuel, gone.indicateur]),
      Suppression: named('Suppression', gone.suppressions),
      LigneBudget: named('LigneBudget', [budget]),
      LigneFinanceur: named('LigneFinanceur', [financeur]),
      NoteSuivi: named('NoteSuivi', [note, gone.note]),
      MesureLiee: named('MesureLiee', [mesure]),
      ChampPropre: named('ChampPropre', champs),
      ChampPropreChoix: named('ChampPropreChoix', choix),
      Octroi: named('Octroi', [octroi]),
      ApiKey: named('ApiKey', [apiKey]),
      PlanModele: named('PlanModele', [modele]),
      Vue: named('Vue', [vue, own]),
      Fil: named('Fil', [fil, ofPassage]),
      Commentaire: named('Commentaire', [commentaire]),
      Webhook: named('Webhook', [webhook]),
      WebhookDelivery: named('WebhookDelivery', [delivery]),
    },
  }
}

/** One of each kind in the corbeille, and the lines that say so. */
async function makeCorbeille(
  { make, prisma }: { make: Factories; prisma: PrismaClient },
  {
    mark,
    commun,
    collectivite,
    plan: { planId, ficheId },
  }: { mark: string; commun: string; collectivite: Collectivite; plan: { planId: string; ficheId: string } },
) {
  const plan = await make.plan({ collectivite, nom: `Supprimé ${mark}` })
  const holder = await prisma.plan.findUniqueOrThrow({ where: { id: planId } })
  const axe = await make.axe({ plan: holder, nom: `Axe supprimé ${mark}` })
  const fiche = await make.fiche({ plan: holder, titre: `Fiche supprimée ${mark}` })
  const note = await prisma.noteSuivi.create({ data: { ficheId, date: new Date('2026-01-31') } })
  const indicateur = await make.indicateur({ collectivite, nom: `Supprimé ${commun}` })
  const [ofPlan, ofAxe, ofFiche, ofNote, ofIndicateur] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ]
  const row = { collectiviteId: collectivite.id, nom: `Supprimé ${mark}` }
  const suppressions = await prisma.suppression.createManyAndReturn({
    data: [
      { ...row, id: ofPlan, kind: 'PLAN', objetId: plan.id },
      { ...row, id: ofAxe, kind: 'AXE', objetId: axe.id },
      { ...row, id: ofFiche, kind: 'FICHE', objetId: fiche.id },
      { ...row, id: ofNote, kind: 'NOTE', objetId: note.id },
      { ...row, nom: indicateur.nom, id: ofIndicateur, kind: 'INDICATEUR', objetId: indicateur.id },
    ],
  })
  await prisma.plan.update({ where: { id: plan.id }, data: { suppressionId: ofPlan } })
  await prisma.axe.update({ where: { id: axe.id }, data: { suppressionId: ofAxe } })
  await prisma.fiche.update({ where: { id: fiche.id }, data: { suppressionId: ofFiche } })
  await prisma.noteSuivi.update({ where: { id: note.id }, data: { suppressionId: ofNote } })
  await prisma.indicateur.update({ where: { id: indicateur.id }, data: { suppressionId: ofIndicateur } })
  return { plan, axe, fiche, note, indicateur, suppressions }
}
