import { dayLabel, dayOfMonth, hm } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { ButtonLink } from '../components/button.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import type { Task } from '../components/task-list.tsx';
import { askedWords } from '../wording/difference-words.ts';
import type { Label } from '../wording/words.ts';
import type { TaskView } from './views.ts';

type Told = {
  readonly label: Label;
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly to: string;
};
const missing = (word: string): Label => ({ shape: 'question', tone: 'unknown', word });
const join = (...parts: readonly (string | false)[]) => parts.filter(Boolean).join('/');
const pc = (task: TaskView) => task.pcLast !== null && `PCの終了 ${hm(task.pcLast)}`;

const told: Readonly<Record<TaskView['kind'], (task: TaskView) => Told>> = {
  missingOut: (task) => ({
    label: missing('打刻漏れ'),
    title: `${dayLabel(task.date)}の退勤の打刻がありません`,
    detail: `${join(task.firstIn !== null && `出勤 ${hm(task.firstIn)}`, pc(task))}。退勤が決まるまで、この日の時間外は集計されません。`,
    action: '退勤時刻を届け出る',
    to: paths.correction(task.date, 'punch'),
  }),
  missingIn: (task) => ({
    label: missing('打刻漏れ'),
    title: `${dayLabel(task.date)}の出勤の打刻がありません`,
    detail: `${join(task.lastOut !== null && `退勤 ${hm(task.lastOut)}`, pc(task))}。出勤が決まるまで、この日の時間外は集計されません。`,
    action: '出勤時刻を届け出る',
    to: paths.correction(task.date, 'punch'),
  }),
  discrepancy: (task) => ({
    label: { shape: 'warning', tone: 'forecast', word: `差異 ${hm(task.discrepancy)}` },
    title:
      task.difference === null
        ? `${dayLabel(task.date)}は${task.orderUntil === null ? '割振り' : '命令'}の終わりから退勤まで${task.discrepancy}分あります`
        : `${dayLabel(task.date)} ${askedWords(task.difference)}`,
    detail: join(
      task.difference !== null && `${dayOfMonth(task.dueOn)}までに`,
      task.orderUntil !== null && `命令は ${hm(task.orderUntil)} まで`,
      task.lastOut !== null && `退勤 ${hm(task.lastOut)}`,
      pc(task),
    ),
    action: '理由を届け出る',
    to: paths.correction(task.date, 'discrepancy'),
  }),
  returned: (task) => ({
    label: { shape: 'warning', tone: 'forecast', word: '差し戻し' },
    title: `${dayLabel(task.date)}の申請が差し戻されました`,
    detail: task.note === '' ? '内容を直して、もう一度申請できます。' : `所属長から「${task.note}」`,
    action: '申請し直す',
    to: paths.request(task.date),
  }),
  noRecord: (task) => ({
    label: missing('記録がない'),
    title: `${dayLabel(task.date)}の記録がありません`,
    detail: '勤務した日なら、出勤と退勤の時刻を届け出ます。休暇や出張の日は、そのままで構いません。',
    action: '時刻を届け出る',
    to: paths.correction(task.date, 'punch'),
  }),
};

/** By when the tasks are to be done; a deadline that has passed says so. Tasks come with the nearest deadline first. */
export function dueWords(tasks: readonly Pick<TaskView, 'dueOn'>[], today: string): string | undefined {
  const first = tasks[0];
  if (first === undefined) return undefined;
  if (first.dueOn >= today) return `締め(${dayOfMonth(first.dueOn)})までに`;
  const passed = tasks.filter(({ dueOn }) => dueOn < today).length;
  return `締め(${dayOfMonth(first.dueOn)})を過ぎています${passed < tasks.length ? `(${passed}件)` : ''}`;
}

/** A task as the list shows it. The most pressing one has the solid button of the page. */
export function taskOf(task: TaskView, solid: boolean): Task {
  const { label, title, detail, action, to } = told[task.kind](task);
  return {
    key: `${task.kind}-${task.date}-${task.overtimeId ?? ''}`,
    label: <StatusLabel label={label} />,
    title,
    detail,
    action: (
      <ButtonLink kind={solid ? 'solid' : 'outlined'} to={to} label={`${dayLabel(task.date)} ${action}`}>
        {action}
      </ButtonLink>
    ),
  };
}
