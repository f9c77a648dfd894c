import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import type { SupporterView, SupportView } from './views.ts';

type Kind = SupporterView['kind'];
const words: Readonly<Record<Kind, { readonly button: string; readonly about: string }>> = {
  staff: { button: '応援者として登録する', about: '所属長が同意すると、応援に出られるようになります。' },
  section: { button: '課として登録する', about: '課としてまとまった人数を出せるときに登録します。' },
  workstation: {
    button: 'わくわくを登録する',
    about: '障害者ワークステーション「わくわく」が引き受けられる軽易な事務を登録します。',
  },
};

/** The registrations that the reader may make. */
export function RegisterForms({ view }: { readonly view: SupportView }) {
  const { may, supporters } = view;
  const mine = supporters.some((each) => each.mine);
  const kinds: readonly Kind[] = [
    ...(may.register && !mine ? (['staff'] as const) : []),
    ...(may.registerSections.length > 0 ? (['section'] as const) : []),
    ...(may.registerWorkstation ? (['workstation'] as const) : []),
  ];
  return (
    <div className="no-print mt-3 flex flex-wrap gap-3">
      {kinds.map((kind) => (
        <RegisterForm key={kind} kind={kind} view={view} />
      ))}
    </div>
  );
}

function RegisterForm({ kind, view }: { readonly kind: Kind; readonly view: SupportView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {words[kind].button}
      </Button>
      <Dialog title={words[kind].button} open={open} onClose={() => setOpen(false)}>
        <Fields kind={kind} view={view} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type FieldsProps = { readonly kind: Kind; readonly view: SupportView; readonly onDone: () => void };

function Fields({ kind, view, onDone }: FieldsProps) {
  const deed = useDeed(routes.registerSupporter);
  const [id] = useState(newId);
  const [department, setDepartment] = useState(view.may.registerSections[0]?.department ?? '');
  const [skills, setSkills] = useState('');
  const [availability, setAvailability] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(
      wrong(skills.trim() === '', 'register-skills', '手伝える業務や得意なことを入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    deed.mutate(
      {
        body: {
          id,
          kind,
          skills: skills.trim(),
          availability: availability.trim(),
          ...(kind === 'section' ? { department } : {}),
        },
      },
      {
        onSuccess: () => {
          announce('登録しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="mt-3">{words[kind].about}</p>
      {kind === 'section' && view.may.registerSections.length > 1 && (
        <SelectField
          id="register-department"
          label="課"
          required
          value={department}
          onChange={setDepartment}
          options={view.may.registerSections.map((each) => ({ value: each.department, name: each.name }))}
        />
      )}
      <TextField
        id="register-skills"
        label="手伝えること"
        hint="例 窓口の案内、封入、表計算での集計"
        required
        value={skills}
        onChange={setSkills}
        maxLength={400}
        error={errorOf(errors, 'register-skills')}
      />
      <TextField
        id="register-availability"
        label="出られる日や時間"
        hint="例 月の後半の午前"
        value={availability}
        onChange={setAvailability}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          登録する
        </Button>
      </div>
    </form>
  );
}
