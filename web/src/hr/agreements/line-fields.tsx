import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { FieldGroup, TextField, TimeField } from '../../components/fields.tsx';
import type { HolidayDraft, LineDraft } from './draft.ts';

export type ErrorAt = (field: string) => string | undefined;
type Common<T> = {
  readonly at: number;
  readonly line: T;
  readonly onChange: (line: T) => void;
  readonly onRemove: (() => void) | null;
  readonly errorAt: ErrorAt;
};

/** One line of 時間外労働: whom, for what, how long. */
export function LineFields({ at, line, onChange, onRemove, errorAt }: Common<LineDraft>) {
  const set = (part: Partial<LineDraft>) => onChange({ ...line, ...part });
  const field = (
    key: Exclude<keyof LineDraft, 'hazardous'>,
    label: string,
    given: { hint?: string; narrow?: true } = {},
  ) => (
    <TextField
      id={`lines[${at}].${key}`}
      label={label}
      required
      {...(given.hint === undefined ? {} : { hint: given.hint })}
      {...(given.narrow === true ? { width: 'w-32' } : {})}
      value={line[key]}
      onChange={(value) => set({ [key]: value })}
      error={errorAt(`lines[${at}].${key}`)}
      maxLength={200}
    />
  );
  return (
    <fieldset className="mt-6 border-l-4 border-solid-gray-420 pl-4">
      <legend className="font-700">時間外労働 {at + 1}行目</legend>
      {field('reasons', '時間外労働をさせる具体的事由', { hint: '例 行事の準備、入園手続の集中' })}
      {field('tasks', '業務の種類', { hint: '例 保育' })}
      {field('headcount', '労働者数(人)', { narrow: true })}
      <div className="grid gap-x-6 wide:grid-cols-3">
        {field('daily', '1日に延長できる時間', { hint: '例 3:00', narrow: true })}
        {field('monthly', '1箇月に延長できる時間', { hint: '45:00 まで', narrow: true })}
        {field('annual', '1年に延長できる時間', { hint: '360:00 まで', narrow: true })}
      </div>
      <CheckField id={`lines[${at}].hazardous`} checked={line.hazardous} onChange={(hazardous) => set({ hazardous })}>
        坑内労働など、健康上特に有害な業務(1日 2:00 まで)
      </CheckField>
      {onRemove !== null && (
        <Button kind="text" size="small" onPress={onRemove} label={`時間外労働 ${at + 1}行目を取り除く`}>
          この行を取り除く
        </Button>
      )}
    </fieldset>
  );
}

/** One line of 休日労働. */
export function HolidayFields({ at, line, onChange, onRemove, errorAt }: Common<HolidayDraft>) {
  const set = (part: Partial<HolidayDraft>) => onChange({ ...line, ...part });
  const id = (key: keyof HolidayDraft) => `holidayLines[${at}].${key}`;
  const field = (key: keyof HolidayDraft, label: string, hint?: string) => (
    <TextField
      id={id(key)}
      label={label}
      required
      {...(hint === undefined ? {} : { hint })}
      value={line[key]}
      onChange={(value) => set({ [key]: value })}
      error={errorAt(id(key))}
      maxLength={200}
    />
  );
  return (
    <fieldset className="mt-6 border-l-4 border-solid-gray-420 pl-4">
      <legend className="font-700">休日労働 {at + 1}行目</legend>
      {field('reasons', '休日労働をさせる具体的事由')}
      {field('tasks', '業務の種類')}
      {field('headcount', '労働者数(人)')}
      {field('days', '労働させる休日の日数', '例 1箇月に2日')}
      <FieldGroup id={id('from')} label="始業と終業の時刻" required error={errorAt(id('from')) ?? errorAt(id('until'))}>
        <TimeField id={id('from')} label="始業" value={line.from} onChange={(from) => set({ from })} />
        <TimeField id={id('until')} label="終業" value={line.until} onChange={(until) => set({ until })} />
      </FieldGroup>
      {onRemove !== null && (
        <Button kind="text" size="small" onPress={onRemove} label={`休日労働 ${at + 1}行目を取り除く`}>
          この行を取り除く
        </Button>
      )}
    </fieldset>
  );
}
