import type { DisasterStepName } from '@tokimori/law/statutory-hours/disaster-need';
import type { StatutoryStepName } from '@tokimori/law/statutory-hours/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth } from '@tokimori/law/time/months';
import { dayLabel, eraMonth, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const day = (index: number): string => dayLabel(formatLocalDate(index));
const at = (t: Told): string => day(t.n('date'));
const week = (t: Told): string => `${day(t.n('from'))}からの週`;
const month = (t: Told): string => eraMonth(formatYearMonth(t.n('month')));

/** Beyond a limit, with its subtraction; within it, that nothing is beyond. */
function beyond(t: Told, counted: string): string {
  const [worked, limit, over] = [t.n(counted), t.n('limit'), t.n('beyond')];
  return over > 0 ? `${hm(worked)} − ${hm(limit)} = ${hm(over)} が法定外です` : `${hm(worked)} で、法定外はありません`;
}

/** Every sentence of the count of hours for 労基法36条. */
export const statutoryHoursSentences: Sentences<StatutoryStepName> = {
  noAveraging: () => '1箇月単位の変形労働時間制には当たりません。1日8時間、1週40時間で数えます。',
  averagingApplies: (t) =>
    `${day(t.n('from'))}から${day(t.n('through'))}までは、1箇月単位の変形労働時間制の変形期間です。`,
  dayOverLimit: (t) =>
    t.n('allotted') > 0
      ? `${at(t)}は ${hm(t.n('allotted'))} を割り振った日です。${beyond(t, 'worked')}。`
      : `${at(t)}: ${beyond(t, 'worked')}。`,
  weekOverLimit: (t) =>
    `${week(t)}${t.n('allotted') > 0 ? `は ${hm(t.n('allotted'))} を割り振った週です。` : ': '}1日の超過を除いて ${beyond(t, 'counted')}。`,
  periodOverLimit: (t) =>
    `変形期間の総枠は 40:00 × ${t.n('days')}日 ÷ 7 = ${hm(t.n('limit'))} です。1日と1週の超過を除いて ${beyond(t, 'counted')}。`,
  holidayNamed: (t) => `${at(t)}は法定休日と定められた日で、勤務した ${hm(t.n('minutes'))} は法定休日労働です。`,
  holidayLater: (t) =>
    `法定休日の定めがなく、週休日のすべてに勤務したため、後の${at(t)}が法定休日です。勤務した ${hm(t.n('minutes'))} は法定休日労働です。`,
  holidayMoved: (t) =>
    `法定休日と定められた日に勤務時間が割り振られ、残る週休日のすべてに勤務したため、後の${at(t)}が法定休日です。勤務した ${hm(t.n('minutes'))} は法定休日労働です。`,
  holidayStated: (t) => `${at(t)}は勤務表で法定休日とした日で、勤務した ${hm(t.n('minutes'))} は法定休日労働です。`,
  cutAtMidnight: (t) =>
    t.n('intoDayOff') === 1
      ? `${at(t)}の勤務は法定休日に入ります。0時までの ${hm(t.n('before'))} と、0時からの法定休日労働 ${hm(t.n('after'))} に分けます。`
      : `${at(t)}の法定休日の勤務は翌日に入ります。24時までの法定休日労働 ${hm(t.n('before'))} と、その後の ${hm(t.n('after'))} に分けます。`,
  dayOffKept: (t) =>
    `${week(t)}は週休日 ${t.n('offs')}日のうち勤務したのが ${t.n('worked')}日なので、休日は確保され、法定休日労働には当たりません。`,
  noDayOff: (t) =>
    `${week(t)}には週休日がありません。4週間で4日以上の休日によるものとして、法定休日労働には当たりません。`,
  disasterApart: (t) =>
    `${month(t)}の災害等による勤務は、時間外 ${hm(t.n('overtime'))}、法定休日 ${hm(t.n('holidayWork'))} です。協定の上限には数えず、手当と健康確保では数えます。`,
  disasterUnneeded: (t) =>
    `災害等による勤務 ${hm(t.n('minutes'))} は、公務のために臨時の必要がある場合として命令できる事業場のため、分けずに数えます。`,
  monthCounted: (t) =>
    `${month(t)}は、法定外 ${hm(t.n('statutoryOvertime'))}、法定休日労働 ${hm(t.n('legalHolidayWork'))}、法定内 ${hm(t.n('withinStatutory'))} です${t.n('fromRegular') > 0 ? `(正規の勤務の中の ${hm(t.n('fromRegular'))} を含みます)` : ''}。月45時間と年の上限は法定外、月100時間と平均80時間の上限は法定外と法定休日労働の合計 ${hm(t.n('statutoryOvertime') + t.n('legalHolidayWork'))} で見ます。`,
  monthIncomplete: (t) => `${month(t)}は一部の日だけなので、月の合計としては使えません。`,
};

const authorities: Readonly<Record<string, string>> = {
  laborStandardsOffice: '労働基準監督署',
  personnelCommission: '人事委員会',
  headOfBody: '団体の長(人事委員会がないため)',
};

/** Every sentence of the procedure of 労基法33条1項. */
export const disasterNeedSentences: Sentences<DisasterStepName> = {
  publicNeedInstead: () =>
    '別表第1にない事業場は、公務のために臨時の必要がある場合として命令できるため、災害等の許可も届出も要りません。',
  authorityFound: (t) => `許可と届出の相手は${authorities[t.w('authority')] ?? t.w('authority')}です。`,
  permittedBefore: (t) => `${day(t.n('from'))}に始まる前(${day(t.n('on'))})に許可を受けています。`,
  permissionLate: (t) =>
    `${day(t.n('on'))}の許可は、${day(t.n('from'))}に始まった後なので、事前の許可には当たりません。`,
  reportedAfter: (t) => `${day(t.n('from'))}に始まり、事前の許可の代わりに${day(t.n('on'))}に届け出ています。`,
  reportDue: (t) =>
    `${day(t.n('from'))}から${day(t.n('through'))}までの勤務は、許可も届出もありません。遅滞なく届け出てください。`,
};
