import { useParams } from '@tanstack/react-router';
import { addressOf } from '../api/call.ts';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Crumbs, Facts, PageTitle, Section } from '../components/section.tsx';
import { StepNavigation } from '../components/step-navigation.tsx';
import { count, dayAndClock, dayLabel } from '../wording/format.ts';
import { BadLines, Sample } from './import-tables.tsx';
import { encodingWords, kindWords, separatorWords } from './import-words.ts';
import { importSteps } from './imports.tsx';
import type { ImportView } from './views.ts';

/** One import: what is in the file, what is wrong with it, how far it is, what changed. */
export function ImportRunPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const view = useReading(routes.readImport, { params: { id } }, { refetchInterval: 1000 });
  return (
    <Shown query={view} title="取り込み">
      {(data) => <Run run={data} />}
    </Shown>
  );
}

function Run({ run }: { readonly run: ImportView }) {
  return (
    <>
      <StepNavigation steps={importSteps} current={run.state === 'checked' ? 1 : 2} />
      <Crumbs>
        <Anchor to={paths.imports}>取り込み</Anchor> / {run.fileName}
      </Crumbs>
      <PageTitle facts={`${kindWords[run.kind]}・${dayAndClock(run.startedAt)}`}>{run.fileName}</PageTitle>
      {run.state === 'checked' ? <Checked run={run} /> : <Running run={run} />}
    </>
  );
}

function Checked({ run }: { readonly run: ImportView }) {
  const deed = useDeed(routes.runImport);
  const good = run.rowsTotal - run.refused;
  const blocked = run.missingColumns.length > 0 || good === 0;
  const take = () => deed.mutate({ params: { id: run.id }, body: {} });
  return (
    <>
      {run.missingColumns.length > 0 ? (
        <Banner kind="error" title="必要な項目が見つかりません">
          見出しに「{run.missingColumns.join('」「')}
          」がありません。見出しの行を直して、もう一度ファイルを選んでください。
        </Banner>
      ) : (
        <Banner
          kind={run.refused > 0 ? 'warning' : 'info'}
          title={`${count(run.rowsTotal)}行のうち ${count(good)}行を取り込めます${run.refused > 0 ? `。${count(run.refused)}行は取り込めません` : ''}`}
          {...(blocked
            ? {}
            : {
                action: (
                  <Button kind="solid" busy={deed.isPending} onPress={take}>
                    {count(good)}行を取り込む
                  </Button>
                ),
              })}
        >
          {consequence(run)}
        </Banner>
      )}
      <Refusal error={deed.error} />
      <div className="grid gap-x-8 wide:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {run.bad.length > 0 && (
            <Section
              title={`取り込めない行 ${count(run.refused)}行`}
              {...(run.refused > run.bad.length ? { aside: `はじめの${run.bad.length}件` } : {})}
            >
              <BadLines run={run} />
            </Section>
          )}
          {run.sample.length > 0 && (
            <Section title="取り込んだあとの形" aside={`はじめの${run.sample.length}行`}>
              <Sample run={run} />
            </Section>
          )}
        </div>
        <FileFacts run={run} />
      </div>
    </>
  );
}

function consequence(run: ImportView): string {
  const { people, firstDate, lastDate } = run.consequence;
  if (people === 0 || firstDate === null) return '取り込むまで、何も変わりません。';
  const days =
    lastDate === null || lastDate === firstDate
      ? dayLabel(firstDate)
      : `${dayLabel(firstDate)}から${dayLabel(lastDate)}`;
  return `取り込むと、${count(people)}人の ${days} の勤務が計算し直されます。`;
}

function FileFacts({ run }: { readonly run: ImportView }) {
  return (
    <Section title="ファイル">
      <Facts
        rows={[
          { name: '文字コード', value: encodingWords[run.encoding] },
          { name: '区切り', value: separatorWords[run.separator] },
          { name: '行数', value: `${count(run.rowsTotal)}行${run.hasHeader ? '(見出しを除く)' : ''}` },
        ]}
      />
      <h3 className="mt-4 text-[1rem]">項目の対応</h3>
      <ul className="mt-1 text-[0.9375rem]">
        {run.columns.map((column) => (
          <li key={column.header} className="flex justify-between gap-3 border-b border-solid-gray-200 py-1.5">
            <span>{column.header}</span>
            <span>{column.field === null ? '使いません' : `→ ${column.field}`}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Anchor to={paths.imports}>別のファイルを選ぶ</Anchor>
      </p>
    </Section>
  );
}

function Running({ run }: { readonly run: ImportView }) {
  const stop = useDeed(routes.stopImport);
  const again = useDeed(routes.runImport);
  const running = run.state === 'running';
  const percent = run.rowsTotal === 0 ? 100 : Math.floor((run.rowsDone / run.rowsTotal) * 100);
  return (
    <>
      {running ? (
        <section aria-label="進み具合">
          <p role="status">
            {count(run.rowsTotal)}行のうち {count(run.rowsDone)}行({percent}%)・取り込めない行 {count(run.refused)}行
          </p>
          <ProgressBar done={run.rowsDone} all={run.rowsTotal} label="取り込みの進み具合" />
          <p className="prose-small">この画面を離れても続きます。中止しても、取り込んだ行は残ります。</p>
          <div className="mt-3">
            <Button busy={stop.isPending} onPress={() => stop.mutate({ params: { id: run.id }, body: {} })}>
              中止する
            </Button>
          </div>
        </section>
      ) : (
        <Banner kind={run.state === 'done' ? 'done' : 'warning'} title={resultTitle(run)} role="status">
          {run.unchanged > 0 && `${count(run.unchanged)}行はすでに取り込み済みで、変わりません。`}
          {run.state === 'interrupted' &&
            'サーバーが止まったため、途中で切れました。もう一度取り込むと、残りの行だけが入ります。'}
        </Banner>
      )}
      <Refusal error={stop.error ?? again.error} />
      {!running && run.state !== 'done' && (
        <div className="mt-4">
          <Button
            kind="solid"
            busy={again.isPending}
            onPress={() => again.mutate({ params: { id: run.id }, body: {} })}
          >
            続きを取り込む
          </Button>
        </div>
      )}
      {run.refused > 0 && !running && (
        <Section title={`取り込めなかった行 ${count(run.refused)}行`}>
          <p className="my-3">
            <a className="link" href={addressOf(routes.importErrors.path, { id: run.id })} download>
              取り込めなかった {count(run.refused)}行のファイルを保存する
            </a>
            (もとの行に、わけを付けてあります。直して、このまま取り込めます)
          </p>
          <BadLines run={run} />
        </Section>
      )}
      {run.changed !== null && <Changed changed={run.changed} />}
      <p className="mt-6">
        <ButtonLink to={paths.imports}>取り込みの一覧に戻る</ButtonLink>
      </p>
    </>
  );
}

function resultTitle(run: ImportView): string {
  const taken = `${count(run.taken)}行を取り込みました`;
  if (run.state === 'done')
    return run.taken === 0 && run.unchanged > 0 ? `${count(run.unchanged)}行はすべて取り込み済みです` : taken;
  return run.state === 'stopped' ? `中止しました。${taken}` : `途中で切れました。${taken}`;
}

function Changed({ changed }: { readonly changed: NonNullable<ImportView['changed']> }) {
  return (
    <Section title="変わったこと">
      <ul className="mt-3 list-disc pl-5">
        <li>打刻漏れが消えた日 {count(changed.resolvedMissing)}日</li>
        <li>差異が出た日 {count(changed.newDiscrepancies)}日</li>
        <li>上限の状態が変わった人 {count(changed.stateChanges)}人</li>
      </ul>
    </Section>
  );
}
