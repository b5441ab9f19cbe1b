// A section of the page: the cost of each year, and how likely budgets are overspent.
import { contingency } from '../charts/contingency.ts'
import { costYears } from '../charts/cost-years.ts'
import type { Section } from './section.ts'

/** What it costs. */
export const MONEY: Section = {
  id: 'money',
  heading: 'What it costs',
  charts: [costYears, contingency],
}
