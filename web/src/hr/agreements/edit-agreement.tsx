import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AgreementDocument } from '@tokimori/contract/agreements';
import { eraDate } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { newId, useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { SelectField, TextArea } from '../../components/fields.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { useRested } from '../../components/use-rested.ts';
import { sentenceOf } from '../../wording/steps.ts';
import { AgreementFields } from './agreement-fields.tsx';
import { CheckResult } from './check-result.tsx';
import { documentOf, draftOf, unreadable } from './draft.ts';

type AgreementView = Answer<NonNullable<(typeof routes.agreementView)['shape']>>;
type Register = Answer<NonNullable<(typeof routes.agreementsView)['shape']>>;

/** 36協定を登録する: all items of the form with what the law says of them while they are written. */
export function EditAgreementPage() {
  const search: { id?: unknown; department?: unknown } = useSearch({ strict: false });
  const id = typeof search.id === 'string' ? search.id : null;
  const department = search.department === undefined ? '' : String(search.department);
  const register = useReading(routes.agreementsView, {});
  return (
    <Shown query={register} title="36協定を登録する">
      {(data) => (id === null ? <Edit register={data} department={department} /> : <Stored register={data} id={id} />)}
    </Shown>
  );
}

function Stored({ register, id }: { readonly register: Register; readonly id: string }) {
  const view = useReading(routes.agreementView, { params: { id } });
  return (
    <Shown query={view} title="36協定を登録する">
      {(stored) => <Edit register={register} stored={stored} department={stored.document.department} />}
    </Shown>
  );
}

type Props = { readonly register: Register; readonly stored?: AgreementView; readonly department: string };

function Edit({ register, stored, department }: Props) {
  const navigate = useNavigate();
  const [id] = useState(() => stored?.row.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(stored?.document ?? null, department));
  const [replaces, setReplaces] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const document: AgreementDocument = documentOf(draft);
  const asked = useRested(JSON.stringify(document));
  const check = useReading(
    routes.checkAgreement,
    { body: { document: JSON.parse(asked) } },
    { keep: true, enabled: draft.department !== '' },
  );
  const deed = useDeed(routes.saveAgreement);
  const inForce = stored !== undefined && stored.row.state !== 'draft';
  const others = register.agreements.filter(
    (row) => row.department === draft.department && row.id !== id && row.state !== 'draft' && row.state !== 'expired',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const above = check.data?.findings.filter(({ kind }) => kind === 'violation') ?? [];
    const found = [
      ...mistakes(
        wrong(draft.department === '', 'department', '事業場を選んでください'),
        inForce && wrong(reason.trim() === '', 'reason', '直す理由を入力してください'),
      ),
      ...unreadable(draft),
      ...(check.data?.taken === false
        ? above.map(({ path, step }) => ({ field: path, message: sentenceOf(step) }))
        : []),
    ];
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      {
        params: { id },
        body: {
          version: stored?.row.version ?? 0,
          document,
          replaces: replaces === '' ? null : replaces,
          reason: reason.trim(),
        },
      },
      {
        onSuccess: (answer) => {
          announce(answer.state === 'draft' ? '下書きとして保存しました' : '36協定を登録しました');
          void navigate({ to: paths.agreements });
        },
      },
    );
  };
  const errorAt = (field: string) => {
    const finding = check.data?.findings.find(({ path, kind }) => path === field && kind === 'violation');
    return errorOf(errors, field) ?? (finding === undefined ? undefined : sentenceOf(finding.step));
  };
  return (
    <div className="max-w-[56rem]">
      <Crumbs>
        <Anchor to={paths.departments}>部署と指定</Anchor> / <Anchor to={paths.agreements}>36協定の台帳</Anchor> /{' '}
        {stored === undefined ? '登録する' : '直す'}
      </Crumbs>
      <ErrorSummary errors={errors} />
      <PageTitle>{stored === undefined ? '36協定を登録する' : '36協定を直す'}</PageTitle>
      <p>
        届け出た協定のとおりに入力します。法の上限を超える数字は登録できません。項目が足りないとき、届け出ていないときは、下書きになります。
      </p>
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        <AgreementFields draft={draft} onDraft={setDraft} errorAt={errorAt} />
        {others.length > 0 && (
          <SelectField
            id="replaces"
            label="置き換える協定"
            hint="選ぶと、その協定は、新しい協定の効力が始まる日の前の日に終わります。"
            value={replaces}
            onChange={setReplaces}
            options={[
              { value: '', name: '置き換えない' },
              ...others.map((row) => ({
                value: row.id,
                name: `${row.from === null ? '' : eraDate(row.from)}から${row.through === null ? '' : `${eraDate(row.through)}まで`}`,
              })),
            ]}
          />
        )}
        {inForce && (
          <TextArea
            id="reason"
            label="直す理由"
            required
            hint="効力のある協定を直すときは、理由が記録に残ります。"
            value={reason}
            onChange={setReason}
            error={errorOf(errors, 'reason')}
            maxLength={400}
          />
        )}
        <Section title="法との照合">
          {check.data === undefined ? (
            <p className="mt-3">
              {draft.department === ''
                ? '事業場を選ぶと、入力した内容を法と照らして、ここに示します。'
                : '照合しています。'}
            </p>
          ) : (
            <CheckResult check={check.data} />
          )}
          {check.error !== null && draft.department !== '' && <Refusal error={check.error} />}
        </Section>
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            {check.data?.from === null || check.data === undefined ? '下書きとして保存する' : '登録する'}
          </Button>
          <Anchor to={paths.agreements}>やめる</Anchor>
        </div>
      </form>
    </div>
  );
}
