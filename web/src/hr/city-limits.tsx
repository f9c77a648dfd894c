import type { LimitState } from '@tokimori/contract/values';
import { limitNames } from '@tokimori/wording/limit-names';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { ShapeMark } from '../components/shapes.tsx';
import { departmentWords, stateLabels } from '../wording/words.ts';
import type { CityView } from './views.ts';

type Line = CityView['byLimit'][number];
const columns: readonly {
  readonly key: 'over' | 'overExceptional' | 'forecastOver' | 'near';
  readonly name: string;
}[] = [
  { key: 'over', name: '超過' },
  { key: 'overExceptional', name: '特例' },
  { key: 'forecastOver', name: '見込み' },
  { key: 'near', name: '注意' },
];
const inks = {
  over: 'text-red-1000',
  overExceptional: 'text-purple-900',
  forecastOver: 'text-orange-1000',
  near: 'text-yellow-1100',
} as const;
const caps: Readonly<Record<string, string>> = {
  'monthly-selfDirected': '45:00 まで',
  'monthly-externallyDriven': '100:00 未満',
  'annual-selfDirected': '360:00 まで',
  'annual-externallyDriven': '720:00 まで',
};

function nameOf(line: Line): string {
  if (line.limit.startsWith('average')) return `${limitNames[line.limit]} 80:00 まで`;
  if (line.limit === 'monthsOver45') return '45:00 を超える月は6回まで';
  if (line.limit === 'afterTransfer') return '異動後 月平均 30:00 まで';
  return `${limitNames[line.limit]} ${caps[`${line.limit}-${line.department}`] ?? 'の上限'}`;
}

/** 上限ごとの人数: every limit of the law in one table; every count is a link to its people. */
export function ByLimit({ view }: { readonly view: CityView }) {
  return (
    <Section title="上限ごとの人数">
      <p className="prose-small mt-2">1人が2つ以上の上限に当たることがあります。</p>
      <DataTable caption="上限ごとの人数">
        <thead>
          <tr>
            <th scope="col">上限</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="number">
                <span className={`inline-flex flex-col items-end ${inks[column.key]}`}>
                  <ShapeMark shape={stateLabels[column.key].shape} />
                  <span className="text-black">{column.name}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.byLimit.map((line) => (
            <tr key={`${line.limit}-${line.department}`}>
              <th scope="row" className="font-400!">
                {nameOf(line)}
                {line.department !== 'any' && (
                  <span className="prose-small ml-1">{departmentWords[line.department].slice(0, 2)}</span>
                )}
              </th>
              {columns.map((column) => (
                <Count key={column.key} month={view.month} line={line} state={column.key} />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

function Count({
  month,
  line,
  state,
}: {
  readonly month: string;
  readonly line: Line;
  readonly state: 'over' | 'overExceptional' | 'forecastOver' | 'near';
}) {
  const value = line[state];
  const named: LimitState = state;
  return (
    <td className="number">
      {value === 0 ? (
        <span className="text-solid-gray-700">0</span>
      ) : (
        <Anchor
          to={paths.cityLimits(month, line.limit, named)}
          label={`${nameOf(line)} ${stateLabels[state].word} ${value}人`}
        >
          {value}
        </Anchor>
      )}
    </td>
  );
}
