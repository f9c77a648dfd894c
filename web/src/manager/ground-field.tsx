import { type DecisionGround, groundsToCome } from '@tokimori/contract/decision-grounds';
import { SelectField } from '../components/fields.tsx';
import { groundWords, workHint } from '../wording/decision-words.ts';

/** Why a claim is cut or turned down: one of a list, with what counts as work beside it. */
export function GroundField({
  id,
  value,
  onChange,
  error,
  worked = false,
}: {
  readonly id: string;
  readonly value: DecisionGround | '';
  readonly onChange: (ground: DecisionGround | '') => void;
  readonly error?: string | undefined;
  /** The hours have begun: grounds for work to come are none. */
  readonly worked?: boolean;
}) {
  const grounds = (Object.keys(groundWords) as DecisionGround[]).filter(
    (each) => !worked || !groundsToCome.includes(each),
  );
  return (
    <SelectField<DecisionGround | ''>
      id={id}
      label="理由の区分"
      hint={workHint}
      required
      value={value}
      onChange={onChange}
      error={error}
      options={[
        { value: '', name: '選んでください' },
        ...grounds.map((ground) => ({ value: ground, name: groundWords[ground] })),
      ]}
    />
  );
}
