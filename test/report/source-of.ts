// The source of a report of a scenario file, for tests of its sections.
import type { ForecastRequest } from '../../src/forecast/request.ts'
import { html, type Markup } from '../../src/report/html.ts'
import type { ReportSource } from '../../src/report/report-source.ts'
import type { Section } from '../../src/report/sections/section.ts'
import { simulatedSource } from './simulated-source.ts'

/** Simulates a few runs and returns what their report is made from. */
export async function sourceOf(scenario: string, more: Partial<ForecastRequest> = {}): Promise<ReportSource> {
  return simulatedSource({ runs: 4, attribution: false, ...more, scenario })
}

/** Writes what a section says before its charts. */
export function textOf(section: Section, source: ReportSource): string {
  const content: Markup = html`${section.before?.(source)}`
  return content.text
}
