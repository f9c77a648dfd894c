import { dayLabel, hm, span } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { RowDeed } from '../components/row-deed.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { hoursLine } from '../wording/overtime-lines.ts';
import type { Label } from '../wording/words.ts';
import { recordWords } from './result-words.ts';
import type { OpenResultView } from './views.ts';

type TableProps = {
  readonly caption: string;
  readonly results: readonly OpenResultView[];
  /** Why some were left alone, by id. */
  readonly left: ReadonlyMap<string, string>;
  /** Null for those who may look but not confirm. */
  readonly onConfirm: ((result: OpenResultView) => void) | null;
};

function labelOf({ agrees, state, present, overtime, discrepancy }: OpenResultView): Label {
  if (agrees) return { shape: 'check', tone: 'done', word: '命令どおり' };
  if (state === 'noRecord') return { shape: 'question', tone: 'unknown', word: '記録なし' };
  if (state !== 'classified') return { shape: 'question', tone: 'unknown', word: '打刻漏れ' };
  if (present === 0) return { shape: 'question', tone: 'unknown', word: '在庁なし' };
  if (present < overtime.minutes) return { shape: 'warning', tone: 'forecast', word: '命令より短い' };
  return discrepancy > 0
    ? { shape: 'warning', tone: 'forecast', word: '差異あり' }
    : { shape: 'warning', tone: 'forecast', word: '記録と合わない' };
}

/** Order → record → presence within the order → what is proposed → state → deed. */
export function ResultTable({ caption, results, left, onConfirm }: TableProps) {
  return (
    <DataTable caption={caption} minWidth={52} stack>
      <thead>
        <tr>
          <th scope="col">日</th>
          <th scope="col">職員</th>
          <th scope="col" className="number">
            命令
          </th>
          <th scope="col" className="number">
            出勤–退勤
          </th>
          <th scope="col" className="number">
            実績の案(命令の中の在庁)
          </th>
          <th scope="col">状態</th>
          {onConfirm !== null && <th scope="col">すること</th>}
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <ResultRow
            key={result.overtime.id}
            result={result}
            left={left.get(result.overtime.id)}
            onConfirm={onConfirm}
          />
        ))}
      </tbody>
    </DataTable>
  );
}

type RowProps = Pick<TableProps, 'onConfirm'> & {
  readonly result: OpenResultView;
  readonly left: string | undefined;
};

function ResultRow({ result, left, onConfirm }: RowProps) {
  const { overtime, person, state, proposal, present, discrepancy } = result;
  return (
    <tr>
      <td className="whitespace-nowrap">{dayLabel(overtime.date)}</td>
      <th scope="row">
        <Anchor to={paths.staffMonth(person.staff, overtime.date.slice(0, 7))}>{person.name}</Anchor>
      </th>
      <td data-label="命令" className="number">
        {hoursLine(overtime)}
      </td>
      <td data-label="出勤–退勤" className="number">
        {recordWords(result)}
      </td>
      <td data-label="実績の案" className="number font-700">
        {proposal === null ? '' : `${span(proposal.from, proposal.until)} `}
        {state === 'classified' && (proposal === null ? hm(present) : `(${hm(present)})`)}
      </td>
      <td>
        <StatusLabel label={labelOf(result)} />
        {discrepancy > 0 && <span className="prose-small ml-2 whitespace-nowrap">命令の後 {hm(discrepancy)}</span>}
      </td>
      {onConfirm !== null && (
        <td>
          <RowDeed
            label={`${person.name} ${dayLabel(overtime.date)} の実績を確認する`}
            onPress={() => onConfirm(result)}
          >
            確認する
          </RowDeed>
          {left !== undefined && <p className="prose-small mt-1">{left}</p>}
        </td>
      )}
    </tr>
  );
}
