import { dayOfMonth, hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { box, frame, Mistake } from '../components/field-frame.tsx';
import { SelectField, TextArea } from '../components/fields.tsx';
import { type DraftLine, draftOf, fieldOf, linesToSend, minutesOf, mistakesOf, plannedOf } from './draft.ts';
import type { PlanPerson, PlanView } from './views.ts';

/** The draft of a plan: by person, the works with their hours. It is kept until it is saved. */
export function PlanForm({ view }: { readonly view: PlanView }) {
  const save = useDeed(routes.savePlan);
  const [lines, setLines] = useState(() => draftOf(view.lines));
  const [remarks, setRemarks] = useState(view.remarks);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const nameOf = (staff: string) => view.people.find((person) => person.staff === staff)?.name ?? staff;
  const change = (key: string, next: Partial<DraftLine>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
  const add = (staff: string) =>
    setLines([...lines, { key: `${staff}-${newId()}`, staff, work: '', reason: '', total: '', weeks: null }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(lines, nameOf);
    setErrors(found);
    if (found.length > 0 || save.isPending) return;
    const { department, month, version } = view;
    save.mutate(
      { params: { department, month }, body: { version, lines: linesToSend(lines), remarks: remarks.trim() } },
      { onSuccess: () => announce('下書きを保存しました') },
    );
  };
  const planned = view.people.filter(({ staff }) => lines.some((line) => line.staff === staff));
  const others = view.people.filter(({ staff }) => !lines.some((line) => line.staff === staff));
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <ul>
        {planned.map((person) => (
          <li key={person.staff} className="border-b border-solid-gray-200 py-4">
            <PersonHead person={person} lines={lines} />
            {lines
              .filter(({ staff }) => staff === person.staff)
              .map((line, at) => (
                <LineFields
                  first={at === 0}
                  key={line.key}
                  line={line}
                  name={person.name}
                  weeks={view.weeks}
                  errors={errors}
                  onChange={(next) => change(line.key, next)}
                  onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
                />
              ))}
            <button type="button" className="link min-h-11" onClick={() => add(person.staff)}>
              {person.name}の業務を加える
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <SelectField
          id="plan-person"
          label="計画に加える職員"
          hint="選ぶと、その職員の行を加えます。見込まない職員は加えなくてかまいません。"
          value=""
          onChange={(staff) => staff !== '' && add(staff)}
          options={[
            { value: '', name: '選んでください' },
            ...others.map(({ staff, name, post }) => ({ value: staff, name: `${name} ${post}` })),
          ]}
        />
      )}
      <TextArea
        id="plan-remarks"
        label="課全体の説明"
        hint="時間外勤務が要る理由や、課として取り組むことを書きます。"
        value={remarks}
        onChange={setRemarks}
        maxLength={1000}
      />
      <Refusal error={save.error} />
      <div className="mt-5 flex flex-wrap items-center gap-5">
        <Button kind={view.state === 'draft' ? 'outlined' : 'solid'} type="submit" busy={save.isPending}>
          下書きを保存する
        </Button>
        <p aria-live="polite">
          計画の合計 <strong>{hm(plannedOf(lines))}</strong>
        </p>
      </div>
    </form>
  );
}

function PersonHead({ person, lines }: { readonly person: PlanPerson; readonly lines: readonly DraftLine[] }) {
  const own = plannedOf(lines.filter(({ staff }) => staff === person.staff));
  const facts = [
    person.lastYear === null ? '' : `前年同月 ${hm(person.lastYear)}`,
    person.forecast === null ? '' : `今月の見込み ${hm(person.forecast)}`,
  ].filter(Boolean);
  return (
    <div className="flex flex-wrap items-baseline gap-x-4">
      <h3 className="text-[1.0625rem]">
        {person.name} <span className="prose-small">{person.post}</span>
      </h3>
      <p>
        計画 <strong>{hm(own)}</strong>
      </p>
      {facts.length > 0 && <p className="prose-small">{facts.join('・')}</p>}
    </div>
  );
}

type LineProps = {
  readonly line: DraftLine;
  /** Of the person: on a wide page its labels head the column. */
  readonly first: boolean;
  readonly name: string;
  readonly weeks: PlanView['weeks'];
  readonly errors: readonly FieldError[];
  readonly onChange: (next: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
};

function LineFields({ line, first, name, weeks, errors, onChange, onRemove }: LineProps) {
  const [work, hours] = [fieldOf(line, 'work'), fieldOf(line, 'hours')];
  return (
    <fieldset className="mt-2">
      <legend className="sr-only">{`${name}の業務 ${line.work}`}</legend>
      <div className="grid gap-x-3 gap-y-2 wide:grid-cols-[2fr_8rem_2fr_auto]">
        <Labelled first={first} id={work} label="業務" error={errorOf(errors, work)}>
          <Input
            id={work}
            value={line.work}
            most={100}
            error={errorOf(errors, work)}
            onChange={(text) => onChange({ work: text })}
          />
        </Labelled>
        {line.weeks === null ? (
          <Labelled first={first} id={hours} label="時間" error={errorOf(errors, hours)}>
            <Input
              id={hours}
              value={line.total}
              most={7}
              error={errorOf(errors, hours)}
              onChange={(total) => onChange({ total })}
            />
          </Labelled>
        ) : (
          <div>
            <p className="font-700 text-[0.9375rem]">時間(合計)</p>
            <p className="leading-14">{hm(minutesOf(line) ?? 0)}</p>
          </div>
        )}
        <Labelled first={first} id={`line-${line.key}-reason`} label="理由">
          <Input
            id={`line-${line.key}-reason`}
            value={line.reason}
            most={200}
            onChange={(reason) => onChange({ reason })}
          />
        </Labelled>
        <div className="flex flex-wrap gap-x-4 wide:flex-nowrap wide:items-end">
          <button
            type="button"
            className="link min-h-11 text-left"
            onClick={() =>
              onChange(
                line.weeks === null
                  ? { weeks: weeks.map(() => '') }
                  : { weeks: null, total: hm(minutesOf(line) ?? 0).replace(',', '') },
              )
            }
          >
            {line.weeks === null ? '週ごとに入れる' : '合計で入れる'}
          </button>
          <button
            type="button"
            className="link min-h-11 text-left"
            aria-label={`${name}の「${line.work}」を消す`}
            onClick={onRemove}
          >
            消す
          </button>
        </div>
      </div>
      {line.weeks !== null && (
        <WeekFields line={line} weeks={weeks} hours={hours} error={errorOf(errors, hours)} onChange={onChange} />
      )}
    </fieldset>
  );
}

function WeekFields({
  line,
  weeks,
  hours,
  error,
  onChange,
}: Pick<LineProps, 'line' | 'weeks' | 'onChange'> & { readonly hours: string; readonly error: string | undefined }) {
  return (
    <>
      <div className="mt-2 flex flex-wrap gap-3">
        {weeks.map(({ from, through }, at) => (
          <label key={from} className="prose-small">
            {from === through ? dayOfMonth(from) : `${dayOfMonth(from)}–${dayOfMonth(through)}`}
            <input
              id={at === 0 ? hours : `${hours}-${at}`}
              type="text"
              maxLength={7}
              value={line.weeks?.[at] ?? ''}
              aria-invalid={error !== undefined || undefined}
              aria-describedby={error === undefined ? undefined : `${hours}-error`}
              className={`mt-1 block w-28 ${box} ${frame(error !== undefined)}`}
              onChange={(event) =>
                onChange({ weeks: weeks.map((_, i) => (i === at ? event.target.value : (line.weeks?.[i] ?? ''))) })
              }
            />
          </label>
        ))}
      </div>
      <Mistake id={hours} error={error} />
    </>
  );
}

function Labelled({
  id,
  label,
  error,
  first,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly first: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className={`font-700 text-[0.9375rem] ${first ? '' : 'wide:sr-only'}`}>
        {label}
      </label>
      {children}
      <Mistake id={id} error={error} />
    </div>
  );
}

function Input({
  id,
  value,
  most,
  error,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly most: number;
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
}) {
  return (
    <input
      id={id}
      type="text"
      autoComplete="off"
      maxLength={most}
      value={value}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      className={`mt-1 block w-full ${box} ${frame(error !== undefined)}`}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
