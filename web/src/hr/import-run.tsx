import { useParams } from '@tanstack/react-router';
import { count, dayAndClock, dayLabel } from '@tokimori/wording/format';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Refusal, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Facts, PageTitle, Section } from '../components/section.tsx';
import { StepNavigation } from '../components/step-navigation.tsx';
import { ImportResult } from './import-result.tsx';
import { BadLines, Sample } from './import-tables.tsx';
import { encodingWords, kindWord, separatorWords } from './import-words.ts';
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
  const checked = run.state === 'checked';
  return (
    <>
      <StepNavigation steps={importSteps} current={checked ? 1 : 2} />
      <PageTitle facts={`${run.fileName}・${dayAndClock(run.startedAt)}`}>{titleOf(run)}</PageTitle>
      {checked ? <Checked run={run} /> : <ImportResult run={run} />}
    </>
  );
}

function titleOf({ kind, state }: ImportView): string {
  if (state === 'checked') return `${kindWord(kind)}の取り込みを確かめてください`;
  return state === 'running' ? `${kindWord(kind)}を取り込んでいます` : `${kindWord(kind)}の取り込み`;
}

function Checked({ run }: { readonly run: ImportView }) {
  const deed = useDeed(routes.runImport);
  const good = run.rowsTotal - run.refused;
  const blocked = run.missingColumns.length > 0 || good === 0;
  const take = () => deed.mutate({ params: { id: run.id }, body: {} });
  return (
    <>
      <Finding run={run} good={good} />
      <div className="grid gap-x-8 wide:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {run.bad.length > 0 && (
            <Section
              title={`取り込めない行 ${count(run.refused)}行`}
              aside={
                run.refused > run.bad.length
                  ? `はじめの${run.bad.length}件。残りは取り込んだあとのファイルで`
                  : undefined
              }
            >
              <BadLines run={run} />
            </Section>
          )}
          {run.sample.length > 0 && (
            <Section title={`はじめの${run.sample.length}行`} aside="取り込んだあとの形で示します">
              <Sample run={run} />
            </Section>
          )}
        </div>
        <FileFacts run={run} />
      </div>
      <Refusal error={deed.error} />
      <div className="mt-8 flex flex-wrap items-center gap-3">
        {!blocked && (
          <Button kind="solid" busy={deed.isPending} onPress={take}>
            {count(good)}行を取り込む
          </Button>
        )}
        <ButtonLink to={paths.imports}>ファイルを選び直す</ButtonLink>
        {!blocked && <p className="prose-small">{consequence(run)}</p>}
      </div>
    </>
  );
}

/** What the check found, in one banner. */
function Finding({ run, good }: { readonly run: ImportView; readonly good: number }) {
  if (run.missingColumns.length > 0) {
    return (
      <Banner kind="error" title="必要な項目が見つかりません">
        見出しに「{run.missingColumns.join('」「')}
        」がありません。見出しの行を直して、もう一度ファイルを選んでください。
      </Banner>
    );
  }
  if (run.refused === 0) {
    return (
      <Banner kind="info" title={`${count(run.rowsTotal)}行すべてを取り込めます`}>
        同じ行を2回取り込んでも、記録は1回だけです。
      </Banner>
    );
  }
  return (
    <Banner kind="warning" title={`${count(run.rowsTotal)}行のうち ${count(run.refused)}行は取り込めません`}>
      {good > 0 && `${count(good)}行はこのまま取り込めます。`}
      {count(run.refused)}行は直してから、もう一度取り込めます。同じ行を2回取り込んでも、記録は1回だけです。
    </Banner>
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
          { name: 'ファイル', value: run.fileName },
          { name: '文字コード', value: encodingWords[run.encoding] },
          { name: '区切り', value: separatorWords[run.separator] },
          { name: '行数', value: `${count(run.rowsTotal)}行${run.hasHeader ? '(見出しを除く)' : ''}` },
        ]}
      />
      <table className="rows mt-4">
        <caption className="py-1 text-left font-700">項目の対応</caption>
        <thead>
          <tr>
            <th scope="col">ファイルの項目</th>
            <th scope="col">時守の項目</th>
          </tr>
        </thead>
        <tbody>
          {run.columns.map((column) => (
            <tr key={column.header}>
              <th scope="row" className="font-400!">
                {column.header}
              </th>
              <td className={column.field === null ? '' : 'font-700'}>{column.field ?? '(取り込まない)'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
