/** Progress of long work; `done` of `all`. The only thing that moves. */
export function ProgressBar({
  done,
  all,
  label,
}: {
  readonly done: number;
  readonly all: number;
  readonly label: string;
}) {
  const share = all === 0 ? 0 : Math.min(100, (done / all) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
      className="keep-colours my-2 h-5.5 border border-black bg-solid-gray-50"
    >
      <div className="h-full bg-blue-900" style={{ width: `${share}%` }} />
    </div>
  );
}
