import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { CheckGroup } from '../../components/check-group.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { SelectField, TextArea } from '../../components/fields.tsx';
import { Section } from '../../components/section.tsx';
import type { BreachView } from './views.ts';
import { exceededWords, limitOf } from './words.ts';

/** ④ 業務の概要, ⑤ 回避できなかった理由 and the causes, for the head. A draft is kept; the other limits of the month go along. */
export function BreachForm({ view }: { readonly view: BreachView }) {
  const navigate = useNavigate();
  const complete = useDeed(routes.completeBreach);
  const draft = useDeed(routes.draftBreach);
  const [outline, setOutline] = useState(view.outline === '' ? view.outlineMade : view.outline);
  const [reason, setReason] = useState(view.reason);
  const [causes, setCauses] = useState<readonly string[]>(view.causes);
  const [main, setMain] = useState(view.mainCause);
  const [also, setAlso] = useState<readonly string[]>(view.siblings.map(({ id }) => id));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const mainCause = causes.length === 1 ? (causes[0] ?? '') : causes.includes(main) ? main : '';
  const words = { outline: outline.trim(), reason: reason.trim(), causes: [...causes], mainCause };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(words.outline === '', 'outline', '業務の概要を入力してください'),
      wrong(words.reason === '', 'reason', '回避できなかった理由を入力してください'),
      wrong(causes.length === 0, 'causes', '要因を一つ以上選んでください'),
      wrong(causes.length > 1 && mainCause === '', 'main-cause', '主な要因を一つ選んでください'),
    );
    setErrors(found);
    if (found.length > 0 || complete.isPending) return;
    complete.mutate(
      { params: { id: view.id }, body: { ...words, also: [...also] } },
      {
        onSuccess: ({ completed }) => {
          announce(completed > 1 ? `${completed}件の記入を終えました` : '記入を終えました');
          void navigate({ to: paths.breaches });
        },
      },
    );
  };
  return (
    <Section title="所属長が書く項目">
      <ErrorSummary errors={errors} />
      <form onSubmit={submit} noValidate>
        <TextArea
          id="outline"
          label="④ 業務の概要"
          hint="命じた業務から、時間の多い順に入れてあります。足りないところを直してください。"
          required
          value={outline}
          onChange={setOutline}
          error={errorOf(errors, 'outline')}
          maxLength={2000}
        />
        <TextArea
          id="reason"
          label="⑤ 上限を超えることを回避できなかった理由"
          hint="人員配置や業務分担の見直し、応援などをどう検討し、なぜ足りなかったか。"
          required
          rows={5}
          value={reason}
          onChange={setReason}
          error={errorOf(errors, 'reason')}
          maxLength={2000}
        />
        <CheckGroup
          columns={2}
          id="causes"
          label="要因"
          hint="当てはまるものを、いくつでも選べます。要因の整理に使います。"
          required
          value={causes}
          onChange={setCauses}
          error={errorOf(errors, 'causes')}
          options={view.offered.map((cause) => ({ value: cause, name: cause }))}
        />
        {causes.length > 1 && (
          <SelectField
            id="main-cause"
            label="主な要因"
            required
            width="w-72"
            value={mainCause}
            onChange={setMain}
            error={errorOf(errors, 'main-cause')}
            options={[{ value: '', name: '選んでください' }, ...causes.map((cause) => ({ value: cause, name: cause }))]}
          />
        )}
        {view.siblings.length > 0 && (
          <CheckGroup
            columns={2}
            id="also"
            label="同じ月に超えた、ほかの上限にも同じ内容を書く"
            value={also}
            onChange={setAlso}
            options={view.siblings.map((each) => ({
              value: each.id,
              name: `${limitOf(each)}: ${exceededWords(each)}`,
            }))}
          />
        )}
        <Refusal error={errors.length > 0 ? null : (complete.error ?? draft.error)} />
        <div className="mt-6 flex flex-wrap items-center gap-4">
          <Button kind="solid" type="submit" busy={complete.isPending}>
            記入を終える
          </Button>
          {view.state !== 'completed' && (
            <Button
              busy={draft.isPending}
              onPress={() =>
                draft.mutate(
                  { params: { id: view.id }, body: words },
                  { onSuccess: () => announce('下書きを残しました') },
                )
              }
            >
              下書きを残す
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
}
