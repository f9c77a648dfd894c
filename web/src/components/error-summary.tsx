import { useEffect, useRef } from 'react';
import { ShapeMark } from './shapes.tsx';

export type FieldError = { readonly field: string; readonly message: string };

/** First in main; takes the focus when it appears. Each sentence leads to its field (the field's id). */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mt-6 flex gap-3 rounded-8 border-[3px] border-red-900 px-5 py-4"
    >
      <span className="mt-1 text-red-900">
        <ShapeMark shape="octagon" size={26} />
      </span>
      <div>
        <h2 className="text-[1.25rem] text-red-900">入力を確かめてください({errors.length}か所)</h2>
        <ul className="list-disc pl-5">
          {errors.map((error) => (
            <li key={error.field}>
              <a
                href={`#${error.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(error.field)?.focus();
                }}
              >
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The sentence of one field, or undefined. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;
