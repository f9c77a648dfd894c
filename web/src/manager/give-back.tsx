import type { DecisionGround } from '@tokimori/contract/decision-grounds';
import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { useMe } from '../app/session.ts';
import { RadioGroup } from '../components/fields.tsx';
import { isBegun } from './begun.ts';
import { GroundField } from './ground-field.tsx';
import { ReasonForm } from './reason-form.tsx';
import { Shorten } from './shorten.tsx';
import type { DecisionView } from './views.ts';

type Back = 'return' | 'shorten' | 'reject';
type Props = { readonly decision: DecisionView; readonly onDone: () => void };

/** 差し戻す, 短くして命令する or, if it shall end here, 却下する: with what the person is told. */
export function GiveBack({ decision, onlyReturn = false, onDone }: Props & { readonly onlyReturn?: boolean }) {
  const [kind, setKind] = useState<Back>('return');
  const { from, until, id } = decision.overtime;
  const hasHours = from !== null && until !== null;
  const worked = isBegun(useMe().now, decision.overtime.date, from);
  return (
    <>
      {!onlyReturn && (
        <RadioGroup<Back>
          id="back"
          label="どれにしますか"
          plain
          value={kind}
          onChange={setKind}
          options={[
            { value: 'return', name: '差し戻す', about: '本人が直して、もう一度申請できます。' },
            ...(hasHours
              ? [{ value: 'shorten' as const, name: '短くして命令する', about: '理由が本人に伝わります。' }]
              : []),
            {
              value: 'reject',
              name: '却下する',
              about: 'この申請は終わります。実際に働いた時間は、却下しても記録に残ります。',
            },
          ]}
        />
      )}
      {kind === 'return' && <Return id={id} onDone={onDone} />}
      {kind === 'shorten' && hasHours && <Shorten id={id} from={from} latest={until} onDone={onDone} />}
      {kind === 'reject' && <Reject id={id} worked={worked} onDone={onDone} />}
    </>
  );
}

type DeedProps = { readonly id: string; readonly onDone: () => void };

function Return({ id, onDone }: DeedProps) {
  const deed = useDeed(routes.returnOvertime);
  const give = (note: string) =>
    deed.mutate(
      { params: { id }, body: { note } },
      {
        onSuccess: () => {
          announce('差し戻しました');
          onDone();
        },
      },
    );
  return <ReasonForm id="back-note" label="本人に伝えること" deedName="差し戻す" deed={deed} onGiven={give} />;
}

function Reject({ id, worked, onDone }: DeedProps & { readonly worked: boolean }) {
  const deed = useDeed(routes.rejectOvertime);
  const [ground, setGround] = useState<DecisionGround | ''>('');
  const give = (note: string) => {
    if (ground === '') return;
    deed.mutate(
      { params: { id }, body: { note, ground } },
      {
        onSuccess: () => {
          announce('却下しました');
          onDone();
        },
      },
    );
  };
  return (
    <ReasonForm
      id="back-note"
      label="本人に伝えること"
      deedName="却下する"
      deed={deed}
      ready={ground !== ''}
      after={(asked) => (
        <GroundField
          id="back-ground"
          value={ground}
          onChange={setGround}
          worked={worked}
          error={asked && ground === '' ? '却下する理由を選んでください' : undefined}
        />
      )}
      onGiven={give}
    />
  );
}
