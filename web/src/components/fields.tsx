import { eraYear, weekday } from '@tokimori/wording/format';
import type { ReactNode } from 'react';
import { boxesOf, type DateBoxes, readDate } from '../wording/read.ts';
import { Badge, box, type Common, Counter, described, frame, lettersOf, Mistake, Notes } from './field-frame.tsx';

type TextProps = Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search';
  readonly inputMode?: 'text' | 'numeric';
  readonly autoComplete?: string;
  readonly width?: string;
  /** Letters that may stand in it, said when they become few. What is longer is told and never cut: a pasted text would lose its end unseen. */
  readonly maxLength?: number | undefined;
  /** The same, said from the first letter on. */
  readonly limit?: number | undefined;
};

/** One line of text. No placeholder: hints stand above. */
export function TextField(props: TextProps) {
  const {
    id,
    label,
    required = false,
    plain = false,
    value,
    onChange,
    type = 'text',
    inputMode,
    autoComplete = 'off',
    width = 'w-full',
    maxLength,
    limit,
  } = props;
  return (
    <div className="mt-6">
      <label htmlFor={id} className="font-700">
        {label}
        {!plain && <Badge required={required} />}
      </label>
      <Notes id={id} hint={props.hint} />
      <input
        id={id}
        type={type}
        value={value}
        inputMode={inputMode}
        autoComplete={autoComplete}
        required={required}
        aria-invalid={props.error !== undefined || undefined}
        aria-describedby={described(props)}
        className={`mt-1 block ${box} ${frame(props.error !== undefined)} ${width}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Letters id={id} value={value} maxLength={maxLength} limit={limit} />
      <Mistake id={id} error={props.error} />
    </div>
  );
}

/** How many letters there are, from the first on or from when they become few. */
function Letters({
  id,
  value,
  maxLength,
  limit,
}: Pick<TextProps, 'value' | 'maxLength' | 'limit'> & Pick<Common, 'id'>) {
  const most = limit ?? maxLength;
  if (most === undefined || (limit === undefined && lettersOf(value) < most * FEW)) return null;
  return <Counter id={id} value={value} limit={most} />;
}
const FEW = 0.8;

/** Several lines of text. */
export function TextArea(
  props: Omit<TextProps, 'type' | 'inputMode' | 'autoComplete' | 'width'> & { readonly rows?: number },
) {
  const { id, label, required = false, plain = false, value, onChange, rows = 3, maxLength, limit } = props;
  return (
    <div className="mt-6">
      <label htmlFor={id} className="font-700">
        {label}
        {!plain && <Badge required={required} />}
      </label>
      <Notes id={id} hint={props.hint} />
      <textarea
        id={id}
        rows={rows}
        value={value}
        required={required}
        aria-invalid={props.error !== undefined || undefined}
        aria-describedby={described(props)}
        className={`mt-1 block w-full py-3 ${box} ${frame(props.error !== undefined)}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Letters id={id} value={value} maxLength={maxLength} limit={limit} />
      <Mistake id={id} error={props.error} />
    </div>
  );
}

export type Option<Value extends string> = { readonly value: Value; readonly name: string; readonly about?: string };

/** One of a few, by the browser's own list. */
export function SelectField<Value extends string>(
  props: Common & {
    readonly value: Value;
    readonly options: readonly Option<Value>[];
    readonly onChange: (value: Value) => void;
    readonly width?: string;
  },
) {
  const { id, label, required = false, plain = false, value, options, onChange, width = 'w-full' } = props;
  return (
    <div className="mt-6">
      <label htmlFor={id} className="font-700">
        {label}
        {!plain && <Badge required={required} />}
      </label>
      <Notes id={id} hint={props.hint} />
      <select
        id={id}
        value={value}
        aria-invalid={props.error !== undefined || undefined}
        aria-describedby={described(props)}
        className={`mt-1 block ${box} ${frame(props.error !== undefined)} ${width}`}
        onChange={(event) => {
          const found = options.find((option) => option.value === event.target.value);
          if (found !== undefined) onChange(found.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <Mistake id={id} error={props.error} />
    </div>
  );
}

/** One of a few, all in view, each with what it means. */
export function RadioGroup<Value extends string>(
  props: Common & {
    readonly value: Value | null;
    readonly options: readonly Option<Value>[];
    readonly onChange: (value: Value) => void;
  },
) {
  const { id, label, required = false, plain = false, value, options, onChange } = props;
  return (
    <fieldset className="mt-6" aria-describedby={described(props)}>
      <legend className="font-700">
        {label}
        {!plain && <Badge required={required} />}
      </legend>
      <Notes id={id} hint={props.hint} />
      {options.map((option, i) => (
        <label key={option.value} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
          <input
            id={i === 0 ? id : `${id}-${option.value}`}
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            aria-describedby={option.about === undefined ? undefined : `${id}-${option.value}-about`}
            className="mt-0.5 size-6 shrink-0 accent-blue-900"
          />
          <span>
            <span className={value === option.value ? 'font-700' : ''}>{option.name}</span>
            {option.about !== undefined && (
              <span id={`${id}-${option.value}-about`} className="prose-small block">
                {option.about}
              </span>
            )}
          </span>
        </label>
      ))}
      <Mistake id={id} error={props.error} />
    </fieldset>
  );
}

/** What the boxes of a date say back: 「令和8年・月曜日・今日」; undefined while they are no date. */
export function spokenDate(boxes: DateBoxes, today?: string): string | undefined {
  const date = readDate(boxes);
  if (date === undefined) return undefined;
  return [eraYear(date), `${weekday(date)}曜日`, ...(date === today ? ['今日'] : [])].join('・');
}

/** Three boxes of a date; era and weekday are spoken back. A calendar is never the only way in. */
export function DateFields(
  props: Common & {
    readonly value: DateBoxes;
    readonly onChange: (value: DateBoxes) => void;
    readonly today?: string | undefined;
  },
) {
  const { id, label, required = false, value, onChange, today } = props;
  const wrong = props.error !== undefined;
  const part = (key: keyof DateBoxes, name: string, width: string, inputId: string) => (
    <label className="flex items-center gap-2">
      <input
        id={inputId}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${label} ${name}`}
        aria-invalid={wrong || undefined}
        aria-describedby={described(props)}
        value={value[key]}
        className={`${box} ${frame(wrong)} ${width}`}
        onChange={(event) => onChange({ ...value, [key]: event.target.value })}
      />
      <span aria-hidden="true">{name}</span>
    </label>
  );
  return (
    <fieldset className="mt-6">
      <legend className="font-700">
        {label}
        <Badge required={required} />
      </legend>
      <Notes id={id} hint={props.hint ?? `例 ${dateExample(today)}`} />
      <div className="mt-1 flex flex-wrap items-center gap-2">
        {part('year', '年', 'w-24', id)}
        {part('month', '月', 'w-16', `${id}-month`)}
        {part('day', '日', 'w-16', `${id}-day`)}
        <span aria-live="polite" className="prose-small basis-full wide:basis-auto">
          {spokenDate(value, today)}
        </span>
      </div>
      <Mistake id={id} error={props.error} />
    </fieldset>
  );
}
function dateExample(today = '2026-10-26'): string {
  const { year, month, day } = boxesOf(today);
  return `${year}年${month}月${day}日`;
}

/** A time of the duty date as text (17:15, 26:10), with its word before it. Errors stand below the group that holds it. */
export function TimeField({
  id,
  label,
  value,
  onChange,
  wrong = false,
  describedBy,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: boolean;
  readonly describedBy?: string | undefined;
}) {
  return (
    <label className="inline-flex flex-col gap-x-2 gap-y-1 wide:flex-row wide:items-center" htmlFor={id}>
      {label}
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        maxLength={8}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        value={value}
        className={`${box} ${frame(wrong)} w-26`}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Group of two times with one heading, hint and error line. */
export function FieldGroup(props: Common & { readonly children: ReactNode }) {
  const { id, label, required = false, children } = props;
  return (
    <fieldset className="mt-6">
      <legend className="font-700">
        {label}
        <Badge required={required} />
      </legend>
      <Notes id={id} hint={props.hint} />
      <div className="mt-1 flex flex-wrap items-end gap-x-3 gap-y-2 wide:items-center [&>:not(label)]:leading-14">
        {children}
      </div>
      <Mistake id={id} error={props.error} />
    </fieldset>
  );
}
