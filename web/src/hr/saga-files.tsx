import { useMutation } from '@tanstack/react-query';
import { type SagaField, sagaShapes } from '@tokimori/contract/saga-columns';
import { eraMonth, shiftMonth } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { RadioGroup, SelectField } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';
import { FileField } from './file-field.tsx';
import { FileShapeTable } from './file-shape.tsx';
import { type MadeSheet, MadeSheetView } from './made-sheet.tsx';
import { save } from './save.ts';

/** Months of other systems reach back so far. */
const YEARS = 8;
const keys = ['staff', 'departments', 'days'] as const;
/** The files without which a sheet cannot be made. */
const needs: Readonly<Record<'1' | '2', readonly SagaField[]>> = { '1': ['departments'], '2': ['staff', 'days'] };

/** 資料①② from three files of another system; nothing of them is stored. */
export function SagaFiles({ month: chosen }: { readonly month: string }) {
  const { roles } = useMe();
  const [other, setOther] = useState<string | null>(null);
  const month = other ?? chosen;
  const [sheet, setSheet] = useState<'1' | '2'>('1');
  const [files, setFiles] = useState<Partial<Record<SagaField, File>>>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [made, setMade] = useState<MadeSheet | null>(null);
  const make = useMutation({
    mutationFn: async () => {
      setMade(null);
      const form = new FormData();
      for (const key of keys) {
        const file = files[key];
        if (file !== undefined) form.set(key, file);
      }
      const ask = (format: 'xlsx' | 'json') =>
        call(routes.sagaFromFiles, { query: { month, sheet, format }, file: form }) as Promise<unknown>;
      if (sheet === '1') setMade((await ask('json')) as MadeSheet);
      const file = await ask('xlsx');
      if (file instanceof Blob) save(file, `shiryo-${sheet}-${month}.xlsx`);
    },
    onSuccess: () => announce('資料を作りました'),
  });
  if (!roles.includes('hr')) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      ...needs[sheet].map((key) =>
        wrong(files[key] === undefined, key, `${sagaShapes[key].name}のファイルを選んでください`),
      ),
    );
    setErrors(found);
    if (found.length === 0 && !make.isPending) make.mutate();
  };
  return (
    <Section title="ほかのシステムのファイルから資料①②を作る">
      <form onSubmit={submit} noValidate className="max-w-[50rem]">
        <ErrorSummary errors={errors} />
        <p className="mt-3">CSVから、{eraMonth(month)}の資料を作ります。ファイルの中身は保存しません。</p>
        <Refusal error={make.error} />
        <SelectField
          id="source-month"
          label="資料の月"
          plain
          width="w-60"
          value={month}
          onChange={setOther}
          options={Array.from({ length: YEARS * 12 }, (_, i) => shiftMonth(chosen, 1 - i)).map((value) => ({
            value,
            name: eraMonth(value),
          }))}
        />
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
        {keys.map((key) => (
          <div key={key}>
            <FileField
              id={key}
              label={sagaShapes[key].name}
              required={needs[sheet].includes(key)}
              error={errorOf(errors, key)}
              onChange={(file) => setFiles({ ...files, [key]: file ?? undefined })}
            />
            <FileShapeTable shape={sagaShapes[key]} />
          </div>
        ))}
        <div className="mt-5">
          <Button type="submit" busy={make.isPending}>
            資料を作る
          </Button>
        </div>
      </form>
      {made !== null && <MadeSheetView sheet={made} />}
    </Section>
  );
}
