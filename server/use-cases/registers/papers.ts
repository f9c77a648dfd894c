import type {
  digitalEffectsPaper as effectsRoute,
  progressPaper as progressRoute,
  workReviewsPaper as reviewsRoute,
  sectionSheetPaper as sheetRoute,
} from '@tokimori/contract/papers';
import type { Progress } from '@tokimori/contract/registers/progress';
import type { FileAnswer, Input, RouteShape } from '@tokimori/contract/route';
import { effectsOnPaper } from '@tokimori/forms/kochi/effects-paper';
import { progressOnPaper, type Trend } from '@tokimori/forms/nanto/progress-paper';
import type { UndatedPaper } from '@tokimori/forms/paper/typesetter';
import { sectionSheetOnPaper } from '@tokimori/forms/ukiha/section-sheet-paper';
import { reviewsOnPaper } from '@tokimori/forms/yamagata/review-paper';
import { ensure } from '../../access/policies.ts';
import { mayViewRegisters } from '../../access/policies-registers.ts';
import type { Actor, Context } from '../../context.ts';
import { paperAnswer } from '../../paper/paper-answer.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import type { Tx } from '../../store/tenant.ts';
import { municipalityName } from '../forms/given.ts';
import { here } from '../reading/moment.ts';
import { readEffectsOfYear } from './digital-effects.ts';
import { registered, sectionOfEntry } from './entries.ts';
import { progressView } from './progress.ts';
import { progressTrend } from './progress-trend.ts';
import { sectionSheetView } from './section-sheet.ts';
import { readReviewsOfYear } from './work-reviews.ts';

type PaperOf<R extends RouteShape> = (
  context: Context,
  mill: PaperMill,
  actor: Actor,
  input: Input<R>,
) => Promise<FileAnswer>;

const nameOf = ({ store }: Context, { municipality }: Actor): Promise<string> =>
  store.tenant(municipality, municipalityName);

/** 時間外勤務マネジメントシート as PDF: what the caller sees of the section. */
export const sectionSheetPaper: PaperOf<typeof sheetRoute> = async (context, mill, actor, input) => {
  const view = await sectionSheetView(context, actor, input);
  const paper = sectionSheetOnPaper(await nameOf(context, actor), view);
  return paperAnswer(context, mill, paper, `時間外勤務マネジメントシート_${view.month}_${view.name}`);
};

/** 進捗報告 as PDF with its charts: of the department that is named, else of those that the caller looks over. */
export const progressPaper: PaperOf<typeof progressRoute> = async (context, mill, actor, { month, department }) => {
  const view = await progressView(context, actor, { month });
  const whole = department === undefined;
  const trends: Trend[] = [];
  for (const each of whole ? overlooked(view) : [department]) {
    const trend = await progressTrend(context, actor, { month, department: each });
    trends.push(whole ? { ...trend, people: [] } : trend);
  }
  const paper = progressOnPaper(await nameOf(context, actor), view, trends);
  const of = whole ? '' : `_${trends[0]?.name ?? ''}`;
  return paperAnswer(context, mill, paper, `進捗報告_${month}${of}`);
};

/** The 部局 that the caller may see; where there is none, the 課, and else the 係. */
function overlooked({ departments }: Progress): readonly string[] {
  const kinds = ['bureau', 'division', 'section'] as const;
  const kind = kinds.find((each) => departments.some((node) => node.kind === each));
  return departments.filter((node) => node.kind === kind).map(({ department }) => department);
}

/** 事務事業の見直し of a fiscal year as PDF, without drafts. */
export const workReviewsPaper: PaperOf<typeof reviewsRoute> = (context, mill, actor, { year }) =>
  registerPaper(context, mill, actor, '事務事業の見直し', async (tx) => {
    const { looking, entries, sums } = await readReviewsOfYear(tx, await here(context, tx), actor, year);
    const printed = registered(entries).map(({ state, content }) => ({
      section: sectionOfEntry(looking, content.department),
      closed: state === 'closed',
      content,
    }));
    return { year: sums.year, paper: reviewsOnPaper(await municipalityName(tx), sums, printed) };
  });

/** デジタル化の効果 of a fiscal year as PDF, without drafts. */
export const digitalEffectsPaper: PaperOf<typeof effectsRoute> = (context, mill, actor, { year }) =>
  registerPaper(context, mill, actor, 'デジタル化の効果', async (tx) => {
    const { looking, own, sums } = await readEffectsOfYear(tx, await here(context, tx), actor, year);
    const printed = registered(own).map(({ content }) => ({
      section: sectionOfEntry(looking, content.department),
      content,
    }));
    return { year: sums.year, paper: effectsOnPaper(await municipalityName(tx), sums, printed) };
  });

async function registerPaper(
  context: Context,
  mill: PaperMill,
  actor: Actor,
  title: string,
  read: (tx: Tx) => Promise<{ readonly year: number; readonly paper: UndatedPaper }>,
): Promise<FileAnswer> {
  ensure(mayViewRegisters(actor));
  const { year, paper } = await context.store.tenant(actor.municipality, read);
  return paperAnswer(context, mill, paper, `${title}_${year}年度`);
}
