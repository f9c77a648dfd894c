import { Badge, type Common, described, Mistake, Notes } from '../components/field-frame.tsx';

/** Any of some words, all in view. */
export function CheckGroup(
  props: Common & {
    readonly value: readonly string[];
    readonly options: readonly string[];
    readonly onChange: (value: readonly string[]) => void;
  },
) {
  const { id, label, required = false, value, options, onChange } = props;
  const toggle = (word: string) =>
    onChange(options.filter((option) => (option === word ? !value.includes(word) : value.includes(option))));
  return (
    <fieldset className="mt-6" aria-describedby={described(props)}>
      <legend className="font-700">
        {label}
        <Badge required={required} />
      </legend>
      <Notes id={id} hint={props.hint} />
      {options.map((option, at) => (
        <label key={option} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
          <input
            id={at === 0 ? id : `${id}-${at}`}
            type="checkbox"
            checked={value.includes(option)}
            onChange={() => toggle(option)}
            className="mt-0.5 size-6 shrink-0 accent-blue-900"
          />
          <span>{option}</span>
        </label>
      ))}
      <Mistake id={id} error={props.error} />
    </fieldset>
  );
}
