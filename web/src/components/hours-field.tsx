import type { ReactNode } from 'react';
import { errorOf, type FieldError } from './error-summary.tsx';
import { FieldGroup, TimeField } from './fields.tsx';

/** One of the two times: the name of its field, how it is called, and what is typed. */
type Time = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};
type Props = {
  readonly label: string;
  readonly from: Time;
  readonly until: Time;
  readonly errors: readonly FieldError[];
  readonly required?: boolean;
  /** Said above the times, before how a time past midnight is typed. */
  readonly hint?: string;
  /** The work may go past midnight; how that is typed is said then. */
  readonly pastMidnight?: boolean;
  /** Behind the times, such as their length. */
  readonly children?: ReactNode;
};

const PAST_MIDNIGHT = '日をまたぐときは 24:00 以降で入力します(例 26:10)。';

/** From when to when, as two times side by side. Below them stands the sentence of the first that is wrong. */
export function HoursField({ from, until, errors, label, required = true, hint = '', pastMidnight, children }: Props) {
  const [ofFrom, ofUntil] = [errorOf(errors, from.id), errorOf(errors, until.id)];
  const id = ofFrom === undefined && ofUntil !== undefined ? until.id : from.id;
  const error = ofFrom ?? ofUntil;
  const said = `${hint}${pastMidnight === true ? PAST_MIDNIGHT : ''}`;
  const described = error && `${id}-error`;
  return (
    <FieldGroup id={id} label={label} required={required} hint={said === '' ? undefined : said} error={error}>
      <TimeField {...from} wrong={ofFrom !== undefined} describedBy={described} />
      <span aria-hidden="true">–</span>
      <TimeField {...until} wrong={ofUntil !== undefined} describedBy={described} />
      {children}
    </FieldGroup>
  );
}
