import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { SelectField } from '../components/fields.tsx';
import { readDate } from '../wording/read.ts';
import type { Draft } from './request-draft.ts';

type Props = {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly error: string | undefined;
};

/** The designated tasks of the day; work on 特例業務 is requested as such. Nothing where the section has none. */
export function TaskField({ draft, onDraft, error }: Props) {
  const { data } = useReading(routes.myNotices, {});
  const day = readDate(draft.date);
  const tasks = (data?.tasks ?? []).filter(
    ({ id, from, until }) => id === draft.task || (day !== undefined && from <= day && (until === null || day < until)),
  );
  if (tasks.length === 0) return null;
  const choose = (id: string) => {
    const kind = tasks.find((task) => task.id === id)?.kind;
    const before = tasks.find((task) => task.id === draft.task)?.kind;
    const category = kind === 'exceptional' ? 'exceptional' : before === 'exceptional' ? 'normal' : draft.category;
    onDraft({ ...draft, task: id, category });
  };
  return (
    <SelectField
      id="task"
      label="指定された業務"
      hint="当たるときに選びます。特例業務を選ぶと、業務の区分も特例業務になります。"
      value={draft.task}
      onChange={choose}
      error={error}
      options={[
        { value: '', name: '当たらない' },
        ...tasks.map(({ id, name, kind }) => ({
          value: id,
          name: `${name}(${kind === 'exceptional' ? '特例業務' : '他律的業務'})`,
        })),
      ]}
    />
  );
}
