import { isDeepStrictEqual } from 'node:util';
import type {
  checkMeasures as checkRoute,
  decideMeasures as decideRoute,
  measuresFile as fileRoute,
  measuresView as viewRoute,
} from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { combined, type PresetName, preset, presetNames } from '@tokimori/ordinances/measures/presets';
import { writeMeasures } from '@tokimori/ordinances/measures/write-measures';
import { appendDeed } from '../../access/journal.ts';
import { ensure, mayDecideMeasures, mayViewMeasures } from '../../access/policies.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import { actorName } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { type Decided, readDecided } from './decided.ts';
import { checkedMeasures, measuresIn, practiceOf } from './practice.ts';

/** The practices of the case books, and what the municipality decided, latest first. */
export async function measuresView(context: Context, actor: Actor): Promise<Answer<typeof viewRoute>> {
  ensure(mayViewMeasures(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const { day } = await here(context, tx);
    const on = formatLocalDate(day);
    const decided = await readDecided(tx);
    const names = await namesOf(
      tx,
      decided.map(({ by }) => by),
    );
    const inForce = decided.findLast(({ from }) => from <= on);
    return {
      on,
      presets: presetNames.map((key) => ({ key, ...practiceOf(preset(key)) })),
      decided: decided.toReversed().map((each) => ({
        ...practiceOf(each.set),
        from: each.from,
        inForce: each === inForce,
        recordedAt: formatInstant(each.at),
        by: names.get(each.by) ?? each.by,
        reason: each.reason,
      })),
    };
  });
}

const isPreset = (key: string): key is PresetName => presetNames.some((name) => name === key);

function presetsIn(keys: readonly string[]): readonly PresetName[] {
  return keys.map((key) =>
    isPreset(key)
      ? key
      : refuse('measures.preset', {
          status: 422,
          title: '知らない事例です',
          detail: `「${key}」という事例はありません。一覧から選んでください。`,
        }),
  );
}

/** What stands for everything decided so far, however much: it is another after every decision. */
const basisOf = (decided: readonly Decided[]): string =>
  `${decided.length} ${Math.max(0, ...decided.map(({ at }) => at.getTime()))}`;

/** A file to start from: practices of the case books together, or what was decided from a day on. */
export async function measuresFile(
  context: Context,
  actor: Actor,
  { presets, from }: Input<typeof fileRoute>,
): Promise<Answer<typeof fileRoute>> {
  ensure(mayDecideMeasures(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const { day } = await here(context, tx);
    const decided = await readDecided(tx);
    const basis = basisOf(decided);
    if (from === undefined) {
      const names = [...new Set(presetsIn(presets))];
      if (names.length === 0)
        refuse('measures.none', { status: 422, title: '事例が選ばれていません', detail: '一つ以上選んでください。' });
      return { text: writeMeasures(combined(names, formatLocalDate(day))), basis };
    }
    const found = decided.find((each) => each.from === from);
    if (found === undefined)
      refuse('measures.unknown', {
        status: 404,
        title: '対策が見つかりません',
        detail: `${from} から適用する対策はありません。画面を読み込み直してください。`,
      });
    // What held in the past is not changed: a copy of it begins today.
    const today = formatLocalDate(day);
    return { text: writeMeasures(found.from < today ? { ...found.set, effectiveFrom: today } : found.set), basis };
  });
}

/** What a file says, or every problem of it, were it decided today: while it is written. */
export async function checkMeasures(
  context: Context,
  actor: Actor,
  { text }: Input<typeof checkRoute>,
): Promise<Answer<typeof checkRoute>> {
  ensure(mayDecideMeasures(actor));
  const { day } = await context.store.tenant(actor.municipality, (tx) => here(context, tx));
  return checkedMeasures(text, formatLocalDate(day));
}

/**
 * Decides the measures that hold from a day on, today or later: what held in the past stays what it was. A decision for the same day
 * replaces the one before it; the journal keeps both. The very document that is already decided for the day is no second decision.
 */
export async function decideMeasures(
  context: Context,
  actor: Actor,
  { text, reason, basis }: Input<typeof decideRoute>,
): Promise<Answer<typeof decideRoute>> {
  ensure(mayDecideMeasures(actor));
  const set = measuresIn(text);
  const from = dayInput('from', set.effectiveFrom);
  return context.store.tenant(actor.municipality, async (tx) => {
    const { day } = await here(context, tx);
    if (from < day)
      refuse('measures.past', {
        status: 422,
        title: '過ぎた日からは変えられません',
        detail: `適用を始める日(${set.effectiveFrom})を、今日(${formatLocalDate(day)})か、それより後の日にしてください。`,
      });
    // Two who decide at once come one after the other.
    const before = await readDecided(tx, true);
    const isSame = before.some((each) => isDeepStrictEqual(each.set, set));
    if (basis !== undefined && basis !== basisOf(before) && !isSame)
      refuse('measures.changed', {
        status: 409,
        title: 'ほかの画面で、先に対策が決められています',
        detail:
          'この画面を開いた後に決められた対策があり、このまま決めると、その内容が失われることがあります。画面「縮減の対策」でいまの対策を確かめ、「写して直す」から作り直してください。',
      });
    const at = context.clock.now();
    const written = await tx.query(
      `insert into tk.measure_set as m (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (municipality, effective_from) do update
         set document = excluded.document, decided_by = excluded.decided_by, reason = excluded.reason,
             recorded_at = excluded.recorded_at
         where m.document is distinct from excluded.document
       returning m.effective_from`,
      [tx.municipality, set.effectiveFrom, JSON.stringify(set), actorName(actor), reason, at],
    );
    if (written.length === 0) return { decided: true, from: set.effectiveFrom };
    await appendDeed(tx, {
      stream: `measures/${set.effectiveFrom}`,
      kind: 'MeasuresDecided',
      actor: actorName(actor),
      reason,
      data: { from: set.effectiveFrom, name: set.name, measures: set.measures },
      at,
    });
    return { decided: true, from: set.effectiveFrom };
  });
}
