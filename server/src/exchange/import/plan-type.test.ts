import { expect, test } from 'vitest'
import { typeOfPlan } from './plan-type.ts'

test.each([
  ['PCAET 2024-2030', 'PCAET'],
  ['Plan Climat du Ried', 'PCAET'],
  ['Contrat Local de Santé 2025-2030', 'CONTRAT_LOCAL_SANTE'],
  ['Contrat d’objectif territorial', 'TRANSITION_ECOLOGIQUE'],
  ['Projet de territoire « Cap 2032 »', 'PROJET_DE_TERRITOIRE'],
  ['SPASER', 'SPASER'],
])('« %s » tells its type', (nom, type) => {
  expect(typeOfPlan(nom)).toEqual({ type, typeAutre: null })
})

test.each(['Feuille de route', 'Patrimoine et tourisme', 'Cotisations'])('« %s » tells none', (nom) => {
  expect(typeOfPlan(nom)).toEqual({ type: 'AUTRE', typeAutre: 'Plan importé' })
})
