import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextArea } from '../components/fields.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { MeasureList } from './measure-list.tsx';
import { MeasureTrial } from './measure-trial.tsx';

/** How long the writing rests before it is looked at. Milliseconds. */
const REST = 500;

/** 縮減の対策を作る: the file, what it says, what it would have brought, and the decision. */
export function EditMeasuresPage() {
  const search: { presets?: unknown; from?: unknown } = useSearch({ strict: false });
  const presets = typeof search.presets === 'string' && search.presets !== '' ? search.presets.split(',') : [];
  const from = search.from === undefined ? undefined : String(search.from);
  const file = useReading(routes.measuresFile, { body: { presets, ...(from === undefined ? {} : { from }) } });
  return (
    <Shown query={file} title="縮減の対策を作る">
      {({ text }) => <Edit start={text} />}
    </Shown>
  );
}

/** A value once it has not changed for a while. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function Edit({ start }: { readonly start: string }) {
  const navigate = useNavigate();
  const [text, setText] = useState(start);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const checked = useReading(routes.checkMeasures, { body: { text: useRested(text) } }, { keep: true });
  const deed = useDeed(routes.decideMeasures);
  const faults = checked.data?.problems.length ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(faults > 0, 'measures', '対策のファイルに直すところがあります。行ごとの説明を見てください'),
      wrong(reason.trim() === '', 'reason', '決める理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { body: { text, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce('対策を決めました');
          void navigate({ to: paths.measures });
        },
      },
    );
  };
  return (
    <>
      <Crumbs>
        <Anchor to={paths.measures}>縮減の対策</Anchor> / 作る
      </Crumbs>
      <ErrorSummary errors={errors} />
      <PageTitle>縮減の対策を作る</PageTitle>
      <p>
        時間数、日、だれが何をするかを書き直せます。effectiveFrom は適用を始める日で、今日か、それより後の日にします。
      </p>
      <Refusal error={errors.length > 0 ? null : deed.error} />
      <form onSubmit={submit} noValidate>
        <div className="file-text">
          <TextArea
            id="measures"
            label="対策のファイル(YAML)"
            required
            rows={24}
            value={text}
            onChange={setText}
            error={errorOf(errors, 'measures')}
          />
        </div>
        <Checked checked={checked.data} />
        <div className="mt-6">
          {faults === 0 ? (
            <Button onPress={() => setTried(text)}>過去12か月で試す</Button>
          ) : (
            <p>直すところがなくなると、過去12か月で試せます。</p>
          )}
        </div>
        {tried !== null && <MeasureTrial text={tried} changed={tried !== text} />}
        <TextArea
          id="reason"
          label="決める理由"
          hint="操作の記録に残ります。"
          required
          value={reason}
          onChange={setReason}
          error={errorOf(errors, 'reason')}
          maxLength={400}
        />
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            この対策に決める
          </Button>
          <Anchor to={paths.measures}>やめる</Anchor>
        </div>
      </form>
    </>
  );
}

type CheckedProps = {
  readonly checked:
    | {
        readonly problems: readonly { readonly line: number; readonly key: string; readonly message: string }[];
        readonly practice: { readonly measures: Parameters<typeof MeasureList>[0]['measures'] } | null;
      }
    | undefined;
};

/** What the file says in words, or where it is wrong. */
function Checked({ checked }: CheckedProps) {
  if (checked === undefined) return null;
  if (checked.practice === null)
    return (
      <div role="status" className="mt-4">
        <p className="font-700 text-red-900">{`直すところが ${checked.problems.length}か所あります`}</p>
        <ul className="list-disc pl-5">
          {checked.problems.map(({ line, key, message }) => (
            <li key={`${line} ${key} ${message}`}>{`${line}行目 ${key}: ${message}`}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <Section title="この対策の意味" aside={`対策 ${checked.practice.measures.length}・直すところはありません`}>
      <MeasureList measures={checked.practice.measures} />
    </Section>
  );
}
