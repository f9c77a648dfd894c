type Measure = {
  readonly id: string;
  readonly title: string;
  readonly occasion: string;
  readonly actions: readonly string[];
  readonly source: string;
  readonly sure: string;
};

/** Measures in words. */
export function MeasureList({ measures }: { readonly measures: readonly Measure[] }) {
  return (
    <ol className="mt-1 list-decimal space-y-4 pl-6">
      {measures.map((measure) => (
        <li key={measure.id}>
          <MeasureWords measure={measure} />
        </li>
      ))}
    </ol>
  );
}

/** A measure in words: when and for whom, what follows, on which document it rests. */
export function MeasureWords({ measure: { title, occasion, actions, source, sure } }: { readonly measure: Measure }) {
  return (
    <>
      <p className="font-700">{title}</p>
      <p>{occasion}</p>
      <ul className="list-disc pl-5">
        {actions.map((action) => (
          <li key={action}>{action}</li>
        ))}
      </ul>
      <p className="prose-small">{`${source}・${sure}`}</p>
    </>
  );
}
