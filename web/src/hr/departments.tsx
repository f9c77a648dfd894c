import { count, eraDate } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { UnattendedNote } from '../manager/standing-in/approvals.tsx';
import { EndDesignation } from './end-designation.tsx';
import type { DepartmentsView } from './views.ts';

type Row = DepartmentsView['departments'][number];

/** 部署と指定: the tree on a day, and which divisions are externally driven since when. */
export function DepartmentsPage() {
  const view = useReading(routes.departmentsView, { query: {} });
  return (
    <Shown query={view} title="部署と指定">
      {(data) => <Departments view={data} />}
    </Shown>
  );
}

type Group = { readonly bureau: Row | null; readonly divisions: readonly Row[] };
const byCode = (a: Row, b: Row) => (a.department < b.department ? -1 : 1);

/** Divisions under their 部局, each by code; those without a 部局 come last. */
function groupsOf(departments: readonly Row[]): readonly Group[] {
  const divisions = departments.filter((d) => d.kind === 'division').sort(byCode);
  const bureaus = departments.filter((d) => d.kind === 'bureau').sort(byCode);
  const placed = bureaus.map((bureau) => ({
    bureau,
    divisions: divisions.filter((d) => d.parent === bureau.department),
  }));
  const rest = divisions.filter((d) => !bureaus.some((bureau) => bureau.department === d.parent));
  return rest.length === 0 ? placed : [...placed, { bureau: null, divisions: rest }];
}

function Departments({ view }: { readonly view: DepartmentsView }) {
  const { roles } = useMe();
  const mayDesignate = roles.includes('hr');
  return (
    <>
      <PageTitle
        facts={eraDate(view.on)}
        actions={
          mayDesignate && (
            <>
              <ButtonLink size="small" to={paths.onBehalf}>
                代理で申請する
              </ButtonLink>
              <ButtonLink size="small" to={paths.mandates}>
                不在と代決・専決
              </ButtonLink>
            </>
          )
        }
      >
        部署と指定
      </PageTitle>
      {mayDesignate && <Unattended />}
      {roles.some((role) => role !== 'admin' && role !== 'staff') && <Beside month={view.on.slice(0, 7)} />}
      {view.share.warn && (
        <Banner
          kind="warning"
          title={`${view.share.divisions}課のうち ${view.share.designated + view.share.toCome}課が他律部署です${view.share.toCome > 0 ? `(これから始まる ${view.share.toCome}課を含みます)` : ''}`}
        >
          他律部署の指定は必要最小限とし、すべての部署を指定したり、後から指定したりしないこととされています(総行公第139号
          令和5年12月25日)。
        </Banner>
      )}
      <p className="mt-3">
        他律部署(業務の量や時期を自ら決められない部署)の指定は、始まる前に職員へ周知します。{view.share.divisions}
        課のうち {view.share.designated}課を指定しています
        {view.share.toCome > 0 && `(ほかに、これから始まる指定が ${view.share.toCome}課)`}。
      </p>
      <div className="mt-4">
        <DataTable caption={`${eraDate(view.on)} の課と他律部署の指定`} minWidth={48} stack>
          <thead>
            <tr>
              <th scope="col" className="w-2/5">
                課(コード)と係
              </th>
              <th scope="col" className="number">
                人数
              </th>
              <th scope="col">上限の区分</th>
              <th scope="col">指定の内容</th>
              {mayDesignate && <th scope="col">すること</th>}
            </tr>
          </thead>
          {groupsOf(view.departments).map((group) => (
            <tbody key={group.bureau?.department ?? ''}>
              <tr className="bg-solid-gray-50">
                <th scope="rowgroup" colSpan={mayDesignate ? 5 : 4}>
                  {group.bureau === null ? '部局のない課' : `${group.bureau.name}(${group.bureau.department})`}
                  {group.bureau !== null && <span className="ml-3 font-400">{count(group.bureau.headcount)}人</span>}
                </th>
              </tr>
              {group.divisions.map((row) => (
                <Division key={row.department} row={row} all={view.departments} mayDesignate={mayDesignate} />
              ))}
            </tbody>
          ))}
        </DataTable>
      </div>
    </>
  );
}

/** Pages below this one. */
function Beside({ month }: { readonly month: string }) {
  return (
    <nav aria-label="部署と指定の画面" className="no-print mb-4 flex flex-wrap gap-x-6 gap-y-2">
      <Anchor to={paths.agreements}>36協定の台帳</Anchor>
      <Anchor to={paths.tasks}>業務ごとの指定</Anchor>
      <Anchor to={paths.cityExceptional(month)}>特例業務の届出と命令</Anchor>
    </nav>
  );
}

/** 人事課 is told of posts at which nobody decides today. */
function Unattended() {
  const { data } = useReading(routes.openApprovals, {});
  return data === undefined ? null : <UnattendedNote unattended={data.unattended} />;
}

type DivisionProps = { readonly row: Row; readonly all: readonly Row[]; readonly mayDesignate: boolean };

/** A 課 with its 係 in one line beneath. */
function Division({ row, all, mayDesignate }: DivisionProps) {
  const sections = all.filter((d) => d.parent === row.department).sort(byCode);
  return (
    <tr>
      <th scope="row" className="wide:pl-4!">
        {row.name}
        <span className="font-400">({row.department})</span>
        {sections.length > 0 && (
          <span className="prose-small block font-400">
            {sections.map((d) => `${d.name}(${d.department})${count(d.headcount)}人`).join('・')}
          </span>
        )}
      </th>
      <td className="number" data-label="人数">
        {count(row.headcount)}人
      </td>
      <td className="whitespace-nowrap">
        <Kind row={row} />
      </td>
      <td className="text-[0.875rem]">
        <Designation row={row} />
      </td>
      {mayDesignate && (
        <td className="whitespace-nowrap">
          <Deed row={row} />
        </td>
      )}
    </tr>
  );
}

function Kind({ row }: { readonly row: Row }) {
  if (row.appendedTable !== null) return <>現業(別表第1 {row.appendedTable}号)</>;
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
          {eraDate(row.designation.from)}から
          {row.designation.until !== null && `(${eraDate(row.designation.until)}まで)`}・周知{' '}
          {eraDate(row.designation.publishedOn)}・{row.designation.reason}{' '}
          <Notices row={row} from={row.designation.from} />
        </span>
      )}
      {row.upcoming !== null && (
        <span className="block">
          これから: {eraDate(row.upcoming.from)}から・周知 {eraDate(row.upcoming.publishedOn)}・{row.upcoming.reason}{' '}
          <Notices row={row} from={row.upcoming.from} />
        </span>
      )}
    </>
  );
}

/** Who was told and who has acknowledged: for those who may see it. */
function Notices({ row, from }: { readonly row: Row; readonly from: string }) {
  const { roles } = useMe();
  if (!roles.includes('hr') && !roles.includes('auditor')) return null;
  return (
    <Anchor to={paths.designationNotices(row.department, from)} label={`${row.name}の周知と確認`}>
      周知と確認
    </Anchor>
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
