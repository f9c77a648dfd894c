/** Steps of a form that has a check page: ✓ for past, filled for now. `current` counts from 0. */
export function StepNavigation({ steps, current }: { readonly steps: readonly string[]; readonly current: number }) {
  return (
    <ol aria-label="手順" className="mx-auto mt-5 flex" style={{ maxWidth: `${steps.length * 11}rem` }}>
      {steps.map((step, i) => {
        const now = i === current;
        return (
          <li key={step} aria-current={now ? 'step' : undefined} className="relative flex flex-1 flex-col items-center">
            {i > 0 && <span aria-hidden="true" className="absolute top-4 right-1/2 h-px w-full bg-black" />}
            <span
              aria-hidden="true"
              className={`keep-colours relative z-10 flex size-8.5 items-center justify-center rounded-full border-2 border-solid-gray-800 text-[0.9375rem] font-700 ${
                now ? 'bg-solid-gray-800 text-white outline-2 outline-offset-2 outline-solid-gray-800' : 'bg-white'
              }`}
            >
              {i < current ? '✓' : i + 1}
            </span>
            <span className={`mt-1.5 text-[0.9375rem] ${now ? 'font-700' : ''}`}>
              {step}
              <span className="sr-only">{i < current ? '(済み)' : now ? '(いまここ)' : ''}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
