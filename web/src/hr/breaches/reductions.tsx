import { count, eraDate, eraMonth, hm } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { BreachSteps } from './around.tsx';
import type { ReductionRowView } from './views.ts';
import { kindWords, reductionLabel } from './words.ts';

/** 縮減の取組: what is done against overtime, by whom and by when; those past their day first. */
export function ReductionsPage() {
  const running = useReading(routes.reductionsView, { query: { show: 'running' } });
  const ended = useReading(routes.reductionsView, { query: { show: 'ended' } });
  return (
    <Shown query={running} title="縮減の取組">
      {(view) => (
        <>
          <BreachSteps current="縮減の取組" />
          <PageTitle
            facts={`${eraDate(view.on)} 現在`}
            actions={
              view.mayRegister && (
                <ButtonLink kind="solid" to={paths.registerReduction()}>
                  取組を登録する
                </ButtonLink>
              )
            }
          >
            縮減の取組
          </PageTitle>
          <p>
            要因の分析を受けて行う、時間外勤務を減らす取組です。始めたあとの時間を前の年の同じ月と比べ、何が変わったかを確かめます。
          </p>
          <Section
            title="これから行うもの・取り組み中のもの"
            aside={`${count(view.reductions.length)}件(うち期日を過ぎたもの ${count(view.late)}件)`}
          >
            {view.reductions.length === 0 ? (
              <Empty>まだ登録されていません。要因の分析から登録できます。</Empty>
            ) : (
              <ReductionTable rows={view.reductions} caption="これから行う取組と、取り組み中の取組" />
            )}
            {view.more && <p className="mt-3">期日の近いものから200件を表示しています。</p>}
          </Section>
          <Section title="終えたもの・やめたもの">
            <Shown query={ended}>
              {({ reductions }) =>
                reductions.length === 0 ? (
                  <Empty>終えた取組はまだありません。</Empty>
                ) : (
                  <ReductionTable rows={reductions} caption="終えた取組と、やめた取組" />
                )
              }
            </Shown>
          </Section>
        </>
      )}
    </Shown>
  );
}

function ReductionTable({ rows, caption }: { readonly rows: readonly ReductionRowView[]; readonly caption: string }) {
  return (
    <DataTable caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">状態</th>
          <th scope="col">取組</th>
          <th scope="col">対象の所属・要因</th>
          <th scope="col">担当</th>
          <th scope="col">期日</th>
          <th scope="col" className="number">
            見込み(月)
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <StatusLabel label={reductionLabel(row)} />
            </td>
            <th scope="row">
              <Anchor to={paths.reduction(row.id)} strong>
                {row.title}
              </Anchor>
              <span className="block font-400 text-[0.8125rem]">{`${kindWords[row.kind]}・${eraMonth(row.from)}から`}</span>
            </th>
            <td className="text-[0.875rem]">
              {row.sections.map(({ name }) => name).join('、')}
              {row.causes.length > 0 && <span className="block">{row.causes.join('、')}</span>}
            </td>
            <td data-label="担当">{row.ownerName}</td>
            <td data-label="期日" className="whitespace-nowrap">
              {eraDate(row.dueOn)}
            </td>
            <td data-label="見込み" className="number">
              {row.expected === null ? '' : `${hm(row.expected)} 減`}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
