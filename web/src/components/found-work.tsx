import { mistakes, wrong } from '../app/form.ts';
import { readClock } from '../wording/read.ts';
import { categoryWords } from '../wording/words.ts';
import type { FieldError } from './error-summary.tsx';
import { SelectField } from './fields.tsx';
import { HoursField } from './hours-field.tsx';

type Category = keyof typeof categoryWords;
/** Hours found to be work, as they are typed. */
export type TypedWork = { readonly from: string; readonly until: string; readonly category: Category };

/** What is wrong with the hours. */
export function workMistakes({ from, until }: TypedWork): FieldError[] {
  const [start, end] = [readClock(from), readClock(until)];
  return mistakes(
    wrong(start === undefined, 'worked-from', '始まりの時刻は 17:15 の形で入力してください'),
    wrong(
      end === undefined || (start !== undefined && end <= start),
      'worked-until',
      '終わりの時刻は、始まりより後の時刻を 19:45 の形で入力してください',
    ),
  );
}

/** The hours as they are sent; call it when nothing is wrong with them. */
export const workOf = ({ from, until, category }: TypedWork) => ({
  from: readClock(from) ?? 0,
  until: readClock(until) ?? 0,
  category,
});

/** Hours that are found to be work, and as which work they count. */
export function FoundWork({
  value,
  onChange,
  errors,
}: {
  readonly value: TypedWork;
  readonly onChange: (value: TypedWork) => void;
  readonly errors: readonly FieldError[];
}) {
  return (
    <>
      <HoursField
        label="勤務と認める時間"
        from={{
          id: 'worked-from',
          label: '始まり',
          value: value.from,
          onChange: (from) => onChange({ ...value, from }),
        }}
        until={{
          id: 'worked-until',
          label: '終わり',
          value: value.until,
          onChange: (until) => onChange({ ...value, until }),
        }}
        errors={errors}
      />
      <SelectField<Category>
        id="worked-category"
        label="業務区分"
        required
        value={value.category}
        onChange={(category) => onChange({ ...value, category })}
        options={(Object.keys(categoryWords) as Category[]).map((key) => ({
          value: key,
          name: categoryWords[key].name,
        }))}
      />
    </>
  );
}
