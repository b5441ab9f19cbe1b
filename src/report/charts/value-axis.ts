// The axis of values, upwards or across, and the ends of its scale.
import { type ScaleOptions, scale } from '@observablehq/plot'

const PIXELS_PER_TICK = 48
/** Numbers need more room beside each other than above each other. */
const PIXELS_ACROSS = 88

/** Returns round ends around values. */
export function roundDomain(values: number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const rounded = scale({ y: { type: 'linear', domain: [low, high === low ? low + 1 : high], nice: true } })!
  return [...(rounded.domain as Iterable<number>)] as [number, number]
}

/** Describes an axis with round values and thin lines across, for a scale that spans `domain` over `pixels`. */
export function valueAxis(
  domain: readonly [number, number],
  pixels: number,
  label: string,
  format: (value: number) => string,
): ScaleOptions {
  return {
    domain: [...domain],
    ticks: Math.max(2, Math.floor(pixels / PIXELS_PER_TICK)),
    tickSize: 0,
    // Plot hands over the place of a tick besides.
    tickFormat: (value: number) => format(value),
    grid: true,
    label,
    labelArrow: 'none',
    labelAnchor: 'top',
  }
}

/** Describes an axis of values from left to right, with round values and thin lines upwards. */
export function valueAxisAcross(
  domain: readonly [number, number],
  pixels: number,
  format: (value: number) => string,
): ScaleOptions {
  const across = {
    label: null,
    labelAnchor: undefined,
    ticks: Math.max(2, Math.floor(pixels / PIXELS_ACROSS)),
  }
  return { ...valueAxis(domain, pixels, '', format), ...across }
}
