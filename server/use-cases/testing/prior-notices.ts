import { randomUUID } from 'node:crypto';
import { runMeasures } from '../../jobs/measures-run.ts';
import { sectionExceptional } from '../designations/exceptional.ts';
import { filePriorNotice } from '../designations/prior-notices.ts';
import { formView } from '../forms/view.ts';
import { submitForm } from '../forms/write.ts';
import { HERE, type TownHall, takase } from './town-hall.ts';

/** What tests do with prior notices of 特例業務 of 森下 and the forms that are one. */
export function priorNoticesOf(hall: TownHall) {
  const november = {
    department: '11',
    version: 0,
    staff: '100001',
    task: '選挙の執行',
    from: '2026-11-01',
    through: '2026-11-20',
    expected: [{ month: '2026-11', minutes: 50 * 60 }],
    staffing: '2人のうち1人が育休',
    unavoidable: '期日が法で決まる',
    reduction: '投票所の応援を求める',
    confirmedOn: null,
    confirmedBy: '',
    fatigue: '',
    mindAndBody: '',
  };
  const file = async (part: object = {}) => {
    const id = randomUUID();
    await filePriorNotice(hall.context, takase, { id, ...november, ...part });
    return id;
  };
  const address = (form: string, month = '2026-11') => ({ form, month, subject: '100001' });
  const valuesOf = async (form: string, month = '2026-11') => {
    const { parts } = await formView(hall.context, takase, address(form, month));
    return Object.fromEntries(parts.flatMap(({ fields }) => fields.map(({ key, value }) => [key, value])));
  };
  const submit = (form: string, filled: Record<string, string>, saves = 0, who = takase, month = '2026-11') =>
    submitForm(hall.context, who, { ...address(form, month), filled, saves });
  const notices = async (month = '2026-11') =>
    (await sectionExceptional(hall.context, takase, { department: '11', month })).notices;
  const morning = async (date: string) => {
    hall.context.clock.moveTo(`${date}T05:10:00+09:00`);
    await hall.deriver.idle();
    await runMeasures(hall.context, HERE);
  };
  const states = async () =>
    (
      await hall.query<{ measure: string; deed: string; state: string }>(
        'select d.measure, d.deed, d.state from tk.due d where d.municipality = $1 order by d.measure, d.deed',
        [HERE],
      )
    ).map(({ measure, deed, state }) => `${measure} ${deed} ${state}`);
  const deeds = async (kind: string) =>
    (
      await hall.query<{ n: number }>(
        'select count(*)::int as n from tk.event e where e.municipality = $1 and e.kind = $2',
        [HERE, kind],
      )
    )[0]?.n;
  return { file, address, valuesOf, submit, notices, morning, states, deeds };
}
