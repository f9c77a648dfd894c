import { DataTable } from '../components/data-table.tsx';
import type { ImportView } from './views.ts';

/** Bad lines first: line, field, value, why, cure. */
export function BadLines({ run }: { readonly run: ImportView }) {
  return (
    <DataTable caption="取り込めない行とその直し方" minWidth={44}>
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
          <tr key={`${bad.line}-${bad.field}`}>
            <th scope="row" className="number">
              {bad.line}
            </th>
            <td className="whitespace-nowrap">{bad.field}</td>
            <td>{bad.value}</td>
            <td>{bad.message}</td>
            <td>{bad.cure}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The first rows as they will be stored. */
export function Sample({ run }: { readonly run: ImportView }) {
  const [first] = run.sample;
  if (first === undefined) return null;
  const names = Object.keys(first);
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
