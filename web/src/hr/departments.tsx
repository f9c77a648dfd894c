import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { count, dayLabel, eraDate } from '../wording/format.ts';
import { EndDesignation } from './end-designation.tsx';
import type { DepartmentsView } from './views.ts';

type Row = DepartmentsView['departments'][number];
const kinds = { bureau: '部局', division: '課', section: '係' } as const;
const indents = { bureau: '', division: 'pl-4', section: 'pl-8' } as const;

/** 部署と指定: the tree on a day, and which divisions are externally driven since when. */
export function DepartmentsPage() {
  const view = useReading(routes.departmentsView, { query: {} });
  return (
    <Shown query={view} title="部署と指定">
      {(data) => <Departments view={data} />}
    </Shown>
  );
}

/** Parents before their children, each by code. */
function inTree(departments: readonly Row[]): readonly Row[] {
  const known = new Set(departments.map((d) => d.department));
  const below = (parent: string | null): Row[] =>
    departments
      .filter((d) => (parent === null ? d.parent === null || !known.has(d.parent) : d.parent === parent))
      .sort((a, b) => (a.department < b.department ? -1 : 1))
      .flatMap((d) => [d, ...below(d.department)]);
  return below(null);
}

function Departments({ view }: { readonly view: DepartmentsView }) {
  const { roles } = useMe();
  const mayDesignate = roles.includes('hr');
  return (
    <>
      <PageTitle facts={eraDate(view.on)}>部署と指定</PageTitle>
      {view.share.warn && (
        <Banner kind="warning" title={`${view.share.divisions}課のうち ${view.share.designated}課が他律部署です`}>
          他律部署の指定は必要最小限とし、すべての部署を指定したり、後から指定したりしないこととされています(総行公第139号
          令和5年12月25日)。
        </Banner>
      )}
      <p className="mt-3">
        他律部署(業務の量や時期を自ら決められない部署)の指定は、始まる前に職員へ周知します。{view.share.divisions}
        課のうち {view.share.designated}課を指定しています。
      </p>
      <div className="mt-4">
        <DataTable caption={`${eraDate(view.on)} の部署と他律部署の指定`} minWidth={48}>
          <thead>
            <tr>
              <th scope="col">部署</th>
              <th scope="col">コード</th>
              <th scope="col">区分</th>
              <th scope="col" className="number">
                人数
              </th>
              <th scope="col">上限の区分</th>
              <th scope="col">指定の内容</th>
              {mayDesignate && <th scope="col">すること</th>}
            </tr>
          </thead>
          <tbody>
            {inTree(view.departments).map((row) => (
              <tr key={row.department}>
                <th scope="row" className={row.kind === 'section' ? 'font-400!' : ''}>
                  <span className={indents[row.kind]}>{row.name}</span>
                </th>
                <td>{row.department}</td>
                <td>{kinds[row.kind]}</td>
                <td className="number">{row.headcount > 0 ? count(row.headcount) : ''}</td>
                <td>{row.kind === 'section' ? '' : <Kind row={row} />}</td>
                <td className="text-[0.875rem]">
                  <Designation row={row} />
                </td>
                {mayDesignate && <td>{row.kind === 'division' && <Deed row={row} />}</td>}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </>
  );
}

function Kind({ row }: { readonly row: Row }) {
  if (row.appendedTable !== null) return <>現業(別表第1 {row.appendedTable}号)</>;
  if (row.kind === 'bureau') return null;
  return row.designation === null ? (
    <>自律部署</>
  ) : (
    <StatusLabel label={{ shape: 'diamond', tone: 'waiting', word: '他律部署' }} />
  );
}

function Designation({ row }: { readonly row: Row }) {
  return (
    <>
      {row.designation !== null && (
        <span className="block">
          {dayLabel(row.designation.from)}から
          {row.designation.until !== null && `(${dayLabel(row.designation.until)}まで)`}・周知{' '}
          {dayLabel(row.designation.publishedOn)}・{row.designation.reason}
        </span>
      )}
      {row.upcoming !== null && (
        <span className="block">
          これから: {dayLabel(row.upcoming.from)}から・周知 {dayLabel(row.upcoming.publishedOn)}・{row.upcoming.reason}
        </span>
      )}
    </>
  );
}

function Deed({ row }: { readonly row: Row }) {
  if (row.designation === null && row.upcoming === null) {
    return (
      <Anchor to={paths.designate(row.department)} label={`${row.name}を他律部署に指定する`}>
        指定する
      </Anchor>
    );
  }
  const given = row.designation ?? row.upcoming;
  return given === null ? null : <EndDesignation department={row.department} name={row.name} from={given.from} />;
}
