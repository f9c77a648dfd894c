import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextArea } from '../components/fields.tsx';
import type { PlanView } from './views.ts';

/** What the reader may do with the plan as it stands: agree, receive, return. */
export function PlanDeeds({ view }: { readonly view: PlanView }) {
  const { may, department, month, version } = view;
  const agree = useDeed(routes.agreePlan);
  const receive = useDeed(routes.receivePlan);
  const params = { department, month };
  const agreeAs = (as: 'head' | 'union', said: string) =>
    agree.mutate({ params, body: { version, as } }, { onSuccess: () => announce(said) });
  if (!may.agreeAsHead && !may.agreeAsUnion && !may.receive && !may.giveBack) return null;
  return (
    <div className="no-print mt-5">
      <Refusal error={agree.error ?? receive.error} />
      <div className="flex flex-wrap items-center gap-4">
        {may.agreeAsHead && (
          <Button kind="solid" busy={agree.isPending} onPress={() => agreeAs('head', '承認して職員組合に回しました')}>
            承認して職員組合に回す
          </Button>
        )}
        {may.agreeAsUnion && (
          <Button kind="solid" busy={agree.isPending} onPress={() => agreeAs('union', '承認しました')}>
            職員組合として承認する
          </Button>
        )}
        {may.receive && (
          <Button
            kind="solid"
            busy={receive.isPending}
            onPress={() =>
              receive.mutate({ params, body: { version } }, { onSuccess: () => announce('計画書を受け取りました') })
            }
          >
            受け取る
          </Button>
        )}
        {may.giveBack && <GiveBack view={view} />}
      </div>
      {may.agreeAsHead && (
        <p className="prose-small mt-2">
          保存した内容を回します。直したところは、先に「下書きを保存する」で保存してください。
        </p>
      )}
    </div>
  );
}

function GiveBack({ view }: { readonly view: PlanView }) {
  const deed = useDeed(routes.returnPlan);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const own = !view.may.agreeAsUnion && !view.may.receive && view.may.measures && view.state === 'agreedByHead';
  const title = own ? '計画書を取り戻す' : '計画書を差し戻す';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakes(wrong(note.trim() === '', 'return-note', '理由を入力してください'));
    setErrors(found);
    if (found.length > 0 || deed.isPending) return;
    const { department, month, version } = view;
    deed.mutate(
      { params: { department, month }, body: { version, note: note.trim() } },
      {
        onSuccess: () => {
          announce(own ? '取り戻しました' : '差し戻しました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{own ? '取り戻して直す' : '差し戻す'}</Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <TextArea
            id="return-note"
            label="理由"
            hint="所属長が直すときに読みます。"
            required
            value={note}
            onChange={setNote}
            error={errorOf(errors, 'return-note')}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              {own ? '取り戻す' : '差し戻す'}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
