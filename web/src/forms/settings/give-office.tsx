import type { FormSettings } from '@tokimori/contract/form-settings';
import { type FormEvent, useState } from 'react';
import { newId, useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, RadioGroup, SelectField, TextField } from '../../components/fields.tsx';
import { boxesOf, readDate } from '../../wording/read.ts';

type Kind = FormSettings['offices'][number]['holdings'][number]['kind'];
const kinds: readonly { value: Kind; name: string; about: string }[] = [
  { value: 'staff', name: '職員', about: '職員番号で決めます。' },
  { value: 'post', name: '職名', about: '部署の職名で決めます。人事異動のたびに直す必要がありません。' },
  { value: 'account', name: 'アカウント', about: '職員番号のない人(副市長など)を、ログインの名前で決めます。' },
  { value: 'vacant', name: '欠員', about: '就いている人がいない役職、置いていない役職です。' },
];
const holderLabel = { staff: '職員番号', post: '職名', account: 'アカウント', vacant: '' } as const;

type Props = { readonly office: string; readonly view: FormSettings };

/** Names who holds an office from a day on. */
export function GiveOffice({ office, view }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)} label={`${office}に就く人を決める`}>
        就く人を決める
      </Button>
      <Dialog title={`${office}に就く人を決める`} open={open} onClose={() => setOpen(false)}>
        <OfficeForm office={office} view={view} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function OfficeForm({ office, view, onDone }: Props & { readonly onDone: () => void }) {
  const deed = useDeed(routes.giveFormOffice);
  const [id] = useState(newId);
  const [kind, setKind] = useState<Kind>('staff');
  const [holder, setHolder] = useState('');
  const [department, setDepartment] = useState(view.departments[0]?.department ?? '');
  const [from, setFrom] = useState(() => boxesOf(view.on));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDate(from);
    const found = mistakes(
      kind !== 'vacant' && wrong(holder.trim() === '', 'office-holder', `${holderLabel[kind]}を入力してください`),
      wrong(day === undefined, 'office-from', '暦にある日を入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || deed.isPending) return;
    const whose = { holder: kind === 'vacant' ? '' : holder.trim(), department: kind === 'post' ? department : '' };
    deed.mutate(
      { body: { id, office, kind, ...whose, from: day, through: null, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(`${office}を決めました`);
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <RadioGroup id="office-kind" label="決め方" required value={kind} onChange={setKind} options={kinds} />
      {kind === 'post' && (
        <SelectField
          id="office-department"
          label="部署"
          required
          value={department}
          onChange={setDepartment}
          options={view.departments.map(({ department: value, name }) => ({ value, name }))}
        />
      )}
      {kind !== 'vacant' && (
        <TextField
          id="office-holder"
          label={holderLabel[kind]}
          required
          width="w-60"
          value={holder}
          onChange={setHolder}
          error={errorOf(errors, 'office-holder')}
          maxLength={40}
        />
      )}
      <DateFields
        id="office-from"
        label="いつから"
        required
        value={from}
        onChange={setFrom}
        today={view.on}
        error={errorOf(errors, 'office-from')}
      />
      <TextField
        id="office-reason"
        label="理由"
        hint="例 人事異動、兼務"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          決める
        </Button>
      </div>
    </form>
  );
}
