import type { Progress, progressTrend } from '@tokimori/contract/registers/progress';
import type { Answer } from '@tokimori/contract/route';
import { known, tenths } from '@tokimori/wording/figures';
import { count, eraMonth, fiscalYearName, monthName } from '@tokimori/wording/format';
import { chartOf, hourAxis, monthsOfYear } from '../paper/chart.ts';
import type { UndatedPaper } from '../paper/typesetter.ts';
import { periods } from './progress-layout.ts';

export type Trend = Answer<typeof progressTrend>;

const yen = (value: number | null): string => (value === null ? '―' : count(value));
const people = (band: Progress['bands'][number], heads: number): string => (band.known ? `${count(heads)}人` : '―');
const who = ({ name, staff, section, managerial }: Progress['over60'][number] | Progress['over180'][number]) => ({
  name,
  staff,
  section,
  managerial: managerial ? '管理監督職員' : '',
});

/** A department: its chart of three years a head, and, of a 課 or 係, its people one by one on one scale. */
function trendOf(trend: Trend) {
  const names = monthsOfYear(trend.yearStartMonth);
  const years = trend.years.filter(({ perHead }) => perHead.some((value) => value !== null));
  const chart = chartOf(
    `${trend.name}の1人当たりの超過在席時間の推移`,
    names,
    years.map(({ fiscalYear, perHead }) => ({ name: fiscalYearName(fiscalYear), values: perHead })),
  );
  const axis = hourAxis(Math.max(0, ...trend.people.flatMap(({ beyond }) => beyond.map((value) => value ?? 0))));
  return {
    name: trend.name,
    months: names,
    year: fiscalYearName(trend.years[0]?.fiscalYear ?? 0),
    chart,
    years: years.map(({ fiscalYear, perHead }) => ({
      name: fiscalYearName(fiscalYear),
      cells: perHead.map((value) => (value === null ? '' : known(value))),
    })),
    people: trend.people.map(({ name, beyond }) => ({
      name,
      cells: beyond.map((value) => (value === null ? '' : known(value))),
      chart: { ...chartOf(`${name}の超過在席時間の推移`, names, [{ name, values: beyond }]), ...axis },
    })),
  };
}

/**
 * 南砺市 働き方改革・休み方改革進捗報告 of a month: the city against last month and last year, who stayed long, and the charts that it is known for.
 * @param trends of the departments whose charts are printed, in their order
 */
export function progressOnPaper(municipality: string, view: Progress, trends: readonly Trend[]): UndatedPaper {
  return {
    template: 'nanto/progress.typ',
    data: {
      municipality,
      sheets: [
        {
          municipality,
          month: `${eraMonth(view.month)}${view.settled ? '' : '(途中)'}`,
          scope: view.whole
            ? ''
            : '「1」と「2」の数字は団体全体のものです。職員の氏名と所属は、あなたの所属のものだけを載せています。',
          nobody: view.whole ? '該当する職員はいません。' : 'あなたの所属に該当する職員はいません。',
          heads: view.whole ? '管理監督職員を含みます。' : '団体全体の人数です。管理監督職員を含みます。',
          own: view.whole ? '' : 'あなたの所属の職員だけを載せています。',
          sections: view.whole ? '備考(所属)' : '備考(あなたの所属)',
          rows: view.rows.map((row) => ({
            name: `${periods[row.period]}(${monthName(row.month)})実績`,
            heads: `${count(row.headcount)}人`,
            beyond: known(row.beyond),
            beyondPerHead: tenths(row.beyondPerHead),
            overtime: known(row.overtime),
            overtimePerHead: tenths(row.overtimePerHead),
            allowance: yen(row.allowance),
          })),
          remarks: view.remarks,
          bands: view.bands.map((band) => ({
            name: `${eraMonth(band.month)}${band.lastYear ? '(前年同月)' : ''}`,
            to80: people(band, band.to80),
            to100: people(band, band.to100),
            over100: people(band, band.over100),
            sections: band.sections.join('、'),
          })),
          over60: view.over60.map((each) => ({
            ...who(each),
            beyond: known(each.beyond),
            overtime: known(each.overtime),
          })),
          months: view.months.map(monthName),
          over180: view.over180.map((each) => ({
            ...who(each),
            beyond: each.beyond.map(known),
            total: known(each.total),
          })),
          trends: trends.map(trendOf),
        },
      ],
    },
  };
}
