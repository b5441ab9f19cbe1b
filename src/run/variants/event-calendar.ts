// What the effects of a day do, in their order: events are written down for some days ahead, effect by effect, and then sorted
// by day. event-times.ts writes them down, daily-effects.ts lets them happen.

/** Days that are written down at once. */
export const WINDOW = 64

/** Events that there is room for at first; the arrays grow where more come. */
const ROOM = 256

/** The events of the days from `from` up to, not including, `end`. */
export interface EventCalendar {
  from: number
  end: number
  events: number
  /** [event] as it was written down: which effect, and on which day. */
  effect: Int32Array
  day: Int32Array
  /** [event] child that it visits, mark as a hazard, and the word that tells the outcome; the number of an event by number. */
  child: Int32Array
  mark: Float64Array
  outcomeWord: Int32Array
  eventNumber: Int32Array
  /** [place] event, by day and then by effect. */
  order: Int32Array
  /** [day of the window] where the next event of the day is put in order; only while they are sorted. */
  starts: Int32Array
  /** Place of the next event, and its day, or the end of the window. */
  place: number
  nextDay: number
}

/** Makes an empty calendar. */
export function createCalendar(): EventCalendar {
  return {
    from: 0,
    end: 0,
    events: 0,
    effect: new Int32Array(ROOM),
    day: new Int32Array(ROOM),
    child: new Int32Array(ROOM),
    mark: new Float64Array(ROOM),
    outcomeWord: new Int32Array(ROOM),
    eventNumber: new Int32Array(ROOM),
    order: new Int32Array(ROOM),
    starts: new Int32Array(WINDOW + 1),
    place: 0,
    nextDay: 0,
  }
}

/** Forgets everything: the next day is one on which nothing is written down yet. */
export function emptyCalendar(calendar: EventCalendar, day: number): void {
  calendar.end = day
  calendar.nextDay = day
}

/** Turns to the days from one on, on which nothing is written down yet. */
export function openWindow(calendar: EventCalendar, from: number): void {
  calendar.from = from
  calendar.end = from + WINDOW
  calendar.events = 0
  calendar.place = 0
}

/** Makes room for so many more events. */
export function makeRoomFor(calendar: EventCalendar, events: number): void {
  const room = calendar.events + events
  if (room <= calendar.day.length) return
  const larger = <Values extends Int32Array | Float64Array>(values: Values): Values => {
    const more = new (values.constructor as new (length: number) => Values)(2 * room)
    more.set(values)
    return more
  }
  for (const name of ['effect', 'day', 'child', 'outcomeWord', 'eventNumber', 'order'] as const)
    calendar[name] = larger(calendar[name])
  calendar.mark = larger(calendar.mark)
}

/** Sorts the events by day; those of a day stay in the order in which they were written down. */
export function sortByDay({ from, events, day, order, starts }: EventCalendar): void {
  starts.fill(0)
  for (let event = 0; event < events; event++) starts[day[event] - from + 1]++
  for (let at = 1; at < starts.length; at++) starts[at] += starts[at - 1]
  for (let event = 0; event < events; event++) order[starts[day[event] - from]++] = event
}
