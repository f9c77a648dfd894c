import type { ReactNode } from 'react';

export type Task = {
  readonly key: string;
  readonly label: ReactNode;
  readonly title: string;
  readonly detail: ReactNode;
  readonly action: ReactNode;
};

/** Things only this person can do: label, sentence, one button. Gone when done. */
export function TaskList({ tasks, none }: { readonly tasks: readonly Task[]; readonly none: string }) {
  if (tasks.length === 0) return <p className="py-4">{none}</p>;
  return (
    <ul>
      {tasks.map((task) => (
        <li
          key={task.key}
          className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-4 wide:flex-row wide:items-center"
        >
          <div className="min-w-0 flex-1">
            <div className="flex flex-col items-start gap-x-2 gap-y-1 wide:flex-row wide:items-center">
              {task.label}
              <h3 className="text-[1rem]">{task.title}</h3>
            </div>
            <p className="prose-small">{task.detail}</p>
          </div>
          <div className="no-print flex flex-col wide:block wide:text-right">{task.action}</div>
        </li>
      ))}
    </ul>
  );
}
