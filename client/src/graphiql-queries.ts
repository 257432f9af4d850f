/** What GraphiQL opens with, one in each tab: for whoever is signed in here, or whose key is in the headers. */
export const READY_QUERIES: readonly string[] = [
  `# 1. Mes plans : ce que je peux lire, et où cela en est.
query MesPlans {
  plans(first: 20) {
    edges {
      node {
        nom
        type
        fichesCount
        avancement {
          enRetardCount
          partRealisee
        }
      }
    }
  }
}
`,
  `# 2. Les fiches en cours ou bloquées, par échéance.
query FichesEnCours {
  fiches(
    first: 50
    where: { statut: { in: [EN_COURS, BLOQUE] } }
    orderBy: { field: DATE_FIN, direction: ASC }
  ) {
    edges {
      node {
        titre
        statut
        dateFin
        enRetard
        services {
          nom
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  `# 3. Compter : par statut, par type de plan, par mois d’échéance, avec les budgets.
query Compter {
  agregats {
    fichesCount
    indicateursCount
    parStatut {
      statut
      fichesCount
    }
    parTypeDePlan {
      typeDePlan
      fichesCount
      budgets {
        nature
        unite
        montant
      }
    }
    parMois {
      mois
      fichesCount
    }
  }
}
`,
  `# 4. Les indicateurs et leurs valeurs.
query Indicateurs {
  collectivites(first: 1) {
    edges {
      node {
        nom
        indicateurs(first: 20) {
          edges {
            node {
              nom
              unite
              valeurs(last: 10) {
                edges {
                  node {
                    periode
                    objectif
                    realise
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
`,
  `# 5. Garder une copie : ce qui a changé depuis un curseur (mettez dans after celui de la page d’avant).
query Changements {
  changes(first: 50) {
    edges {
      node {
        type
        id
        at
        objet {
          ... on Plan {
            nom
          }
          ... on Fiche {
            titre
            statut
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
]
