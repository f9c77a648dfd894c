import type { FormView } from '@tokimori/contract/forms';
import { eraDate } from '@tokimori/wording/format';
import { Facts, Section } from '../components/section.tsx';

type Field = FormView['parts'][number]['fields'][number];

/** What stands in a field, in words. */
function wordsOf({ kind, value }: Field): string {
  if (typeof value !== 'string') return value.join('、');
  return kind === 'date' && value !== '' ? eraDate(value) : value;
}

/** What is written in a form, to read. */
export function FilledForm({ view }: { readonly view: FormView }) {
  return view.parts.map((part) => (
    <Section key={part.id} title={part.title}>
      <Facts rows={part.fields.map((field) => ({ name: field.label, value: wordsOf(field) }))} />
    </Section>
  ));
}
