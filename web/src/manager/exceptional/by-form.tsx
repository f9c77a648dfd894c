import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { Anchor, Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import type { NoticeView } from '../../components/exceptional-lists.tsx';
import { SelectField } from '../../components/fields.tsx';
import { formLabels } from '../../wording/words.ts';
import type { SectionExceptional } from './section-exceptional.tsx';

type Props = { readonly view: SectionExceptional };

/** Chooses for whom the form of the municipality is written; handing it in is the notice. */
export function FileByForm({ view }: Props) {
  const go = useNavigate();
  const [open, setOpen] = useState(false);
  const [staff, setStaff] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { form } = view;
  if (form === null) return null;
  const write = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(staff === '', 'form-staff', '職員を選んでください'));
    setErrors(found);
    if (found.length === 0) void go({ to: paths.form(form.key, view.month, staff) });
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>様式で届け出る</Button>
      <Dialog title="様式で届け出る" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={write} noValidate>
          <p className="mt-3">{`${form.title}を書きます。提出すると、そのまま特例業務の届出になります。`}</p>
          <SelectField
            id="form-staff"
            label="職員"
            required
            value={staff}
            onChange={setStaff}
            error={errorOf(errors, 'form-staff')}
            options={[
              { value: '', name: '選んでください' },
              ...view.people.map((each) => ({ value: each.staff, name: each.name })),
            ]}
          />
          <div className="mt-5">
            <Button kind="solid" type="submit">
              様式を開く
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

/** The form of a notice, and how far it is. */
export function FormOfNotice({ view: { form, month }, notice }: Props & { readonly notice: NoticeView }) {
  if (form === null) return null;
  const state = form.written.find(({ staff }) => staff === notice.person.staff)?.state ?? 'none';
  return (
    <Anchor
      to={paths.form(form.key, month, notice.person.staff)}
      label={`様式(${formLabels[state].word}): ${notice.person.name} ${notice.task}`}
    >
      {`様式(${formLabels[state].word})`}
    </Anchor>
  );
}
