type Measure = {
  readonly id: string;
  readonly title: string;
  readonly occasion: string;
  readonly actions: readonly string[];
  readonly source: string;
  readonly sure: string;
};

/** Measures in words: when and for whom, what follows, on which document they rest. */
export function MeasureList({ measures }: { readonly measures: readonly Measure[] }) {
  return (
    <ol className="mt-1 list-decimal space-y-4 pl-6">
      {measures.map((measure) => (
        <li key={measure.id}>
          <p className="font-700">{measure.title}</p>
          <p>{measure.occasion}</p>
          <ul className="list-disc pl-5">
            {measure.actions.map((action) => (
              <li key={action}>{action}</li>
            ))}
          </ul>
          <p className="prose-small">{`${measure.source}・${measure.sure}`}</p>
        </li>
      ))}
    </ol>
  );
}
