import { type PresetName, presetText } from '@tokimori/ordinances/measures/presets';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { HERE, type TownHall } from './town-hall.ts';

/** Measures that hold since a day that is over: decided by the page they could only begin today. */
export async function hold(hall: TownHall, name: PresetName, from: string, only?: RegExp): Promise<void> {
  const { measures } = readMeasures(presetText(name), name);
  const set = { ...measures, measures: measures?.measures.filter(({ id }) => only?.test(id) ?? true) };
  await hall.query(
    `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
     values ($1, $2::date, $3::jsonb, '400001', 'テスト', $4::timestamptz)`,
    [HERE, from, JSON.stringify(set), hall.context.clock.now()],
  );
}
