import { Badge, described, frame, Mistake, Notes } from '../components/field-frame.tsx';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** A file that may be left out says so. */
  readonly required?: boolean;
  readonly onChange: (file: File | null) => void;
};

/** One file from this computer; a file may also be dropped on it. */
export function FileField({ id, label, hint, error, required = true, onChange }: Props) {
  return (
    <div className="mt-6">
      <label htmlFor={id} className="font-700">
        {label}
        <Badge required={required} />
      </label>
      <Notes id={id} hint={hint} />
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        required={required}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described({ id, label, hint, error })}
        className={`mt-1 block w-full rounded-8 border p-2 file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-8 file:border file:border-blue-900 file:bg-white file:px-4 file:font-700 file:text-blue-900 ${frame(error !== undefined)}`}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
      <Mistake id={id} error={error} />
    </div>
  );
}
