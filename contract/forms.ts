import { z } from 'zod';
import { route } from './route.ts';
import { date, departmentCode, instant, month, staffNumber } from './values.ts';

const everyone = ['staff', 'manager', 'hr', 'executive', 'auditor'] as const;
const writers = ['staff', 'manager', 'hr', 'executive'] as const;

const formKey = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/, '様式の名前が違います。');
/** 職員番号, 課 or 部局; `-` for a form of the whole body. */
const subject = z.string().min(1).max(20);
const place = z.object({ form: formKey, month, subject });
/** Values by key: a text, or the chosen words. */
const filled = z.record(z.string().max(60), z.union([z.string().max(4_000), z.array(z.string().max(200)).max(40)]));
const formState = z.enum(['none', 'draft', 'submitted', 'returned', 'accepted']);

const line = z.object({
  form: formKey,
  title: z.string(),
  month,
  subject,
  subjectName: z.string(),
  section: z.string(),
  state: formState,
  awaits: z.string().describe('the post that is awaited; empty when none is'),
  dueOn: date.nullable(),
  late: z.boolean(),
  mine: z.boolean().describe('the caller is the one who is awaited'),
});
export type FormLine = z.infer<typeof line>;

export const formsView = route({
  method: 'get',
  path: '/forms',
  access: [...everyone],
  summary: 'Forms that are due, being written or on their way: own, of the departments one heads, or of all',
  query: z.object({
    month: month.optional(),
    form: formKey.optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  answer: z.object({
    on: date,
    month,
    months: z.array(month).describe('months that may be asked for, latest first'),
    kinds: z.array(
      z.object({
        key: formKey,
        title: z.string(),
        municipality: z.string(),
        per: z.enum(['person', 'section', 'bureau', 'city']),
        byGroups: z.boolean().describe('written by 係: departments of 係 may be its subject too'),
        used: z.boolean().describe('the municipality uses it'),
        count: z.number().int().describe('forms of the month that the caller sees'),
        accepted: z.number().int(),
      }),
    ),
    lines: z.array(line),
    page: z.number().int(),
    total: z.number().int().describe('lines on all pages'),
    more: z.boolean().describe('there are more after this page of 200'),
    mayPrintAll: z.boolean(),
    maySettle: z.boolean().describe('the caller chooses which forms are used and who holds the offices'),
    mayOpen: z.boolean().describe('the caller may begin a form that nothing made due'),
    departments: z
      .array(z.object({ department: departmentCode, name: z.string(), per: z.enum(['section', 'bureau', 'group']) }))
      .describe('those for which the caller may begin one'),
  }),
});

const field = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['line', 'text', 'date', 'hours', 'choice', 'checks']),
  hint: z.string(),
  required: z.boolean(),
  requiredWhen: z
    .object({ key: z.string(), is: z.string().nullable(), above: z.number().int().nullable() })
    .nullable()
    .describe('asked for besides, while the field of the key is this word, or a length above these minutes'),
  max: z.number().int().nullable(),
  options: z.array(z.string()),
  value: z.union([z.string(), z.array(z.string())]),
  typed: z.boolean().describe('somebody wrote it; otherwise it is what the records say'),
  hidden: z.boolean().describe('about health, and not told to the caller'),
});
const passing = z.enum(['own', 'paper', 'vacant']).describe('in the own right, on paper, or 欠');
export const formView = route({
  method: 'get',
  path: '/forms/:form/:month/:subject',
  access: [...everyone],
  summary: 'A form: what the records say, what is typed, where it is on its way',
  params: place,
  answer: z.object({
    title: z.string(),
    municipality: z.string(),
    source: z.string(),
    workbook: z.boolean().describe('it can be had as xlsx too'),
    month,
    subjectName: z.string(),
    section: z.string(),
    state: formState,
    saves: z.number().int(),
    savedAt: instant.nullable(),
    dueOn: date.nullable(),
    note: z.string().describe('why it was returned; empty otherwise'),
    shown: z.array(z.object({ title: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) })),
    parts: z.array(z.object({ id: z.string(), title: z.string(), about: z.string(), fields: z.array(field) })),
    route: z.array(
      z.object({
        label: z.string(),
        by: z
          .string()
          .describe(
            'who approved; empty while it is awaited, where nobody holds the post, and where an old record does not tell it',
          ),
        on: date.nullable(),
        how: passing,
        recorder: z.string().describe('who recorded an approval on paper; empty otherwise'),
        also: z.string().describe('the post before, which the same person holds and gave; empty otherwise'),
      }),
    ),
    history: z.array(
      z.object({
        at: instant,
        by: z.string(),
        deed: z.enum(['submitted', 'stamped', 'returned', 'reopened']),
        label: z.string(),
        how: passing,
        decidedBy: z.string().describe('who approved on paper; empty otherwise'),
        decidedOn: date.nullable(),
        reason: z.string(),
      }),
    ),
    priorNotice: z
      .object({ department: departmentCode, filed: z.number().int(), health: z.boolean() })
      .nullable()
      .describe(
        'the form is the prior notice of exceptional work: section, notices of the month, one wants the health confirmed',
      ),
    maySubmit: z.boolean().describe('false for who writes only a part of it'),
    submitFrom: date
      .nullable()
      .describe('the day from which it may be handed in, while its month is not over; null = at once'),
    mayFill: z.boolean(),
    awaits: z.object({ step: z.number().int(), label: z.string() }).nullable().describe('the post that is awaited'),
    mayStamp: z.boolean(),
    gaveBefore: z.boolean().describe('it would be their turn, but they gave the approval before'),
    mayRecord: z.boolean().describe('they may record an approval on paper'),
    mayPass: z.boolean().describe('nobody holds the posts that are left: they may record so'),
    mayReturn: z.boolean(),
    mayReopen: z.boolean().describe('they may take back what was accepted'),
  }),
});
export type FormView = z.infer<typeof formView.answer>;

const written = z.strictObject({ filled, saves: z.number().int().min(0) });
export const saveForm = route({
  method: 'put',
  path: '/forms/:form/:month/:subject',
  access: [...writers],
  summary: 'Keep a form half-filled',
  params: place,
  body: written,
  answer: z.object({ saves: z.number().int(), savedAt: instant }),
});
export const submitForm = route({
  method: 'post',
  path: '/forms/:form/:month/:subject/submit',
  access: [...writers],
  summary: 'Hand in a form',
  params: place,
  body: written,
  answer: z.object({ state: formState, awaits: z.string() }),
});
export const stampForm = route({
  method: 'post',
  path: '/forms/:form/:month/:subject/stamp',
  access: [...writers],
  summary: 'Approve a form for the post that is awaited, or record what was approved on paper',
  params: place,
  body: z.strictObject({
    step: z.number().int().min(0).max(20),
    paper: z
      .strictObject({
        by: z.string().trim().min(1, 'だれが決裁したかを入力してください').max(30),
        on: date,
      })
      .optional()
      .describe('who approved on paper, and on which day'),
  }),
  answer: z.object({ state: formState, awaits: z.string() }),
});
export const returnForm = route({
  method: 'post',
  path: '/forms/:form/:month/:subject/return',
  access: [...writers],
  summary: 'Return a form with the reason',
  params: place,
  body: z.strictObject({ reason: z.string().trim().min(1, '戻す理由を入力してください').max(400) }),
  answer: z.object({ state: formState, awaits: z.string() }),
});
export const reopenForm = route({
  method: 'post',
  path: '/forms/:form/:month/:subject/reopen',
  access: [...writers],
  summary: 'Take back a form that was accepted, with the reason',
  params: place,
  body: z.strictObject({ reason: z.string().trim().min(1, '受理を取り消す理由を入力してください').max(400) }),
  answer: z.object({ state: formState, awaits: z.string() }),
});
export const formPaper = route({
  method: 'get',
  path: '/forms/:form/:month/:subject/paper',
  access: [...everyone],
  summary: 'A form as PDF/A, as it stands',
  params: place,
});
export const formWorkbook = route({
  method: 'get',
  path: '/forms/:form/:month/:subject/workbook',
  access: [...everyone],
  summary: 'A form that its municipality keeps as a sheet of a spreadsheet, as xlsx; 404 of the others',
  params: place,
});

const printRun = z.object({
  id: z.uuid(),
  title: z.string(),
  month,
  state: z.enum(['running', 'done', 'failed']),
  total: z.number().int(),
  done: z.number().int(),
  fileName: z.string(),
  error: z.string(),
});
export const startPrint = route({
  method: 'post',
  path: '/prints',
  access: ['hr'],
  summary: 'Print a form of a month for everybody it concerns, in the background',
  body: z.strictObject({ form: formKey, month, shape: z.enum(['pdf', 'zip']).default('pdf') }),
  answer: printRun,
});
export const readPrint = route({
  method: 'get',
  path: '/prints/:id',
  access: ['hr'],
  summary: 'How far a batch print is',
  params: z.object({ id: z.uuid() }),
  answer: printRun,
});
export const printFile = route({
  method: 'get',
  path: '/prints/:id/file',
  access: ['hr'],
  summary: 'The file of a batch print that is done; kept for a day',
  params: z.object({ id: z.uuid() }),
});

export const orderBookPaper = route({
  method: 'get',
  path: '/papers/order-book',
  access: [...everyone],
  summary: '時間外勤務命令簿 of a month as PDF: of one person (by default the caller) or of a section',
  query: z.object({ month, staff: staffNumber.optional(), department: departmentCode.optional() }),
});
export const orderGuidePaper = route({
  method: 'get',
  path: '/papers/order-guide',
  access: [...everyone],
  summary: '「時間外勤務命令の出し方・受け方」 as PDF',
});
