import type { Citation } from '@tokimori/law/decision/citation';
import type { Dated } from '@tokimori/law/decision/dated';
import { formatCitation } from '@tokimori/law/decision/format-citation';
import { guidanceCitations } from '@tokimori/law/health/citations';
import { article36Annual, article36MonthlyTotal } from '@tokimori/law/overtime/caps/article36-caps';
import { afterTransferCap, annualCap, averageCap, monthlyCap, monthsOverCap } from '@tokimori/law/overtime/caps/caps';
import type { Words } from './kinds/kind.ts';

/** A number that the law fixes, under the names by which someone may try to set it. */
type Statutory = { readonly names: readonly string[]; readonly what: Words; readonly citation: Citation };

const cited = (dated: readonly Dated<unknown>[]): Citation => {
  const last = dated.at(-1);
  if (last === undefined) throw new Error('a statutory number without a date');
  return last.citation;
};
const act = (instrument: string, path: string): Citation => ({
  instrument,
  revision: '2019-04-01',
  path,
  confidence: 'B',
});

const numbers: readonly Statutory[] = [
  {
    names: ['monthly', 'monthlyCap', 'monthCap', 'monthlyLimit', 'overtimeCap', 'cap', 'month45'],
    what: { ja: '月の上限(45時間以下、他律部署は100時間未満)', en: 'the monthly cap (45 hours, or under 100)' },
    citation: cited(monthlyCap.selfDirected),
  },
  {
    names: ['annual', 'annualCap', 'yearlyCap', 'yearCap', 'annualLimit', 'annual360', 'annual720'],
    what: { ja: '年の上限(360時間以下、他律部署は720時間以下)', en: 'the annual cap (360 hours, or 720)' },
    citation: cited(annualCap.selfDirected),
  },
  {
    names: ['average', 'averageCap', 'average80', 'multiMonthAverage'],
    what: { ja: '2〜6か月の平均の上限(80時間以下)', en: 'the average of two to six months (80 hours)' },
    citation: cited(averageCap),
  },
  {
    names: ['monthsOver45', 'monthsOverCap', 'monthsOver', 'monthsOverBase'],
    what: { ja: '45時間を超えられる月数(年6月以下)', en: 'the number of months over 45 hours (six)' },
    citation: cited(monthsOverCap),
  },
  {
    names: ['afterTransfer', 'afterTransferCap', 'transferCap'],
    what: { ja: '異動後の上限(月30時間)', en: 'the cap after a transfer (30 hours a month)' },
    citation: cited(afterTransferCap),
  },
  {
    names: ['monthlyTotal', 'article36Monthly', 'agreementMonthly', 'special', 'specialTimes', 'times'],
    what: { ja: '36協定で定められる限度', en: 'the limits of an agreement under article 36' },
    citation: cited(article36MonthlyTotal),
  },
  {
    names: ['article36Annual', 'agreementAnnual'],
    what: { ja: '36協定で定められる年の限度', en: 'the annual limit of an agreement under article 36' },
    citation: cited(article36Annual),
  },
  {
    names: [
      'statutoryDay',
      'legalDay',
      'dailyLimit',
      'dayLimit',
      'statutoryWeek',
      'legalWeek',
      'weeklyLimit',
      'weekLimit',
    ],
    what: { ja: '法定労働時間(1日8時間、1週間40時間)', en: 'the statutory hours (8 a day, 40 a week)' },
    citation: act('labor-standards-act', 'a=32'),
  },
  {
    names: ['statutoryBreak', 'breakMinutes', 'minimumBreak', 'breakOverSix', 'breakOverEight'],
    what: {
      ja: '休憩の最低(6時間超45分、8時間超60分)',
      en: 'the least break (45 minutes over six hours, 60 over eight)',
    },
    citation: act('labor-standards-act', 'a=34/p=1'),
  },
  {
    names: [
      'overtimeRate',
      'premiumRate',
      'premiumRates',
      'rates',
      'weekdayRate',
      'dayOffRate',
      'nightRate',
      'beyondSixtyRate',
      'overSixtyRate',
      'reallottedRate',
    ],
    what: { ja: '支給割合(125/100、135/100、150/100、25/100など)', en: 'the premium rates' },
    citation: act('labor-standards-act', 'a=37/p=1'),
  },
  {
    names: ['sixty', 'sixtyHours', 'beyondSixty', 'sixtyThreshold'],
    what: { ja: '割増しの上がる60時間', en: 'the sixty hours beyond which the rate rises' },
    citation: act('labor-standards-act', 'a=37/p=1'),
  },
  {
    names: ['night', 'nightFrom', 'nightUntil', 'nightBand', 'deepNight', 'deepNightFrom', 'deepNightUntil'],
    what: { ja: '深夜(22時から5時)', en: 'the night (22:00 to 5:00)' },
    citation: act('labor-standards-act', 'a=37/p=4'),
  },
  {
    names: ['law80', 'lawThreshold', 'beyondForty', 'interviewThreshold'],
    what: {
      ja: '労働安全衛生法の面接指導の基準(週40時間を超える時間が月80時間超)',
      en: 'the threshold of the safety act',
    },
    citation: guidanceCitations.law80,
  },
  {
    names: ['care24', 'limit24', 'limit150', 'careMonthly', 'careAnnual', 'monthlyRestriction', 'annualRestriction'],
    what: { ja: '育児・介護の制限(月24時間、年150時間)', en: 'the limits on request (24 hours a month, 150 a year)' },
    citation: act('childcare-family-care-act', 'a=17'),
  },
];

const plainName = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const byName = new Map(numbers.flatMap((number) => number.names.map((name) => [plainName(name), number] as const)));

/** Why a name cannot be set: the law fixes it. Undefined for any other name. */
export function fixedByLaw(name: string): Words | undefined {
  const found = byName.get(plainName(name));
  if (found === undefined) return undefined;
  const place = formatCitation(found.citation);
  return {
    ja: `${found.what.ja}は法令の数字で(${place})、団体では変えられません。この行を取り除いてください。`,
    en: `This is fixed by law (${place}) and cannot be set: ${found.what.en}. Remove the line.`,
  };
}
