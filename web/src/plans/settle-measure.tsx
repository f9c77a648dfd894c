import { measureItemWords, measureOutcomeWords } from '@tokimori/contract/plan-words';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { RadioGroup, TextArea } from '../components/fields.tsx';
import type { CarriedMeasure, Outcome, PlanView } from './views.ts';

type Props = { readonly view: PlanView; readonly measure: CarriedMeasure };

/** Says what became of a measure. */
export function SettleMeasure({ view, measure }: Props) {
  const deed = useDeed(routes.settleReportMeasure);
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(measure.outcome ?? 'done');
  const [note, setNote] = useState(measure.outcomeNote);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (deed.isPending) return;
    const { month, group, item } = measure;
    deed.mutate(
      { params: { department: view.department, month }, body: { group, item, outcome, note: note.trim() } },
      {
        onSuccess: () => {
          announce('対策の結果を記録しました');
          setOpen(false);
        },
      },
    );
  };
  const title = `${measureItemWords[measure.item]}の結果`;
  return (
    <>
      <Button size="small" label={`${title}を記録する`} onPress={() => setOpen(true)}>
        結果を記録する
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">{measure.words}</p>
          <RadioGroup<Outcome>
            id="measure-outcome"
            label="行ったかどうか"
            required
            value={outcome}
            onChange={setOutcome}
            options={(Object.keys(measureOutcomeWords) as Outcome[]).map((value) => ({
              value,
              name: measureOutcomeWords[value],
            }))}
          />
          <TextArea id="measure-note" label="わかったこと" value={note} onChange={setNote} maxLength={400} />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              記録する
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
