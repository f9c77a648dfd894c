import { count } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import type { ImportView } from './views.ts';

/** Bad lines first: line, field, value, why, cure. */
export function BadLines({ run }: { readonly run: ImportView }) {
  return (
    <DataTable caption="取り込めない行とその直し方" minWidth={44} stack>
      <thead>
        <tr>
          <th scope="col" className="number">
            行
          </th>
          <th scope="col">項目</th>
          <th scope="col">値</th>
          <th scope="col">わけ</th>
          <th scope="col">直し方</th>
        </tr>
      </thead>
      <tbody>
        {run.bad.map((bad) => (
          <tr key={`${bad.line}-${bad.field}-${bad.code}`}>
            <th scope="row" className="number">
              {count(bad.line)}
              <span className="wide:hidden">行目</span>
            </th>
            <td className="whitespace-nowrap" data-label="項目">
              {bad.field}
            </td>
            <td className="whitespace-nowrap font-700" data-label="値">
              {bad.value === '' ? '(空)' : bad.value}
            </td>
            <td data-label="わけ">{bad.message}</td>
            <td data-label="直し方">{bad.cure}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Who and when come first; what a file has besides keeps its place after them. */
const order = ['行', '職員番号', '職員', '部署コード', '部署', '打刻日', '日付', '時刻', '開始', '終了', '区分'];
const placeOf = (name: string): number => {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
};

/** The first rows as they will be stored. */
export function Sample({ run }: { readonly run: ImportView }) {
  const [first] = run.sample;
  if (first === undefined) return null;
  const names = Object.keys(first).sort((a, b) => placeOf(a) - placeOf(b));
  return (
    <DataTable caption="取り込んだあとの形(はじめの数行)" minWidth={names.length * 8}>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {run.sample.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview's rows have no identity but their place
          <tr key={i}>
            {names.map((name) => (
              <td key={name}>{row[name]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
