// The source of a report of a scenario file, as a few runs in a temporary folder give it, for tests of its sections.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ForecastRequest, forecast } from '../../../src/forecast.ts'
import { html, type Markup } from '../../../src/write/report/html.ts'
import type { ReportSource } from '../../../src/write/report/report-source.ts'
import type { Section } from '../../../src/write/report/sections/section.ts'

/** Simulates a few runs and returns what their report is made from; months and years are of the baseline alone. */
export async function sourceOf(scenario: string, more: Partial<ForecastRequest> = {}): Promise<ReportSource> {
  const folder = await mkdtemp(join(tmpdir(), 'carecast-report-'))
  try {
    const result = await forecast({
      scenario,
      runs: 4,
      seed: 'carecast',
      threads: 1,
      attribution: false,
      folder,
      overwrite: true,
      version: '0.0.0',
      ...more,
    })
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    return { manifest, scenario: result.file.scenario, monthly: result.monthly, years: result.years }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Writes what a section says before its charts. */
export function textOf(section: Section, source: ReportSource): string {
  const content: Markup = html`${section.before?.(source)}`
  return content.text
}
