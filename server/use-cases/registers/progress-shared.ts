import type { Measure } from '@tokimori/ordinances/measures/measure';
import type { Tx } from '../../store/tenant.ts';
import { readDecided } from '../measures/decided.ts';

/**
 * Whether the municipality shows everybody who stayed long, by name, to all heads (課長級以上): a measure of the whole body in force hands them the
 * report, or a list of people by their presence, as 南砺市's does. Source: 総務省事例集(令和4年12月) 南砺市.
 * @param on `YYYY-MM-DD`
 */
export async function isSharedWithHeads(tx: Tx, on: string): Promise<boolean> {
  const held = (await readDecided(tx)).findLast(({ from }) => from <= on);
  return held?.set.measures.some(handsPresenceToHeads) ?? false;
}

/** Whether a measure hands all heads the report of presence, or a list of those who stayed long. */
const handsPresenceToHeads = ({ per, when, follows }: Measure): boolean =>
  per === 'city' &&
  follows.some(
    ({ form, lists = 'people', do: deed, to }) =>
      to.includes('managers') &&
      (form === 'nanto-progress' ||
        (deed === 'list' && lists === 'people' && when.some(({ figure }) => figure.startsWith('presence')))),
  );
