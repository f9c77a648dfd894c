import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { importShapes } from '@tokimori/contract/import-columns';
import type { ImportKind } from '@tokimori/contract/imports';
import { count, dayAndClock } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { answers, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { Empty, Refusal, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { SelectField } from '../components/fields.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { StepNavigation } from '../components/step-navigation.tsx';
import { FileField } from './file-field.tsx';
import { FileShapeTable } from './file-shape.tsx';
import { kinds, kindWord, runLabels } from './import-words.ts';

export const importSteps = ['ファイル', '確認', '取り込み'] as const;

/** 取り込み: choose a kind and a file; it is checked before anything is stored. */
export function ImportsPage() {
  return (
    <>
      <StepNavigation steps={importSteps} current={0} />
      <PageTitle>ファイルを取り込む</PageTitle>
      <ChooseFile />
      <Latest />
    </>
  );
}

type Encoding = 'auto' | 'utf-8' | 'cp932';

function ChooseFile() {
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>('punches');
  const [encoding, setEncoding] = useState<Encoding>('auto');
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const check = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.set('file', chosen);
      return call(routes.checkImport, { query: { kind, encoding }, file: form });
    },
    onSuccess: (run) => {
      answers.removeQueries({ queryKey: [routes.listImports.path] });
      void navigate({ to: paths.importRun(run.id) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(file === null, 'file', '取り込むファイルを選んでください'));
    setErrors(found);
    if (file !== null && !check.isPending) check.mutate(file);
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-[50rem]">
      <ErrorSummary errors={errors} />
      <p>
        CSV(カンマかタブ区切り、UTF-8 か Shift_JIS)か、表計算ソフトの「Unicode
        テキスト」を取り込みます。ファイルを選ぶと、まず中身を確かめます。取り込むまで、記録は変わりません。
      </p>
      <Refusal error={check.error} />
      <SelectField<ImportKind>
        id="kind"
        label="何のファイルか"
        required
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, name: kindWord(value) }))}
      />
      <FileShapeTable key={kind} shape={importShapes[kind]} />
      <FileField id="file" label="ファイル" error={errorOf(errors, 'file')} onChange={setFile} />
      <SelectField<Encoding>
        id="encoding"
        label="文字コード"
        hint="自動で見分けます。次の画面で文字が化けていたら、選び直してください。"
        value={encoding}
        onChange={setEncoding}
        options={[
          { value: 'auto', name: '自動で見分ける' },
          { value: 'utf-8', name: 'UTF-8' },
          { value: 'cp932', name: 'Shift_JIS(CP932)' },
        ]}
      />
      <div className="mt-6">
        <Button kind="solid" type="submit" busy={check.isPending}>
          {check.isPending ? '中身を確かめています' : '中身を確かめる'}
        </Button>
      </div>
    </form>
  );
}

function Latest() {
  const list = useReading(routes.listImports, {}, { refetchInterval: 10_000 });
  return (
    <Section title="これまでの取り込み">
      <Shown query={list}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Empty>取り込みはまだありません。取り込むと、ここに結果が出ます。</Empty>
          ) : (
            <DataTable caption="これまでの取り込み(新しい順)" minWidth={44} stack>
              <thead>
                <tr>
                  <th scope="col">ファイル</th>
                  <th scope="col">種類</th>
                  <th scope="col">状態</th>
                  <th scope="col" className="number">
                    取り込んだ行
                  </th>
                  <th scope="col" className="number">
                    変わらない行
                  </th>
                  <th scope="col" className="number">
                    取り込めない行
                  </th>
                  <th scope="col">はじめた時刻</th>
                </tr>
              </thead>
              <tbody>
                {imports.map((run) => (
                  <tr key={run.id}>
                    <th scope="row">
                      <Anchor to={paths.importRun(run.id)}>{run.fileName}</Anchor>
                    </th>
                    <td data-label="種類">{kindWord(run.kind)}</td>
                    <td>
                      <StatusLabel label={runLabels[run.state]} />
                    </td>
                    <td data-label="取り込んだ行" className="number">
                      {count(run.taken)}
                    </td>
                    <td data-label="変わらない行" className="number">
                      {count(run.unchanged)}
                    </td>
                    <td data-label="取り込めない行" className="number">
                      {count(run.refused)}
                    </td>
                    <td data-label="はじめた時刻" className="whitespace-nowrap">
                      {dayAndClock(run.startedAt)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          )
        }
      </Shown>
    </Section>
  );
}
