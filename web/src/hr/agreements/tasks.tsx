import { eraDate } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Crumbs, PageTitle } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { DesignateTask } from './designate-task.tsx';
import { EndTask } from './end-task.tsx';

type Tasks = Answer<NonNullable<(typeof routes.tasksView)['shape']>>;
export const taskKinds = { exceptional: '特例業務', externallyDriven: '他律的業務' } as const;

/** 業務ごとの指定: tasks that staff name in a request, so that hours are split between normal and special. */
export function TasksPage() {
  const view = useReading(routes.tasksView, {});
  return (
    <Shown query={view} title="業務ごとの指定">
      {(data) => <Tasks view={data} />}
    </Shown>
  );
}

function Tasks({ view }: { readonly view: Tasks }) {
  const mayDesignate = useMe().roles.includes('hr');
  return (
    <>
      <Crumbs>
        <Anchor to={paths.departments}>部署と指定</Anchor> / 業務ごとの指定
      </Crumbs>
      <PageTitle facts={eraDate(view.on)} actions={mayDesignate && <DesignateTask />}>
        業務ごとの指定
      </PageTitle>
      <p>
        職員は、時間外勤務を申請するときに、この業務を選べます。特例業務を選んだ時間は、通常の時間と分けて数えます。
        {view.scope === 'department' && 'この団体の上限の区分は、部署ごとの指定によります。'}
      </p>
      {view.tasks.length === 0 ? (
        <Empty>指定した業務はありません。</Empty>
      ) : (
        <DataTable caption={`${eraDate(view.on)} の業務の指定`} minWidth={48} stack className="mt-4">
          <thead>
            <tr>
              <th scope="col">業務</th>
              <th scope="col">課</th>
              <th scope="col">区分</th>
              <th scope="col">期間</th>
              <th scope="col">理由</th>
              {mayDesignate && <th scope="col">すること</th>}
            </tr>
          </thead>
          <tbody>
            {view.tasks.map((task) => (
              <tr key={task.id}>
                <th scope="row">{task.name}</th>
                <td data-label="課">{task.departmentName}</td>
                <td data-label="区分">
                  {task.inForce ? (
                    <StatusLabel label={{ shape: 'diamond', tone: 'waiting', word: taskKinds[task.kind] }} />
                  ) : (
                    taskKinds[task.kind]
                  )}
                </td>
                <td data-label="期間">
                  {eraDate(task.from)}から
                  {task.until !== null && <span className="block">{eraDate(task.until)}の前の日まで</span>}
                </td>
                <td data-label="理由">
                  {task.reason}
                  <span className="prose-small block">周知 {eraDate(task.publishedOn)}</span>
                </td>
                {mayDesignate && (
                  <td className="whitespace-nowrap">
                    {task.until === null && <EndTask id={task.id} name={task.name} />}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
}
