// The yardstick in plain C: the twin of yardstick-scenario.ts, so that the engine's speed can be told as a ratio, which
// travels between machines as microseconds do not. Written the obvious way: numbers drawn in sequence, one thinning
// bound per placement, linear scans, difference arrays. npm run bench:twin compares speed and means.
// Here day 0 is the first day counted, and the placements of the opening stock are drawn by the shares. The engine
// starts at the close of day 0 with whole numbers of children: its mean cost is about 0.07 % lower.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PLACEMENTS = 9, AGES = 5, CARE_BANDS = 4, REASONS = 6, MONTHS = 60 };
enum { OTHER_REASON = REASONS - 1, ENTRY = REASONS, EVENTS = REASONS + 1, OUTCOMES = REASONS + PLACEMENTS };
enum { OPENING_CHILDREN = 680, MOST_CHILDREN = 8192, DAYS = 1826, DAYS_TO_18 = 6575 };
enum { STAYS, LEAVES, NOT_YET_IN_CARE = 255, MANY = 1000000, WARM_UP_RUNS = 199 };

static const double DAYS_PER_YEAR = 365.25, ENTRIES_PER_YEAR = 312, MOVES_PER_YEAR = 0.45, MEAN_DAYS_IN_CARE = 700;
static const double share[PLACEMENTS] = {.19, .36, .15, .04, .075, .003, .05, .10, .032};
static const double weeklyPounds[PLACEMENTS] = {350, 800, 250, 2200, 3700, 5500, 900, 50, 100};
static const int places[PLACEMENTS] = {140, MANY, MANY, 30, MANY, MANY, MANY, MANY, MANY};
static const int overflow[PLACEMENTS] = {1, 1, 2, 4, 4, 5, 6, 7, 8};
static const double ageShare[AGES] = {.19, .2, .2, .29, .12};
static const double firstAgeDays[AGES + 1] = {0, 365.25, 5 * 365.25, 10 * 365.25, 16 * 365.25, 6570};
static const int firstCareDays[CARE_BANDS] = {0, 91, 365, 730};
static const double exitsPerYear[REASONS] = {.22, .05, .10, .05, .03, .02};
static const double exitsByCareBand[CARE_BANDS] = {1.6, 1, .7, .45};
static const double movesByCareBand[CARE_BANDS] = {1.4, .6, .35, .25};

// --- The model: tables made once.
static int monthEnd[MONTHS + 1];
static uint8_t monthOfDay[DAYS], ageBand[DAYS_TO_18], careBand[DAYS_TO_18];
static double cumulative[AGES][PLACEMENTS][CARE_BANDS][OUTCOMES]; // probabilities per day, which are exact for any bound
static double bound[PLACEMENTS];    // probability per day of a candidate
static double meanWait[PLACEMENTS]; // mean days between candidates

// Writes the cumulative hazards per day of a cell; returns their sum.
static double writeHazards(double *hazards, int age, int placement, int care) {
  double sum = 0;
  for (int reason = 0; reason < REASONS; reason++) {
    double byAge = reason == 2 ? (age < 2 ? 2.5 : .1) : 1;
    sum += exitsPerYear[reason] * exitsByCareBand[care] * byAge / DAYS_PER_YEAR;
    hazards[reason] = sum;
  }
  for (int target = 0; target < PLACEMENTS; target++) {
    if (target != placement) sum += MOVES_PER_YEAR * movesByCareBand[care] * share[target] / DAYS_PER_YEAR;
    hazards[REASONS + target] = sum;
  }
  return sum;
}

static void compileCells(void) {
  for (int age = 0; age < AGES; age++)
    for (int placement = 0; placement < PLACEMENTS; placement++)
      for (int care = 0; care < CARE_BANDS; care++) {
        double *outcomes = cumulative[age][placement][care];
        double total = writeHazards(outcomes, age, placement, care);
        if (total > bound[placement]) bound[placement] = total;
        for (int outcome = 0; outcome < OUTCOMES; outcome++) outcomes[outcome] *= (1 - exp(-total)) / total;
      }
  for (int placement = 0; placement < PLACEMENTS; placement++) {
    meanWait[placement] = 1 / bound[placement];
    bound[placement] = 1 - exp(-bound[placement]);
  }
}

static void compileCalendar(void) {
  for (int month = 0; month <= MONTHS; month++) monthEnd[month] = lround((month + 1) * DAYS_PER_YEAR / 12);
  for (int day = 0, month = 0; day < DAYS; day++) monthOfDay[day] = day < monthEnd[month] ? month : ++month;
  for (int band = 0; band < AGES; band++)
    for (int age = ceil(firstAgeDays[band]); age < DAYS_TO_18; age++) ageBand[age] = band;
  for (int band = 0; band < CARE_BANDS; band++)
    for (int stay = firstCareDays[band]; stay < DAYS_TO_18; stay++) careBand[stay] = band;
}

// --- Random numbers: xoshiro128++ (Blackman and Vigna, 2021), seeded by splitmix64.
static uint32_t state[4];

static void seedNumbers(uint32_t run) {
  uint64_t counter = run * 0x9E3779B97F4A7C15ull;
  for (int half = 0; half < 2; half++) {
    counter += 0x9E3779B97F4A7C15ull;
    uint64_t mixed = (counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    mixed ^= mixed >> 31;
    state[2 * half] = mixed;
    state[2 * half + 1] = mixed >> 32;
  }
}

static inline double uniform(void) {
  uint32_t sum = state[0] + state[3];
  uint32_t word = ((sum << 7) | (sum >> 25)) + state[0];
  uint32_t shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = (state[3] << 11) | (state[3] >> 21);
  return (word + .5) * 0x1p-32;
}

static double exponential(void) { return -log(uniform()); }
static int pick(const double *shares, int last) {
  double rest = uniform();
  int index = 0;
  while (index < last && (rest -= shares[index]) >= 0) index++;
  return index;
}

static int drawAgeDays(void) {
  int band = pick(ageShare, AGES - 1);
  double from = firstAgeDays[band], to = firstAgeDays[band + 1];
  return (int)(from + (to - from) * uniform());
}

// --- One run: children in a calendar of linked lists, stocks and days as difference arrays.
static int birthDay[MOST_CHILDREN], entryDay[MOST_CHILDREN], next[MOST_CHILDREN];
static uint8_t home[MOST_CHILDREN];
static int head[DAYS], occupied[PLACEMENTS];
static double daysInMonth[MONTHS + 2][PLACEMENTS]; // days from arrivals, less those from departures, to month's end
static double change[MONTHS + 2][PLACEMENTS];      // children more than in the month before
static double events[MONTHS][EVENTS];              // exits by reason, then entries

static void addToCalendar(int child, int day) {
  next[child] = head[day];
  head[day] = child;
}

// Counts a child into (by = 1) or out of (by = -1) a placement from a day on.
static inline void count(int placement, int day, int by) {
  int month = monthOfDay[day];
  occupied[placement] += by;
  daysInMonth[month][placement] += by * (monthEnd[month] - day);
  change[month + 1][placement] += by;
}

static void enter(int child, int placement, int day) {
  while (occupied[placement] >= places[placement]) placement = overflow[placement];
  home[child] = placement;
  count(placement, day, 1);
}

static void scheduleNext(int child, int day) {
  int due = day + 1 + (int)(exponential() * meanWait[home[child]]), turns18 = birthDay[child] + DAYS_TO_18;
  if (due > turns18) due = turns18;
  if (due < DAYS) addToCalendar(child, due);
}

// Moves a child to the wanted placement or down its overflow list; who meets its own placement on the way stays.
static void moveTo(int child, int target, int day) {
  int own = home[child];
  while (target != own && occupied[target] >= places[target]) target = overflow[target];
  if (target == own) return;
  count(own, day, -1);
  count(target, day, 1);
  home[child] = target;
}

static int leave(int child, int reason, int day) {
  count(home[child], day, -1);
  events[monthOfDay[day]][reason]++;
  return LEAVES;
}

// Lets a child enter, or a candidate day of its life pass.
static int happen(int child, int day) {
  int age = day - birthDay[child], placement = home[child];
  if (placement == NOT_YET_IN_CARE) {
    enter(child, pick(share, PLACEMENTS - 1), day);
    events[monthOfDay[day]][ENTRY]++;
    return STAYS;
  }
  if (age >= DAYS_TO_18) return leave(child, OTHER_REASON, day);
  const double *outcomes = cumulative[ageBand[age]][placement][careBand[day - entryDay[child]]];
  double mark = uniform() * bound[placement];
  if (mark >= outcomes[OUTCOMES - 1]) return STAYS;
  int outcome = 0;
  while (mark >= outcomes[outcome]) outcome++;
  if (outcome < REASONS) return leave(child, outcome, day);
  moveTo(child, outcome - REASONS, day);
  return STAYS;
}

static void drawCohort(void) {
  int children = 0;
  for (; children < OPENING_CHILDREN; children++) {
    birthDay[children] = -drawAgeDays() - 1;
    entryDay[children] = -(int)(exponential() * MEAN_DAYS_IN_CARE);
    if (entryDay[children] < birthDay[children]) entryDay[children] = birthDay[children];
    enter(children, pick(share, PLACEMENTS - 1), 0);
    scheduleNext(children, 0);
  }
  for (double time = exponential(); time < DAYS * ENTRIES_PER_YEAR / DAYS_PER_YEAR; time += exponential()) {
    int day = (int)(time * DAYS_PER_YEAR / ENTRIES_PER_YEAR);
    birthDay[children] = day - drawAgeDays();
    entryDay[children] = day;
    home[children] = NOT_YET_IN_CARE;
    addToCalendar(children++, day);
  }
}

static void simulateRun(uint32_t run) {
  seedNumbers(run);
  memset(head, -1, sizeof head);
  memset(occupied, 0, sizeof occupied);
  memset(daysInMonth, 0, sizeof daysInMonth);
  memset(change, 0, sizeof change);
  memset(events, 0, sizeof events);
  drawCohort();
  for (int day = 0; day < DAYS; day++)
    for (int child = head[day], following; child >= 0; child = following) {
      following = next[child];
      if (happen(child, day) == STAYS) scheduleNext(child, day);
    }
}

// Adds the cost of the run, and the children at its end: care days of the last month / its days.
static void addUp(double *cost, double *childrenEnd) {
  for (int placement = 0; placement < PLACEMENTS; placement++) {
    double children = 0;
    for (int month = 0; month < MONTHS; month++) {
      children += change[month][placement];
      double monthDays = monthEnd[month] - (month ? monthEnd[month - 1] : 0);
      double careDays = daysInMonth[month][placement] + children * monthDays;
      *cost += careDays * weeklyPounds[placement] / 7;
      if (month == MONTHS - 1) *childrenEnd += careDays / monthDays;
    }
  }
}

int main(int wordCount, char **words) {
  int runs = wordCount > 1 ? atoi(words[1]) : 4000;
  compileCalendar();
  compileCells();
  for (int run = 1; run <= WARM_UP_RUNS; run++) simulateRun(run);
  double cost = 0, childrenEnd = 0;
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int run = 1; run <= runs; run++) {
    simulateRun(run);
    addUp(&cost, &childrenEnd);
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  double microseconds = (to.tv_sec - from.tv_sec) * 1e6 + (to.tv_nsec - from.tv_nsec) / 1e3;
  printf("{\"us_per_run\":%.1f,\"cost_mean\":%.0f,", microseconds / runs, cost / runs);
  printf("\"children_end\":%.2f,\"runs\":%d}\n", childrenEnd / runs, runs);
}
