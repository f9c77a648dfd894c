import type { ReactNode } from 'react';

export const box = 'min-h-14 rounded-8 border bg-white px-4 text-[1rem]';
export const frame = (wrong: boolean) => (wrong ? 'border-2 border-red-900' : 'border-solid-gray-600');

export function Badge({ required }: { readonly required: boolean }) {
  return required ? (
    <span className="ml-2 font-400 text-[0.9375rem] text-red-900">※必須</span>
  ) : (
    <span className="ml-2 font-400 text-[0.9375rem] text-solid-gray-700">任意</span>
  );
}

export type Common = {
  /** Id of the (first) input: error summaries lead here. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Leaves the badge out, where every field is needed (sign-in). */
  readonly plain?: boolean;
};
export const described = ({ id, hint, error, limit }: Common & { readonly limit?: number | undefined }) =>
  [
    hint === undefined ? '' : `${id}-hint`,
    limit === undefined ? '' : `${id}-count`,
    error === undefined ? '' : `${id}-error`,
  ]
    .filter(Boolean)
    .join(' ') || undefined;

/** Letters of a text as forms count them: without blanks around it, 𠮷 as one. */
export const lettersOf = (text: string): number => [...text.trim()].length;

/** How many letters stand in a field and how many may. What is too long is not cut: it says by how much. */
export function Counter({ id, value, limit }: { readonly id: string; readonly value: string; readonly limit: number }) {
  const letters = lettersOf(value);
  const over = letters - limit;
  return (
    <p
      id={`${id}-count`}
      className={`mt-1 text-[0.9375rem] tabular-nums ${over > 0 ? 'font-700 text-red-900' : 'prose-small'}`}
    >
      {`${letters}字 / ${limit}字まで`}
      <span role="status">{over > 0 ? `(${over}字多いため、このままでは送れません)` : ''}</span>
    </p>
  );
}

export function Notes({ id, hint }: Pick<Common, 'id' | 'hint'>) {
  return hint === undefined ? null : (
    <p id={`${id}-hint`} className="prose-small text-[0.9375rem]">
      {hint}
    </p>
  );
}
export function Mistake({ id, error }: Pick<Common, 'id' | 'error'>) {
  return error === undefined ? null : (
    <p id={`${id}-error`} className="mt-1 font-700 text-[0.9375rem] text-red-900">
      {error}
    </p>
  );
}
