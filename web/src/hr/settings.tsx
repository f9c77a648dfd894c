import { eraDate } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { Shown } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/section.tsx';

const sure = { A: '条文で確認', B: '一部で確認', C: '要確認' } as const;

/** 設定: what this municipality decided, with the source and who decides. Statutory numbers are not here. */
export function SettingsPage() {
  const view = useReading(routes.settings, {});
  return (
    <Shown query={view} title="設定">
      {(data) => (
        <>
          <PageTitle facts={`${eraDate(data.on)} 現在`}>設定</PageTitle>
          <p>
            団体ごとに決めることの一覧です。標準と違う値は太字です。法令の数字(45時間など)は団体では変えられません。変えるときは、情報システム担当が団体の設定ファイルを直し、
            <code className="mx-1 bg-solid-gray-50 px-1">tokimori municipality</code>で読み込みます。
          </p>
          <div className="mt-4">
            <DataTable caption="団体ごとに決めること" minWidth={52} stack>
              <thead>
                <tr>
                  <th scope="col">項目</th>
                  <th scope="col">いまの値</th>
                  <th scope="col">標準の値</th>
                  <th scope="col">根拠</th>
                  <th scope="col">決める人</th>
                  <th scope="col">根拠の確かさ</th>
                </tr>
              </thead>
              <tbody>
                {data.parameters.map((parameter) => (
                  <tr key={parameter.key}>
                    <th scope="row">{parameter.what}</th>
                    <td data-label="いまの値" className={parameter.value === parameter.default ? '' : 'font-700'}>
                      {parameter.value}
                    </td>
                    <td data-label="標準の値">{parameter.default}</td>
                    <td data-label="根拠" className="text-[0.875rem]">
                      {parameter.source}
                    </td>
                    <td data-label="決める人" className="whitespace-nowrap">
                      {parameter.decides}
                    </td>
                    <td data-label="根拠の確かさ" className="whitespace-nowrap">
                      {sure[parameter.confidence]}
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </div>
        </>
      )}
    </Shown>
  );
}
