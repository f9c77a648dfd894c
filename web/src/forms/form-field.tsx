import type { FormView } from '@tokimori/contract/forms';
import { useState } from 'react';
import { CheckGroup } from '../components/check-group.tsx';
import { DateFields, RadioGroup, TextArea, TextField } from '../components/fields.tsx';
import { boxesOf, type DateBoxes, readDate } from '../wording/read.ts';

export type Value = string | readonly string[];
type Props = {
  readonly field: FormView['parts'][number]['fields'][number];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
};

/** One field of a form, by its kind. */
export function FormField({ field, value, onChange, error }: Props) {
  const text = typeof value === 'string' ? value : value.join('、');
  const common = { id: field.key, label: field.label, required: field.required, error, ...hintOf(field) };
  switch (field.kind) {
    case 'line':
      return <TextField {...common} value={text} onChange={onChange} limit={field.max ?? 200} />;
    case 'hours':
      return (
        <TextField
          {...common}
          hint={field.hint || '例 12:30'}
          width="w-32"
          value={text}
          onChange={onChange}
          maxLength={8}
        />
      );
    case 'text':
      return <TextArea {...common} value={text} onChange={onChange} limit={field.max ?? 2000} rows={4} />;
    case 'date':
      return <DateField common={common} value={text} onChange={onChange} />;
    case 'choice':
      return (
        <RadioGroup
          {...common}
          value={text === '' ? null : text}
          onChange={onChange}
          options={field.options.map((word) => ({ value: word, name: word }))}
        />
      );
    case 'checks':
      return (
        <CheckGroup
          {...common}
          options={field.options.map((word) => ({ value: word, name: word }))}
          value={typeof value === 'string' ? [] : value}
          onChange={onChange}
        />
      );
  }
}

const hintOf = ({ hint }: Props['field']): { hint?: string } => (hint === '' ? {} : { hint });

const empty: DateBoxes = { year: '', month: '', day: '' };

/** Boxes are kept as they are typed; what they make is told while it is a day, and said to be wrong when it is handed in otherwise. */
function DateField({
  common,
  value,
  onChange,
}: {
  readonly common: {
    readonly id: string;
    readonly label: string;
    readonly required: boolean;
    readonly error: string | undefined;
  };
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [boxes, setBoxes] = useState<DateBoxes>(() => (value === '' ? empty : boxesOf(value)));
  return (
    <DateFields
      {...common}
      value={boxes}
      onChange={(next) => {
        setBoxes(next);
        const blank = [next.year, next.month, next.day].every((part) => part.trim() === '');
        onChange(blank ? '' : (readDate(next) ?? `${next.year}-${next.month}-${next.day}`));
      }}
    />
  );
}
