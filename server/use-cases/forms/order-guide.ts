import type { FileAnswer } from '@tokimori/contract/route';
import { type GuideCaps, ukihaGuide } from '@tokimori/forms/ukiha/guide';
import { inForce } from '@tokimori/law/decision/dated';
import { annualCap, averageCap, monthlyCap, monthsOverCap } from '@tokimori/law/overtime/caps/caps';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Actor, Context } from '../../context.ts';
import { paperAnswer } from '../../paper/paper-answer.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import { here } from '../reading/moment.ts';
import { municipalityName } from './given.ts';

/** The upper bounds as they stand on a day. @param on `YYYY-MM-DD` */
function capsOn(on: string): GuideCaps {
  const at = <T>(history: Parameters<typeof inForce<T>>[0]) => {
    const found = inForce(history, on);
    if (found === undefined) throw new Error(`no upper bound on ${on}`);
    return found.value;
  };
  const { months } = at(monthsOverCap);
  return {
    selfDirected: { month: at(monthlyCap.selfDirected).limit, year: at(annualCap.selfDirected).limit },
    externallyDriven: {
      month: at(monthlyCap.externallyDriven).limit,
      year: at(annualCap.externallyDriven).limit,
      average: at(averageCap).limit,
      monthsOver: months,
    },
  };
}

/** 「時間外勤務命令の出し方・受け方」: a handout of one page for everybody, with the bounds as they stand today. */
export async function orderGuidePaper(context: Context, mill: PaperMill, actor: Actor): Promise<FileAnswer> {
  const guide = await context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const on = formatLocalDate(at.day);
    return { municipality: await municipalityName(tx), from: on, contact: '人事課', caps: capsOn(on) };
  });
  return paperAnswer(context, mill, ukihaGuide(guide), '時間外勤務命令の出し方・受け方');
}
