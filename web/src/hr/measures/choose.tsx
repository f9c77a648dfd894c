import type { ComponentProps } from 'react';
import { type Option, SelectField } from '../../components/fields.tsx';

type Choice = { readonly key: string; readonly name: string };
type Props = Omit<ComponentProps<typeof SelectField<string>>, 'options'> & {
  readonly choices: readonly Choice[];
  /** All that may stand there: what was chosen before and does not fit any more is still shown, so that it can be told. */
  readonly all?: readonly Choice[];
  /** What nothing chosen is called; 「選んでください」 where nothing is said. */
  readonly none?: string;
};

/** One of some words of the vocabulary. */
export function Choose({ choices, all = choices, none, ...props }: Props) {
  const named = ({ key, name }: Choice): Option<string> => ({ value: key, name });
  const current = all.find(({ key }) => key === props.value);
  const isThere = props.value === '' || choices.some(({ key }) => key === props.value);
  const blank = none !== undefined || props.value === '' ? [{ value: '', name: none ?? '選んでください' }] : [];
  const other = isThere ? [] : [{ value: props.value, name: `${current?.name ?? props.value}(ここでは使えません)` }];
  return <SelectField {...props} options={[...blank, ...other, ...choices.map(named)]} />;
}
