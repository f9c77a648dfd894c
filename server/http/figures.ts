import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PunchFigures } from '../punches/punch-writer.ts';

/** Figures of the process for Prometheus. They hold no names of people or municipalities. */
export type Figures = {
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly call: (route: string, method: string, status: number, seconds: number) => void;
  readonly punches: PunchFigures;
};
export type FigureOptions = {
  /** Seconds by which derived figures are behind their facts: asked at every reading of /metrics. */
  readonly deriverLag?: () => number | Promise<number>;
  /** Memory, event loop and the like. */
  readonly process?: boolean;
};

export function figuresOf(options: FigureOptions = {}): Figures {
  const registry = new Registry();
  const registers = [registry];
  const durations = new Histogram({
    name: 'tokimori_http_request_duration_seconds',
    help: 'Time to answer, by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const requests = new Counter({
    name: 'tokimori_http_requests_total',
    help: 'Answers, by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    registers,
  });
  const punches = new Counter({
    name: 'tokimori_punches_total',
    help: 'Punches by outcome: accepted, duplicate, or the code of the refusal',
    labelNames: ['outcome'] as const,
    registers,
  });
  const accepted = new Counter({ name: 'tokimori_punches_accepted_total', help: 'Punches recorded', registers });
  const batches = new Histogram({
    name: 'tokimori_punch_batch_size',
    help: 'Punches written in one transaction',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 512, 2048],
    registers,
  });
  const { deriverLag } = options;
  if (deriverLag !== undefined) {
    new Gauge({
      name: 'tokimori_deriver_lag_seconds',
      help: 'Time by which derived figures are behind their facts',
      registers,
      async collect() {
        this.set(await deriverLag());
      },
    });
  }
  if (options.process === true) collectDefaultMetrics({ register: registry });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    call(route, method, status, seconds) {
      durations.labels(route, method, String(status)).observe(seconds);
      requests.labels(route, method, String(status)).inc();
    },
    punches: {
      batch: (size) => batches.observe(size),
      outcome(outcome) {
        punches.labels(outcome).inc();
        if (outcome === 'accepted') accepted.inc();
      },
    },
  };
}
