import { fiscalYearName, hm, monthName } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { stateLabels } from '../wording/words.ts';
import type { SheetView } from './views.ts';

type Person = SheetView['people'][number];
const BASE = 45 * 60;
const HUNDRED = 100 * 60;

/** People by rank: 通常 and 特例 of every month, months above 45 hours, and the limits that are over or near. */
export function SheetPeople({ view }: { readonly view: SheetView }) {
  const own = view.shows === 'own';
  return (
    <Section
      title={own ? 'あなたの時間外勤務' : '職員別(年度の累計の多い順)'}
      aside={own ? 'ほかの職員の行は、所属長と人事課だけが見ます' : `${view.people.length}人`}
    >
      {view.people.length === 0 ? (
        <Empty>この年度に、この課の時間外勤務の記録はありません。</Empty>
      ) : (
        <>
          <p className="prose-small mt-2">
            上の段が通常、下の段が特例です。月の合計が 45:00 を超えた月に「45超」、100:00
            以上の月に「100以上」と書きます。
          </p>
          <DataTable
            caption={`${view.name} ${fiscalYearName(view.fiscalYear)} 職員別の時間外勤務(時:分)`}
            minWidth={30 + view.months.length * 4}
          >
            <thead>
              <tr>
                <th scope="col" className="number">
                  順位
                </th>
                <th scope="col">職員</th>
                {view.months.map((month) => (
                  <th key={month} scope="col" className="number">
                    {monthName(month)}
                  </th>
                ))}
                <th scope="col" className="number">
                  計
                </th>
                <th scope="col" className="number">
                  45時間超
                </th>
                <th scope="col">{monthName(view.month)}の上限の状態</th>
              </tr>
            </thead>
            <tbody>
              {view.people.map((person) => (
                <Row key={person.staff} person={person} view={view} />
              ))}
            </tbody>
          </DataTable>
        </>
      )}
    </Section>
  );
}

function Row({ person, view }: { readonly person: Person; readonly view: SheetView }) {
  const me = useMe();
  const mayOpen = me.staff === person.staff || me.roles.some((role) => role !== 'staff' && role !== 'admin');
  const name = mayOpen ? <Anchor to={paths.staffMonth(person.staff, view.month)}>{person.name}</Anchor> : person.name;
  return (
    <tr>
      <td className="number">{person.rank}</td>
      <th scope="row" className="min-w-28">
        {name}
      </th>
      {view.months.map((month, i) => (
        <Month key={month} ordinary={person.ordinary[i] ?? null} exceptional={person.exceptional[i] ?? null} />
      ))}
      <td className="number font-700">
        {hm(person.total)}
        {person.totalExceptional > 0 && <span className="block font-400">うち特例 {hm(person.totalExceptional)}</span>}
      </td>
      <td className="number">{person.over45}回</td>
      <td>
        <ul className="flex flex-col gap-1">
          {person.marks.map((mark) => (
            <li key={mark.limit} className="flex flex-wrap items-center gap-x-2">
              <StatusLabel label={stateLabels[mark.state]} />
              <span className="whitespace-nowrap">{markWords(mark)}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** 月 45:00, 3か月平均 80:00, 45:00 を超える月 6回: the cap of an average is stored as the sum of its months. */
function markWords({ limit, cap }: Person['marks'][number]): string {
  const months = Number(/^average-(\d)$/.exec(limit)?.[1] ?? 1);
  if (cap === null) return limitNames[limit];
  return `${limitNames[limit]} ${limit === 'monthsOver45' ? `${cap}回` : hm(cap / months)}`;
}

function Month({ ordinary, exceptional }: { readonly ordinary: number | null; readonly exceptional: number | null }) {
  if (ordinary === null) return <td />;
  const total = ordinary + (exceptional ?? 0);
  const mark = total >= HUNDRED ? '100以上' : total > BASE ? '45超' : '';
  return (
    <td className="number align-top">
      {hm(ordinary)}
      {(exceptional ?? 0) > 0 && <span className="block">{hm(exceptional ?? 0)}</span>}
      {mark !== '' && <strong className="block whitespace-nowrap text-[0.8125rem] text-red-900">{mark}</strong>}
    </td>
  );
}
