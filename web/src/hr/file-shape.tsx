import type { FileShape } from '@tokimori/contract/import-columns';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { save } from './save.ts';

/** What the columns of a file are called, what stands in them, and a file of one line to begin with. */
export function FileShapeTable({ shape }: { readonly shape: FileShape }) {
  const { name, about, columns, alternatives } = shape;
  const template = () => save(new Blob([templateOf(shape)], { type: 'text/csv' }), `${name}_見本.csv`);
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 font-700 text-blue-900">{`「${name}」の項目名と書き方`}</summary>
      <p className="mt-1 text-[0.9375rem]">{about}1行目に項目名を書きます。順番は自由です。</p>
      {alternatives.length > 0 && (
        <p className="mt-1 text-[0.9375rem]">
          次のどれかが要ります: {alternatives.map((set) => set.join('と')).join('、または ')}
        </p>
      )}
      <DataTable caption={`「${name}」の項目`} minWidth={36} stack>
        <thead>
          <tr>
            <th scope="col">項目名</th>
            <th scope="col">必須</th>
            <th scope="col">内容</th>
            <th scope="col">例</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ field, required, means, example }) => (
            <tr key={field}>
              <th scope="row" className="whitespace-nowrap">
                {field}
              </th>
              <td data-label="必須">{required ? '必須' : ''}</td>
              <td data-label="内容">{means}</td>
              <td data-label="例">{example}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <div className="mt-3">
        <Button size="small" onPress={template}>
          見本のCSVを保存する
        </Button>
      </div>
    </details>
  );
}

/** Every column and one line; with a BOM, so that spreadsheets read it rightly. */
function templateOf({ columns }: FileShape): string {
  const head = columns.map(({ field }) => field).join(',');
  return `\ufeff${head}\r\n${columns.map(({ example }) => example).join(',')}\r\n`;
}
