import { paths } from '../app/paths.ts';
import { BulletAxis, BulletRow, bulletScale } from '../components/bullet-row.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { count, hm, monthName, shiftMonth } from '../wording/format.ts';
import { changeWords } from './figures.ts';
import type { CityView } from './views.ts';

/** 部局別 1人当たり: bar now, tick last month, ◇ last year, on one axis; sorted by per head. */
export function Bureaus({ view }: { readonly view: CityView }) {
  const rows = view.bureaus.toSorted((a, b) => b.perHead.now - a.perHead.now);
  const all = [...rows.map((r) => r.perHead), view.perHead];
  const scale = bulletScale(all.flatMap((f) => [f.now, f.previous ?? 0, f.lastYear ?? 0]));
  const [now, before] = [monthName(view.month), monthName(shiftMonth(view.month, -1))];
  return (
    <Section title="部局別 1人当たり" aside={`■ ${now}　┃ ${before}　◇ 前年${now}`}>
      <DataTable
        caption={`部局別の時間外勤務(時:分)。棒は${now}、縦線は${before}、◇は前年${now}の1人当たり`}
        minWidth={56}
      >
        <thead>
          <tr>
            <th scope="col">部局</th>
            <th scope="col" className="number">
              人数
            </th>
            <th scope="col" className="number">
              合計
            </th>
            <th scope="col" className="number">
              1人当たり
            </th>
            <th scope="col" className="w-2/5">
              <span className="sr-only">1人当たりの図(時間)</span>
              <BulletAxis scale={scale} />
            </th>
            <th scope="col" className="number">
              {before}
            </th>
            <th scope="col" className="number">
              合計の増減
            </th>
            <th scope="col" className="number">
              前年
            </th>
            <th scope="col" className="number">
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
              </th>
              <Cells name={row.name} headcount={row.headcount} total={row.total} perHead={row.perHead} scale={scale} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">全庁</th>
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
      <td className="number">{count(headcount)}</td>
      <td className="number">{hm(total.now)}</td>
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
      <td className="number">{perHead.previous === null ? '' : hm(perHead.previous)}</td>
      <td className="number">{changeWords(total.now, total.previous)}</td>
      <td className="number">{perHead.lastYear === null ? '' : hm(perHead.lastYear)}</td>
      <td className="number">{changeWords(total.now, total.lastYear)}</td>
    </>
  );
}
