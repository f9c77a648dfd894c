import { count, monthName } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { shareWords } from './figures.ts';
import type { CityView } from './views.ts';

type Band = CityView['distribution'][number];
const names: Readonly<Record<Band['band'], string>> = {
  zero: '0時間',
  to20: '0超–20',
  to45: '20超–45',
  to60: '45超–60',
  to80: '60超–80',
  below100: '80超–100',
  from100: '100以上',
};
const above45: readonly Band['band'][] = ['to60', 'to80', 'below100', 'from100'];

/** 時間の分布: how many people in which class; the line stands at 45. */
export function Distribution({ view }: { readonly view: CityView }) {
  const bands = view.distribution;
  const all = bands.reduce((sum, band) => sum + band.count, 0);
  const most = Math.max(1, ...bands.map((band) => Math.max(band.count, band.lastYear ?? 0)));
  const over = bands.filter((band) => above45.includes(band.band));
  const overCount = over.reduce((sum, band) => sum + band.count, 0);
  const overLastYear = over.every((band) => band.lastYear !== null)
    ? over.reduce((sum, band) => sum + (band.lastYear ?? 0), 0)
    : null;
  return (
    <Section title="時間の分布">
      <p className="prose-small mt-2">
        人数({count(all)}人)。区分の幅は等しくありません。◇は前年{monthName(view.month)}
        {view.settled ? '' : 'の同じ日まで'}です。
      </p>
      <DataTable caption="時間外勤務の時間ごとの人数">
        <thead>
          <tr>
            <th scope="col">時間外</th>
            <th scope="col" className="w-2/5">
              <span className="sr-only">人数の図</span>
            </th>
            <th scope="col" className="number">
              人数
            </th>
            <th scope="col" className="number">
              割合
            </th>
            <th scope="col" className="number">
              前年
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.band} className={band.band === 'to60' ? 'border-t-2 border-t-black' : ''}>
              <th scope="row" className={`whitespace-nowrap ${above45.includes(band.band) ? '' : 'font-400!'}`}>
                {names[band.band]}
              </th>
              <td>
                <Bar band={band} most={most} />
              </td>
              <td className="number font-700">{count(band.count)}</td>
              <td className="number">{shareWords(band.count, all)}</td>
              <td className="number">{band.lastYear === null ? '' : count(band.lastYear)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              45時間超の計
            </th>
            <td className="number">{count(overCount)}</td>
            <td className="number">{shareWords(overCount, all)}</td>
            <td className="number">{overLastYear === null ? '' : count(overLastYear)}</td>
          </tr>
        </tfoot>
      </DataTable>
    </Section>
  );
}

function Bar({ band, most }: { readonly band: Band; readonly most: number }) {
  const x = (people: number) => `${Math.min(100, (people / most) * 96)}%`;
  return (
    <svg
      className="drawing block overflow-visible bg-transparent"
      width="100%"
      height="20"
      role="img"
      aria-label={`${names[band.band]} ${band.count}人${band.lastYear === null ? '' : `、前年 ${band.lastYear}人`}`}
    >
      <rect x="0" y="5" height="10" width={x(band.count)} fill="#0017c1" />
      {band.lastYear !== null && (
        <svg x={x(band.lastYear)} y="10" overflow="visible" aria-hidden="true">
          <path d="M0-6L6 0 0 6-6 0z" fill="#fff" stroke="#333" strokeWidth="2" />
        </svg>
      )}
    </svg>
  );
}
