import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { type Draft, readHours } from './request-draft.ts';

/** How long the typing must rest before the server is asked. Milliseconds. */
const REST = 300;

/** The value once it has stood still for a while. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** What the request would do, judged by the server; nothing while the hours cannot be read. */
export function usePreview(draft: Draft) {
  const hours = JSON.stringify(readHours(draft) ?? null);
  const rested = useRested(hours);
  const body: ReturnType<typeof readHours> | null = JSON.parse(rested);
  const query = useQuery({
    ...reading(routes.previewOvertime, { body: body ?? { date: '', from: 0, until: 0, category: 'normal' } }),
    enabled: body !== null && body !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return { effect: hours === 'null' ? undefined : query.data, error: hours === 'null' ? null : query.error };
}
