import { useNavigate } from '@tanstack/react-router';
import { eraMonth } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { mistakes, wrong } from '../app/form.ts';
import { paths } from '../app/paths.ts';
import { Button } from '../components/button.tsx';
import { CheckField } from '../components/check-field.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';
import type { FormsView } from './forms.tsx';

const asked = { person: '職員番号', section: '所属', bureau: '部局', city: '' } as const;

/** A form that no measure made due is opened by its subject. */
export function OpenByHand({ kinds, departments, month }: Pick<FormsView, 'kinds' | 'departments' | 'month'>) {
  const go = useNavigate();
  const used = kinds.filter((each) => each.used);
  const [others, setOthers] = useState(used.length === 0);
  const [key, setKey] = useState((used[0] ?? kinds[0])?.key ?? '');
  const [subject, setSubject] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const kind = kinds.find((each) => each.key === key);
  if (kind === undefined) return null;
  const word = asked[kind.per];
  const choices = departments.filter(({ per }) => per === kind.per || (kind.byGroups && per === 'group'));
  const chosen =
    kind.per === 'person' ? subject.trim() : choices.find(({ department }) => department === subject)?.department;
  const named = kind.per === 'city' ? '-' : (chosen ?? choices[0]?.department ?? '');
  const open = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(word !== '' && wrong(named === '', 'open-subject', `${word}を入力してください`));
    setErrors(found);
    if (found.length === 0) void go({ to: paths.form(kind.key, month, named) });
  };
  return (
    <Section title="一覧にない様式を書く">
      <form onSubmit={open} noValidate className="max-w-[40rem]">
        <SelectField
          id="open-form"
          label="様式"
          plain
          value={key}
          onChange={setKey}
          options={(others ? kinds : used).map((each) => ({
            value: each.key,
            name: `${each.title}(${each.municipality})`,
          }))}
        />
        {used.length > 0 && used.length < kinds.length && (
          <CheckField
            id="open-others"
            checked={others}
            onChange={(checked) => {
              setOthers(checked);
              if (!checked && !kind.used) setKey(used[0]?.key ?? '');
            }}
          >
            ほかの様式も示す(この団体で使わないとしているもの)
          </CheckField>
        )}
        {(kind.per === 'section' || kind.per === 'bureau') && (
          <SelectField
            id="open-subject"
            label={word}
            plain
            value={named}
            onChange={setSubject}
            options={choices.map(({ department, name }) => ({ value: department, name }))}
          />
        )}
        {kind.per === 'person' && (
          <TextField
            id="open-subject"
            label={word}
            required
            width="w-60"
            value={subject}
            onChange={setSubject}
            error={errorOf(errors, 'open-subject')}
            maxLength={20}
          />
        )}
        <div className="mt-5">
          <Button type="submit">{`${eraMonth(month)}分を開く`}</Button>
        </div>
      </form>
    </Section>
  );
}
