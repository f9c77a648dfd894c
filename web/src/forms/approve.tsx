import type { FormView } from '@tokimori/contract/forms';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { GiveBack, TakeBack } from './back-with-reason.tsx';
import type { Place } from './form.tsx';
import { RecordPaper } from './record-paper.tsx';

/** Approving for the post that is awaited, recording what was approved on paper, returning, and taking back what was accepted. */
export function Approve({ place, view }: { readonly place: Place; readonly view: FormView }) {
  const stamp = useDeed(routes.stampForm);
  const { awaits, mayStamp, mayRecord, mayPass, mayReturn, mayReopen, gaveBefore } = view;
  if (!(mayStamp || mayRecord || mayPass || mayReturn || mayReopen || gaveBefore)) return null;
  const give = (step: number, told: string) =>
    stamp.mutate({ params: place, body: { step } }, { onSuccess: () => announce(told) });
  return (
    <div className="no-print mt-6">
      {gaveBefore && (
        <p className="mb-4">前の段階はあなたが承認しました。続けて承認することはできないため、別の人が承認します。</p>
      )}
      <div className="flex flex-wrap gap-3">
        {mayStamp && awaits !== null && (
          <Button kind="solid" busy={stamp.isPending} onPress={() => give(awaits.step, '承認しました')}>
            {`${awaits.label}として承認する`}
          </Button>
        )}
        {mayPass && awaits !== null && (
          <Button kind="solid" busy={stamp.isPending} onPress={() => give(awaits.step, '欠を記録しました')}>
            {`${awaits.label}を欠として進める`}
          </Button>
        )}
        {mayRecord && awaits !== null && <RecordPaper place={place} step={awaits.step} label={awaits.label} />}
        {mayReturn && <GiveBack place={place} />}
        {mayReopen && <TakeBack place={place} />}
      </div>
      <Refusal error={stamp.error} />
    </div>
  );
}
