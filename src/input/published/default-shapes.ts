// What no edition says of a council, the same for all: shapes of exits and moves over placement and time, first
// placements, prices, yearly shocks. Judgements for English councils, as in the scenarios made by hand.
import type { AgeBand } from '../../domain/age-band.ts'
import type { ExitReason } from '../../domain/exit-reason.ts'

export const PLACEMENTS = [
  'kinship',
  'inHouseFoster',
  'ifa',
  'externalResidential',
  'supported',
  'parents',
  'placedForAdoption',
  'other',
] as const

export type Placement = (typeof PLACEMENTS)[number]
export type ByPlacement = Partial<Record<Placement, number>>

interface PlacementDefault {
  label: string
  weeklyPrice: number
  why: string
  ages?: AgeBand[]
}

const WORCESTERSHIRE =
  "Worcestershire's average of May 2015 (overview of its commissioning strategy, June 2015, ¶44-45)"

/** Labels, ages and prices of 2015/16. */
export const PLACEMENT_DEFAULTS: Record<Placement, PlacementDefault> = {
  kinship: {
    label: 'Kinship foster care',
    weeklyPrice: 280,
    why:
      '£350 in prices of 2023/24, itself an assumption (the national minimum allowance and some supervision), x 0.8 for ' +
      'the general rise of prices since 2015/16',
  },
  inHouseFoster: { label: 'In-house foster care', weeklyPrice: 350, why: WORCESTERSHIRE },
  ifa: { label: 'Independent fostering agency', weeklyPrice: 800, why: WORCESTERSHIRE },
  externalResidential: {
    label: "Children's homes",
    weeklyPrice: 3700,
    why: `${WORCESTERSHIRE}, for external homes; most homes are, and secure places cost more`,
    ages: ['5 to 9', '10 to 15', '16 to 17'],
  },
  supported: {
    label: 'Supported or independent living',
    weeklyPrice: 700,
    why:
      '£1,100 in prices of 2023/24, itself an assumption, x 0.61, as homes cost £3,700 in 2015 (Worcestershire) and ' +
      '£6,100 in 2023/24 (National Audit Office)',
    ages: ['16 to 17'],
  },
  parents: {
    label: 'Placed with parents',
    weeklyPrice: 50,
    why: 'social work only; £60 in prices of 2023/24, itself an assumption, x 0.8',
  },
  placedForAdoption: {
    label: 'Placed for adoption',
    weeklyPrice: 80,
    why: 'allowances for settling in; £100 in prices of 2023/24, itself an assumption, x 0.8',
    ages: ['under 1', '1 to 4'],
  },
  other: {
    label: 'Other (residential school, family centre, hospital, custody)',
    weeklyPrice: 2100,
    why: '£3,500 in prices of 2023/24, itself an assumption, x 0.61 as for supported living',
  },
}

/** [age] shares of the first placements in England. */
export const FIRST_PLACEMENTS: Record<AgeBand, ByPlacement> = {
  'under 1': { kinship: 0.18, inHouseFoster: 0.45, ifa: 0.2, parents: 0.07, other: 0.1 },
  '1 to 4': { kinship: 0.23, inHouseFoster: 0.43, ifa: 0.22, parents: 0.07, other: 0.05 },
  '5 to 9': {
    kinship: 0.22,
    inHouseFoster: 0.39,
    ifa: 0.26,
    externalResidential: 0.02,
    parents: 0.07,
    other: 0.04,
  },
  '10 to 15': {
    kinship: 0.13,
    inHouseFoster: 0.35,
    ifa: 0.25,
    externalResidential: 0.15,
    parents: 0.06,
    other: 0.06,
  },
  '16 to 17': {
    kinship: 0.05,
    inHouseFoster: 0.12,
    ifa: 0.11,
    externalResidential: 0.12,
    supported: 0.51,
    parents: 0.03,
    other: 0.06,
  },
}

/** Shares of the children by months in care, about what entries and exits build up over the years. */
export const MONTHS_IN_CARE = { 0: 0.08, 3: 0.2, 12: 0.17, 24: 0.29, 60: 0.19, 120: 0.07 }

export interface ExitShape {
  byPlacement?: ByPlacement
  byMonthsInCare?: Record<number, number>
  byMonthsInPlacement?: Record<number, number>
  why: string
}

const NOT_ADOPTED = { placedForAdoption: 0 }

/** Factors of the hazards to exit; the level by age comes from England, see england-rates.ts. */
export const EXIT_SHAPES: Record<ExitReason, ExitShape> = {
  reunification: {
    byPlacement: { parents: 3, ...NOT_ADOPTED },
    byMonthsInCare: { 0: 20, 1: 4, 3: 1.5, 6: 1, 12: 0.6, 24: 0.4, 60: 0.2 },
    why: 'many leave soon, in England 11 % of all leavers within two weeks (DfE 2013)',
  },
  specialGuardianship: {
    byPlacement: {
      kinship: 2.5,
      inHouseFoster: 0.7,
      ifa: 0.5,
      externalResidential: 0,
      supported: 0,
      ...NOT_ADOPTED,
    },
    byMonthsInCare: { 0: 0.2, 3: 0.8, 6: 2, 12: 1.5, 24: 0.7, 60: 0.3 },
    why: 'mostly kinship carers, after the 26 weeks of proceedings',
  },
  childArrangements: {
    byPlacement: NOT_ADOPTED,
    byMonthsInCare: { 0: 0.5, 3: 1.5, 6: 2.5, 12: 1.2, 24: 0.6, 60: 0.3 },
    why: 'residence and child arrangements orders, after proceedings',
  },
  adoption: {
    byPlacement: {
      kinship: 0,
      inHouseFoster: 0,
      ifa: 0,
      externalResidential: 0,
      supported: 0,
      parents: 0,
      other: 0,
    },
    byMonthsInPlacement: { 0: 0, 2: 1 },
    why: 'only from a placement for adoption, ten weeks with the adopters and more; how many get there is the move adoptive',
  },
  independence: {
    why: 'before 18 only; half of the ends at 16 and 17 that have no other reason here, a judgement',
  },
  other: {
    byPlacement: NOT_ADOPTED,
    byMonthsInCare: { 0: 5, 1: 2, 3: 1.2, 6: 1, 12: 0.8, 24: 0.6 },
    why: 'to relatives without an order, to another council, into custody, end of remand, any other reason',
  },
}

/** Ends a child-year from a placement for adoption; with the two months before, seven months on average. */
export const ADOPTION_HAZARD = 2.4

export interface MoveShape {
  /** [age] moves a child-year; for adoptive only how the ages lean, see england-rates.ts. */
  perYear: readonly number[]
  byPlacement: ByPlacement
  byMonthsInCare?: Record<number, number>
  byMonthsInPlacement?: Record<number, number>
  destinations: Partial<Record<Placement, ByPlacement>>
  why: string
}

/** The three kinds of move, with the ways that children go in England. */
export const MOVE_SHAPES: Record<'planned' | 'adoptive' | 'breakdown', MoveShape> = {
  planned: {
    perYear: [0.4, 0.3, 0.3, 0.3, 0.5],
    byPlacement: { kinship: 0.7, supported: 0.8, parents: 0.5, placedForAdoption: 0.05, other: 3 },
    byMonthsInPlacement: { 0: 3, 1: 2, 3: 1.5, 6: 1.2, 12: 0.7, 24: 0.4, 60: 0.2 },
    destinations: {
      kinship: { kinship: 0.22, inHouseFoster: 0.4, ifa: 0.13, supported: 0.15, parents: 0.1 },
      inHouseFoster: { kinship: 0.12, inHouseFoster: 0.46, ifa: 0.13, supported: 0.22, parents: 0.07 },
      ifa: { kinship: 0.06, inHouseFoster: 0.38, ifa: 0.27, supported: 0.22, parents: 0.07 },
      externalResidential: {
        inHouseFoster: 0.08,
        ifa: 0.2,
        externalResidential: 0.27,
        supported: 0.4,
        parents: 0.05,
      },
      supported: { supported: 0.98, parents: 0.02 },
      parents: { kinship: 0.3, inHouseFoster: 0.3, ifa: 0.3, supported: 0.1 },
      placedForAdoption: { inHouseFoster: 0.6, ifa: 0.4 },
      other: { kinship: 0.15, inHouseFoster: 0.35, ifa: 0.35, supported: 0.1, parents: 0.05 },
    },
    why: 'towards family placements and, at 16, supported living; early ones more often',
  },
  adoptive: {
    perYear: [0.8, 1.4, 0, 0, 0],
    byPlacement: {
      kinship: 0.3,
      externalResidential: 0,
      supported: 0,
      parents: 0,
      placedForAdoption: 0,
      other: 0,
    },
    byMonthsInCare: { 0: 0, 3: 0.3, 6: 1, 12: 1.2, 24: 0.7, 60: 0.2 },
    destinations: {
      kinship: { placedForAdoption: 1 },
      inHouseFoster: { placedForAdoption: 1 },
      ifa: { placedForAdoption: 1 },
    },
    why: 'to the adopters, fitted with the adoptions; most between 6 months and 2 years in care',
  },
  breakdown: {
    perYear: [0.04, 0.06, 0.1, 0.17, 0.2],
    byPlacement: { placedForAdoption: 0.3 },
    byMonthsInPlacement: { 0: 3, 1: 2, 3: 1.5, 6: 1.2, 12: 0.7, 24: 0.4, 60: 0.2 },
    destinations: {
      kinship: { kinship: 0.1, inHouseFoster: 0.41, ifa: 0.34, externalResidential: 0.05, supported: 0.1 },
      inHouseFoster: { inHouseFoster: 0.42, ifa: 0.31, externalResidential: 0.12, supported: 0.15 },
      ifa: { inHouseFoster: 0.12, ifa: 0.53, externalResidential: 0.2, supported: 0.15 },
      externalResidential: { ifa: 0.1, externalResidential: 0.7, supported: 0.2 },
      supported: { externalResidential: 0.05, supported: 0.95 },
      parents: { kinship: 0.1, inHouseFoster: 0.42, ifa: 0.33, externalResidential: 0.1, supported: 0.05 },
      placedForAdoption: { inHouseFoster: 0.6, ifa: 0.4 },
      other: { ifa: 0.7, externalResidential: 0.3 },
    },
    why: 'towards dearer placements; more often for teenagers and early',
  },
}
