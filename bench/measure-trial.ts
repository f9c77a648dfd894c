import { setTimeout as pause } from 'node:timers/promises';
import type { PresetName } from '@tokimori/ordinances/measures/presets';
import { callerTo } from './load.ts';
import { type Figure, seconds } from './table.ts';

/** How often another page is asked for while the trial runs. Milliseconds. */
const BESIDE_MS = 250;

/** The measures of some case books together, tried on twelve months of everybody, and how long a page took beside it. */
export async function measureTrial(
  url: string,
  headers: Readonly<Record<string, string>>,
  beside: string,
  { name, presets }: { readonly name: 'trial' | 'trialAll'; readonly presets: readonly PresetName[] },
): Promise<readonly Figure[]> {
  const call = callerTo(url, 2);
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await call('POST', `/api/v1${path}`, headers, JSON.stringify(body));
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 300)}`);
    return answer.body;
  };
  const { text }: { text: string } = JSON.parse(await post('/measures/file', { presets }));
  const waits: number[] = [];
  let running = true;
  const asking = (async () => {
    while (running) {
      const begun = performance.now();
      await call('GET', beside, headers);
      waits.push(performance.now() - begun);
      await pause(BESIDE_MS);
    }
  })();
  const begun = performance.now();
  const { people, total }: { people: number; total: number } = JSON.parse(
    await post('/measures/trial', { text, months: 12 }),
  );
  const taken = (performance.now() - begun) / 1000;
  running = false;
  await asking;
  const longest = Math.max(...waits);
  const note = `${people.toLocaleString()} people, ${total.toLocaleString()} times due; a page beside it at most ${Math.round(longest)} ms`;
  return [{ name, value: taken, shown: seconds(taken), note }];
}
