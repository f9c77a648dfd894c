import { keepPreviousData, QueryClient, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { RouteShape } from '@tokimori/contract/route';
import { type Answer, ApiProblem, call, type Input, type Ref } from './call.ts';

/** One store of answers for the whole page. Refusals are not asked again; a server that is away is asked thrice. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => !(error instanceof ApiProblem) && times < 2,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Query of a reading route; its key is method, path and input. */
export function reading<R extends RouteShape>(ref: Ref<R>, input: Input<R>) {
  return queryOptions({
    queryKey: [ref.path, input] as const,
    queryFn: ({ signal }): Promise<Answer<R>> => call(ref, { ...input, signal }),
  });
}

export const useReading = <R extends RouteShape>(
  ref: Ref<R>,
  input: Input<R>,
  { keep, ...options }: { enabled?: boolean; refetchInterval?: number; staleTime?: number; keep?: true } = {},
) =>
  useQuery({
    ...reading(ref, input),
    ...options,
    // The answer to the former question stays until the next one is there.
    ...(keep === true ? { placeholderData: keepPreviousData } : {}),
  });

/** Derived figures follow a deed within two seconds; then they are asked for once more. Milliseconds. */
const DERIVED_AFTER = 2500;

/**
 * A writing call; after it, everything shown is asked for again, because one deed touches many figures. That is not waited for: what follows a
 * deed (the announcement, the way to another page) comes before the new answers can take away the part of the page from which it was done.
 */
export function useDeed<R extends RouteShape>(ref: Ref<R>) {
  return useMutation<Answer<R>, Error, Input<R>>({
    mutationFn: (input) => call(ref, input),
    onSuccess: () => {
      setTimeout(() => void answers.invalidateQueries(), DERIVED_AFTER);
      void answers.invalidateQueries();
    },
  });
}

/** A version 4 UUID, also where the page is served without TLS and `crypto.randomUUID` is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
