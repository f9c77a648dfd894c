import { count, dayAndClock } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Section } from '../components/section.tsx';
import { BadLines } from './import-tables.tsx';
import type { ImportView } from './views.ts';

/** How far an import is, and what came of it: what is in, what is not and why, what changed by it. */
export function ImportResult({ run }: { readonly run: ImportView }) {
  const stop = useDeed(routes.stopImport);
  const again = useDeed(routes.runImport);
  const running = run.state === 'running';
  const percent = run.rowsTotal === 0 ? 100 : Math.floor((run.rowsDone / run.rowsTotal) * 100);
  return (
    <>
      {running ? (
        <section aria-label="進み具合" className="card">
          <p role="status" className="flex flex-wrap items-baseline justify-between gap-x-4">
            <strong className="text-[1.5rem]">
              {count(run.rowsDone)} / {count(run.rowsTotal)}行
            </strong>
            <span>{percent}%</span>
          </p>
          <ProgressBar done={run.rowsDone} all={run.rowsTotal} label="取り込みの進み具合" />
          <p className="prose-small">
            取り込めない行 いまのところ {count(run.refused)}行。この画面を閉じても続きます。
          </p>
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button busy={stop.isPending} onPress={() => stop.mutate({ params: { id: run.id }, body: {} })}>
              途中で止める
            </Button>
            <span className="prose-small">止めても、取り込んだ行は残ります。</span>
          </div>
        </section>
      ) : (
        <Banner kind={run.state === 'done' ? 'done' : 'warning'} title={resultTitle(run)} role="status">
          {run.fileName}
          {run.finishedAt !== null && `(${dayAndClock(run.finishedAt)})`}。
          {run.refused > 0 && `${count(run.refused)}行は取り込んでいません。`}
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
            。もとの行に、わけを付けてあります。直すと、そのまま取り込めます。
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
  const rows = [
    { what: '打刻漏れがなくなった', value: `${count(changed.resolvedMissing)}日`, next: '' },
    {
      what: '命令と退勤の差異が出た',
      value: `${count(changed.newDiscrepancies)}日`,
      next: changed.newDiscrepancies > 0 ? '所属長の「差異の確認」に出ています' : '',
    },
    { what: '上限の状態が変わった', value: `${count(changed.stateChanges)}人`, next: '' },
  ];
  return (
    <Section title="取り込みで変わったこと">
      <DataTable caption="取り込みで変わったこと">
        <thead>
          <tr>
            <th scope="col">こと</th>
            <th scope="col" className="number">
              数
            </th>
            <th scope="col">次にすること</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td className="number">{row.value}</td>
              <td>
                {row.what.startsWith('上限') && changed.stateChanges > 0 ? (
                  <Anchor to={paths.city}>超えた人・近い人を見る</Anchor>
                ) : (
                  row.next
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
