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
  // 所属長
  sectionToday: '/section/today',
  section: '/section',
  sectionMonth: (department: string, month: string) => `/section/${encodeURIComponent(department)}/months/${month}`,
  decisions: '/section/decisions',
  startOrder: '/section/order',
  questions: '/section/questions',
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
  measures: '/measures',
  dues: '/dues',
  differences: (month: string) => `/differences/${month}`,
  declarations: '/declarations',
  editMeasures: (start: { readonly presets: readonly string[] } | { readonly from: string }) =>
    `/measures/edit?${'from' in start ? `from=${start.from}` : `presets=${start.presets.join(',')}`}`,
  sagaOne: (month: string) => `/reports/saga-1?month=${month}`,
  sagaTwo: (month: string) => `/reports/saga-2?month=${month}`,
  settings: '/settings',
  devices: '/devices',
  journal: '/journal',
} as const;
