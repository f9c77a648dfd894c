import { Badge, type Common, described, Mistake, Notes } from './field-frame.tsx';
import type { Option } from './fields.tsx';

/** On a wide screen so many columns; short words stand in two on a narrow one too. */
const grids = { 2: 'grid gap-x-6 wide:grid-cols-2', 4: 'grid grid-cols-2 gap-x-4 wide:grid-cols-4' } as const;

/** Any of a few, all in view. Columns where they are short and many. The order of `value` is that of the options. */
export function CheckGroup<Value extends string>(
  props: Common & {
    readonly value: readonly Value[];
    readonly options: readonly Option<Value>[];
    readonly onChange: (value: readonly Value[]) => void;
    readonly columns?: keyof typeof grids;
  },
) {
  const { id, label, required = false, value, options, onChange, columns } = props;
  const toggle = (one: Value) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((each) => (each === one ? !value.includes(one) : value.includes(each))),
    );
  return (
    <fieldset className="mt-6" aria-describedby={described(props)}>
      <legend className="font-700">
        {label}
        <Badge required={required} />
      </legend>
      <Notes id={id} hint={props.hint} />
      <div className={columns === undefined ? '' : grids[columns]}>
        {options.map((option, at) => (
          <label key={option.value} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
            <input
              id={at === 0 ? id : `${id}-${at}`}
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
              className="mt-0.5 size-6 shrink-0 accent-blue-900"
            />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
      <Mistake id={id} error={props.error} />
    </fieldset>
  );
}
