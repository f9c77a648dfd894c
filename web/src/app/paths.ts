/** An address with what is asked of its page; what is empty is left out. */
const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};

/** Addresses of the pages. Every link goes through here, so that an address is typed once. */
export const paths = {
  today: '/',
  month: (month: string) => `/month/${month}`,
  request: (date?: string) => (date === undefined ? '/overtime/new' : `/overtime/new?date=${date}`),
  requests: '/overtime',
  correction: (date: string, kind: 'punch' | 'discrepancy') => `/corrections/new?date=${date}&kind=${kind}`,
  limits: '/limits',
  staffMonth: (staff: string, month: string) =>
    staff === 'me' ? `/month/${month}` : `/staff/${encodeURIComponent(staff)}/months/${month}`,
  why: (staff: string, month: string, limit?: string) =>
    `/staff/${encodeURIComponent(staff)}/months/${month}/why${limit === undefined ? '' : `?limit=${limit}`}`,
  person: (staff: string) => `/staff/${encodeURIComponent(staff)}`,
  signIn: '/sign-in',
  password: '/password',
  notices: '/notices',
  noticeSettings: '/notices/settings',
  // 所属長
  sectionToday: '/section/today',
  section: '/section',
  sectionMonth: (department: string, month: string) => `/section/${encodeURIComponent(department)}/months/${month}`,
  decisions: '/section/decisions',
  startOrder: '/section/order',
  questions: '/section/questions',
  // 様式
  forms: '/forms',
  formSettings: '/forms/settings',
  formsOf: (month: string, form?: string, page?: number) => withQuery('/forms', { month, form, page }),
  form: (form: string, month: string, subject: string) => `/forms/${form}/${month}/${encodeURIComponent(subject)}`,
  sectionClosing: (department: string, month: string) => `/section/${encodeURIComponent(department)}/closing/${month}`,
  mandates: '/mandates',
  giveMandate: '/mandates/new',
  onBehalf: '/on-behalf',
  // 人事課
  city: '/city',
  cityMonth: (month: string) => `/city/${month}`,
  cityLimits: (month: string, limit?: string, state?: string) => {
    const pairs = [limit === undefined ? '' : `limit=${limit}`, state === undefined ? '' : `state=${state}`].filter(
      Boolean,
    );
    return `/city/${month}/limits${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
  },
  cityStaff: (month: string) => `/city/${month}/staff`,
  people: '/staff',
  imports: '/imports',
  importRun: (id: string) => `/imports/${id}`,
  reports: '/reports',
  departments: '/departments',
  designate: (department: string) => `/departments/designate?department=${encodeURIComponent(department)}`,
  breaches: '/breaches',
  breach: (id: string) => `/breaches/${id}`,
  breachAnalysis: (filter: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery('/breaches/analysis', filter),
  breachReview: ({ span, period, section }: { span: string; period: string; section: string }) =>
    withQuery('/breaches/review', { span, period, section }),
  reductions: '/reductions',
  registerReduction: (from: Readonly<Record<string, string | undefined>> = {}) => withQuery('/reductions/new', from),
  reduction: (id: string) => `/reductions/${id}`,
  changeReduction: (id: string) => `/reductions/${id}/change`,
  // 36協定、指定の周知、特例業務
  agreements: '/departments/agreements',
  editAgreement: (start: { readonly id?: string; readonly department?: string }) =>
    start.id !== undefined
      ? `/departments/agreements/edit?id=${start.id}`
      : `/departments/agreements/edit${start.department === undefined ? '' : `?department=${encodeURIComponent(start.department)}`}`,
  designationNotices: (department: string, from: string) =>
    `/departments/notices?department=${encodeURIComponent(department)}&from=${from}`,
  tasks: '/departments/tasks',
  cityExceptional: (month: string) => `/departments/exceptional/${month}`,
  sectionExceptional: (department: string, month: string) =>
    `/section/${encodeURIComponent(department)}/exceptional/${month}`,
  measures: '/measures',
  dues: '/dues',
  duesOf: (chosen: Readonly<Record<string, string | undefined>>) => withQuery('/dues', chosen),
  dueList: (id: string, page?: number) => withQuery(`/dues/${id}/list`, { page }),
  reductionAppeal: '/dues/appeal',
  differences: (month: string) => `/differences/${month}`,
  declarations: '/declarations',
  editMeasures: (start: { readonly presets: readonly string[] } | { readonly from: string }) =>
    `/measures/edit?${'from' in start ? `from=${start.from}` : `presets=${start.presets.join(',')}`}`,
  sagaOne: (month: string) => `/reports/saga-1?month=${month}`,
  sagaTwo: (month: string) => `/reports/saga-2?month=${month}`,
  // 計画・終礼・応援
  plan: (department: string, month: string) => `/section/${encodeURIComponent(department)}/plans/${month}`,
  planOf: (department: string) => `/section/plan?department=${encodeURIComponent(department)}`,
  closeOf: (department: string) => `/section/close?department=${encodeURIComponent(department)}`,
  plans: '/measures/plans',
  plansOf: (month: string) => `/measures/plans/${month}`,
  unionPlans: '/union',
  unionPlan: (department: string, month: string) => `/union/${encodeURIComponent(department)}/plans/${month}`,
  support: '/support',
  supportSums: '/support/sums',
  // 進捗と効果
  registers: '/registers',
  progress: (month?: string) => withQuery('/registers/progress', { month }),
  sectionSheet: (department?: string, month?: string) => withQuery('/registers/section-sheet', { department, month }),
  bureausMonthly: (month?: string) => withQuery('/registers/bureaus', { month }),
  reviews: (year?: number) => withQuery('/registers/reviews', { year }),
  newReview: '/registers/reviews/new',
  review: (id: string) => `/registers/reviews/${id}`,
  effects: (year?: number) => withQuery('/registers/effects', { year }),
  newEffect: '/registers/effects/new',
  effect: (id: string) => `/registers/effects/${id}`,
  closing: (month?: string) => (month === undefined ? '/closing' : `/closing/${month}`),
  closingOf: (month: string, department: string) => `/closing/${month}/${encodeURIComponent(department)}`,
  payHours: (month?: string) => (month === undefined ? '/reports/pay-hours' : `/reports/pay-hours?month=${month}`),
  payLayout: '/reports/pay-hours/layout',
  settings: '/settings',
  devices: '/devices',
  journal: '/journal',
} as const;
