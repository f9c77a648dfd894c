import { eraDate } from '@tokimori/wording/format';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { Shown } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle, Section } from '../components/section.tsx';

type Settings = Answer<NonNullable<(typeof routes.settings)['shape']>>;
type Group = Settings['groups'][number];
type Parameter = Group['parameters'][number];

const sure = { A: '条文で確認', B: '一部で確認', C: '要確認' } as const;

const placeOf = (group: Group) => `settings-${group.key.replaceAll('.', '-')}`;
const changesOf = (group: Group) => group.parameters.filter(({ differs }) => differs).length;

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
          <Contents groups={data.groups} />
          {data.groups.map((group) => (
            <GroupSection key={group.key} group={group} />
          ))}
        </>
      )}
    </Shown>
  );
}

/** Groups with their sections: those whose keys begin alike. */
function partsOf(groups: readonly Group[]): readonly (readonly [first: Group, changes: number])[] {
  const parts = new Map<string, readonly [Group, number]>();
  for (const group of groups) {
    const name = group.key.split('.')[0] ?? '';
    const [first, changes] = parts.get(name) ?? [group, 0];
    parts.set(name, [first, changes + changesOf(group)]);
  }
  return [...parts.values()];
}

/** The groups of the page, each with the number of values that are not the model's. */
function Contents({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <nav aria-label="設定の目次" className="no-print mt-4">
      <ul className="flex flex-wrap gap-x-5">
        {partsOf(groups).map(([first, changes]) => (
          <li key={first.key}>
            <a href={`#${placeOf(first)}`} className="link inline-flex min-h-11 items-center">
              {first.title.split(': ')[0]}
            </a>
            {changes > 0 && <span className="ml-1 font-700">{`(標準と違う値 ${changes})`}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GroupSection({ group }: { readonly group: Group }) {
  const changes = changesOf(group);
  return (
    <Section
      title={group.title}
      id={placeOf(group)}
      aside={changes === 0 ? 'すべて標準の値' : `標準と違う値 ${changes}`}
    >
      {group.about !== '' && <p className="mt-2">{group.about}</p>}
      <div className="mt-2">
        <DataTable caption={`${group.title}の設定`} minWidth={52} className="table-fixed" stack>
          <thead>
            <tr>
              <th scope="col" className="w-[26%]">
                項目
              </th>
              <th scope="col" className="w-[20%]">
                いまの値
              </th>
              <th scope="col" className="w-[16%]">
                標準の値
              </th>
              <th scope="col" className="w-[17%]">
                根拠
              </th>
              <th scope="col" className="w-[9%]">
                決める人
              </th>
              <th scope="col" className="w-[12%]">
                根拠の確かさ
              </th>
            </tr>
          </thead>
          <tbody>
            {group.parameters.map((parameter) => (
              <ParameterLine key={parameter.key} parameter={parameter} />
            ))}
          </tbody>
        </DataTable>
      </div>
    </Section>
  );
}

function ParameterLine({ parameter }: { readonly parameter: Parameter }) {
  return (
    <tr>
      <th scope="row">
        {parameter.what}
        <code className="block break-all font-400 text-[0.8125rem] text-solid-gray-700">{parameter.key}</code>
      </th>
      <td data-label="いまの値">
        {parameter.differs ? (
          <strong className="font-700">
            {parameter.value}
            <span className="sr-only">(標準と違う値)</span>
          </strong>
        ) : (
          <span>{parameter.value}</span>
        )}
      </td>
      <td data-label="標準の値">
        <span>{parameter.default}</span>
      </td>
      <td data-label="根拠" className="text-[0.875rem]">
        <span>{parameter.source}</span>
      </td>
      <td data-label="決める人">{parameter.decides}</td>
      <td data-label="根拠の確かさ">{sure[parameter.confidence]}</td>
    </tr>
  );
}
