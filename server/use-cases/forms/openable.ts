import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { Given } from '@tokimori/forms/sheet/given';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { refuse } from '../../access/refusal.ts';
import { eraMonthOf } from '../../notices/words.ts';
import type { Here } from '../reading/moment.ts';

/**
 * A form is begun for a month that it may be about.
 * @throws Refusal 422 `form.month`
 */
export function ensureMonth(
  { title, ahead }: Pick<FormDefinition, 'title' | 'ahead'>,
  month: MonthIndex,
  at: Pick<Here, 'month'>,
): void {
  const last = at.month + ahead;
  if (month <= last) return;
  refuse('form.month', {
    status: 422,
    title: `${eraMonthOf(formatYearMonth(month))}分の様式は、まだ書けません`,
    detail: `「${title}」を書けるのは、${eraMonthOf(formatYearMonth(last))}分までです。様式の一覧で、対象の月を選び直してください。`,
  });
}

/** Whether a form tells of a month as it ended, and the month has not. */
export const isBeforeItsEnd = (
  { closes }: Pick<FormDefinition, 'closes'>,
  month: MonthIndex,
  at: Pick<Here, 'month'>,
): boolean => closes === 'monthOver' && month >= at.month;

/**
 * A form of a month that is over is not handed in before: its figures would be those of a part of the month.
 * @throws Refusal 422 `form.month-running`
 */
export function ensureMonthOver(
  definition: Pick<FormDefinition, 'title' | 'closes'>,
  month: MonthIndex,
  at: Pick<Here, 'month'>,
): void {
  if (!isBeforeItsEnd(definition, month, at)) return;
  const [name, next] = [month, month + 1].map((each) => eraMonthOf(formatYearMonth(each)));
  refuse('form.month-running', {
    status: 422,
    title: `${name}分は、まだ提出できません`,
    detail: `「${definition.title}」は、月の全体の時間を報告する様式です。${name}は終わっていないため、${next}1日から提出できます。それまでは、下書きを保存しておいてください。`,
  });
}

/** Whether a form that no measure made due is about anybody. A prior notice tells of what the records do not know yet. */
function isAboutSomebody({ per, concerns, notice }: FormDefinition, given: Given): boolean {
  if (per !== 'person') return given.people.length > 0;
  return notice !== undefined || concerns === 'all' || given.people.some((person) => concerns(given, person));
}

/**
 * A form is about somebody.
 * @throws Refusal 422 `form.nobody`
 */
export function ensureConcerned(definition: FormDefinition, given: Given): void {
  if (isAboutSomebody(definition, given)) return;
  const whose = definition.per === 'person' ? 'この職員は、' : 'この所属には、';
  refuse('form.nobody', {
    status: 422,
    title: 'この様式の対象になる人がいません',
    detail: `${whose}${eraMonthOf(given.month)}の記録では「${definition.title}」を書く場合に当たりません。対象の月と${
      definition.per === 'person' ? '職員' : '所属'
    }を確かめてください。記録が違うときは、先に勤務の記録を直してください。`,
  });
}
