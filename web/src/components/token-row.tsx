import { monthName } from '@tokimori/wording/format';

export type Token = { readonly kind: 'over' | 'running' | 'left' | 'beyond'; readonly month: string | null };

/**
 * The six months a year that may be above 45 hours, as boxes. A seventh and later stand outside (`beyond`).
 * @param over months above 45:00 of the fiscal year, ascending; `running` the month that is not over yet.
 */
export function tokensOf(over: readonly string[], running: string, allowed = 6): Token[] {
  const used = over.map(
    (month, i): Token => ({ kind: i >= allowed ? 'beyond' : month === running ? 'running' : 'over', month }),
  );
  const left = Array.from({ length: Math.max(0, allowed - over.length) }, (): Token => ({ kind: 'left', month: null }));
  return [...used, ...left];
}

const looks: Readonly<Record<Token['kind'], string>> = {
  over: 'bg-solid-gray-800 text-white border-solid-gray-800',
  running: 'token-running text-black border-solid-gray-800',
  left: 'bg-white border-solid-gray-420',
  beyond: 'bg-white text-red-900 border-red-900 border-2 ml-3',
};
const words: Readonly<Record<Token['kind'], string>> = {
  over: '超えた月',
  running: '途中で超えた月',
  left: '残り',
  beyond: '回数を超えた月',
};

/** Boxes of months above 45:00: filled, striped while running, empty = left, framed red outside = too many. */
export function TokenRow({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <ul className="my-3 flex flex-wrap gap-2">
      {tokens.map((token, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no identity but their place
          key={i}
          className={`keep-colours flex h-11 min-w-11 items-center justify-center rounded-6 border px-1 font-700 text-[0.875rem] ${looks[token.kind]}`}
        >
          {token.month !== null && (
            <span className={token.kind === 'running' ? 'rounded-4 bg-white px-0.5' : ''}>
              {token.kind === 'beyond' ? `✕ ${monthName(token.month)}` : monthName(token.month)}
            </span>
          )}
          <span className="sr-only">({words[token.kind]})</span>
        </li>
      ))}
    </ul>
  );
}
