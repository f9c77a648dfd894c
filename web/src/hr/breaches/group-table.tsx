import { count, hm } from '@tokimori/wording/format';
import { Anchor } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import type { GroupView } from './views.ts';

type Props = {
  readonly title: string;
  /** What a row is: 要因, 所属, … */
  readonly of: string;
  readonly groups: readonly GroupView[];
  readonly nameOf?: (group: GroupView) => string;
  /** Where the records of a group are looked at; undefined = it leads nowhere. */
  readonly to?: (group: GroupView) => string | undefined;
  readonly note?: string;
};

/** Records by a key: how many, whose, and how many hours, each with its bar on one axis. */
export function GroupTable({ title, of, groups, nameOf = ({ name }) => name, to, note }: Props) {
  const scale = Math.max(1, ...groups.map(({ minutes }) => minutes));
  const withMain = groups.some(({ main }) => main !== null);
  return (
    <Section title={title}>
      {groups.length === 0 ? (
        <p className="py-3">当たる記録はありません。</p>
      ) : (
        <DataTable caption={`${title}(件数・人数・時間外勤務の時:分)`}>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col" className="number">
                件
              </th>
              {withMain && (
                <th scope="col" className="number">
                  うち主
                </th>
              )}
              <th scope="col" className="number">
                人
              </th>
              <th scope="col" className="number">
                時間
              </th>
              <th scope="col" className="hidden w-1/4 wide:table-cell">
                <span className="sr-only">時間の図</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">
                  <Name name={nameOf(group)} to={to?.(group)} />
                </th>
                <td className="number">{count(group.records)}</td>
                {withMain && <td className="number">{group.main === null ? '' : count(group.main)}</td>}
                <td className="number">{count(group.people)}</td>
                <td className="number">{hm(group.minutes)}</td>
                <td className="hidden wide:table-cell">
                  <svg className="drawing block bg-transparent" width="100%" height="14" aria-hidden="true">
                    <rect width={`${(group.minutes / scale) * 100}%`} height="14" fill="#0017c1" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {note !== undefined && <p className="prose-small mt-2">{note}</p>}
    </Section>
  );
}

function Name({ name, to }: { readonly name: string; readonly to: string | undefined }) {
  return to === undefined ? name : <Anchor to={to}>{name}</Anchor>;
}
