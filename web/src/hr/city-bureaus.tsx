import { count, hm, monthName, shiftMonth } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { BulletAxis, BulletRow, bulletScale } from '../components/bullet-row.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { changeWords } from './figures.ts';
import type { CityView } from './views.ts';

/** 部局別 1人当たり: bar now, tick last month, ◇ last year, on one axis; sorted by per head. */
export function Bureaus({ view }: { readonly view: CityView }) {
  const rows = view.bureaus.toSorted((a, b) => b.perHead.now - a.perHead.now);
  const all = [...rows.map((r) => r.perHead), view.perHead];
  const scale = bulletScale(all.flatMap((f) => [f.now, f.previous ?? 0, f.lastYear ?? 0]));
  const [now, before] = [monthName(view.month), monthName(shiftMonth(view.month, -1))];
  return (
    <Section title="部局別 1人当たり" aside={<Legend now={now} before={before} />}>
      <DataTable caption={`部局別の時間外勤務(時:分)。棒は${now}、縦線は${before}、◇は前年${now}の1人当たり`}>
        <thead>
          <tr>
            <th scope="col">部局</th>
            <th scope="col" className={`number ${wideOnly}`}>
              人数
            </th>
            <th scope="col" className={`number ${wideOnly}`}>
              合計
            </th>
            <th scope="col" className="number">
              1人当たり
            </th>
            <th scope="col" className="w-1/2 wide:w-2/5">
              <span className="sr-only">1人当たりの図(時間)</span>
              <BulletAxis scale={scale} />
            </th>
            <th scope="col" className={`number ${wideOnly}`}>
              {before}
            </th>
            <th scope="col" className={`number ${wideOnly}`}>
              合計の増減
            </th>
            <th scope="col" className={`number ${wideOnly}`}>
              前年
            </th>
            <th scope="col" className={`number ${wideOnly}`}>
              合計の増減
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.department}>
              <th scope="row">
                <Anchor to={`${paths.cityStaff(view.month)}?department=${encodeURIComponent(row.department)}`}>
                  {row.name}
                </Anchor>
                <AgainstLastYear total={row.total} />
              </th>
              <Cells name={row.name} headcount={row.headcount} total={row.total} perHead={row.perHead} scale={scale} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              全庁
              <AgainstLastYear total={view.total} />
            </th>
            <Cells name="全庁" headcount={view.headcount} total={view.total} perHead={view.perHead} scale={scale} />
          </tr>
        </tfoot>
      </DataTable>
      {view.exceptionalByBureau.length > 0 && (
        <p className="prose-small mt-2">
          {view.exceptionalByBureau
            .map((e) => `${monthName(e.month)}の${e.name}は、特例業務 ${hm(e.minutes)} を含みます。`)
            .join('')}
        </p>
      )}
    </Section>
  );
}

/** The phone keeps name, figure and bar; the rest is on the wide page and on paper. */
const wideOnly = 'hidden wide:table-cell print:table-cell';

function AgainstLastYear({ total }: { readonly total: CityView['total'] }) {
  const change = changeWords(total.now, total.lastYear);
  return change === '' ? null : (
    <span className="prose-small block font-400 wide:hidden print:hidden">前年比 {change}</span>
  );
}

function Legend({ now, before }: { readonly now: string; readonly before: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="keep-colours h-2.5 w-5 bg-blue-900" />
        {now}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="keep-colours h-4 w-0.75 bg-black" />
        {before}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <path d="M0-5L5 0 0 5-5 0z" fill="#fff" stroke="#333" strokeWidth="2" />
        </svg>
        前年{now}
      </span>
    </span>
  );
}

type CellProps = {
  readonly name: string;
  readonly headcount: number;
  readonly total: CityView['total'];
  readonly perHead: CityView['perHead'];
  readonly scale: number;
};

function Cells({ name, headcount, total, perHead, scale }: CellProps) {
  return (
    <>
      <td className={`number ${wideOnly}`}>{count(headcount)}</td>
      <td className={`number ${wideOnly}`}>{hm(total.now)}</td>
      <td className="number font-700">{hm(perHead.now)}</td>
      <td>
        <BulletRow
          name={name}
          now={perHead.now}
          previous={perHead.previous}
          lastYear={perHead.lastYear}
          scale={scale}
        />
      </td>
      <td className={`number ${wideOnly}`}>{perHead.previous === null ? '' : hm(perHead.previous)}</td>
      <td className={`number ${wideOnly}`}>{changeWords(total.now, total.previous)}</td>
      <td className={`number ${wideOnly}`}>{perHead.lastYear === null ? '' : hm(perHead.lastYear)}</td>
      <td className={`number ${wideOnly}`}>{changeWords(total.now, total.lastYear)}</td>
    </>
  );
}
