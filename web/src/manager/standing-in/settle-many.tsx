import type { DecisionGround } from '@tokimori/contract/decision-grounds';
import { useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { RadioGroup } from '../../components/fields.tsx';
import { GroundField } from '../ground-field.tsx';
import { ReasonForm } from '../reason-form.tsx';

type Kind = 'return' | 'reject' | 'revoke';
const words: Readonly<Record<Kind, string>> = { return: '差し戻す', reject: '却下する', revoke: '命令を取り消す' };

type SettleItem = { readonly id: string; readonly name: string };
type Props = {
  readonly items: readonly SettleItem[];
  readonly deeds: readonly Kind[];
  /** What the button says. */
  readonly title: string;
};

/** 差戻し, 却下 or 取消 of several with one reason; what could not be done stays listed with why. */
export function SettleMany({ items, deeds, title }: Props) {
  const [open, setOpen] = useState(false);
  if (items.length < 2) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <Settle items={items} deeds={deeds} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Settle({ items, deeds, onDone }: Omit<Props, 'title'> & { readonly onDone: () => void }) {
  const deed = useDeed(routes.settleMany);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [kind, setKind] = useState<Kind>(deeds[0] ?? 'return');
  const [ground, setGround] = useState<DecisionGround | ''>('');
  const ids = items.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  const left = new Map(deed.data?.left.map(({ id, message }) => [id, message]));
  const give = (note: string) =>
    deed.mutate(
      { body: { deed: kind, ids, note, ...(kind === 'reject' && ground !== '' ? { ground } : {}) } },
      {
        onSuccess: (answer) => {
          announce(`${answer.done.length}件を処理しました`);
          setChosen(new Set(answer.left.map(({ id }) => id)));
          if (answer.left.length === 0) onDone();
        },
      },
    );
  const ready = ids.length > 0 && (kind !== 'reject' || ground !== '');
  return (
    <ReasonForm
      id="many-note"
      label="本人に伝えること"
      deedName={`選んだ ${ids.length}件を${words[kind]}`}
      deed={deed}
      ready={ready}
      before={
        <>
          {deeds.length > 1 && (
            <RadioGroup<Kind>
              id="many-deed"
              label="どれにしますか"
              plain
              value={kind}
              onChange={setKind}
              options={deeds.map((each) => ({ value: each, name: words[each] }))}
            />
          )}
          <Choice items={items} chosen={chosen} left={left} onChange={setChosen} />
        </>
      }
      after={(asked) => (
        <>
          {kind === 'reject' && (
            <GroundField
              id="many-ground"
              value={ground}
              onChange={setGround}
              error={asked && ground === '' ? '却下する理由を選んでください' : undefined}
            />
          )}
          {asked && ids.length === 0 && (
            <p role="alert" className="mt-3 font-700 text-red-900">
              対象を選んでください
            </p>
          )}
        </>
      )}
      onGiven={give}
    />
  );
}

function Choice({
  items,
  chosen,
  left,
  onChange,
}: {
  readonly items: readonly SettleItem[];
  readonly chosen: ReadonlySet<string>;
  readonly left: ReadonlyMap<string, string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className="mt-6">
      <legend className="font-700">対象</legend>
      {items.map(({ id, name }) => (
        <div key={id}>
          <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
            <input
              type="checkbox"
              className="mt-0.5 size-6 shrink-0 accent-blue-900"
              checked={chosen.has(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span>{name}</span>
          </label>
          {left.has(id) && <p className="prose-small ml-9 text-red-900">{left.get(id)}</p>}
        </div>
      ))}
    </fieldset>
  );
}
