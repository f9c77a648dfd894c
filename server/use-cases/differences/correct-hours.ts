import { presenceOf } from '@tokimori/law/working-time/stays';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import type { Correction } from '@tokimori/records/correction';
import type { Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { doOvertimeDeed, groundOn, rulesOn } from '../overtime-deeds.ts';
import { readDayFacts } from '../reading/day-facts.ts';
import { dayOf, type Here } from '../reading/moment.ts';
import { readOvertime } from '../reading/overtime-rows.ts';
import { personOn } from '../reading/persons.ts';

/**
 * Makes hours that a second person found to be work into confirmed overtime (把握ガイドライン 4(3)ウ: 所要の労働時間の補正), from
 * where they flow into caps, pay hours and health. The claim stands in the journal under the person's name (under the
 * investigator's where nobody answered), the confirmation under who found it. Real work is taken whatever its length; the
 * overtime carries the id of the correction.
 */
export async function correctHours(
  context: Context,
  tx: Tx,
  at: Here,
  id: string,
  correction: Correction,
  category: OvertimeCategory,
): Promise<void> {
  const { finding, staff, dutyDate, requestedBy, decidedBy, reason, note } = correction;
  if (finding?.found !== 'work' || decidedBy === null) return;
  const { from, until } = finding;
  const [{ parameters }, ground, person] = await Promise.all([
    rulesOn(context, tx, dutyDate),
    groundOn(context, tx, { id, staff, dutyDate }),
    personOn(tx, staff, dutyDate),
  ]);
  const work = '差異の確認による補正';
  const subject = { staff, dutyDate, department: person.department, from, until, category, work, why: reason };
  await doOvertimeDeed(tx, at, id, null, { type: 'request', actor: requestedBy, ...subject, ground }, reason);
  const [row, facts] = await Promise.all([
    readOvertime(tx, id),
    readDayFacts(tx, at, parameters, staff, dayOf(dutyDate)),
  ]);
  const words = note === '' ? reason : note;
  const confirm = {
    type: 'confirm',
    actor: decidedBy,
    note: words,
    ground,
    presence: presenceOf(facts).stays,
  } as const;
  await doOvertimeDeed(tx, at, id, row, confirm, words);
}
