import type { StepView } from '@tokimori/contract/values';
import type { ReactNode } from 'react';
import { sentenceOf } from '../wording/steps.ts';

type Citation = NonNullable<StepView['citation']>;

/** Where a rule stands: title and place of the provision. C = to be confirmed by the municipality, and says so. */
export function CitationNote({ citation }: { readonly citation: Citation }) {
  return (
    <p className="my-2 border-l-4 border-solid-gray-420 py-1 pl-3 text-[0.875rem] leading-160">
      {citation.title}
      {citation.place === '' ? '' : ` ${citation.place}`}
      {citation.confidence === 'C' ? '(市の例規で確かめてください)' : ''}
    </p>
  );
}

/** The provisions a chapter rests on, each once. */
function citationsOf(steps: readonly StepView[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const { citation } of steps)
    if (citation !== null) seen.set(`${citation.instrument} ${citation.place}`, citation);
  return [...seen.values()];
}

const isCap = (step: StepView): boolean => step.says.endsWith('CapApplies');

/** Sentences of the steps, the caps among them as a list, then what they rest on. */
export function StepSentences({ steps }: { readonly steps: readonly StepView[] }) {
  const caps = steps.filter(isCap);
  return (
    <>
      {steps
        .filter((step) => !isCap(step))
        .map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their order
          <p key={i} className="py-0.5 text-[0.9375rem] leading-160">
            {sentenceOf(step)}
          </p>
        ))}
      {caps.length > 0 && (
        <ul className="list-disc pl-5 text-[0.9375rem]">
          {caps.map((step) => (
            <li key={step.says}>{sentenceOf(step)}</li>
          ))}
        </ul>
      )}
      {citationsOf(steps).map((citation) => (
        <CitationNote key={`${citation.instrument} ${citation.place}`} citation={citation} />
      ))}
    </>
  );
}

export type ReasonChapter = { readonly key: string; readonly title: string; readonly body: ReactNode };

/** Numbered chapters of a reasoning joined by a line; the last one, the verdict, is filled. */
export function ReasonSteps({ chapters }: { readonly chapters: readonly ReasonChapter[] }) {
  return (
    <ol className="mt-6">
      {chapters.map((chapter, i) => {
        const last = i === chapters.length - 1;
        return (
          <li key={chapter.key} className="relative flex gap-4 pb-8">
            {!last && (
              <span aria-hidden="true" className="absolute top-0 bottom-0 left-[1.0625rem] w-0.5 bg-solid-gray-800" />
            )}
            <span
              aria-hidden="true"
              className={`keep-colours relative flex size-9 shrink-0 items-center justify-center rounded-full border-2 border-solid-gray-800 font-700 ${last ? 'bg-solid-gray-800 text-white' : 'bg-white'}`}
            >
              {i + 1}
            </span>
            <div className="min-w-0 flex-1">
              <h2 className="text-[1.25rem]">{chapter.title}</h2>
              {chapter.body}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
