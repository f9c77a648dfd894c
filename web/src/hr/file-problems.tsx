type Problem = { readonly line: number; readonly key: string; readonly message: string };

/** Where a file is wrong, line by line; nothing where it is not. */
export function FileProblems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="status" className="mt-4">
      <p className="font-700 text-red-900">{`直すところが ${problems.length}か所あります`}</p>
      <ul className="list-disc pl-5">
        {problems.map(({ line, key, message }) => (
          <li key={`${line} ${key} ${message}`}>{`${line}行目 ${key}: ${message}`}</li>
        ))}
      </ul>
    </div>
  );
}
