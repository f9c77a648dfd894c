import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { firstDayOf, formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { presetNames } from '@tokimori/ordinances/measures/presets';
import { tokyoOf } from '@tokimori/server/runtime/clock';
import { rawInserts } from './floor.ts';
import { type Caller, callerTo, load } from './load.ts';
import { measureTrial } from './measure-trial.ts';
import { CLIENTS, type Prepared } from './prepare.ts';
import { type RawClient, rawClient } from './raw-http.ts';
import { signedIn } from './session.ts';
import { type Figure, ms, percentile, seconds } from './table.ts';

const RUNS = 200;
/** A server that has answered for a minute: plans are kept, code is compiled. */
const WARM_UP = 60;
const PROBED = 200;
/** The floor is measured right before and right after the load: this machine is not equally fast at all times. */
const FLOOR_ROWS = 15_000;
/** Until the deriver has worked off what the load left. */
const SETTLING_MS = 2_000;

/** Pages by their answers, signed in as HR, one client. */
export async function measurePages(url: string, prepared: Prepared, current: MonthIndex): Promise<readonly Figure[]> {
  const month = formatYearMonth(current);
  const { big, oneMonth, twelveMonths } = prepared;
  const call = callerTo(url, 1);
  const { headers: atBig } = await signedIn(call, big.code, 'bench', prepared.password);
  const sections = big.plan.departments.filter((d) => d.kind === 'division').map((d) => d.code);
  const size = (code: string) =>
    big.plan.people.filter((p) => p.appointments.at(-1)?.department.startsWith(code)).length;
  const fifty = sections
    .map((code) => ({ code, size: size(code) }))
    .sort((a, b) => Math.abs(a.size - 50) - Math.abs(b.size - 50))[0];
  if (fifty === undefined) throw new Error('no section');
  const section = await median(call, () => `/api/v1/sections/${fifty.code}/months/${month}`, atBig);
  const person = await median(
    call,
    (nth) => `/api/v1/staff/${big.plan.people[(nth * 397) % big.plan.people.length]?.number}/months/${month}`,
    atBig,
  );
  const list = `/api/v1/city/months/${month}/staff?size=1000`;
  const one = await median(call, () => list, (await signedIn(call, oneMonth.code, 'bench', prepared.password)).headers);
  const twelve = await median(
    call,
    () => list,
    (await signedIn(call, twelveMonths.code, 'bench', prepared.password)).headers,
  );
  const beside = `/api/v1/sections/${fifty.code}/months/${month}`;
  const trials = [
    await measureTrial(url, atBig, beside, { name: 'trial', presets: ['yokohama'] }),
    await measureTrial(url, atBig, beside, { name: 'trialAll', presets: presetNames }),
  ];
  return [
    { name: 'section', value: section, shown: ms(section), note: `${fifty.size} people` },
    { name: 'person', value: person, shown: ms(person) },
    { name: 'listOne', value: one, shown: ms(one) },
    { name: 'listTwelve', value: twelve, shown: ms(twelve) },
    { name: 'listRatio', value: twelve / one, shown: `${(twelve / one).toFixed(2)} ×` },
    ...trials.flat(),
  ];
}

/**
 * Single-punch calls: one client for latency, then thirty-two for throughput. While these run, a person's punch is
 * looked for on the page of the month again and again: the time until it is visible there is the lag of the figures.
 */
export async function measurePunches(
  url: string,
  prepared: Prepared,
  say: (line: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly floor: number }> {
  const headers = { authorization: `Bearer ${prepared.deviceToken}` };
  const people = prepared.big.plan.people;
  const send = async (client: RawClient, staff: string | undefined): Promise<void> => {
    const occurredAt = new Date().toISOString();
    const punches = [{ id: randomUUID(), staffNumber: staff, occurredAt, direction: 'in' }];
    const answer = await client.post('/api/v1/punches', JSON.stringify({ punches }));
    if (answer.status !== 200 || !answer.body.includes('"accepted":1'))
      throw new Error(`${answer.status} ${answer.body}`);
  };
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => rawClient(url, headers)));
  const alone = clients[0];
  if (alone === undefined) throw new Error('no client');
  // The last of the people are kept for the probes: nobody else punches for them.
  const nextOf = (nth: number) => people[(nth * 7) % (people.length - PROBED)]?.number;
  await load(1, 300, (nth) => send(alone, nextOf(nth)));
  const one = await load(1, 1500, (nth) => send(alone, nextOf(nth)));
  const busy = (amount: number) => load(CLIENTS, amount, (nth, client) => send(clients[client] ?? alone, nextOf(nth)));
  await busy(5000);
  const prober = await rawClient(url, headers);
  const before = await rawInserts(prepared.databaseUrl, CLIENTS, FLOOR_ROWS);
  const probe = watchVisibility(url, prepared, (staff) => send(prober, staff));
  const result = await busy(40_000);
  const lags = await probe.stop();
  await pause(SETTLING_MS);
  const floor = (before + (await rawInserts(prepared.databaseUrl, CLIENTS, FLOOR_ROWS))) / 2;
  for (const client of [...clients, prober]) client.close();
  const rate = result.done / result.seconds;
  const share = (100 * rate) / floor;
  say(`visible after (s): ${lags.map((lag) => lag.toFixed(1)).join(' ')}`);
  const p95 = percentile(one.latencies, 0.95);
  const figures: readonly Figure[] = [
    { name: 'punchOne', value: p95, shown: ms(p95), note: `p50 ${ms(percentile(one.latencies, 0.5))}` },
    {
      name: 'punchMany',
      value: rate,
      shown: `${Math.round(rate).toLocaleString()}/s`,
      note: `p95 ${ms(percentile(result.latencies, 0.95))}`,
    },
    { name: 'punchShare', value: share, shown: `${Math.round(share)} %` },
    {
      name: 'visible',
      value: Math.max(...lags),
      shown: seconds(Math.max(...lags)),
      note: `${lags.length} probes, median ${seconds(percentile(lags, 0.5))}`,
    },
  ];
  return { figures, floor };
}

/** Punches for one person after the other and asks for the page of the month until the punch stands there. */
function watchVisibility(
  url: string,
  prepared: Prepared,
  punch: (staff: string) => Promise<void>,
): { stop: () => Promise<number[]> } {
  const call = callerTo(url, 1);
  const people = prepared.big.plan.people;
  const month = formatYearMonth(monthOf(tokyoOf(new Date()).day));
  const day = tokyoOf(new Date()).day - firstDayOf(monthOf(tokyoOf(new Date()).day));
  let over = false;
  const watching = (async () => {
    const { headers } = await signedIn(call, prepared.big.code, 'bench', prepared.password);
    const lags: number[] = [];
    for (let nth = 1; !over && nth <= PROBED; nth++) {
      const staff = people[people.length - nth]?.number ?? '';
      const start = performance.now();
      await punch(staff);
      for (;;) {
        const answer = await call('GET', `/api/v1/staff/${staff}/months/${month}`, headers);
        const { days } = JSON.parse(answer.body) as { days: { firstIn: number | null }[] };
        // Before the day's boundary a punch belongs to the duty date before.
        if ([days[day - 1], days[day]].some((each) => (each?.firstIn ?? null) !== null)) break;
        if (performance.now() - start > 60_000) break;
        await pause(50);
      }
      lags.push((performance.now() - start) / 1000);
      await pause(200);
    }
    return lags;
  })();
  return {
    stop: () => {
      over = true;
      return watching;
    },
  };
}

/** Median latency in milliseconds of a page's answer. */
async function median(
  call: Caller,
  path: (nth: number) => string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const get = async (nth: number) => {
    const answer = await call('GET', path(nth), headers);
    if (answer.status !== 200) throw new Error(`${path(nth)}: ${answer.status} ${answer.body.slice(0, 300)}`);
  };
  await load(1, WARM_UP, get);
  return percentile((await load(1, RUNS, get)).latencies, 0.5);
}
