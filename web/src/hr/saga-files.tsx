import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { RadioGroup } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';
import { eraMonth } from '../wording/format.ts';
import { FileField } from './file-field.tsx';

const inputs = [
  { key: 'staff', name: '前月末の職員一覧' },
  { key: 'departments', name: '部局ごとの時間外一覧' },
  { key: 'days', name: '日ごとの時間外一覧' },
] as const;
type Key = (typeof inputs)[number]['key'];

/** 資料①② from three files of another system; nothing of them is stored. */
export function SagaFiles({ month }: { readonly month: string }) {
  const { roles } = useMe();
  const [sheet, setSheet] = useState<'1' | '2'>('1');
  const [files, setFiles] = useState<Partial<Record<Key, File>>>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const make = useMutation({
    mutationFn: async () => {
      const form = new FormData();
      for (const { key } of inputs) {
        const file = files[key];
        if (file !== undefined) form.set(key, file);
      }
      const made: unknown = await call(routes.sagaFromFiles, { query: { month, sheet, format: 'xlsx' }, file: form });
      if (made instanceof Blob) save(made, `shiryo-${sheet}-${month}.xlsx`);
    },
    onSuccess: () => announce('資料を作りました'),
  });
  if (!roles.includes('hr')) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      ...inputs.map(({ key, name }) => wrong(files[key] === undefined, key, `${name}のファイルを選んでください`)),
    );
    setErrors(found);
    if (found.length === 0 && !make.isPending) make.mutate();
  };
  return (
    <Section title="ほかのシステムのファイルから資料①②を作る">
      <form onSubmit={submit} noValidate className="max-w-[50rem]">
        <ErrorSummary errors={errors} />
        <p className="mt-3">3つのCSVから、{eraMonth(month)}の資料を作ります。ファイルの中身は保存しません。</p>
        <Refusal error={make.error} />
        {inputs.map(({ key, name }) => (
          <FileField
            key={key}
            id={key}
            label={name}
            error={errorOf(errors, key)}
            onChange={(file) => setFiles({ ...files, [key]: file ?? undefined })}
          />
        ))}
        <RadioGroup<'1' | '2'>
          id="sheet"
          label="作る資料"
          required
          value={sheet}
          onChange={setSheet}
          options={[
            { value: '1', name: '資料①(部局ごとの時間数・前年度からの増加率)' },
            { value: '2', name: '資料②(個人ごとの時間数)' },
          ]}
        />
        <div className="mt-5">
          <Button type="submit" busy={make.isPending}>
            資料を作る
          </Button>
        </div>
      </form>
    </Section>
  );
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
