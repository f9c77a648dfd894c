/** What rivals need for the same deed, measured on a machine of this kind on 2026-11-20, and what we set ourselves. */
export type Aim = {
  readonly what: string;
  readonly aim: string;
  readonly rival: string;
  /** Is the figure good enough? Unit as in `measured`. */
  readonly reached: (figure: number) => boolean;
};

export const aims = {
  punchOne: {
    what: 'POST /punches, 1 client, p95',
    aim: '< 5 ms',
    rival: 'Tryton 6.0: 5.4 ms',
    reached: (ms: number) => ms < 5,
  },
  punchMany: {
    what: 'POST /punches, 32 clients, single punches, durable',
    aim: '≥ 3,000/s',
    rival: 'Tryton 6.0: 128/s',
    reached: (n: number) => n >= 3000,
  },
  punchShare: {
    what: '… as a share of raw single-row inserts over the same pool',
    aim: '≥ 40 %',
    rival: '–',
    reached: (n: number) => n >= 40,
  },
  visible: {
    what: '… longest time until a punch stands on the page, during that load',
    aim: '< 2 s',
    rival: 'Frappe HR: hours (batch)',
    reached: (s: number) => s < 2,
  },
  section: {
    what: 'Section of 50, one month, in 46,130 staff with 12 months, p50',
    aim: '< 20 ms',
    rival: 'Tryton 6.0: 6,100 ms (1 month of history)',
    reached: (ms: number) => ms < 20,
  },
  person: {
    what: "One person's month, same data, p50",
    aim: '< 5 ms',
    rival: 'Tryton 6.0: 1,800 ms',
    reached: (ms: number) => ms < 5,
  },
  listOne: {
    what: 'Month list of 1,000 staff, 1 month of history, p50',
    aim: '< 150 ms',
    rival: 'Tryton 6.0: 1,520 ms',
    reached: (ms: number) => ms < 150,
  },
  listTwelve: {
    what: 'Month list of 1,000 staff, 12 months of history, p50',
    aim: '< 150 ms',
    rival: 'Tryton 6.0: 12,100 ms',
    reached: (ms: number) => ms < 150,
  },
  listRatio: {
    what: '… 12 months against 1 month',
    aim: '≤ 1.2 ×',
    rival: 'Tryton 6.0: 8.0 ×',
    reached: (x: number) => x <= 1.2,
  },
  derive: {
    what: 'Derive a whole month again, 46,130 staff, from punches',
    aim: '< 10 s',
    rival: 'TimeTrex CE 12.7: 3.1–5.8 h (extrapolated)',
    reached: (s: number) => s < 10,
  },
  judge: {
    what: 'Judge all caps of 46,130 staff, computing',
    aim: '< 0.1 s',
    rival: 'LibreOffice Calc 7.4: 12.2 s',
    reached: (s: number) => s < 0.1,
  },
  pay: {
    what: 'Pay hours by class and every cap of 46,130 staff × 12 months, computing, one core',
    aim: '< 1 s',
    rival: 'LibreOffice Calc 7.4: 67–108 s for 12,000 monthly sums over 240,000 daily rows, without classes',
    reached: (s: number) => s < 1,
  },
  sheet: {
    what: 'xlsx of 46,130 people × 40 columns',
    aim: '< 5 s',
    rival: 'LibreOffice Calc 7.4: 12.6 s',
    reached: (s: number) => s < 5,
  },
  sheetMemory: {
    what: '… peak memory of the process that writes it',
    aim: '< 300 MB',
    rival: 'LibreOffice Calc 7.4: 2,100 MB',
    reached: (mb: number) => mb < 300,
  },
  trial: {
    what: 'Measures of 横浜市 tried on twelve months of 46,130 staff',
    aim: '< 60 s',
    rival: '– (no rival tries a measure before it is switched on)',
    reached: (s: number) => s < 60,
  },
  trialAll: {
    what: '… of all thirteen case books at once',
    aim: '< 60 s',
    rival: '–',
    reached: (s: number) => s < 60,
  },
  monthEnd: {
    what: 'All alerts, lists and forms due after a month by the measures of 横浜市, 46,130 staff, with their mails',
    aim: '< 60 s',
    rival: '– (spreadsheets: days of work each month)',
    reached: (s: number) => s < 60,
  },
  monthEndAll: {
    what: '… of all thirteen case books at once',
    aim: '< 60 s',
    rival: '–',
    reached: (s: number) => s < 60,
  },
  breaches: {
    what: 'Records of every limit exceeded, 46,130 staff',
    aim: '< 60 s',
    rival: '– (written by hand)',
    reached: (s: number) => s < 60,
  },
  differences: {
    what: 'Order, declaration and records compared for everybody, 46,130 staff',
    aim: '< 60 s',
    rival: '– (one record at most)',
    reached: (s: number) => s < 60,
  },
  waiting: {
    what: 'What waits for everybody, listed and told, 46,130 staff, the first look after a month',
    aim: '< 10 s',
    rival: '– (looked for page by page)',
    reached: (s: number) => s < 10,
  },
  decision: {
    what: 'A manager orders a request, one client, p95',
    aim: '< 50 ms',
    rival: 'Tryton 6.0: 1,800 ms to open the person first',
    reached: (ms: number) => ms < 50,
  },
  notices: {
    what: '縮減通知 of a month for 1,500 heads, from the button to the file of PDFs',
    aim: '< 30 s',
    rival: '– (mail merge by hand)',
    reached: (s: number) => s < 30,
  },
  payFile: {
    what: 'Pay hours of a month for the payroll, 46,130 staff',
    aim: '< 30 s',
    rival: 'Kimai: 2,000 MB for an export',
    reached: (s: number) => s < 30,
  },
  idle: { what: 'Server memory, idle', aim: '< 200 MB', rival: '–', reached: (mb: number) => mb < 200 },
  busy: {
    what: 'Server memory, peak during the above',
    aim: '< 500 MB',
    rival: 'Kimai: 2,000 MB for an export',
    reached: (mb: number) => mb < 500,
  },
} as const satisfies Record<string, Aim>;

export type AimName = keyof typeof aims;
