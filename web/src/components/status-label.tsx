import type { LimitState } from '@tokimori/contract/values';
import { type Label, stateLabels, type Tone } from '../wording/words.ts';
import { ShapeMark } from './shapes.tsx';

const tones: Readonly<Record<Tone, string>> = {
  over: 'border-red-1000 bg-red-50 text-red-1000',
  exceptional: 'border-purple-800 bg-purple-50 text-purple-900',
  forecast: 'border-orange-1000 bg-orange-50 text-orange-1000',
  near: 'border-yellow-1000 bg-yellow-50 text-yellow-1100',
  fine: 'border-green-900 bg-white text-green-900',
  unknown: 'border-dashed border-solid-gray-800 bg-white text-solid-gray-900',
  waiting: 'border-blue-1000 bg-blue-50 text-blue-1000',
  done: 'border-solid-gray-420 bg-solid-gray-50 text-solid-gray-900',
};

/** Shape, word and frame of a state. Tells progress; it is neither a link nor a button, and stands once in a row. */
export function StatusLabel({ label, small = false }: { readonly label: Label; readonly small?: boolean }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-6 border align-middle font-700 leading-140 ${
        small ? 'px-1 py-0 text-[0.8125rem]' : 'px-1.5 py-0.5 text-[0.875rem]'
      } ${tones[label.tone]}`}
    >
      <ShapeMark shape={label.shape} size={small ? 14 : 16} />
      {label.word}
    </span>
  );
}

/** The label of a limit's state; `word` replaces the usual word (上限を超える). */
export function StateLabel({
  state,
  word,
  small = false,
}: {
  readonly state: LimitState;
  readonly word?: string;
  readonly small?: boolean;
}) {
  const label = stateLabels[state];
  return <StatusLabel label={word === undefined ? label : { ...label, word }} small={small} />;
}
