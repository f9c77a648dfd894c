import type { LimitName } from '@tokimori/contract/values';
import { eraMonth } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { GroupTable } from './group-table.tsx';
import type { AnalysisView, GroupView } from './views.ts';

export type FilterKey = 'cause' | 'section' | 'task' | 'limit' | 'month';
type Props = {
  readonly groups: AnalysisView['groups'];
  /** Where a group leads; undefined = the tables are only read. */
  readonly to?: (key: FilterKey, value: string) => string;
};

/** Records by cause, 課, work, limit and month. */
export function Groups({ groups, to }: Props) {
  const towards = (key: FilterKey) => (group: GroupView) => (group.key === '' ? undefined : to?.(key, group.key));
  return (
    <>
      <div className="grid gap-x-8 wide:grid-cols-2">
        <GroupTable
          title="要因ごと"
          of="要因"
          groups={groups.byCause}
          to={towards('cause')}
          note="1件に要因がいくつもあることがあるため、合計は全体より多くなります。"
        />
        <GroupTable title="所属ごと" of="所属" groups={groups.bySection} to={towards('section')} />
      </div>
      <GroupTable
        title="業務ごと"
        of="業務"
        groups={groups.byTask}
        to={towards('task')}
        note="超えた月に命じた業務の時間です。年月や回数、かっこ書きを除いて、同じ業務をまとめています。"
      />
      <div className="grid gap-x-8 wide:grid-cols-2">
        <GroupTable
          title="上限ごと"
          of="上限"
          groups={groups.byLimit}
          nameOf={({ key }) => limitNames[key as LimitName] ?? key}
          to={towards('limit')}
        />
        <GroupTable
          title="月ごと"
          of="超えた月"
          groups={groups.byMonth}
          nameOf={({ key }) => eraMonth(key)}
          to={towards('month')}
        />
      </div>
    </>
  );
}
