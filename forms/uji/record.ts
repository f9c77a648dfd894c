import { eraDate, fiscalYearName } from '@tokimori/wording/format';
import { type Field, type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { monthNumber, monthsOfYear, sumOf, yearOfForm } from '../sheet/figures.ts';
import { type Given, type GivenPerson, lastYearOf } from '../sheet/given.ts';
import { BLANK_DAY, eraDayOr, hours } from '../sheet/words.ts';

const leaveOf = ({ staff, name }: GivenPerson): Field => ({
  id: `days-${staff}`,
  label: `${name}(${staff})の年次休暇`,
  kind: 'line',
  max: 10,
  required: false,
});

const text = (id: string, label: string, hint?: string): Field => ({
  id,
  label,
  ...(hint === undefined ? {} : { hint }),
  kind: 'text',
  max: 600,
  required: true,
});

const parts = (given: Given): readonly Part[] => [
  {
    id: 'leave',
    title: '前年度の年次休暇',
    about: '所属の平均を入力します。職員ごとの日数も書くときは、12日3時間のように入力します。',
    fields: [
      { id: 'mean', label: '所属の平均取得日数', hint: '例 11.5日', kind: 'line', max: 20, required: true },
      ...given.people.map(leaveOf),
    ],
  },
  {
    id: 'plan',
    title: '分析と今年度の取組',
    fields: [
      text('analysis', '前年度の時間外勤務の分析', '多かった月、業務、職員の偏りとその要因を書きます。'),
      text('goals', '今年度の目標'),
      text('measures', '今年度の対策'),
      { id: 'heldOn', label: '職場会議の開催日', kind: 'date', past: true, required: true },
    ],
  },
];

/** 宇治市 時間外勤務及び年次休暇等調書: at the start of the year, of the workplace meeting in which the year before is analysed. Its layout is our own: the source shows it as a picture. */
export const ujiRecord: FormDefinition = {
  key: 'uji-record',
  title: '時間外勤務及び年次休暇等調書',
  municipality: '宇治市',
  source: '総務省通知(令和5年12月25日)別添2 宇治市「職場会議による時間外勤務抑制」資料①',
  per: 'section',
  ahead: 1,
  by: ['manager'],
  concerns: 'all',
  route: [{ role: 'hr', label: '人事課' }],
  shown: (given) => [
    {
      title: '前年度の時間外勤務',
      columns: ['氏名', '計', '45時間超の月数', '最も多い月'],
      rows: given.people.map((person) => {
        const totals = lastYearOf(person).map(({ total }) => total);
        const most = Math.max(...totals.map((total) => total ?? 0));
        return [person.name, hours(sumOf(totals)), `${over45(person)}月`, hours(most)];
      }),
    },
  ],
  parts,
  template: 'uji/record.typ',
  printed,
};

const over45 = (person: GivenPerson): number => lastYearOf(person).filter(({ total }) => (total ?? 0) > 45 * 60).length;

function printed({ given, filled, submittedOn }: PrintedSheet): object {
  const of = (key: string) => textOf(parts(given), filled, key);
  const year = yearOfForm(given);
  const months = given.people.map((person) => lastYearOf(person).map(({ total }) => total));
  const sums = Array.from({ length: 12 }, (_, at) => sumOf(months.map((each) => each[at] ?? null)));
  return {
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    year: fiscalYearName(year),
    lastYear: fiscalYearName(year - 1),
    section: given.section,
    head: given.head?.name ?? '',
    months: monthsOfYear(given).map(monthNumber),
    people: given.people.map((person) => ({
      name: person.name,
      months: lastYearOf(person).map(({ total }) => ({ hours: hours(total), over45: (total ?? 0) > 45 * 60 })),
      total: hours(sumOf(lastYearOf(person).map(({ total }) => total))),
      times: String(over45(person)),
      leave: of(`leave.days-${person.staff}`),
    })),
    sums: sums.map(hours),
    total: hours(sumOf(sums)),
    mean: of('leave.mean'),
    analysis: of('plan.analysis'),
    goals: of('plan.goals'),
    measures: of('plan.measures'),
    heldOn: eraDayOr(of('plan.heldOn')),
  };
}
