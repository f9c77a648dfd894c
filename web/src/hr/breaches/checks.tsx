import { Badge, type Common, described, Mistake, Notes } from '../../components/field-frame.tsx';
import type { Option } from '../../components/fields.tsx';

type Props = Common & {
  readonly value: readonly string[];
  readonly options: readonly Option<string>[];
  readonly onChange: (value: readonly string[]) => void;
};

/** Several of some, all in view. The order of `value` is that of the options. */
export function Checks(props: Props) {
  const { id, label, required = false, value, options, onChange } = props;
  return (
    <fieldset className="mt-6" aria-describedby={described(props)}>
      <legend className="font-700">
        {label}
        <Badge required={required} />
      </legend>
      <Notes id={id} hint={props.hint} />
      <div className="mt-1 grid gap-x-6 wide:grid-cols-2">
        {options.map((option, at) => (
          <label key={option.value} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
            <input
              id={at === 0 ? id : `${id}-${at}`}
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((each) => each.value)
                    .filter((each) => (each === option.value ? event.target.checked : value.includes(each))),
                )
              }
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
