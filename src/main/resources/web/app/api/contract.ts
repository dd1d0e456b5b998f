// Made from openapi/openapi.yaml by ContractInTypeScript; a test compares both. Not to be edited.

export type AgencyEntry = {
  successor?: string;
  code?: string;
  name: string;
  nameSince?: LocalDate;
  formerNames?: Array<FormerName>;
  district: string;
  category: string;
  kind: AgencyKind;
  unifiedSocialCreditCode?: string;
  validFrom?: LocalDate;
  validTo?: LocalDate;
  successors?: Array<string>;
  contactPerson?: string;
  telephone?: string;
  email?: string;
  warnings?: Array<EntryWarning>;
};

export type AgencyKind = 'DEPARTMENT' | 'GOVERNMENT';

export type AnnualReport = {
  agency?: string;
  agencyName?: string;
  year?: number;
  revision?: number;
  form: '2021';
  overview: string;
  proactiveDisclosure: ProactiveDisclosure;
  requests: Requests;
  disputes: Disputes;
  problemsAndImprovements: string;
  otherMatters: string;
};

export type AnnualReport2019 = {
  agency?: string;
  agencyName?: string;
  year?: number;
  revision?: number;
  form: '2019';
  overview: string;
  proactiveDisclosure: ProactiveDisclosure2019;
  requests: Requests2019;
  disputes: Disputes;
  problemsAndImprovements: string;
  otherMatters: string;
};

export type AnswerFormat = 'json' | 'csv';

export type AnswerLimits = {
  inMemory: number;
  maxStall: number;
};

export type Applicants = {
  naturalPerson: number;
  commercialEnterprise: number;
  researchInstitution: number;
  publicWelfareOrganization: number;
  legalServiceOrganization: number;
  otherOrganization: number;
  total: number;
};

export type Availability = {
  dataVersion: number;
  years: Array<AvailableYear>;
  districts: Array<AvailableDistrict>;
  categories: Array<AvailableCategory>;
  figures: Array<AvailableFigure>;
};

export type AvailableCategory = {
  code: string;
  name: string;
  reports: number;
  expected: number;
};

export type AvailableDistrict = {
  code: string;
  name: string;
  level: DistrictLevel;
  reports: number;
  expected: number;
};

export type AvailableFigure = {
  figure: string;
  reports: number;
  firstYear: number;
  lastYear: number;
};

export type AvailableYear = {
  year: number;
  form: string;
  reports: number;
  expected: number;
};

export type BatchItem = {
  agency: string;
  year: number;
  report: Report;
  explanations?: Array<ExplanationEntry>;
  changeReason?: string;
  approvedBy?: string;
  nil?: boolean;
};

export type BatchLimits = {
  concurrent: number;
  concurrentPerClient: number;
  unpacked: number;
  spool: number;
  minBytesPerSecond: number;
};

export type BatchLine = {
  line: number;
  agency?: string;
  year?: number;
  status: number;
  receipt?: Receipt;
  problem?: Problem;
  validation?: Validation;
};

export type BatchMode = 'partial' | 'atomic';

export type BilingualText = {
  zh: string;
  en: string;
};

export type BodyLimits = {
  report: number;
  document: number;
  inMemory: number;
  inMemoryPerClient: number;
  grace: number;
  minBytesPerSecond: number;
};

export type Boundaries = 'as-reported' | 'current';

export type Box = {
  left: number;
  top: number;
  right: number;
  bottom: number;
};

export type CarryOverChange = {
  at: Instant;
  side: Side;
  agency: string;
  year: number;
  revision?: number;
  value?: number;
};

export type CarryOverEntry = {
  agency: NamedCode;
  kind: AgencyKind;
  district: NamedCode;
  category: NamedCode;
  year: number;
  applicantType: string;
  pointer: string;
  carriedForward: number | null;
  carriedOver: number | null;
  difference: number | null;
  status: CarryOverStatus;
  obstacle?: CarryOverObstacle;
  sources: Array<string>;
  explanation?: Explanation;
  history: Array<CarryOverChange>;
};

export type CarryOverObstacle = 'NOT_SUBMITTED' | 'NOT_IN_FORCE' | 'PREVIOUS_NOT_SUBMITTED' | 'PREVIOUS_NOT_IN_FORCE' | 'PREDECESSOR_NOT_IN_FORCE' | 'SPLIT' | 'NEW_AGENCY';

export type CarryOverOrder = 'agency' | '-difference';

export type CarryOverStatus = 'EQUAL' | 'DIFFERENT' | 'EXPLAINED' | 'NOT_COMPARED';

export type CategoryEntry = {
  code?: string;
  name: string;
};

export type Cause = {
  pointer: string;
  cell: string;
  fault: Fault;
  message: string;
  value: number;
  suggested: number;
  exchangedWith?: string;
  totals: Array<string>;
  explains: Array<FindingReference>;
  alternatives: Array<string>;
};

export type CellChange = {
  pointer: string;
  value: unknown;
};

export type CellComment = {
  pointer: string;
  comment: string;
};

export type CellEntry = {
  pointer: string;
  applicantType?: string;
  total: boolean;
};

export type Certification = {
  holder: string;
  done: number;
  total: number;
  complete: boolean;
  cases: Array<CertificationCase>;
};

export type CertificationCase = {
  code: TestCase;
  title: string;
  request: string;
  done: boolean;
  agency?: string;
  year?: number;
  at?: Instant;
  lastAt?: Instant;
  times: number;
};

export type Change = {
  pointer: string;
  cell: string;
  before: unknown;
  after: unknown;
  difference?: number;
};

export type Changes = {
  since: number;
  revision: number;
  changes: Array<Change>;
};

export type ChannelState = 'NONE' | 'DUE' | 'PENDING' | 'SENT' | 'FAILED' | 'OBSOLETE';

export type CodeEntry = {
  code: string;
  label: BilingualText;
};

export type Completeness = {
  year: number;
  groupBy: Array<'district' | 'category'>;
  rows: Array<CompletenessRow>;
};

export type CompletenessRow = {
  district?: NamedCode;
  category?: NamedCode;
  expected: number;
  onTime: number;
  late: number;
  returned: number;
  missing: number;
  overdue: number;
  inForce: number;
  onTimeRate: number | null;
  submissionRate: number | null;
  nil: number;
  nilStated: number;
};

export type Confidence = 'READ' | 'INFERRED' | 'GUESSED';

export type ConsolidatedReport = {
  year: number;
  district?: NamedCode;
  basis: 'accepted' | 'submitted';
  asOf: Instant;
  dataVersion: number;
  contentHash: string;
  report: Report;
  coverage: Coverage;
  contributors: Array<Contributor>;
  missing: Array<MissingReport>;
  openWarnings: Array<OpenWarning>;
  findings: Array<Finding>;
  comparison: Array<OwnReport>;
  drafts?: Drafts;
};

export type Contributor = {
  agency: NamedCode;
  revision: number;
  contentHash: string;
};

export type Coverage = {
  reports: number;
  expected: number;
};

export type Cursor = string;

export type CycleEntry = {
  year?: number;
  form?: string;
  departmentDeadline?: LocalDate;
  governmentDeadline?: LocalDate;
  openedAt?: Instant;
  openedBy?: string;
  obligations?: number;
};

export type Decision = 'ACCEPT' | 'RETURN' | 'WITHDRAW';

export type DecisionRequest = {
  revision: number;
  decision: Decision;
  comment?: string;
  reinstatePrevious?: boolean;
  comments?: Array<CellComment>;
};

export type DecisionResult = {
  line: number;
  agency?: string;
  year?: number;
  revision?: number;
  status: number;
  receipt?: Receipt;
  problem?: Problem;
};

export type DecisionView = {
  decision: Decision;
  by?: string;
  at: Instant;
  comment?: string;
  comments?: Array<PlacedComment>;
};

export type DeliveryEntry = {
  id: number;
  messageId: string;
  type: string;
  cursor?: string;
  attempt: number;
  at: Instant;
  milliseconds: number;
  delivered: boolean;
  status?: number;
  failure?: Failure;
};

export type DiagnosedFinding = {
  finding: Finding;
  action: string;
};

export type Diagnosis = {
  agency: NamedCode;
  year: number;
  revision?: number;
  status?: RevisionStatus;
  open: number;
  explained: number;
  conclusion: string;
  parts: Array<DiagnosisPart>;
};

export type DiagnosisPart = {
  topic: 'ARITHMETIC' | 'LAST_YEAR' | 'OWN_TEXT' | 'PEERS' | 'COPIED' | 'OTHER';
  heading: string;
  conclusion: string;
  open: number;
  findings: Array<DiagnosedFinding>;
  peers?: Array<PeerDifference>;
  passages?: Array<EqualPassage>;
};

export type DifferentCell = {
  pointer: string;
  cell: string;
  own: number;
  sum: number;
  difference: number;
};

export type Dimension = 'year' | 'district' | 'category' | 'agency' | 'applicantType' | 'figure';

export type DisputeResults = {
  upheld: number;
  corrected: number;
  otherResult: number;
  pending: number;
  total: number;
};

export type Disputes = {
  reconsideration: DisputeResults;
  litigation: Litigation;
};

export type DistrictEntry = {
  code?: string;
  name: string;
  parent?: string | null;
  level?: DistrictLevel;
  validFrom?: LocalDate;
  validTo?: LocalDate;
  successor?: string;
  warnings?: Array<EntryWarning>;
};

export type DistrictLevel = 'province' | 'city' | 'county' | 'town';

export type DocumentDifference = {
  pointer: string;
  cell: string;
  published: unknown;
  stored: unknown;
};

export type DocumentFormat = 'json' | 'html' | 'docx' | 'pdf' | 'xlsx';

export type DocumentLimits = {
  concurrent: number;
  concurrentPerClient: number;
};

export type DocumentPlace = {
  paragraph?: number;
  table?: number;
  row?: number;
  column?: number;
  page?: number;
  box?: Box;
  sheet?: string;
  cell?: string;
};

export type Documents = {
  issued: number;
  repealed: number;
  inForce: number;
};

export type Documents2019 = {
  newlyMade: number;
  newlyDisclosed: number;
  totalDisclosed: number;
};

export type Drafts = {
  note: string;
  overview: string;
  problemsAndImprovements: string;
  otherMatters: string;
  textsRead: number;
  compared: number;
};

export type DrawnPage = {
  page: number;
  width: number;
  height: number;
  words: Array<DrawnWord>;
  lines: Array<Box>;
  pictures: Array<Box>;
};

export type DrawnWord = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
};

export type DueReminder = {
  agency: NamedCode;
  kind: AgencyKind;
  district: NamedCode;
  category: NamedCode;
  year: number;
  reason: ReminderReason;
  deadline: LocalDate;
  daysLeft: number;
  day: LocalDate;
  step: number;
  revision?: number;
  openWarnings: number;
  contactPerson?: string;
  telephone?: string;
  email?: string;
  mail: ChannelState;
  webhook: ChannelState;
};

export type EntryWarning = {
  pointer: string;
  cell?: string;
  message: string;
};

export type EqualPassage = {
  pointer: string;
  cell: string;
  passage: string;
  lastYear: boolean;
  agencies: number;
  examples: Array<NamedCode>;
  action: string;
};

export type EventEntry = {
  id: number;
  at: Instant;
  actor: string;
  address?: string;
  type: EventType;
  subject: string;
  agency?: string;
  year?: number;
  revision?: number;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  detail: Record<string, unknown>;
};

export type EventOrder = 'asc' | 'desc';

export type EventType = 'DISTRICT_CHANGED' | 'CATEGORY_CHANGED' | 'AGENCY_CHANGED' | 'TOKEN_ISSUED' | 'TOKEN_REVOKED' | 'RECEIPT_KEY_ROTATED' | 'CYCLE_OPENED' | 'CYCLE_CHANGED' | 'CYCLE_CLOSED' | 'OBLIGATION_CHANGED' | 'REPORT_SUBMITTED' | 'REPORT_ACCEPTED' | 'REPORT_RETURNED' | 'REPORT_SUPERSEDED' | 'REPORT_WITHDRAWN' | 'REPORT_REINSTATED' | 'WITHDRAWAL_REQUESTED' | 'WARNING_EXPLAINED' | 'FINDINGS_CHANGED' | 'REVALIDATION_STARTED' | 'REVALIDATION_CANCELLED' | 'REPORTS_REVALIDATED' | 'WEBHOOK_CREATED' | 'WEBHOOK_DELETED' | 'WEBHOOK_REPLAYED' | 'WEBHOOK_TESTED' | 'WEBHOOK_DISABLED' | 'REMINDER_DUE' | 'REMINDERS_SENT';

export type Events = {
  items: Array<EventEntry>;
  next: string;
};

export type ExampleChange = 'ADDED' | 'REMOVED' | 'SEVERITY_CHANGED';

export type Exemption = {
  reason: string;
};

export type Explanation = {
  reason: string;
  by: string;
  at: Instant;
};

export type ExplanationEntry = {
  rule: string;
  pointer: string;
  reason: string;
};

export type ExplanationRecord = {
  agency: NamedCode;
  district: NamedCode;
  year: number;
  revision: number;
  rule: string;
  pointer: string;
  cell?: string;
  message?: string;
  reason: string;
  by: string;
  at: Instant;
  state: ExplanationState;
  repetition: Repetition;
};

export type ExplanationState = 'ACCEPTED' | 'OPEN' | 'REOPENED' | 'SETTLED';

export type Extension = {
  deadline: LocalDate;
  reason: string;
};

export type Failure = 'TIMEOUT' | 'UNKNOWN_HOST' | 'PRIVATE_ADDRESS' | 'CONNECTION' | 'TLS' | 'STATUS' | 'SECRET';

export type Fault = 'NUMBER' | 'EXCHANGED' | 'EMPTY_TOTAL';

export type FigureEntry = {
  code: string;
  label: BilingualText;
  table: number;
  row: string;
  place: BilingualText;
  role: FigureRole;
  measure?: FigureMeasure;
  unit?: CodeEntry;
  additive: boolean;
  forms: Array<string>;
  leaves: Array<string>;
  cells: Array<CellEntry>;
};

export type FigureMeasure = 'FLOW' | 'STOCK';

export type FigureRole = 'LEAF' | 'TOTAL' | 'GROUP';

export type Finding = {
  rule: string;
  severity: Severity;
  pointer: string;
  cell?: string;
  message: string;
  formula?: string;
  left?: number;
  right?: number;
  difference?: number;
  state?: WarningState;
  explanation?: Explanation;
};

export type FindingReference = {
  rule: string;
  pointer: string;
};

export type FormCatalogue = {
  year: number;
  form: string;
  firstYear: number;
  applicantTypes: Array<CodeEntry>;
  figures: Array<FigureEntry>;
};

export type FormerName = {
  name: string;
  since?: LocalDate;
};

export type HeadLimits = {
  address: number;
  headers: number;
};

export type Impact = {
  agency: NamedCode;
  year: number;
  revision: number;
  status: RevisionStatus;
  state: ImpactState;
  at?: Instant;
  replaced?: number;
  changeReason?: string;
  counted: boolean;
  reports: Array<MovedReports>;
  totals: Array<MovedTotal>;
  categoryTotals: Array<MovedTotal>;
  cells: Array<MovedCell>;
  later: Array<LaterImpact>;
};

export type ImpactState = 'MOVED' | 'EXPECTED' | 'NONE';

export type ImportSummary = {
  added: number;
  changed: number;
  unchanged: number;
  warnings?: Array<EntryWarning>;
};

export type Imported = {
  agencyName?: string;
  agency?: string;
  year?: number;
  form: string;
  report: Record<string, unknown>;
  sources: Array<SourceReference>;
  issues: Array<ReadingIssue>;
  comparedWith?: number;
  differences?: Array<DocumentDifference>;
  findings: Array<Finding>;
  rendering?: Rendering;
};

export type Instant = string;

export type IssueKind = 'BLANK' | 'NONE' | 'NOT_APPLICABLE' | 'ANNOTATED' | 'CONVERTED' | 'SPLIT' | 'LEFT_OUT' | 'GUESSED' | 'REPEATED' | 'UNPLACED' | 'OTHER_FORM' | 'AMBIGUOUS' | 'UNREADABLE' | 'MISSING' | 'COMPETING' | 'ANOTHER_REPORT';

export type IssuedToken = {
  id: string;
  token: string;
  expiresAt: Instant;
};

export type Labels = 'codes' | 'names' | 'both';

export type LaterImpact = {
  kind: LaterImpactKind;
  at: Instant;
  from?: number;
  to?: number;
  reports: Array<MovedReports>;
  totals: Array<MovedTotal>;
  categoryTotals: Array<MovedTotal>;
  cells: Array<MovedCell>;
};

export type LaterImpactKind = 'WITHDRAWN' | 'REINSTATED';

export type LaterReport = {
  year: number;
  revision: number;
  status: RevisionStatus;
  comesIntoForce: boolean;
  findings: Array<Finding>;
  added: Array<Finding>;
  gone: Array<Finding>;
};

export type Limit = number;

export type ListedItems = {
  priorYearItems: number;
  netChange: number;
};

export type ListedServices = {
  priorYearItems: number;
  netChange: number;
  decisions: number;
};

export type Litigation = {
  direct: DisputeResults;
  afterReconsideration: DisputeResults;
};

export type LocalDate = string;

export type LoginProvider = {
  issuer?: string;
  clientId?: string;
  scope?: string;
};

export type MailFailure = 'CONNECTION' | 'TIMEOUT' | 'DEFERRED' | 'REJECTED' | 'NO_ADDRESS';

export type Me = {
  subject: string;
  id?: string;
  roles: Array<'oversight' | 'reader' | 'submitter'>;
  agencies: Array<string>;
  districts?: Array<string>;
  years?: Array<number>;
  sandbox?: boolean;
  expiresAt: Instant;
  obligations: PageOwnYear;
};

export type MissingReport = {
  agency: NamedCode;
  state?: MissingState;
};

export type MissingState = 'MISSING' | 'SUBMITTED' | 'RETURNED';

export type MovedCell = {
  district: NamedCode;
  pointer: string;
  cell: string;
  before: number;
  after: number;
  difference: number;
};

export type MovedReports = {
  district: NamedCode;
  before: number;
  after: number;
};

export type MovedTotal = {
  district: NamedCode;
  category?: NamedCode;
  figure: string;
  label: string;
  before: number | null;
  after: number | null;
  difference: number;
};

export type NamedCode = {
  code: string;
  name: string;
};

export type NotProcessed = {
  petition: Applicants;
  duplicate: Applicants;
  publication: Applicants;
  excessiveRequests: Applicants;
  confirmOrReissue: Applicants;
};

export type ObligationChange = {
  deadline?: LocalDate;
  exempt?: boolean;
  reason: string;
};

export type ObligationEntry = {
  agency: NamedCode;
  kind: AgencyKind;
  district: NamedCode;
  category: NamedCode;
  state: ObligationState;
  deadline: LocalDate;
  overdue: boolean;
  inForce: boolean;
  firstSubmittedAt?: Instant;
  reason?: string;
  contactPerson?: string;
  telephone?: string;
  email?: string;
  nil: boolean;
  nilStated: boolean;
};

export type ObligationState = 'ON_TIME' | 'LATE' | 'RETURNED' | 'MISSING' | 'EXEMPT';

export type OfficeTokenRequest = {
  role: 'oversight' | 'reader';
  subject: string;
  lifetime?: string;
  districts?: Array<string>;
  years?: Array<number>;
};

export type OpenWarning = {
  agency: NamedCode;
  year: number;
  revision: number;
  rule: string;
  pointer: string;
  cell?: string;
  message: string;
  formula: string;
  left?: number;
  right?: number;
  difference?: number;
};

export type OtherHandling = {
  correctionOverdue: Applicants;
  feeUnpaid: Applicants;
  other: Applicants;
};

export type Outcomes = {
  disclosed: Applicants;
  partlyDisclosed: Applicants;
  refused: Refused;
  unableToProvide: UnableToProvide;
  notProcessed: NotProcessed;
  otherHandling: OtherHandling;
  total: Applicants;
};

export type Outcomes2019 = {
  disclosed: Applicants;
  partlyDisclosed: Applicants;
  refused: Refused;
  unableToProvide: UnableToProvide;
  notProcessed: NotProcessed;
  otherHandling: Applicants;
  total: Applicants;
};

export type OwnReport = {
  agency: NamedCode;
  revision: number;
  cells: Array<DifferentCell>;
  findings: Array<Finding>;
};

export type OwnYear = {
  agency: NamedCode;
  year: number;
  state?: ObligationState;
  deadline?: LocalDate;
  overdue: boolean;
  extension?: Extension;
  exemption?: Exemption;
  revision?: number;
  status?: RevisionStatus;
  inForce: boolean;
  firstSubmittedAt?: Instant;
};

export type PageCycleEntry = {
  items: Array<CycleEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageDeliveryEntry = {
  items: Array<DeliveryEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageOwnYear = {
  items: Array<OwnYear>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageReportRevision = {
  items: Array<ReportRevision>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageRevalidationChangeEntry = {
  items: Array<RevalidationChange>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageRevalidationEntry = {
  items: Array<Revalidation>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageSandboxSubmission = {
  items: Array<SandboxSubmission>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageTokenEntry = {
  items: Array<TokenEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageWebhookEntry = {
  items: Array<WebhookEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type ParameterFinding = {
  name: string;
  value?: string;
  message: string;
  known?: Array<string>;
};

export type PeerDifference = {
  pointer: string;
  cell: string;
  figure: string;
  value: number;
  group: PeerGroup;
  district: NamedCode;
  category?: NamedCode;
  reports: number;
  median: number;
  quartiles: Quartiles;
  difference: number;
  action: string;
};

export type PeerGroup = 'DISTRICT' | 'CATEGORY';

export type PlacedComment = {
  pointer: string;
  cell: string;
  comment: string;
};

export type ProactiveDisclosure = {
  rules: Documents;
  normativeDocuments: Documents;
  licensingDecisions: number;
  penaltyDecisions: number;
  compulsoryMeasureDecisions: number;
  administrativeFees: number;
};

export type ProactiveDisclosure2019 = {
  rules: Documents2019;
  normativeDocuments: Documents2019;
  licensing: ListedItems;
  licensingDecisions: number;
  otherExternalServices: ListedServices;
  penalties: ListedItems;
  penaltyDecisions: number;
  compulsoryMeasures: ListedItems;
  compulsoryMeasureDecisions: number;
  administrativeFeeItems: ListedItems;
  centralizedProcurement: Procurement;
};

export type Problem = {
  type: '/problems/malformed-json' | '/problems/malformed-csv' | '/problems/incomplete-body' | '/problems/invalid-parameter' | '/problems/malformed-header' | '/problems/not-summable' | '/problems/unauthenticated' | '/problems/forbidden' | '/problems/unknown-resource' | '/problems/unknown-district' | '/problems/unknown-category' | '/problems/unknown-agency' | '/problems/unknown-cycle' | '/problems/unknown-report' | '/problems/unknown-webhook' | '/problems/unknown-revalidation' | '/problems/year-not-covered' | '/problems/method-not-allowed' | '/problems/not-acceptable' | '/problems/illegal-transition' | '/problems/too-many-webhooks' | '/problems/sandbox-full' | '/problems/request-under-way' | '/problems/answer-not-kept' | '/problems/cursor-gone' | '/problems/precondition-failed' | '/problems/body-too-large' | '/problems/too-many-rows' | '/problems/address-too-long' | '/problems/unsupported-media-type' | '/problems/invalid-entry' | '/problems/report-rejected' | '/problems/not-a-report' | '/problems/unreadable-document' | '/problems/idempotency-key-reused' | '/problems/batch-aborted' | '/problems/too-many-requests' | '/problems/headers-too-large' | '/problems/internal-error' | '/problems/overloaded' | '/problems/unavailable';
  title: string;
  status: number;
  detail: string;
  instance: string;
  requestId: string;
  findings?: Array<Finding>;
  causes?: Array<Cause>;
  parameters?: Array<ParameterFinding>;
};

export type Procurement = {
  projects: number;
  totalAmount: number;
};

export type PublicChange = {
  id: number;
  at: Instant;
  type: PublicChangeType;
  agency: NamedCode;
  year: number;
  revision: number;
  contentHash: string;
  changeReason?: string;
};

export type PublicChangeType = 'ACCEPTED' | 'CORRECTED' | 'WITHDRAWN' | 'REINSTATED';

export type PublicChanges = {
  items: Array<PublicChange>;
  next: string;
};

export type PublishedLimits = {
  fairUse: boolean;
  requests: RequestLimits;
  queries: QueryLimits;
  documents: DocumentLimits;
  bodies: BodyLimits;
  answers: AnswerLimits;
  batches: BatchLimits;
  head: HeadLimits;
};

export type Quartiles = {
  first: number;
  third: number;
};

export type QueryLimits = {
  concurrent: number;
  concurrentPerClient: number;
  concurrentLarge: number;
  concurrentExports: number;
  costPerMinute: number;
  maxWait: number;
};

export type ReadingIssue = {
  pointer: string;
  kind: IssueKind;
  detail: string;
  place?: DocumentPlace;
};

export type Receipt = {
  agency: string;
  year: number;
  revision: number;
  status: RevisionStatus;
  contentHash: string;
  submittedAt: Instant;
  changeReason?: string;
  approvedBy?: string;
  decision?: DecisionView;
  withdrawal?: Withdrawal;
  withdrawalRequest?: Withdrawal;
  findings: Array<Finding>;
  nilStated: boolean;
  ruleBook?: string;
  sandbox?: boolean;
  signature: string;
};

export type ReceiptKey = {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
};

export type ReceiptKeySet = {
  keys: Array<ReceiptKey>;
};

export type Refused = {
  stateSecret: Applicants;
  prohibitedByLaw: Applicants;
  securityOrStability: Applicants;
  thirdPartyRights: Applicants;
  internalAffairs: Applicants;
  processInformation: Applicants;
  enforcementCaseFile: Applicants;
  administrativeInquiry: Applicants;
};

export type RelationEntry = {
  pointer: string;
  cell?: BilingualText;
  formula: BilingualText;
};

export type ReminderChannel = 'MAIL' | 'WEBHOOK';

export type ReminderEntry = {
  id: number;
  agency: NamedCode;
  kind: AgencyKind;
  district: NamedCode;
  category: NamedCode;
  year: number;
  reason: ReminderReason;
  deadline: LocalDate;
  day: LocalDate;
  step: number;
  channel: ReminderChannel;
  state: ReminderState;
  revision?: number;
  openWarnings: number;
  createdAt: Instant;
  createdBy: string;
  sentAt?: Instant;
  attempts: number;
  failure?: MailFailure;
  failureDetail?: string;
  nextAttemptAt?: Instant;
};

export type ReminderReason = 'MISSING' | 'EXTENSION' | 'RETURNED' | 'WARNINGS';

export type ReminderRun = {
  year: number;
  today: LocalDate;
  dryRun: boolean;
  steps: Array<number>;
  mail: boolean;
  due: number;
  mails: number;
  webhooks: number;
  unreached: number;
  items: Array<DueReminder>;
};

export type ReminderState = 'PENDING' | 'SENT' | 'FAILED' | 'OBSOLETE';

export type RenderedBlock = {
  paragraph?: number;
  text?: string;
  table?: number;
  rows?: Array<RenderedRow>;
};

export type RenderedCell = {
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
};

export type RenderedRow = {
  cells: Array<RenderedCell>;
};

export type Rendering = {
  pages: Array<DrawnPage>;
  blocks: Array<RenderedBlock>;
  complete: boolean;
};

export type Repetition = {
  wording: string;
  uses: number;
  agencies: number;
  years: number;
};

export type ReportDecision = {
  agency: string;
  year: number;
  revision: number;
  decision: Decision;
  comment?: string;
  reinstatePrevious?: boolean;
  comments?: Array<CellComment>;
};

export type ReportOrder = 'agency' | '-agency' | 'category' | '-category' | 'district' | '-district' | 'status' | '-status' | 'submittedAt' | '-submittedAt' | 'year' | '-year';

export type ReportRevision = {
  revision: number;
  status: RevisionStatus;
  submittedAt: Instant;
  submittedBy?: string;
  changeReason?: string;
  approvedBy?: string;
  contentHash: string;
  decision?: DecisionView;
  supersededAt?: Instant;
  withdrawal?: Withdrawal;
  withdrawalRequest?: Withdrawal;
  findings: Array<Finding>;
  nil: boolean;
  nilStated: boolean;
  sandbox?: boolean;
  report?: Report;
};

export type ReportSummary = {
  agency: string;
  agencyName: string;
  kind: AgencyKind;
  district: NamedCode;
  category: NamedCode;
  year: number;
  revision: number;
  status: RevisionStatus;
  contentHash: string;
  submittedAt: Instant;
};

export type ReportYear = number;

export type RequestLimits = {
  perSecond: number;
  burst: number;
  concurrent: number;
  pipelined: number;
};

export type Requests = {
  newlyReceived: Applicants;
  carriedOver: Applicants;
  outcomes: Outcomes;
  carriedForward: Applicants;
};

export type Requests2019 = {
  newlyReceived: Applicants;
  carriedOver: Applicants;
  outcomes: Outcomes2019;
  carriedForward: Applicants;
};

export type RevalidatedRule = {
  rule: string;
  added: number;
  removed: number;
};

export type Revalidation = {
  id: number;
  state: RevalidationState;
  ruleBook: string;
  years?: Array<number>;
  district?: string;
  total: number;
  checked: number;
  added: number;
  removed: number;
  rules: Array<RevalidatedRule>;
  startedAt: Instant;
  startedBy: string;
  finishedAt?: Instant;
  cancelledBy?: string;
};

export type RevalidationChange = {
  agency: string;
  year: number;
  revision: number;
  kind: RevalidationChangeKind;
  reason?: RevalidationReason;
  finding: Finding;
  at: Instant;
};

export type RevalidationChangeKind = 'ADDED' | 'REMOVED';

export type RevalidationNumber = number;

export type RevalidationReason = 'DEPARTMENTS' | 'RULE_BOOK' | 'OTHER_DATA';

export type RevalidationRequest = {
  years?: Array<number>;
  district?: string;
};

export type RevalidationState = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

export type RevisionChoice = string;

export type RevisionNumber = number;

export type RevisionStatus = 'SUBMITTED' | 'ACCEPTED' | 'RETURNED' | 'SUPERSEDED' | 'WITHDRAWN';

export type RollUp = {
  figures: Array<string>;
  groupBy: Array<'year' | 'district' | 'category' | 'agency' | 'applicantType' | 'figure'>;
  basis: 'accepted' | 'submitted';
  boundaries: 'as-reported' | 'current';
  asOf: Instant;
  dataVersion: number;
  stats?: Array<Statistic>;
  breaks?: Array<SeriesBreak>;
  kind: AgencyKind;
  rows: Array<RollUpRow>;
};

export type RollUpFormat = 'json' | 'csv' | 'xlsx' | 'jsonstat' | 'html' | 'ndjson';

export type RollUpRow = {
  percentile?: number;
  median?: number;
  mean?: number;
  quartiles?: Quartiles;
  change?: YearlyChange;
  rank?: number;
  share?: number;
  year?: number;
  district?: NamedCode;
  category?: NamedCode;
  agency?: NamedCode;
  applicantType?: string;
  figure: string;
  value: number | null;
  numerator?: number;
  denominator?: number;
  reports: number;
  expected: number;
  late: number;
  nil: number;
  nilStated: number;
};

export type RotationRequest = {
  lifetime?: string;
  overlap?: string;
};

export type RowOrder = 'year' | '-year' | 'district' | '-district' | 'category' | '-category' | 'agency' | '-agency' | 'value' | '-value' | 'reports' | '-reports' | 'expected' | '-expected';

export type RuleChangeRequest = {
  rule: string;
  severity?: RuleSetting;
  thresholds?: Record<string, unknown>;
};

export type RuleEffect = {
  rule: string;
  severityBefore: RuleSetting;
  severityAfter: RuleSetting;
  findingsBefore: number;
  findingsAfter: number;
  added: number;
  removed: number;
  reports: number;
  refused: number;
  examples: Array<RulePreviewExample>;
};

export type RuleEntry = {
  id: string;
  severity: Severity;
  basis: BilingualText;
  statement: BilingualText;
  formula: BilingualText;
  thresholds: Array<RuleThreshold>;
  relations: Array<RelationEntry>;
};

export type RulePreview = {
  ruleBook: string;
  years: Array<number>;
  district?: string;
  reports: number;
  refused: number;
  rules: Array<RuleEffect>;
};

export type RulePreviewExample = {
  agency: string;
  year: number;
  revision: number;
  change: ExampleChange;
  finding: Finding;
};

export type RulePreviewRequest = {
  years: Array<number>;
  district?: string;
  changes: Array<RuleChangeRequest>;
};

export type RuleScore = {
  rule: string;
  openWarnings: number;
  explainedWarnings: number;
  refusedAttempts: number;
};

export type RuleSetting = 'ERROR' | 'WARNING' | 'INFO' | 'OFF';

export type RuleThreshold = {
  name: string;
  meaning: BilingualText;
  unit: BilingualText;
  value: number;
  minimum: number;
  maximum: number;
  decimals: number;
};

export type SandboxSubmission = {
  holder: string;
  agency: string;
  year: number;
  revision: number;
  status: RevisionStatus;
  contentHash: string;
  firstSubmittedAt: Instant;
  submittedAt: Instant;
  removedAt: Instant;
};

export type ScoreboardRow = {
  year?: number;
  district?: NamedCode;
  category?: NamedCode;
  agency?: NamedCode;
  rule?: string;
  expected?: number;
  onTime?: number;
  late?: number;
  notResubmitted?: number;
  missing?: number;
  overdue?: number;
  refusedAttempts: number;
  returned?: number;
  corrected?: number;
  withdrawn?: number;
  openWarnings: number;
  explainedWarnings: number;
  rules?: Array<RuleScore>;
};

export type SeriesBreak = {
  figure?: string;
  agency?: NamedCode;
  successors?: Array<string>;
  years: Array<number>;
};

export type Severity = 'ERROR' | 'WARNING' | 'INFO';

export type Side = 'CARRIED_FORWARD' | 'CARRIED_OVER';

export type SourceReference = {
  pointer: string;
  text: string;
  confidence: Confidence;
  place: DocumentPlace;
};

export type Statistic = 'rank' | 'percentile' | 'median' | 'mean' | 'quartiles' | 'share' | 'change';

export type TableFormat = 'json' | 'csv' | 'xlsx';

export type TestCase = 'VALIDATED' | 'ACCEPTED' | 'SHAPE_REFUSED' | 'BALANCE_REFUSED' | 'OUTCOMES_REFUSED' | 'ROW_TOTAL_REFUSED' | 'DISPUTES_REFUSED' | 'WARNED' | 'EXPLAINED' | 'UNCHANGED' | 'REASON_MISSING' | 'CORRECTED' | 'LOST_UPDATE' | 'WRONG_YEAR' | 'WITHDRAWN' | 'NIL_RETURNED' | 'NIL_REFUSED' | 'BATCH_PARTIAL' | 'BATCH_ATOMIC' | 'BATCH_ABORTED' | 'REPEATED';

export type TestsDeleted = {
  reports: number;
  cases: number;
};

export type TokenEntry = {
  id: string;
  subject: string;
  role: 'submitter' | 'oversight' | 'reader';
  agencies: Array<string>;
  districts?: Array<string>;
  years?: Array<number>;
  sandbox?: boolean;
  issuedBy: string;
  issuedAt: Instant;
  expiresAt: Instant;
  state: TokenState;
  replaces?: string;
  revokedAt?: Instant;
  revokedBy?: string;
};

export type TokenRequest = {
  lifetime?: string;
  allowEnded?: boolean;
  subject?: string;
  agencies?: Array<string>;
  districts?: Array<string>;
  years?: Array<number>;
  sandbox?: boolean;
};

export type TokenRole = 'submitter' | 'oversight' | 'reader';

export type TokenState = 'VALID' | 'REPLACED' | 'REVOKED' | 'EXPIRED';

export type UnableToProvide = {
  notHeld: Applicants;
  requiresCreation: Applicants;
  stillUnclear: Applicants;
};

export type Validation = {
  valid: boolean;
  status?: RevisionStatus;
  contentHash?: string;
  corrects?: number;
  findings: Array<Finding>;
  causes?: Array<Cause>;
};

export type WarningState = 'OPEN' | 'EXPLAINED';

export type WebhookEntry = {
  id: number;
  url: string;
  events: Array<EventType>;
  agencies?: Array<string>;
  status: WebhookStatus;
  after: string;
  failingSince?: Instant;
  nextAttemptAt?: Instant;
  disabledAt?: Instant;
  createdAt: Instant;
  createdBy: string;
  secret?: string;
};

export type WebhookNumber = number;

export type WebhookRequest = {
  url: string;
  events?: Array<EventType>;
  agencies?: Array<string>;
};

export type WebhookStatus = 'ACTIVE' | 'FAILING' | 'DISABLED';

export type WhatIf = {
  agency: NamedCode;
  year: number;
  revision: number;
  baseStatus: RevisionStatus;
  changes: Array<Change>;
  valid: boolean;
  status?: RevisionStatus;
  findings: Array<Finding>;
  added: Array<Finding>;
  gone: Array<Finding>;
  later: Array<LaterReport>;
  reports: Array<MovedReports>;
  totals: Array<MovedTotal>;
  categoryTotals: Array<MovedTotal>;
  cells: Array<MovedCell>;
};

export type WhatIfBase = 'IN_FORCE' | 'LATEST';

export type WhatIfRequest = {
  agency: string;
  year: number;
  changes: Array<CellChange>;
  base?: WhatIfBase;
};

export type Withdrawal = {
  at: Instant;
  by?: string;
  reason?: string;
};

export type WithdrawalRequest = {
  reason: string;
};

export type WorkEntry = {
  agency: NamedCode;
  kind: AgencyKind;
  district: NamedCode;
  category: NamedCode;
  year: number;
  revision: number;
  state: WorkState;
  correction: boolean;
  openWarnings: number;
  weight: number;
  rules: Array<string>;
  submittedAt: Instant;
  since: Instant;
  daysWaiting: number;
  deadline: LocalDate;
  late: boolean;
  contentHash: string;
};

export type WorkOrder = 'agency' | '-agency' | 'category' | '-category' | 'deadline' | '-deadline' | 'district' | '-district' | 'openWarnings' | '-openWarnings' | 'since' | '-since' | 'submittedAt' | '-submittedAt' | 'weight' | '-weight' | 'year' | '-year';

export type WorkState = 'WAITING' | 'REOPENED';

export type YearFilter = number;

export type YearlyChange = {
  absolute: number;
  percent?: number;
  reports: number;
  expected: number;
};

export type PageAgencyEntry = {
  items: Array<AgencyEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageCarryOverEntry = {
  items: Array<CarryOverEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageCategoryEntry = {
  items: Array<CategoryEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageObligationEntry = {
  items: Array<ObligationEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageDistrictEntry = {
  items: Array<DistrictEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageExplanationRecord = {
  items: Array<ExplanationRecord>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageReminderEntry = {
  items: Array<ReminderEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageReportSummary = {
  items: Array<ReportSummary>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageScoreboardRow = {
  items: Array<ScoreboardRow>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type PageWorkEntry = {
  items: Array<WorkEntry>;
  page: number;
  size: number;
  total: number;
  next?: string;
};

export type Report = AnnualReport | AnnualReport2019;

export type ApplicantType = 'naturalPerson' | 'commercialEnterprise' | 'researchInstitution' | 'publicWelfareOrganization' | 'legalServiceOrganization' | 'otherOrganization';

export interface Operations {
  loadAgencies: {
    path: never;
    query: never;
    body: never;
    answer: ImportSummary;
  };
  listAgencies: {
    path: never;
    query: { district?: Array<string>; category?: Array<string>; kind?: AgencyKind; name?: string; page?: number; size?: number; after?: string; format?: AnswerFormat; bom?: boolean; updatedSince?: string; };
    body: never;
    answer: PageAgencyEntry;
  };
  putAgency: {
    path: { code: string; };
    query: never;
    body: AgencyEntry;
    answer: AgencyEntry;
  };
  getAgency: {
    path: { code: string; };
    query: never;
    body: never;
    answer: AgencyEntry;
  };
  makeToken: {
    path: { code: string; };
    query: never;
    body: TokenRequest;
    answer: IssuedToken;
  };
  listTokens: {
    path: { code: string; };
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageTokenEntry;
  };
  revokeToken: {
    path: { code: string; id: string; };
    query: never;
    body: never;
    answer: TokenEntry;
  };
  rotateToken: {
    path: { code: string; id: string; };
    query: never;
    body: RotationRequest;
    answer: IssuedToken;
  };
  getAvailability: {
    path: never;
    query: { district?: Array<string>; category?: Array<string>; };
    body: never;
    answer: Availability;
  };
  listCarryOver: {
    path: never;
    query: { year?: Array<string>; district?: Array<string>; category?: Array<string>; agency?: Array<string>; kind?: AgencyKind; status?: CarryOverStatus; orderBy?: CarryOverOrder; page?: number; size?: number; after?: string; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageCarryOverEntry;
  };
  loadCategories: {
    path: never;
    query: never;
    body: never;
    answer: ImportSummary;
  };
  listCategories: {
    path: never;
    query: { name?: string; page?: number; size?: number; after?: string; format?: AnswerFormat; bom?: boolean; updatedSince?: string; };
    body: never;
    answer: PageCategoryEntry;
  };
  putCategory: {
    path: { code: string; };
    query: never;
    body: CategoryEntry;
    answer: CategoryEntry;
  };
  getCategory: {
    path: { code: string; };
    query: never;
    body: never;
    answer: CategoryEntry;
  };
  listPublicChanges: {
    path: never;
    query: { after?: Cursor; limit?: Limit; };
    body: never;
    answer: PublicChanges;
  };
  getConsolidatedReport: {
    path: { year: ReportYear; };
    query: { district?: string; basis?: 'accepted' | 'submitted'; asOf?: string; format?: DocumentFormat; drafts?: boolean; };
    body: never;
    answer: ConsolidatedReport;
  };
  listCycles: {
    path: never;
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageCycleEntry;
  };
  putCycle: {
    path: { year: ReportYear; };
    query: never;
    body: CycleEntry;
    answer: CycleEntry;
  };
  getCycle: {
    path: { year: ReportYear; };
    query: never;
    body: never;
    answer: CycleEntry;
  };
  closeCycle: {
    path: { year: ReportYear; };
    query: never;
    body: never;
    answer: undefined;
  };
  getCompleteness: {
    path: { year: ReportYear; };
    query: { groupBy?: Array<string>; district?: Array<string>; category?: Array<string>; kind?: AgencyKind; asOf?: string; };
    body: never;
    answer: Completeness;
  };
  listObligations: {
    path: { year: ReportYear; };
    query: { state?: ObligationState; district?: Array<string>; category?: Array<string>; kind?: AgencyKind; page?: number; size?: number; after?: string; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageObligationEntry;
  };
  putObligation: {
    path: { year: ReportYear; agency: string; };
    query: never;
    body: ObligationChange;
    answer: ObligationEntry;
  };
  decideOnRevisions: {
    path: never;
    query: never;
    body: Array<ReportDecision>;
    answer: Array<DecisionResult>;
  };
  diagnoseDraft: {
    path: never;
    query: { format?: DocumentFormat; };
    body: BatchItem;
    answer: Diagnosis;
  };
  loadDistricts: {
    path: never;
    query: never;
    body: never;
    answer: ImportSummary;
  };
  listDistricts: {
    path: never;
    query: { parent?: string; level?: DistrictLevel; name?: string; page?: number; size?: number; after?: string; format?: AnswerFormat; bom?: boolean; updatedSince?: string; };
    body: never;
    answer: PageDistrictEntry;
  };
  putDistrict: {
    path: { code: string; };
    query: never;
    body: DistrictEntry;
    answer: DistrictEntry;
  };
  getDistrict: {
    path: { code: string; };
    query: never;
    body: never;
    answer: DistrictEntry;
  };
  readDocument: {
    path: never;
    query: { rendering?: boolean; compare?: boolean; };
    body: never;
    answer: Imported;
  };
  listEvents: {
    path: never;
    query: { after?: Cursor; order?: EventOrder; limit?: Limit; };
    body: never;
    answer: Events;
  };
  listExplanations: {
    path: never;
    query: { year?: Array<string>; rule?: Array<string>; agency?: Array<string>; district?: Array<string>; state?: ExplanationState; repeated?: boolean; page?: number; size?: number; after?: string; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageExplanationRecord;
  };
  getForm: {
    path: { year: ReportYear; };
    query: never;
    body: never;
    answer: FormCatalogue;
  };
  getLimits: {
    path: never;
    query: never;
    body: never;
    answer: PublishedLimits;
  };
  getLogin: {
    path: never;
    query: never;
    body: never;
    answer: LoginProvider;
  };
  getMe: {
    path: never;
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: Me;
  };
  getReceiptKeys: {
    path: never;
    query: never;
    body: never;
    answer: ReceiptKeySet;
  };
  sendReminders: {
    path: never;
    query: { year?: ReportYear; district?: Array<string>; dryRun?: boolean; };
    body: never;
    answer: ReminderRun;
  };
  listReminders: {
    path: never;
    query: { year?: Array<string>; district?: Array<string>; agency?: Array<string>; reason?: ReminderReason; step?: Array<number>; channel?: ReminderChannel; state?: ReminderState; page?: number; size?: number; after?: string; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageReminderEntry;
  };
  getLetterList: {
    path: never;
    query: { year?: ReportYear; district?: Array<string>; unreached?: boolean; format?: DocumentFormat; };
    body: never;
    answer: ReminderRun;
  };
  submitReports: {
    path: never;
    query: { mode?: BatchMode; dryRun?: boolean; };
    body: Array<BatchItem>;
    answer: undefined;
  };
  listReports: {
    path: never;
    query: { year?: Array<string>; district?: Array<string>; category?: Array<string>; agency?: Array<string>; status?: RevisionStatus; page?: number; size?: number; after?: string; updatedSince?: string; orderBy?: Array<ReportOrder>; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageReportSummary;
  };
  getReport: {
    path: { agency: string; year: ReportYear; };
    query: { format?: DocumentFormat; asOf?: string; };
    body: never;
    answer: Report;
  };
  submitReport: {
    path: { agency: string; year: ReportYear; };
    query: { changeReason?: string; approvedBy?: string; nil?: boolean; };
    body: Report;
    answer: Receipt;
  };
  decideOnRevision: {
    path: { agency: string; year: ReportYear; };
    query: never;
    body: DecisionRequest;
    answer: Receipt;
  };
  getDiagnosis: {
    path: { agency: string; year: ReportYear; };
    query: { revision?: RevisionChoice; format?: DocumentFormat; };
    body: never;
    answer: Diagnosis;
  };
  explainWarnings: {
    path: { agency: string; year: ReportYear; };
    query: never;
    body: Array<ExplanationEntry>;
    answer: Receipt;
  };
  listRevisions: {
    path: { agency: string; year: ReportYear; };
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageReportRevision;
  };
  getLatestRevision: {
    path: { agency: string; year: ReportYear; };
    query: never;
    body: never;
    answer: ReportRevision;
  };
  getRevision: {
    path: { agency: string; year: ReportYear; revision: RevisionNumber; };
    query: never;
    body: never;
    answer: ReportRevision;
  };
  withdrawRevision: {
    path: { agency: string; year: ReportYear; revision: RevisionNumber; };
    query: { reason?: string; };
    body: never;
    answer: Receipt;
  };
  getChanges: {
    path: { agency: string; year: ReportYear; revision: RevisionNumber; };
    query: { since?: RevisionNumber; };
    body: never;
    answer: Changes;
  };
  getImpact: {
    path: { agency: string; year: ReportYear; revision: RevisionNumber; };
    query: { format?: DocumentFormat; };
    body: never;
    answer: Impact;
  };
  getReceipt: {
    path: { agency: string; year: ReportYear; revision: RevisionNumber; };
    query: never;
    body: never;
    answer: Receipt;
  };
  requestWithdrawal: {
    path: { agency: string; year: ReportYear; revision: RevisionNumber; };
    query: never;
    body: WithdrawalRequest;
    answer: Receipt;
  };
  getTemplate: {
    path: { agency: string; year: ReportYear; };
    query: never;
    body: never;
    answer: Report;
  };
  startRevalidation: {
    path: never;
    query: never;
    body: RevalidationRequest;
    answer: Revalidation;
  };
  listRevalidations: {
    path: never;
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageRevalidationEntry;
  };
  getRevalidation: {
    path: { id: RevalidationNumber; };
    query: never;
    body: never;
    answer: Revalidation;
  };
  cancelRevalidation: {
    path: { id: RevalidationNumber; };
    query: never;
    body: never;
    answer: Revalidation;
  };
  listRevalidationChanges: {
    path: { id: RevalidationNumber; };
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageRevalidationChangeEntry;
  };
  previewRules: {
    path: never;
    query: never;
    body: RulePreviewRequest;
    answer: RulePreview;
  };
  getRules: {
    path: never;
    query: { year?: YearFilter; };
    body: never;
    answer: Array<RuleEntry>;
  };
  getCertification: {
    path: never;
    query: { holder?: string; };
    body: never;
    answer: Certification;
  };
  listTests: {
    path: never;
    query: { holder?: string; agency?: Array<string>; year?: Array<string>; page?: number; size?: number; after?: string; };
    body: never;
    answer: PageSandboxSubmission;
  };
  deleteTests: {
    path: never;
    query: { holder?: string; agency?: Array<string>; year?: Array<string>; };
    body: never;
    answer: TestsDeleted;
  };
  getScoreboard: {
    path: never;
    query: { year?: Array<string>; groupBy?: Array<string>; district?: Array<string>; category?: Array<string>; agency?: Array<string>; kind?: AgencyKind; page?: number; size?: number; after?: string; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageScoreboardRow;
  };
  getStatistics: {
    path: never;
    query: { figure?: Array<string>; groupBy?: Array<Dimension>; level?: DistrictLevel; year?: Array<string>; district?: Array<string>; category?: Array<string>; agency?: Array<string>; applicantType?: Array<ApplicantType>; boundaries?: Boundaries; basis?: 'accepted' | 'submitted'; asOf?: string; orderBy?: Array<RowOrder>; limit?: number; format?: RollUpFormat; labels?: Labels; bom?: boolean; minCoverage?: number; stats?: Array<Statistic>; kind?: AgencyKind; };
    body: never;
    answer: RollUp;
  };
  makeOfficeToken: {
    path: never;
    query: never;
    body: OfficeTokenRequest;
    answer: IssuedToken;
  };
  listAllTokens: {
    path: never;
    query: { role?: TokenRole; page?: number; size?: number; after?: string; };
    body: never;
    answer: PageTokenEntry;
  };
  revokeAnyToken: {
    path: { id: string; };
    query: never;
    body: never;
    answer: TokenEntry;
  };
  rotateAnyToken: {
    path: { id: string; };
    query: never;
    body: RotationRequest;
    answer: IssuedToken;
  };
  validateReport: {
    path: never;
    query: never;
    body: BatchItem;
    answer: Validation;
  };
  listWebhooks: {
    path: never;
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageWebhookEntry;
  };
  createWebhook: {
    path: never;
    query: never;
    body: WebhookRequest;
    answer: WebhookEntry;
  };
  getWebhook: {
    path: { id: WebhookNumber; };
    query: never;
    body: never;
    answer: WebhookEntry;
  };
  deleteWebhook: {
    path: { id: WebhookNumber; };
    query: never;
    body: never;
    answer: undefined;
  };
  listDeliveries: {
    path: { id: WebhookNumber; };
    query: { page?: number; size?: number; after?: string; };
    body: never;
    answer: PageDeliveryEntry;
  };
  replayWebhook: {
    path: { id: WebhookNumber; };
    query: { after?: Cursor; };
    body: never;
    answer: WebhookEntry;
  };
  testWebhook: {
    path: { id: WebhookNumber; };
    query: never;
    body: never;
    answer: DeliveryEntry;
  };
  askWhatIf: {
    path: never;
    query: never;
    body: WhatIfRequest;
    answer: WhatIf;
  };
  listWork: {
    path: never;
    query: { state?: WorkState; year?: Array<string>; district?: Array<string>; category?: Array<string>; agency?: Array<string>; rule?: Array<string>; orderBy?: Array<WorkOrder>; page?: number; size?: number; after?: string; format?: TableFormat; bom?: boolean; labels?: Labels; };
    body: never;
    answer: PageWorkEntry;
  };
}

export const routes = {
  loadAgencies: ['PUT', '/api/v1/agencies'],
  listAgencies: ['GET', '/api/v1/agencies'],
  putAgency: ['PUT', '/api/v1/agencies/{code}'],
  getAgency: ['GET', '/api/v1/agencies/{code}'],
  makeToken: ['POST', '/api/v1/agencies/{code}/tokens'],
  listTokens: ['GET', '/api/v1/agencies/{code}/tokens'],
  revokeToken: ['DELETE', '/api/v1/agencies/{code}/tokens/{id}'],
  rotateToken: ['POST', '/api/v1/agencies/{code}/tokens/{id}/rotation'],
  getAvailability: ['GET', '/api/v1/availability'],
  listCarryOver: ['GET', '/api/v1/carry-over'],
  loadCategories: ['PUT', '/api/v1/categories'],
  listCategories: ['GET', '/api/v1/categories'],
  putCategory: ['PUT', '/api/v1/categories/{code}'],
  getCategory: ['GET', '/api/v1/categories/{code}'],
  listPublicChanges: ['GET', '/api/v1/changes'],
  getConsolidatedReport: ['GET', '/api/v1/consolidated-reports/{year}'],
  listCycles: ['GET', '/api/v1/cycles'],
  putCycle: ['PUT', '/api/v1/cycles/{year}'],
  getCycle: ['GET', '/api/v1/cycles/{year}'],
  closeCycle: ['DELETE', '/api/v1/cycles/{year}'],
  getCompleteness: ['GET', '/api/v1/cycles/{year}/completeness'],
  listObligations: ['GET', '/api/v1/cycles/{year}/obligations'],
  putObligation: ['PUT', '/api/v1/cycles/{year}/obligations/{agency}'],
  decideOnRevisions: ['POST', '/api/v1/decisions'],
  diagnoseDraft: ['POST', '/api/v1/diagnoses'],
  loadDistricts: ['PUT', '/api/v1/districts'],
  listDistricts: ['GET', '/api/v1/districts'],
  putDistrict: ['PUT', '/api/v1/districts/{code}'],
  getDistrict: ['GET', '/api/v1/districts/{code}'],
  readDocument: ['POST', '/api/v1/documents'],
  listEvents: ['GET', '/api/v1/events'],
  listExplanations: ['GET', '/api/v1/explanations'],
  getForm: ['GET', '/api/v1/form/{year}'],
  getLimits: ['GET', '/api/v1/limits'],
  getLogin: ['GET', '/api/v1/login'],
  getMe: ['GET', '/api/v1/me'],
  getReceiptKeys: ['GET', '/api/v1/receipt-keys'],
  sendReminders: ['POST', '/api/v1/reminders'],
  listReminders: ['GET', '/api/v1/reminders'],
  getLetterList: ['GET', '/api/v1/reminders/letters'],
  submitReports: ['POST', '/api/v1/reports'],
  listReports: ['GET', '/api/v1/reports'],
  getReport: ['GET', '/api/v1/reports/{agency}/{year}'],
  submitReport: ['PUT', '/api/v1/reports/{agency}/{year}'],
  decideOnRevision: ['POST', '/api/v1/reports/{agency}/{year}/decisions'],
  getDiagnosis: ['GET', '/api/v1/reports/{agency}/{year}/diagnosis'],
  explainWarnings: ['POST', '/api/v1/reports/{agency}/{year}/explanations'],
  listRevisions: ['GET', '/api/v1/reports/{agency}/{year}/revisions'],
  getLatestRevision: ['GET', '/api/v1/reports/{agency}/{year}/revisions/latest'],
  getRevision: ['GET', '/api/v1/reports/{agency}/{year}/revisions/{revision}'],
  withdrawRevision: ['DELETE', '/api/v1/reports/{agency}/{year}/revisions/{revision}'],
  getChanges: ['GET', '/api/v1/reports/{agency}/{year}/revisions/{revision}/changes'],
  getImpact: ['GET', '/api/v1/reports/{agency}/{year}/revisions/{revision}/impact'],
  getReceipt: ['GET', '/api/v1/reports/{agency}/{year}/revisions/{revision}/receipt'],
  requestWithdrawal: ['POST', '/api/v1/reports/{agency}/{year}/revisions/{revision}/withdrawal-request'],
  getTemplate: ['GET', '/api/v1/reports/{agency}/{year}/template'],
  startRevalidation: ['POST', '/api/v1/revalidations'],
  listRevalidations: ['GET', '/api/v1/revalidations'],
  getRevalidation: ['GET', '/api/v1/revalidations/{id}'],
  cancelRevalidation: ['DELETE', '/api/v1/revalidations/{id}'],
  listRevalidationChanges: ['GET', '/api/v1/revalidations/{id}/changes'],
  previewRules: ['POST', '/api/v1/rule-previews'],
  getRules: ['GET', '/api/v1/rules'],
  getCertification: ['GET', '/api/v1/sandbox/certification'],
  listTests: ['GET', '/api/v1/sandbox/submissions'],
  deleteTests: ['DELETE', '/api/v1/sandbox/submissions'],
  getScoreboard: ['GET', '/api/v1/scoreboard'],
  getStatistics: ['GET', '/api/v1/statistics'],
  makeOfficeToken: ['POST', '/api/v1/tokens'],
  listAllTokens: ['GET', '/api/v1/tokens'],
  revokeAnyToken: ['DELETE', '/api/v1/tokens/{id}'],
  rotateAnyToken: ['POST', '/api/v1/tokens/{id}/rotation'],
  validateReport: ['POST', '/api/v1/validations'],
  listWebhooks: ['GET', '/api/v1/webhooks'],
  createWebhook: ['POST', '/api/v1/webhooks'],
  getWebhook: ['GET', '/api/v1/webhooks/{id}'],
  deleteWebhook: ['DELETE', '/api/v1/webhooks/{id}'],
  listDeliveries: ['GET', '/api/v1/webhooks/{id}/deliveries'],
  replayWebhook: ['POST', '/api/v1/webhooks/{id}/replay'],
  testWebhook: ['POST', '/api/v1/webhooks/{id}/test'],
  askWhatIf: ['POST', '/api/v1/what-if'],
  listWork: ['GET', '/api/v1/work-list'],
} as const;
