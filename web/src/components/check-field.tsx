import type { ReactNode } from 'react';
import { Mistake } from './field-frame.tsx';

type Props = {
  readonly id: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly error?: string | undefined;
};

/** A box to tick, with its sentence beside it. */
export function CheckField({ id, checked, onChange, children, error }: Props) {
  return (
    <div className="mt-4">
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          className="mt-0.5 size-6 shrink-0 accent-blue-900"
          checked={checked}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{children}</span>
      </label>
      <Mistake id={id} error={error} />
    </div>
  );
}
