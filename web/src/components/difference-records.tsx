import type { DifferenceView } from '@tokimori/contract/differences';
import { hm } from '@tokimori/wording/format';
import { sourceNames } from '../wording/difference-words.ts';
import { DataTable } from './data-table.tsx';

const minute = (value: number | null) => (value === null ? '記録なし' : hm(value));
const wins = (view: DifferenceView, source: string) => view.winner === source || view.winner === 'all';

/** Every objective record of a day beside each other, with the one that decides; then order and request. */
export function DifferenceRecords({ difference }: { readonly difference: DifferenceView }) {
  const { sources, orderedUntil, declaredUntil } = difference;
  return (
    <>
      <DataTable caption="この日の記録">
        <thead>
          <tr>
            <th scope="col">記録</th>
            <th scope="col" className="number">
              初め
            </th>
            <th scope="col" className="number">
              終わり
            </th>
            <th scope="col">判定</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, first, last }) => (
            <tr key={source}>
              <th scope="row">{sourceNames[source]}</th>
              <td className="number">{minute(first)}</td>
              <td className="number">{minute(last)}</td>
              <td>{wins(difference, source) ? '在庁とした記録' : ''}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="mt-2 text-[0.9375rem]">
        {orderedUntil === null ? '命令なし' : `命令の終わり ${hm(orderedUntil)}`}
        {declaredUntil !== null && `・決裁待ちの申請の終わり ${hm(declaredUntil)}`}
      </p>
    </>
  );
}
