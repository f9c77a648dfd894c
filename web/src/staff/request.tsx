import { useNavigate, useSearch } from '@tanstack/react-router';
import type { EffectView } from '@tokimori/contract/values';
import { type FormEvent, useState } from 'react';
import { newId, useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import type { FieldError } from '../components/error-summary.tsx';
import { fieldErrorsOf } from '../wording/problems.ts';
import { RequestCheck } from './request-check.tsx';
import { RequestDone } from './request-done.tsx';
import { type Draft, emptyDraft, mistakesOf, readDraft } from './request-draft.ts';
import { RequestForm } from './request-form.tsx';
import { usePreview } from './use-preview.ts';
import type { TodayView } from './views.ts';

/** 時間外勤務の申請: 入力 → 確認 → 完了. What was typed stays through all steps. */
export function RequestPage() {
  const today = useReading(routes.today, {});
  return (
    <Shown query={today} title="時間外勤務を申請する">
      {(view) => <Request view={view} />}
    </Shown>
  );
}

function Request({ view }: { readonly view: TodayView }) {
  const me = useMe();
  const search: { date?: unknown } = useSearch({ strict: false });
  const wanted =
    typeof search.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.date) ? search.date : calendarOf(me).today;
  const [draft, setDraft] = useState<Draft>(() =>
    emptyDraft(wanted, wanted === view.dutyDate ? (view.day.allotment?.until ?? null) : null),
  );
  const [step, setStep] = useState<'form' | 'check'>('form');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [id] = useState(newId);
  const [seen, setSeen] = useState<EffectView>();
  const preview = usePreview(draft);
  const deed = useDeed(routes.requestOvertime);
  const navigate = useNavigate();

  const check = (event: FormEvent) => {
    event.preventDefault();
    // What the server would refuse is said here, not after the check.
    const found = mistakesOf(draft, me.now);
    if (found.length === 0) found.push(...fieldErrorsOf(preview.error));
    setErrors(found);
    if (found.length > 0) return;
    setSeen(preview.effect);
    setStep('check');
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus();
  };
  const change = (field?: string) => {
    deed.reset();
    setStep('form');
    if (field !== undefined) requestAnimationFrame(() => document.getElementById(field)?.focus());
  };
  const submit = () => {
    const read = readDraft(draft);
    if (read === undefined || deed.isPending) return;
    deed.mutate(
      { body: { ...read, id } },
      {
        onSuccess: () => {
          announce('申請しました');
          window.scrollTo(0, 0);
        },
        onError: (error) => {
          const fields = fieldErrorsOf(error);
          if (fields.length > 0) {
            setErrors([...fields]);
            setStep('form');
          }
        },
      },
    );
  };

  if (deed.data !== undefined) return <RequestDone answer={deed.data} />;
  const department = view.standing?.department ?? null;
  if (step === 'check') {
    return (
      <RequestCheck
        draft={draft}
        preview={preview}
        seen={seen}
        department={department}
        busy={deed.isPending}
        refusal={deed.error}
        onChange={change}
        onSubmit={submit}
      />
    );
  }
  return (
    <RequestForm
      draft={draft}
      onDraft={setDraft}
      errors={errors}
      preview={preview}
      department={department}
      now={me.now}
      onSubmit={check}
      onLeave={() => void navigate({ to: paths.requests })}
    />
  );
}
