import { eraDate } from '@tokimori/wording/format';
import { type FormEvent, useEffect, useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/fields.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { FileProblems } from '../file-problems.tsx';

type View = Answer<NonNullable<(typeof routes.payLayout)['shape']>>;
type Checked = Answer<NonNullable<(typeof routes.checkPayLayout)['shape']>>;
/** How long the writing rests before it is looked at. Milliseconds. */
const REST = 500;

/** 給与連携のレイアウト: what holds, and a file to write on with what it makes. */
export function PayLayoutPage() {
  const view = useReading(routes.payLayout, {});
  return (
    <>
      <Crumbs>
        <Anchor to={paths.reports}>報告・様式</Anchor> / <Anchor to={paths.payHours()}>給与連携</Anchor> / レイアウト
      </Crumbs>
      <PageTitle>給与連携のレイアウト</PageTitle>
      <Shown query={view}>
        {(shown) => (shown.mayDecide ? <Edit view={shown} /> : <Meaning layout={shown.layout} />)}
      </Shown>
      <Shown query={view}>{(shown) => <Decided view={shown} />}</Shown>
    </>
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

function Edit({ view }: { readonly view: View }) {
  const [text, setText] = useState(view.text);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const checked = useReading(routes.checkPayLayout, { body: { text: useRested(text) } }, { keep: true });
  const deed = useDeed(routes.decidePayLayout);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(
        (checked.data?.problems.length ?? 0) > 0,
        'layout',
        'レイアウトに直すところがあります。行ごとの説明を見てください',
      ),
      wrong(reason.trim() === '', 'reason', '変える理由を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      { body: { text, reason: reason.trim() } },
      {
        onSuccess: ({ from }) => {
          announce(`${eraDate(from)}からのレイアウトを決めました`);
          setReason('');
        },
      },
    );
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>
        列の順と見出し、時間の単位、文字コードを書き直せます。gives は列に書くもの、of
        は支給割合の区分です。effectiveFrom は使い始める日で、今日か、それより後の日にします。
      </p>
      <form onSubmit={submit} noValidate>
        <div className="file-text">
          <TextArea
            id="layout"
            label="レイアウト(YAML)"
            required
            rows={22}
            value={text}
            onChange={setText}
            error={errorOf(errors, 'layout')}
          />
        </div>
        <Told checked={checked.data} />
        <TextArea
          id="reason"
          label="変える理由"
          hint="操作の記録に残ります。"
          required
          value={reason}
          onChange={setReason}
          error={errorOf(errors, 'reason')}
          maxLength={400}
        />
        <Refusal error={errors.length > 0 ? null : deed.error} />
        <div className="mt-6 flex items-center gap-5">
          <Button kind="solid" type="submit" busy={deed.isPending}>
            このレイアウトに決める
          </Button>
          <Anchor to={paths.payHours()}>やめる</Anchor>
        </div>
      </form>
    </>
  );
}

/** What the layout means, or where it is wrong. */
function Told({ checked }: { readonly checked: Checked | undefined }) {
  if (checked === undefined) return null;
  if (checked.layout !== null) return <Meaning layout={checked.layout} />;
  return <FileProblems problems={checked.problems} />;
}

function Meaning({ layout }: { readonly layout: View['layout'] }) {
  const width = Math.max(1, ...layout.sample.map((row) => row.length));
  return (
    <Section title="このレイアウトで作るファイル" aside={layout.name}>
      <ul className="mt-2 list-disc pl-5">
        {layout.says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-3">
        <DataTable caption="見本の2人で作ったファイル" showCaption minWidth={width * 6}>
          <tbody>
            {layout.sample.map((row) => (
              <tr key={row.join(' ')}>
                {row
                  .map((cell, place) => ({ cell, place }))
                  .map(({ cell, place }) => (
                    <td key={place} className={typeof cell === 'number' ? 'number' : 'whitespace-nowrap'}>
                      {cell}
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </Section>
  );
}

function Decided({ view }: { readonly view: View }) {
  if (view.decided.length === 0) return null;
  return (
    <Section title="決めたレイアウト" aside="新しい順">
      <ul>
        {view.decided.map((each) => (
          <li key={each.from} className="border-b border-solid-gray-200 py-3">
            <strong>{each.name}</strong>
            {` ${eraDate(each.from)}から${each.inForce ? '(使っています)' : ''}・${each.by}: ${each.reason}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
