import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { lastStep } from '../jobs/day-turn.ts';
import { StoreUnavailable } from '../store/store-error.ts';
import {
  PEOPLE_AT_ONCE,
  ROWS_AT_ONCE,
  type StepResult,
  skipInSweep,
  stepClock,
  stepStale,
  stepSweep,
} from './steps.ts';

/** Told of a municipality. */
export type Made = (municipality: string) => void;

/** The loop that keeps derived figures behind their facts by as little as possible. */
export type Deriver = {
  /** Says that a municipality has stale days. */
  readonly wake: (municipality: string) => void;
  /** Resolves when nothing is left to be made in any municipality at a moment after the call. */
  readonly idle: () => Promise<void>;
  /** Ends after the transaction in hand. */
  readonly stop: () => Promise<void>;
  /** Seconds since the queue of the municipality that is furthest behind was last seen empty; 0 when all are. */
  readonly lagSeconds: () => number;
};

const POLL_MS = 1_000;
/**
 * From one round to the next while facts keep coming: what comes in between is made together, and what a round costs
 * whatever its size (rules, transaction, commit) is paid twice a second and not for every punch.
 */
const GATHER_MS = 500;
/** Pause when another process derives what is in hand. */
const HELD_MS = 50;
/** Municipalities looked at in one poll; with more of them it takes some polls to see all. */
const POLLED_AT_ONCE = 25;
const LONGEST_PAUSE_MS = 15_000;
/** After this time a row that failed is tried again. */
const SET_ASIDE_MS = 5 * 60_000;

/** Who asks the loop to go on, the least urgent first. */
const urgency = ['wake', 'waiter', 'stop'] as const;
type Rouser = (typeof urgency)[number];

/** What the loop remembers of a municipality. */
type Place = {
  limit: number;
  people: number;
  step: number;
  /** The clock has moved, and not all that follows from it is made yet. */
  turned: boolean;
  /** When stale rows were first seen that are still there. */
  behindSince: number | null;
  /** After a failure that no smaller batch can cure; on the machine's running time. */
  restsUntil: number;
  readonly setAside: Map<string, number>;
};

/**
 * Starts the deriver of this process: one loop over the municipalities that were woken, and by polling over all of them.
 * Several processes may run one each; a municipality is derived by one at a time.
 * @param made told of a municipality when its clock has moved and all that followed from it is made
 */
export function startDeriver(context: Context, made: Made = () => undefined): Deriver {
  const loop = new DeriverLoop(context, made);
  const ended = loop.run();
  return {
    wake: (code) => loop.wake(code),
    idle: () => loop.idle(),
    stop: async () => {
      loop.stop();
      await ended;
    },
    lagSeconds: () => loop.lagSeconds(),
  };
}

class DeriverLoop {
  private readonly context: Context;
  private readonly made: Made;
  private readonly woken = new Set<string>();
  private readonly places = new Map<string, Place>();
  private readonly waiters: { passes: number; done: () => void }[] = [];
  private stopped = false;
  private rouse: (by: Rouser) => void = () => undefined;
  private roundAt = Number.NEGATIVE_INFINITY;
  private failures = 0;
  private polledTo = 0;
  private polledAt = Number.NEGATIVE_INFINITY;

  constructor(context: Context, made: Made) {
    this.context = context;
    this.made = made;
  }

  wake(code: string): void {
    this.woken.add(code);
    this.rouse('wake');
  }

  stop(): void {
    this.stopped = true;
    this.rouse('stop');
    for (const waiter of this.waiters.splice(0)) waiter.done();
  }

  idle(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((done) => {
      this.waiters.push({ passes: 0, done });
      this.rouse('waiter');
    });
  }

  lagSeconds(): number {
    const now = this.context.clock.now().getTime();
    let lag = 0;
    for (const { behindSince } of this.places.values())
      if (behindSince !== null) lag = Math.max(lag, now - behindSince);
    return lag / 1_000;
  }

  async run(): Promise<void> {
    while (!this.stopped) {
      this.roundAt = performance.now();
      const result = await this.round();
      if (this.stopped) return;
      if (this.failures > 0) await this.rest(Math.min(LONGEST_PAUSE_MS, 200 * 2 ** this.failures), 'stop');
      else if (result === 'held') await this.rest(HELD_MS, 'stop');
      else if (result === 'done') await this.restBetweenRounds();
    }
  }

  private async restBetweenRounds(): Promise<void> {
    const gathering = this.roundAt + GATHER_MS - performance.now();
    if (this.waiters.length === 0 && gathering > 0) await this.rest(gathering, 'waiter');
    if (this.waiters.length === 0 && this.woken.size === 0) await this.rest(POLL_MS - GATHER_MS, 'wake');
  }

  /** One step for every municipality in hand. */
  private async round(): Promise<StepResult> {
    try {
      const codes = await this.codesInHand();
      let all: StepResult = 'done';
      for (const code of codes) {
        if (this.stopped) return all;
        this.woken.delete(code);
        const result = await this.attempt(code);
        if (result !== 'done') this.woken.add(code);
        if (result === 'more' || all === 'done') all = result;
      }
      this.failures = 0;
      if (all === 'done') this.settleWaiters();
      return all;
    } catch (error) {
      this.failures = Math.min(this.failures + 1, 10);
      this.context.log.error({ err: error }, 'derivation failed');
      return 'done';
    }
  }

  /** Those that were woken, and every second a slice of all others. */
  private async codesInHand(): Promise<string[]> {
    const isPollDue = performance.now() - this.polledAt >= POLL_MS;
    if (this.woken.size > 0 && this.waiters.length === 0 && !isPollDue) return [...this.woken];
    this.polledAt = performance.now();
    const all = (await this.context.store.municipalities()).map((m) => m.code);
    if (this.waiters.length > 0 || all.length <= POLLED_AT_ONCE) return all;
    const slice = Array.from({ length: POLLED_AT_ONCE }, (_, i) => all[(this.polledTo + i) % all.length]!);
    this.polledTo = (this.polledTo + POLLED_AT_ONCE) % all.length;
    return [...new Set([...this.woken, ...slice])];
  }

  /** One municipality that cannot be derived does not keep the others waiting. */
  private async attempt(code: string): Promise<StepResult> {
    const place = this.placeOf(code);
    if (performance.now() < place.restsUntil) return 'done';
    try {
      return await this.work(code, place);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      this.context.log.error({ err: error, municipality: code }, 'municipality cannot be derived');
      place.restsUntil = performance.now() + LONGEST_PAUSE_MS;
      return 'done';
    }
  }

  /** Clock, then stale rows; a sweep only when no stale row waits. */
  private async work(code: string, place: Place): Promise<StepResult> {
    const { context } = this;
    const step = lastStep(context.clock).getTime();
    if (place.step !== step && (await stepClock(context, code)) === 'done') {
      place.step = step;
      place.turned = true;
    }
    const stale = await this.attemptStale(code, place);
    this.noteLag(place, stale);
    if (stale !== 'done') return stale;
    const swept = await this.attemptSweep(code, place);
    if (swept === 'done' && place.turned) {
      place.turned = false;
      this.made(code);
    }
    return swept;
  }

  /** A batch that fails is tried again in halves, until the row that cannot be made is alone and set aside. */
  private async attemptStale(code: string, place: Place): Promise<StepResult> {
    const now = this.context.clock.now().getTime();
    for (const [id, until] of place.setAside) if (until <= now) place.setAside.delete(id);
    let taken: readonly string[] = [];
    try {
      const result = await stepStale(this.context, code, {
        limit: place.limit,
        except: [...place.setAside.keys()],
        taken: (ids) => {
          taken = ids;
        },
      });
      place.limit = Math.min(ROWS_AT_ONCE, place.limit * 2);
      return result;
    } catch (error) {
      if (taken.length === 0 || error instanceof StoreUnavailable) throw error;
      this.context.log.error({ err: error, municipality: code, rows: taken.length }, 'stale days failed');
      if (taken.length === 1) place.setAside.set(taken[0]!, now + SET_ASIDE_MS);
      else place.limit = Math.max(1, Math.floor(taken.length / 2));
      return 'more';
    }
  }

  private async attemptSweep(code: string, place: Place): Promise<StepResult> {
    try {
      const result = await stepSweep(this.context, code, place.people);
      place.people = Math.min(PEOPLE_AT_ONCE, place.people * 2);
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      this.context.log.error({ err: error, municipality: code, people: place.people }, 'sweep failed');
      if (place.people === 1) await skipInSweep(this.context, code);
      else place.people = Math.max(1, Math.floor(place.people / 2));
      return 'more';
    }
  }

  private noteLag(place: Place, stale: StepResult): void {
    if (stale === 'done') place.behindSince = null;
    else place.behindSince ??= this.context.clock.now().getTime();
  }

  private placeOf(code: string): Place {
    let place = this.places.get(code);
    if (place === undefined) {
      place = {
        limit: ROWS_AT_ONCE,
        people: PEOPLE_AT_ONCE,
        step: 0,
        turned: false,
        behindSince: null,
        restsUntil: 0,
        setAside: new Map(),
      };
      this.places.set(code, place);
    }
    return place;
  }

  /** A waiter is done after a whole round that began after it came and found nothing to do. */
  private settleWaiters(): void {
    for (const waiter of [...this.waiters]) {
      waiter.passes += 1;
      if (waiter.passes < 2) continue;
      this.waiters.splice(this.waiters.indexOf(waiter), 1);
      waiter.done();
    }
  }

  /** @param until who may end the rest before its time: nobody less urgent than this. */
  private async rest(ms: number, until: Rouser): Promise<void> {
    const stop = new AbortController();
    this.rouse = (by) => {
      if (urgency.indexOf(by) >= urgency.indexOf(until)) stop.abort();
    };
    if (this.stopped) stop.abort();
    await pause(ms, undefined, { signal: stop.signal }).catch(() => undefined);
    this.rouse = () => undefined;
  }
}
