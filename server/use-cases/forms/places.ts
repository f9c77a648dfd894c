import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { PlacedForm } from '../../access/policies-forms.ts';
import { refuse } from '../../access/refusal.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { monthEnd } from '../reading/moment.ts';
import { postsOn } from '../reading/persons.ts';

/** How a form of the whole body is called in an address; the store keeps ''. */
export const WHOLE = '-';
export const subjectIn = (text: string): string => (text === WHOLE ? '' : text);
export const subjectOut = (subject: string): string => (subject === '' ? WHOLE : subject);

/**
 * Whose a form is, from what the address names.
 * @throws Refusal 404 `form.subject` when there is no such person or department
 */
export async function placeOfForm(
  tx: Tx,
  tree: DepartmentTree,
  { per }: Pick<FormDefinition, 'per'>,
  subject: string,
  month: MonthIndex,
): Promise<PlacedForm> {
  if (per === 'city') return subject === '' ? { per, subject, section: '', bureau: '' } : unknown();
  if (per === 'person') {
    const [found] = await postsOn(tx, [subject], monthEnd(month));
    return found === undefined ? unknown() : { per, subject, ...tree.place(found.department) };
  }
  if (tree.find(subject) === undefined) return unknown();
  const { section, bureau } = tree.place(subject);
  if (per === 'bureau') return { per, subject, section: '', bureau };
  // A 係 within a 課 may have a form of its own (豊橋市: one for each group); a 部局 with 課 is none.
  return section === '' ? unknown() : { per, subject, section, bureau };
}

function unknown(): never {
  return refuse('form.subject', {
    status: 404,
    title: 'この様式の対象が見つかりません',
    detail: '職員番号又は部署コードが、この月の記録にありません。様式の一覧から開き直してください。',
  });
}
