import type { planPaper as paperRoute } from '@tokimori/contract/papers';
import type { FileAnswer, Input } from '@tokimori/contract/route';
import type { Seal } from '@tokimori/forms/sheet/definition';
import { planOnPaper } from '@tokimori/forms/toyohashi/plan';
import type { Plan } from '@tokimori/records/plan';
import type { Actor, Context } from '../../context.ts';
import { paperAnswer } from '../../paper/paper-answer.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import type { Tx } from '../../store/tenant.ts';
import { municipalityName } from '../forms/given.ts';
import { sealOf } from '../forms/seal.ts';
import { monthDate, monthIndexOf } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { readPlanView } from './plan.ts';
import { readPlan } from './plan-rows.ts';

/** 時間外勤務実施計画書 as PDF, with what its reader sees on the page. */
export async function planPaper(
  context: Context,
  mill: PaperMill,
  actor: Actor,
  input: Input<typeof paperRoute>,
): Promise<FileAnswer> {
  const { paper, path } = await context.store.tenant(actor.municipality, async (tx) => {
    const view = await readPlanView(context, tx, actor, input);
    const row = await readPlan(tx, { department: view.department, monthDate: monthDate(monthIndexOf(input.month)) });
    const seals = await sealsOf(tx, row?.plan ?? null);
    return { paper: planOnPaper(await municipalityName(tx), view, seals), path: view.path };
  });
  return paperAnswer(context, mill, paper, `時間外勤務実施計画書_${input.month}_${path}`);
}

/** The posts a plan passes, with who agreed or received it and on which day. */
async function sealsOf(tx: Tx, plan: Plan | null): Promise<readonly Seal[]> {
  const stamps = [
    ['所属長', plan?.head ?? null],
    ['職員組合', plan?.union ?? null],
    ['人事課', plan?.received ?? null],
  ] as const;
  const names = await namesOf(
    tx,
    stamps.flatMap(([, stamp]) => (stamp === null ? [] : [stamp.by])),
  );
  return stamps.map(([label, stamp]) => sealOf(label, stamp, (by) => names.get(by) ?? by));
}
