import type { FormView } from '@tokimori/contract/forms';
import { eraDate } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { lettersOf } from '../components/field-frame.tsx';
import { LeaveGuard } from '../components/leave-guard.tsx';
import { Section } from '../components/section.tsx';
import { readHours } from '../wording/hours.ts';
import { fieldErrorsOf } from '../wording/problems.ts';
import type { Place } from './form.tsx';
import { FormField, type Value } from './form-field.tsx';

type Values = Readonly<Record<string, Value>>;

/** What was written before; what the records say is not sent back, so that it follows them until somebody writes there. */
const writtenIn = (view: FormView): Values =>
  Object.fromEntries(
    view.parts.flatMap(({ fields }) => fields.filter(({ typed }) => typed).map(({ key, value }) => [key, value])),
  );

/** The fields of a form: kept half-filled, or handed in. */
export function WriteForm({ place, view }: { readonly place: Place; readonly view: FormView }) {
  const save = useDeed(routes.saveForm);
  const submit = useDeed(routes.submitForm);
  const [written, setWritten] = useState<Values>(() => writtenIn(view));
  const [keptAs, setKeptAs] = useState(() => JSON.stringify(toSend(written)));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const dirty = JSON.stringify(toSend(written)) !== keptAs;
  const input = { params: place, body: { filled: toSend(written), saves: view.saves } };
  const onError = (error: Error) => setErrors([...fieldErrorsOf(error)]);
  const all = view.parts.flatMap(({ fields }) => fields);
  const standsIn = (field: Field): Value => written[field.key] ?? field.value;
  const isRequired = (field: Field): boolean => field.required || isAskedFor(field, all, standsIn);
  const isKept = () => setKeptAs(JSON.stringify(input.body.filled));
  const tooLong = all.flatMap((field): FieldError[] => {
    const value = standsIn(field);
    return typeof value === 'string' && field.max !== null && lettersOf(value) > field.max
      ? [{ field: field.key, message: `${field.label}は${field.max}字までで入力してください` }]
      : [];
  });
  const keep = (after?: { readonly goOn: () => void; readonly stay: () => void }) => {
    setErrors(tooLong);
    submit.reset();
    if (tooLong.length > 0) return after?.stay();
    if (save.isPending) return;
    save.mutate(input, {
      onSuccess: () => {
        isKept();
        announce('下書きを保存しました');
        after?.goOn();
      },
      onError: (error) => {
        onError(error);
        after?.stay();
      },
    });
  };
  const handIn = (event: FormEvent) => {
    event.preventDefault();
    const found = view.parts.flatMap(({ fields }) =>
      fields
        .filter((field) => isRequired(field) && isEmpty(standsIn(field)))
        .map(({ key, label }): FieldError => ({ field: key, message: `${label}を入力してください` })),
    );
    const wrong = [...found, ...tooLong];
    setErrors(wrong);
    save.reset();
    if (wrong.length > 0 || submit.isPending) return;
    const onSuccess = () => {
      isKept();
      announce('提出しました');
    };
    submit.mutate(input, { onSuccess, onError });
  };
  return (
    <form onSubmit={handIn} noValidate>
      <LeaveGuard dirty={dirty} onKeep={(goOn, stay) => keep({ goOn, stay })} />
      <ErrorSummary errors={errors} />
      {view.parts.map((part) => (
        <Section key={part.id} title={part.title}>
          {part.about !== '' && <p className="mt-3">{part.about}</p>}
          <div className="max-w-[50rem]">
            {inRows(part.fields).map((fields) => (
              <div
                key={fields[0]?.key}
                className={fields.length > 1 ? 'grid grid-cols-2 gap-x-6 wide:grid-cols-3' : ''}
              >
                {fields.map((field) => (
                  <FormField
                    key={field.key}
                    field={{ ...field, required: isRequired(field) }}
                    value={standsIn(field)}
                    onChange={(value) => {
                      setWritten((before) => ({ ...before, [field.key]: value }));
                      setErrors((before) => before.filter((each) => each.field !== field.key));
                    }}
                    error={errorOf(errors, field.key)}
                  />
                ))}
              </div>
            ))}
          </div>
        </Section>
      ))}
      <Refusal error={errors.length > 0 ? null : (submit.error ?? save.error)} />
      <div className="no-print mt-8 flex flex-wrap items-center gap-3">
        {view.maySubmit && view.submitFrom === null && (
          <Button kind="solid" type="submit" busy={submit.isPending}>
            提出する
          </Button>
        )}
        <Button busy={save.isPending} onPress={() => keep()}>
          下書きを保存する
        </Button>
        {view.maySubmit && view.submitFrom !== null && (
          <p>{`月が終わってから、${eraDate(view.submitFrom)}から提出できます。それまでは下書きを保存できます。`}</p>
        )}
        {!view.maySubmit && <p>あなたの欄を保存してください。残りは所属長が書いて提出します。</p>}
      </div>
    </form>
  );
}

type Field = FormView['parts'][number]['fields'][number];

/** Whether what stands in another field asks for this one. */
function isAskedFor(
  { requiredWhen: when }: Field,
  fields: readonly Field[],
  standsIn: (field: Field) => Value,
): boolean {
  const other = when === null ? undefined : fields.find(({ key }) => key === when.key);
  const value = other === undefined ? '' : standsIn(other);
  if (when === null || typeof value !== 'string') return false;
  return when.above === null ? value === when.is : (readHours(value) ?? 0) > when.above;
}

/** Lengths of time that follow one another stand side by side; every other field has a row of its own. */
function inRows(fields: readonly Field[]): readonly (readonly Field[])[] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.kind === 'hours' && last?.[0]?.kind === 'hours') last.push(field);
    else rows.push([field]);
  }
  return rows;
}

const toSend = (values: Values): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
  );

const isEmpty = (value: Value): boolean => (typeof value === 'string' ? value.trim() === '' : value.length === 0);
