/*
 * What the words of French public action are worth when two fiches are compared. Everything is written without accents nor case,
 * with commas between. An entry is the beginning of a word, three letters at least (`$` ends it), or of several that follow each
 * other, words like « de » left out.
 */

/** Words that every other title holds: they say little of what an action is. */
export const GENERIQUES = `
  accompagn, accroi, action, actualis, adapt, agglomer, agir, amelior, annuel, appui, appuy, assur, autour, axe$,
  cadre, collectiv, commun$, communal, communaut, commune, concev, concret, conforter, consolid, continu, contribu,
  coordin, creation, creer, defini, demarch, deploi, deploy, develop, different, directeur, dispositif, diversif,
  doter, dynami, echelle, elabor, encourag, engag, ensemble, equip, espace, etabl, etend, exemplair, experiment,
  facilit, faire, favoris, fiche, gestion, global, grand, impuls, incit, initi, innov, inscri, install, instaur,
  integr, intercommunal, lanc, lieu, limit, local, lutt, maintenir, maintien, meilleur, mener, mettre, mise$,
  mobilis, modernis, multipl, necessaire, nouve, objectif, oeuvr, offre, offrir, operation, optimis, organis, orient,
  outil, perenn, permettr, pilot, place$, plan$, plans$, politique, porter, poursui, prendr, priorit, prise$,
  program, projet, promo, promouv, propos, public, publique, qualite, realis, reduct, redui, renforc, repond, reseau,
  ressourc, role, schema, service, soutenir, soutien, strateg, structur, suivi, systeme, territoi, territorial,
  travail, usage, utilis, valoris, ville, vivre, zone`

/** Words that say nothing, and that PostgreSQL's dictionary keeps, or keeps once their accents are gone. */
export const VIDES: ReadonlySet<string> = new Set(
  `
  afin ainsi apres aupres aussi autre autres avant avoir car cent ces cet cette ceux chaque chez cinq cinquante
  comme contre depuis deux dix doit doivent donc dont egalement elles entre environ etc ete etre fait faut font
  hors huit ils jusque les leur leurs lors meme mille moins neuf notamment ont peu peut plus plusieurs premier
  premiere quand quatre sans selon sept sera seront si six sont sous tous tout toute toutes trente tres trois
  trop type vers via vingt`
    .trim()
    .split(/\s+/),
)

/** What is meant by several words: each names one thing, however it is written. */
export const NOTIONS: Readonly<Record<string, string>> = {
  velo: 'velo, cyclab, cyclist, bicyclet, voie vert, voies vert, deux roue',
  modesActifs:
    'mode doux, modes doux, mode actif, modes actif, mobilite active, mobilites active, mobilite douce, mobilites douce, deplacement doux, deplacements doux',
  pieton: 'pieton, pedest, pedibus, trottoir',
  covoiturage: 'covoitur, trajet partag, trajets partag',
  autopartage: 'autopartag, voiture partag, voitures partag, vehicule partag, vehicules partag',
  transportCollectif:
    'transport commun, transports commun, transport collectif, transports collectif, bus$, autocar, navet',
  recharge:
    'irve$, borne recharg, bornes recharg, point recharg, points recharg, infrastructure recharg, infrastructures recharg',
  solaire: 'photovolta, solair, ombrier',
  renouvelable: 'enr$, renouvelab',
  reseauChaleur: 'reseau chaleur, reseaux chaleur, chauffage urbain',
  boisEnergie: 'bois energ, chaufferie bois, chaudiere bois, chaudieres bois, biomass, granule',
  methane: 'methan, biogaz, biomethan',
  renovation: 'renov, rehabilit, isol, thermiq, performance energ, efficacite energ',
  batiment: 'batiment, bati$, edifice, locaux$',
  eclairage: 'eclair, lampadair, luminair, candelabr, point lumineux, points lumineux',
  logement: 'logement, habitat$, habitats$, habitation, residentiel',
  dechet: 'dechet, ordure, omr$',
  compost: 'compost, biodechet, dechet organ, dechets organ, dechet alimentair, dechets alimentair',
  reemploi: 'reemploi, reutilis, ressourcer, recycler, seconde main, seconde vie, repair',
  gaspillage: 'gaspill, gaspi$, antigaspi',
  cantine:
    'cantine, restauration scolair, restauration collectiv, restaurant scolair, restaurants scolair, cuisine central',
  biologique: 'bio$, biologiq',
  circuitCourt:
    'circuit court, circuits court, produit loca, produits loca, producteur loca, producteurs loca, vente direct, approvisionnement loca',
  projetAlimentaire: 'projet alimentair, pat$',
  agriculture: 'agricult, agricol, exploitant, ferme$, fermes$',
  haie: 'haie, bocag',
  plantation: 'planter, plantation',
  arbre: 'arbre, arbor, boisem, reboisem',
  foret: 'foret, forestier, sylvicol',
  desimpermeabilisation:
    'desimperm, debitum, debeton, renatur, vegetalis, ilot fraich, ilots fraich, ilot chaleur, ilots chaleur',
  zoneHumide: 'zone humid, zones humid, milieu humid, milieux humid, marais$, tourbier, mare$, mares$',
  biodiversite: 'biodivers, faune, flore, milieu naturel, milieux naturel',
  coursDEau: 'rivier, cours eau, berge, ripisylv, ruisseau',
  inondation: 'inond, crue, gemapi, submersion',
  eauPotable: 'eau potab, captage, adduction',
  eauPluviale: 'pluvial, eau pluie, eaux pluie, ruissellement, recuperateur',
  assainissement: 'assainiss, epurat, eau usee, eaux usee',
  air: 'qualite air, pollution atmosph, polluant, particule',
  sante: 'sante$, medica, medecin, soins$, soignant',
  aines: 'senior, personne agee, personnes agee, aine$, aines$, vieilliss, gerontolog',
  jeunesse: 'jeun, adolesc, ados$',
  petiteEnfance: 'petite enfan, rpe$, crech, assistante maternel, assistantes maternel, tout petit',
  ecole: 'ecole, scolair, eleve$, eleves$',
  handicap: 'handicap, pmr$, accessib, mobilite reduit',
  numerique: 'numeriq, informatiq, digita, illectron',
  emploi: 'emploi, chomeur, insertion',
  achat: 'achat, achet, commande publ, marche publ, marches publ',
  entreprise: 'entrepris, acteur econom, acteurs econom, artisan',
  commerce: 'commerc, boutiq',
  tourisme: 'touris',
  foncier: 'zan$, artificialis, foncier, fonciere, consommation espace',
  urbanismeLocal: 'plui, plu$, plan local urban',
  carbone: 'ges$, gaz effet, carbon, decarbon',
  sobriete: 'sobriet, economie energ, economies energ, consommation energ, consommations energ, maitrise energ',
  flotte: 'flotte, vehicule servic, vehicules servic, parc auto, parc vehicul',
  desherbage: 'phyto, pesticid, desherb',
  plastique: 'plastiq, usage unique',
  guichet: 'guichet, france serv, maison serv, espace conseil',
  menage: 'menage, foyer, habitant, particulier, administr, citoyen',
}

/** What one does in an action, as an agent calls it: about the same object, two of different kinds are not one action. */
export const NATURES: Readonly<Record<string, string>> = {
  étude: 'etud, diagnos, faisab, audit, inventor, inventair, cartograph, observatoir',
  travaux: 'travaux, constru, renov, rehabilit, amenag, isol, install, implant, remplac, restaur',
  sensibilisation: 'sensib, communiq, inform$, informer, information, campagn, animation, animer, educati, eduquer',
  'aide financière': 'subvent, aide$, aides$, aider, financ, prime$, primes$, fonds$',
  formation: 'former$, formation, formations',
}
