import { known } from '@tokimori/wording/figures';
import { eraMonth, hm, monthName } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Empty } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import type { ProgressView } from './views.ts';

type Props = { readonly view: ProgressView };

/** People above 60, 80 and 100 hours in the last three months and the same month of last year. */
export function Bands({ view }: Props) {
  return (
    <Section
      title="超過在席時間が長い職員の人数"
      aside={view.whole ? '管理監督職員を含みます' : '団体全体の人数です。管理監督職員を含みます'}
    >
      <DataTable caption="月ごとの人数と所属" stack>
        <thead>
          <tr>
            <th scope="col">月</th>
            <th scope="col" className="number">
              60時間超–80時間
            </th>
            <th scope="col" className="number">
              80時間超–100時間
            </th>
            <th scope="col" className="number">
              100時間超
            </th>
            <th scope="col">{view.whole ? '所属' : '所属(あなたの所属)'}</th>
          </tr>
        </thead>
        <tbody>
          {view.bands.map((band) => (
            <tr key={band.month}>
              <th scope="row">
                {eraMonth(band.month)}
                {band.lastYear && '(前年同月)'}
              </th>
              {(
                [
                  ['60時間超–80時間', band.to80],
                  ['80時間超–100時間', band.to100],
                  ['100時間超', band.over100],
                ] as const
              ).map(([name, people]) => (
                <td key={name} className="number" data-label={name}>
                  {band.known ? `${people}人` : '―'}
                </td>
              ))}
              <td data-label="所属">{band.sections.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

type Person = {
  readonly staff: string;
  readonly name: string;
  readonly section: string;
  readonly managerial: boolean;
  readonly mayOpen: boolean;
};

function Who({ person, month }: { readonly person: Person; readonly month: string }) {
  return (
    <>
      <th scope="row">
        {person.mayOpen ? <Anchor to={paths.staffMonth(person.staff, month)}>{person.name}</Anchor> : person.name}
        {person.managerial && <span className="prose-small ml-2 font-400">管理監督職員</span>}
      </th>
      <td data-label="所属">{person.section}</td>
    </>
  );
}

/** How many are listed, and of whom. */
const listed = ({ whole }: ProgressView, people: number): string => `${whole ? '' : 'あなたの所属 '}${people}人`;
/** Before what says that nobody is there. */
const where = ({ whole }: ProgressView): string => (whole ? '' : 'あなたの所属には、');

/** Those above 60 hours this month. */
export function LongMonth({ view }: Props) {
  return (
    <Section title="今月の超過在席時間が60時間を超えた職員" aside={listed(view, view.over60.length)}>
      {view.over60.length === 0 ? (
        <Empty>{`${where(view)}${monthName(view.month)}に60時間を超えた職員はいません。`}</Empty>
      ) : (
        <DataTable caption={`${eraMonth(view.month)} 超過在席時間の長い順(時:分)`} stack>
          <thead>
            <tr>
              <th scope="col">職員</th>
              <th scope="col">所属</th>
              <th scope="col" className="number">
                超過在席時間
              </th>
              <th scope="col" className="number">
                申請時間
              </th>
            </tr>
          </thead>
          <tbody>
            {view.over60.map((person) => (
              <tr key={person.staff}>
                <Who person={person} month={view.month} />
                <td className="number font-700" data-label="超過在席時間">
                  {hm(person.beyond)}
                </td>
                <td className="number" data-label="申請時間">
                  {hm(person.overtime)}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}

/** Those whose last three months come to 180 hours. */
export function LongThree({ view }: Props) {
  return (
    <Section title="3か月の累計が180時間以上の職員" aside={listed(view, view.over180.length)}>
      {view.over180.length === 0 ? (
        <Empty>{`${where(view)}${monthName(view.months[0] ?? view.month)}から${monthName(view.month)}までの累計が180時間以上の職員はいません。`}</Empty>
      ) : (
        <DataTable caption="直近3か月の超過在席時間(時:分)" stack>
          <thead>
            <tr>
              <th scope="col">職員</th>
              <th scope="col">所属</th>
              {view.months.map((month) => (
                <th key={month} scope="col" className="number">
                  {monthName(month)}
                </th>
              ))}
              <th scope="col" className="number">
                累計
              </th>
            </tr>
          </thead>
          <tbody>
            {view.over180.map((person) => (
              <tr key={person.staff}>
                <Who person={person} month={view.month} />
                {person.beyond.map((minutes, i) => (
                  <td key={view.months[i]} className="number" data-label={monthName(view.months[i] ?? view.month)}>
                    {known(minutes)}
                  </td>
                ))}
                <td className="number font-700" data-label="累計">
                  {hm(person.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
