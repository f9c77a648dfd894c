import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../app/announce.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { useFocusKept } from '../../components/use-focus-kept.ts';
import { MeasureWords } from '../measure-list.tsx';
import type { MeasuresFile } from './use-file.ts';
import type { DraftMeasure } from './views.ts';

type Props = {
  readonly file: MeasuresFile;
  readonly measures: readonly DraftMeasure[];
  /** They are those of the file as it stands; while it is looked at again, none is opened. */
  readonly isCurrent: boolean;
  /** A measure is to be changed; null = a new one. */
  readonly onEdit: (measure: DraftMeasure | null) => void;
};

/** Id of what holds the button that opens the fields of a measure; the focus comes back to it. */
export const editButton = (id: string | null): string => (id === null ? 'add-measure' : `edit-${id}`);

/** The measures one by one, in words: each may be changed or taken out, others added. */
export function MeasureCards({ file, measures, isCurrent, onEdit }: Props) {
  const [out, setOut] = useState<{ readonly title: string; readonly before: string; readonly after: string } | null>(
    null,
  );
  const heading = useFocusKept(measures.length);
  const wrong = measures.filter(({ problems }) => problems.length > 0).length;
  const remove = useMutation({
    mutationFn: ({ id }: DraftMeasure) => file.change({ kind: 'remove', id }),
    onSuccess: (answer, { fields }) => {
      if (answer.problems.length > 0) return;
      setOut({ title: fields.title, before: file.text, after: answer.text });
      announce('対策を外しました');
    },
  });
  const refused = remove.data?.problems.map(({ message }) => message).join('') ?? '';
  const count = `対策 ${measures.length}・${wrong === 0 ? '直すところはありません' : `直すところのある対策 ${wrong}`}`;
  return (
    <Section title="対策の一覧" aside={count} headingRef={heading}>
      <ol className="mt-1 list-decimal space-y-4 pl-6" id="measures" tabIndex={-1}>
        {measures.map((measure) => (
          <li key={measure.id}>
            {measure.said === null ? <Wrong measure={measure} /> : <MeasureWords measure={measure.said} />}
            <div className="mt-1 flex flex-wrap gap-3" id={editButton(measure.id)}>
              <Button
                size="small"
                label={`直す: ${measure.fields.title}`}
                busy={!isCurrent || remove.isPending}
                onPress={() => onEdit(measure)}
              >
                直す
              </Button>
              <Button
                kind="text"
                size="small"
                label={`外す: ${measure.fields.title}`}
                busy={!isCurrent || remove.isPending}
                onPress={() => remove.mutate(measure)}
              >
                外す
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div role="status">
        {refused !== '' && <p className="mt-4 font-700 text-red-900">{refused}</p>}
        {out !== null && out.after === file.text && (
          <div className="mt-4 flex flex-wrap items-center gap-3">
            <p>{`「${out.title}」を外しました。`}</p>
            <Button size="small" onPress={() => file.putBack(out.before, out.after)}>
              元に戻す
            </Button>
          </div>
        )}
      </div>
      <Refusal error={remove.error} />
      <div className="mt-5" id={editButton(null)}>
        <Button onPress={() => onEdit(null)}>対策を加える</Button>
      </div>
    </Section>
  );
}

/** A measure that makes no sense yet: what is to be put right in its fields. */
function Wrong({ measure: { fields, problems } }: { readonly measure: DraftMeasure }) {
  return (
    <>
      <p className="font-700">{fields.title}</p>
      <ul className="list-disc pl-5 text-red-900">
        {problems.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    </>
  );
}
