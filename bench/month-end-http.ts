import { setTimeout as pause } from 'node:timers/promises';
import { callerTo, load } from './load.ts';
import type { WaitingRequests } from './month-end.ts';
import { type Session, signedIn } from './session.ts';
import { type Figure, ms, percentile, seconds } from './table.ts';

const LOOK_MS = 100;
/** A print that takes longer has hung. */
const LONGEST_MS = 10 * 60_000;

/** Heads order what waits for them, one after the other, by the calls of their page. Requests beyond a cap are answered too: with the refusal that asks for the other ways. */
export async function measureDecisions(
  url: string,
  city: { readonly code: string; readonly password: string },
  waiting: readonly WaitingRequests[],
): Promise<readonly Figure[]> {
  const call = callerTo(url, 1);
  const sessions = new Map<string, Session>();
  for (const { head } of waiting) sessions.set(head, await signedIn(call, city.code, head, city.password));
  const deeds = waiting.flatMap(({ head, requests }) => requests.map((id) => ({ head, id })));
  let ordered = 0;
  const result = await load(1, deeds.length, async (nth) => {
    const deed = deeds[nth];
    const headers = sessions.get(deed?.head ?? '')?.headers ?? {};
    const body = JSON.stringify({ note: '', healthConfirmed: false });
    const answer = await call('POST', `/api/v1/overtime/${deed?.id}/order`, headers, body);
    if (answer.status === 200) ordered += 1;
    else if (answer.status !== 422 && answer.status !== 409)
      throw new Error(`${answer.status} ${answer.body.slice(0, 300)}`);
  });
  const p95 = percentile(result.latencies, 0.95);
  const note = `p50 ${ms(percentile(result.latencies, 0.5))}; ${ordered} of ${deeds.length} ordered, the others beyond a cap`;
  return [{ name: 'decision', value: p95, shown: ms(p95), note }];
}

/** 縮減通知 of a month for every section it concerns, from the button to the file. */
export async function measurePrint(
  url: string,
  city: { readonly code: string; readonly password: string },
  month: string,
): Promise<readonly Figure[]> {
  const call = callerTo(url, 1);
  const { headers } = await signedIn(call, city.code, 'bench', city.password);
  const begun = performance.now();
  const asked = await call(
    'POST',
    '/api/v1/prints',
    headers,
    JSON.stringify({ form: 'nerima-notice', month, shape: 'zip' }),
  );
  if (asked.status !== 200) throw new Error(`prints: ${asked.status} ${asked.body.slice(0, 300)}`);
  const { id }: { id: string } = JSON.parse(asked.body);
  for (;;) {
    const { body } = await call('GET', `/api/v1/prints/${id}`, headers);
    const run: { state: string; total: number; error: string } = JSON.parse(body);
    const taken = (performance.now() - begun) / 1000;
    if (run.state === 'done')
      return [{ name: 'notices', value: taken, shown: seconds(taken), note: `${run.total.toLocaleString()} PDFs` }];
    if (run.state === 'failed' || taken * 1000 > LONGEST_MS) throw new Error(`print: ${run.state} ${run.error}`);
    await pause(LOOK_MS);
  }
}
