import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { type Caller, callerTo, load } from './load.ts';
import { CLIENTS, type Prepared } from './prepare.ts';
import { type Figure, ms, percentile } from './table.ts';

const RUNS = 60;
const WARM_UP = 10;

/** Pages by their answers, signed in as HR, one client. */
export async function measurePages(url: string, prepared: Prepared, current: MonthIndex): Promise<readonly Figure[]> {
  const month = formatYearMonth(current);
  const { big, oneMonth, twelveMonths } = prepared;
  const call = callerTo(url, 1);
  const atBig = await signedIn(call, big.code, prepared.password);
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
  const one = await median(call, () => list, await signedIn(call, oneMonth.code, prepared.password));
  const twelve = await median(call, () => list, await signedIn(call, twelveMonths.code, prepared.password));
  return [
    { name: 'section', value: section, shown: ms(section), note: `${fifty.size} people` },
    { name: 'person', value: person, shown: ms(person) },
    { name: 'listOne', value: one, shown: ms(one) },
    { name: 'listTwelve', value: twelve, shown: ms(twelve) },
    { name: 'listRatio', value: twelve / one, shown: `${(twelve / one).toFixed(2)} ×` },
  ];
}

/** Single-punch calls: one client for latency, then thirty-two for throughput; then waits until every figure is derived. */
export async function measurePunches(
  url: string,
  prepared: Prepared,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const headers = { authorization: `Bearer ${prepared.deviceToken}` };
  const people = prepared.big.plan.people;
  const punch = (call: Caller) => async (nth: number) => {
    const body = JSON.stringify({
      punches: [
        {
          id: randomUUID(),
          staffNumber: people[(nth * 7) % people.length]?.number,
          occurredAt: new Date().toISOString(),
          direction: 'in',
        },
      ],
    });
    const answer = await call('POST', '/api/v1/punches', headers, body);
    if (answer.status !== 200 || !answer.body.includes('"accepted":1'))
      throw new Error(`${answer.status} ${answer.body}`);
  };
  const alone = callerTo(url, 1);
  await load(1, 200, punch(alone));
  const one = await load(1, 1000, punch(alone));
  const p95 = percentile(one.latencies, 0.95);
  const many = callerTo(url, CLIENTS);
  await load(CLIENTS, 3000, punch(many));
  const result = await load(CLIENTS, 30_000, punch(many));
  const rate = result.done / result.seconds;
  const visible = await untilDerived(url);
  say(`derived figures were current ${visible.toFixed(1)} s after the last punch`);
  const share = (100 * rate) / prepared.floor;
  return [
    { name: 'punchOne', value: p95, shown: ms(p95), note: `p50 ${ms(percentile(one.latencies, 0.5))}` },
    {
      name: 'punchMany',
      value: rate,
      shown: `${Math.round(rate).toLocaleString()}/s`,
      note: `p95 ${ms(percentile(result.latencies, 0.95))}; figures current ${visible.toFixed(1)} s after the last punch`,
    },
    { name: 'punchShare', value: share, shown: `${Math.round(share)} %` },
  ];
}

/** Seconds until the server's metrics show no stale day. */
async function untilDerived(url: string): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < 60_000) {
    const metrics = await fetch(`${url}/metrics`).then((r) => r.text());
    const lag = /^tokimori_deriver_lag_seconds\S* (\S+)$/m.exec(metrics)?.[1];
    if (lag === undefined) throw new Error('the metric of the deriver is missing');
    if (Number(lag) === 0) break;
    await pause(50);
  }
  return (performance.now() - start) / 1000;
}

async function signedIn(call: Caller, municipality: string, password: string): Promise<Record<string, string>> {
  const answer = await call('POST', '/api/v1/session', {}, JSON.stringify({ municipality, login: 'bench', password }));
  const cookie = answer.cookies[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no session: ${answer.status} ${answer.body}`);
  return { cookie };
}

/** Median latency in milliseconds of a page's answer. */
async function median(call: Caller, path: (nth: number) => string, headers: Record<string, string>): Promise<number> {
  const get = async (nth: number) => {
    const answer = await call('GET', path(nth), headers);
    if (answer.status !== 200) throw new Error(`${path(nth)}: ${answer.status} ${answer.body.slice(0, 300)}`);
  };
  await load(1, WARM_UP, get);
  return percentile((await load(1, RUNS, get)).latencies, 0.5);
}
