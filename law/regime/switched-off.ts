import { exclusionProvisos, exclusions, managerialStaff } from './citations.ts';
import type { Post, SwitchedOff } from './types.ts';

/**
 * 労基法の規定のうち地公法58条3項により職員に適用しないもの (text of 2019-04-01, still in force). In the order of the articles. 75条–93条 are one entry
 * in the text; they stand as two, because a proviso gives 75条–88条 back to staff outside the accident compensation act.
 */
export const excludedProvisions: readonly string[] = [
  '第2条',
  '第14条第2項・第3項',
  '第24条第1項',
  '第32条の3から第32条の5まで',
  '第38条の2第2項・第3項',
  '第38条の3',
  '第38条の4',
  '第39条第6項から第8項まで',
  '第41条の2',
];
/** 災害補償: given back to staff whom 地方公務員災害補償法2条1項 does not cover (part-time 会計年度任用職員). */
export const accidentCompensation = '第75条から第88条まで';
export const workRules = '第89条から第93条まで';
/** 司法警察官の職務: given back at the workplaces of 別表第1 1–10, 13–15. */
export const policePower = '第102条';
/** 労働時間、休憩及び休日 do not apply to 管理監督職員; 深夜 (37条4項) and 年休 (39条) do. */
export const managersProvisions: readonly string[] = [
  '第32条から第32条の5まで(労働時間)',
  '第33条・第36条(時間外及び休日の労働)',
  '第34条(休憩)',
  '第35条(休日)',
  '第37条(割増賃金、深夜を除く)',
];

/** Workplaces under the 労働基準監督署: 別表第1 1–10 and 13–15 (地公法58条5項 the other way round). */
export const underOffice = (workplace: number | null): boolean =>
  workplace !== null && workplace !== 11 && workplace !== 12;

/** Whether 地公法58条 applies: not to 企業職員 and 単純労務職員. */
export const article58Applies = ({ category }: Pick<Post, 'category'>): boolean =>
  category !== 'publicEnterprise' && category !== 'simpleLabor';

/** Which provisions of the 労基法 do not apply to whoever holds the post. */
export function switchedOffFor(post: Post): readonly SwitchedOff[] {
  const listed = (provisions: readonly string[], citation: SwitchedOff['citation']) =>
    provisions.map((provision) => ({ provision, citation }));
  const managers = post.managerial ? listed(managersProvisions, managerialStaff) : [];
  if (!article58Applies(post)) return managers;
  const compensated = post.appointment !== 'fiscalYearPartTime';
  return [
    ...listed(excludedProvisions, exclusions),
    ...(compensated ? listed([accidentCompensation], exclusions) : []),
    ...listed([workRules], exclusions),
    ...(underOffice(post.workplace) ? [] : listed([policePower], exclusionProvisos)),
    ...managers,
  ];
}
