import { useState } from 'react';
import { SelectField, TextField } from '../components/fields.tsx';
import type { PlanView } from './views.ts';

/** A group that the records do not know. */
const OTHER = '-';

type Props = {
  readonly view: PlanView;
  /** Empty = the whole section. */
  readonly value: string;
  readonly onChange: (group: string) => void;
};

/** The group that a report is of: the whole section, one that the records know, or another by its name. */
export function GroupFields({ view, value, onChange }: Props) {
  const [chosen, setChosen] = useState(value);
  const known = new Set([...view.groups, ...view.measures.map(({ group }) => group)].filter((name) => name !== ''));
  return (
    <>
      <SelectField
        id="measure-group"
        label="グループ"
        required
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          onChange(next === OTHER ? '' : next);
        }}
        options={[
          { value: '', name: '課全体' },
          ...[...known].map((name) => ({ value: name, name })),
          { value: OTHER, name: 'ほかのグループ' },
        ]}
      />
      {chosen === OTHER && (
        <TextField
          id="measure-group-name"
          label="グループの名前"
          hint="空けておくと、課全体の対策になります。"
          value={value}
          onChange={onChange}
          maxLength={60}
        />
      )}
    </>
  );
}
