import type { SkillConcept } from '../skills/types.ts'
import type { Requirement } from '../types.ts'

export type FamilyId =
  | 'software'
  | 'data'
  | 'infrastructure'
  | 'support'
  | 'office_tools'
  | 'clinical'
  | 'nursing'
  | 'trades'
  | 'driving'
  | 'pharmacy'
  | 'laboratory'
  | 'guarding'
  | 'early_years'
  | 'clinical_records'
  | 'kitchen'
  | 'sales'
  | 'marketing'
  | 'finance'
  | 'legal'
  | 'compliance'
  | 'construction'
  | 'maintenance'
  | 'early_teaching'
  | 'teaching'
  | 'people_leadership'
  | 'project'
  | 'customer'
  | 'logistics'
  | 'hr'
  | 'administration'
  | 'design'
  | 'safety'
  | 'general'
  | 'communication'
  | 'teamwork'
  | 'problem_solving'
  | 'organisation'
  | 'accuracy'
  | 'learning'
  | 'initiative'
  | 'negotiation'

/** A field of work or a way of working, with its own ways of asking. */
export interface Family {
  id: FamilyId
  /** A way of working rather than a matter: its questions need no wording of the requirement. */
  isSoft: boolean
  competency: string
}

/**
 * Tried in this order on the requirement's text. Ways of working come last, so that "customer service" is asked about as
 * customer work and "communication skills" as communication. Words of many trades ("order", "site", "design", "close")
 * count only with the word that tells which.
 */
const families: readonly [FamilyId, string, RegExp][] = [
  [
    'sales',
    'Sales',
    /\b(?:sales|selling|quotas?|prospecting|prospects|cold call\w*|crm|salesforce|hubspot|upsell\w*|business development|account executive|account management|territory|pipeline management|product demonstrations?|revenue targets?|lead generation)\b/i,
  ],
  [
    'safety',
    'Safety',
    /\b(?:(?:food|site|workplace|fire|construction|occupational|process) safety|safety|osha|hse|ehs|haccp|hazard\w*|infection (?:control|prevention)|food hygiene|lockout|ppe|servsafe)\b/i,
  ],
  [
    'clinical_records',
    'Clinical documentation',
    /\b(?:(?:electronic )?(?:health|medical|patient) ?records?|ehr|emr|epic|cerner|meditech|charting|clinical documentation|medical coding)\b/i,
  ],
  [
    'pharmacy',
    'Pharmacy work',
    /\b(?:pharmacy|pharmacies|pharmacists?|prescriptions?|dispens\w+ (?:of )?medic\w+|ptcb)\b/i,
  ],
  [
    'laboratory',
    'Laboratory work',
    /\b(?:chemists?|chemistry|laborator(?:y|ies)|lab (?:technicians?|work|tests?|equipment)|hplc|uv-vis|spectro\w+|chromatograph\w*|titrat\w+|assays?|microbiolog\w+|specimens?|gmp|cgmp|out-of-specification|pipett\w+|pharmaceutical (?:qc|quality))\b/i,
  ],
  [
    'early_years',
    'Early years',
    /\b(?:nursery|nurseries|early (?:years|childhood)|eyfs|toddlers?|preschool\w*|kindergarten|daycare|day care|key person)\b/i,
  ],
  [
    'nursing',
    'Nursing care',
    /\b(?:nurs(?:e|es|ing)|lpn|rn|icu|acute[- ]care|med[- ]surg|medical-surgical|iv (?:therapy|insertion|lines?)|intravenous|acls|wound|charge nurse|telemetry|bedside|vital signs|care plan\w*|plan of care)\b/i,
  ],
  [
    'clinical',
    'Clinical practice',
    /\b(?:patient (?:care|assessments?|education|monitoring|safety|outcomes?|treatment)|(?:treat|assess|examin|monitor|care for|car)(?:e|ing)? patients|clinical|surgical|bls|triage|dental|hygienist|periodontal\w*|prophylaxis|radiograph\w*|x-rays?|anesthe\w+|physical therap\w+|occupational therap\w+|respiratory|phlebotomy|medications?|diagnostic imaging|healthcare delivery)\b/i,
  ],
  [
    'kitchen',
    'Kitchen work',
    /\b(?:kitchens?|cooks?|cooking|chefs?|culinary|menus?|recipes?|food (?:cost|preparation|production|service)|pastry|banquets?|sous|restaurants?|catering|bartend\w+|plating|mise en place)\b/i,
  ],
  [
    'compliance',
    'Rules and compliance',
    /\b(?:compliance|regulat(?:ory|ions?)|gdpr|hipaa|sox|sarbanes|internal controls?|kyc|anti-money)\b/i,
  ],
  [
    'legal',
    'Legal work',
    /\b(?:legal (?:research|writing|documents|advice|drafting)|litigat\w+|contracts? (?:review|law|drafting|negotiation)|depositions?|e-?discovery|written discovery|pleadings?|motions?|(?:jury|bench|civil) trials?|trial (?:preparation|experience|practice)|court\w*|attorney|counsel|paralegal|lawyer|statut\w+|hearings?|westlaw|lexisnexis|case (?:law|strategy))\b/i,
  ],
  [
    'finance',
    'Finance and accounting',
    /\b(?:account(?:ing|ants?|s (?:payable|receivable))|ledger|reconcil\w+|(?:month|year|quarter)[- ]end|financial close|gaap|ifrs|audit\w*|budget\w*|financ\w+|tax(?:es|ation)?|payroll|invoic\w+|billing|quickbooks|netsuite|treasury|bookkeep\w*|cost control|p&l|journal entr\w+|variance analysis|accruals?|fixed assets|cash flow|balance[- ]sheet)\b/i,
  ],
  [
    'data',
    'Data work',
    /\b(?:sql|actuar\w+|glms?|pricing models?|loss ratios?|rate (?:indications?|filings?)|(?:data|business|reporting|research|insights?) analysts?|analysts?$|data pipelines?|(?:batch|streaming) pipelines?|pipelines that|data(?! (?:entry|cent(?:er|re)))|databases?|postgres\w*|mysql|oracle database|mongo\w*|etl|bi|business intelligence|tableau|power bi|looker|dbt|pandas|analytics|statistic\w*|machine learning|ssas|ssis|ssrs|mdx|dax|dashboards?|spark|hadoop|snowflake|bigquery|redshift|a\/b test\w*|data model\w*|predictive model\w*)\b/i,
  ],
  [
    'infrastructure',
    'Infrastructure and operations',
    /\b(?:aws|amazon web services|azure|gcp|google cloud|cloud|devops|docker|kubernetes|terraform|ansible|ci\/cd|jenkins|linux|unix|(?:microsoft )?windows(?: server)?|data cent(?:er|re)s?|networks|networking|network (?:security|engineer\w*|administration|design|infrastructure)|cisco|firewalls?|vmware|sysadmin|systems? administrat\w+|site reliability|configuration management|virtuali[sz]\w+|(?:information|cyber|network|application|cloud) ?security|cybersecurity|infrastructures?)\b/i,
  ],
  [
    'driving',
    'Driving',
    /\b(?:hgv|lorr(?:y|ies)|truck driv\w+|trucks?|cdl|c\+e|tachograph\w*|drivers?[’'] hours|(?:delivery|van|bus|coach|taxi|courier|tanker) drivers?|drivers?$|haulage|trailers?|vehicle (?:walkaround |safety )?(?:checks?|inspections?)|walkaround checks?|couple and uncouple|driving)\b/i,
  ],
  [
    'trades',
    'Skilled trade',
    /\b(?:electricians?|electrical (?:systems?|work|installations?|wiring|equipment|code)|conduit|wiring|plumb\w*|pipefitt\w*|carpent\w+|joiner\w*|weld\w*|(?:mig|tig)\b|solder\w*|brazing|fabricat\w+|machinists?|machining|sheet[- ]metal|millwrights?|drywall|roof(?:ing|ers?)|mason\w*|painters?|tilers?|hvac|brake press|blueprint reading|blueprints and schematics|schematics)\b/i,
  ],
  [
    'guarding',
    'Security work',
    /\b(?:security (?:officers?|guards?|experience|patrols?)|guards?|patrol\w*|cctv|surveillance|access control|loss prevention|incident reports?|crowd control)\b/i,
  ],
  [
    'maintenance',
    'Technical maintenance',
    /\b(?:(?:preventive|preventative|aircraft|line|base|equipment|building|vehicle|machine|facility|facilities|mechanical|electrical|corrective) maintenance|maintenance (?:technician|mechanic|work|program\w*)|repairs?|diesel|automotive|engines?|brakes?|transmissions?|clutch\w*|dot inspections?|aircraft|airframe|avionics|hydraulic\w*|pneumatic\w*|mechanics?|calibrat\w+|powerplant|plc)\b/i,
  ],
  [
    'support',
    'Technical support',
    /\b(?:help ?desk|(?:technical|desktop|it|application|user) support|support tickets?|ticketing|troubleshoot\w*|end users?|itil|service desk)\b/i,
  ],
  [
    'office_tools',
    'Office tools',
    /\b(?:microsoft (?:office|excel|word|outlook|powerpoint|365)|ms (?:office|excel|word)|office 365|outlook|powerpoint|google (?:docs|sheets|workspace)|spreadsheets?|sharepoint|office suite|pivot tables?|word processing)\b|^excel\b/i,
  ],
  [
    'marketing',
    'Marketing and content',
    /\b(?:marketing|seo|sem|campaigns?|brand(?:s|ing)?|social media|content (?:marketing|strategy|creation|writing|management)|copywriting|advertis\w+|google ads|google analytics|public relations|market research|go-to-market)\b/i,
  ],
  [
    'construction',
    'Construction',
    /\b(?:construction|superintendent|subcontractors?|(?:job|building)[- ]?sites?|site (?:supervision|management|logistics|work)|blueprints?|(?:shop|structural|architectural) drawings|concrete|procore|punch[- ]?lists?|scaffold\w*|building codes?|estimating|look-?aheads?|bluebeam)\b/i,
  ],
  [
    'early_teaching',
    'Teaching',
    /\b(?:classroom\w*|pupils?|lesson plan\w*|lessons?|curricul\w+|(?:primary|elementary|middle|high)[- ]school|key stage|phonics|literacy|numeracy|teachers?|differentiat(?:ed|ion)|special educational needs|students)\b/i,
  ],
  [
    'people_leadership',
    'Leading people',
    /\b(?:lead(?:ing)? (?:a |the )?(?:teams?|people|staff|crews?)|lead a team\b|team lead\w*|leadership|(?<!(?:minimum|minimal|little|limited|without|under|general|direct) )supervis\w+|manag\w+ (?:a |the )?(?:teams?|staff|people|employees|crews?|shifts?|trainers)|people management|(?:it|information technology(?: \(it\))?) management|direct reports|mentor\w*|coaching|coach|staff management|performance[- ](?:reviews?|management)|management experience|hir(?:e|ing) and)\b/i,
  ],
  [
    'teaching',
    'Training others',
    /\b(?:teach\w*(?! assistants?)|training|trainer|train|instruct(?:ion|ional|ing|or)\w*|workshops?|e-?learning|adult learning)\b/i,
  ],
  [
    'project',
    'Running projects',
    /\b(?:project(?:s| management| manager| planning| delivery| coordination| plans?)|program(?:me)? management|scrum|agile|roadmaps?|milestones?|pmp|change management|product owner|backlog|(?:software|systems?) (?:development )?life ?cycle|sdlc)\b/i,
  ],
  [
    'customer',
    'Customer work',
    /\b(?:customers?|clients?|guests?|call cent(?:er|re)s?|contact cent(?:er|re)s?|(?:inbound|outbound|phone|telephone) calls?|complaints?|service quality|hospitality|front desk|reception|receptionists?|service levels?|aht)\b/i,
  ],
  [
    'logistics',
    'Supply and logistics',
    /\b(?:logistic\w*|supply (?:chain|planning)|purchasing(?! departments?)|purchase orders?|procure\w*|vendors?|suppliers?|inventory|warehous\w+|shipping|receiving|freight|forklifts?|stock (?:control|counts?|levels?)|cycle counts?|cycle counting|buying|buyer|sourcing|mrp|distribution|order (?:processing|management|fulfil\w+|picking)|picking|fleet|wms|dispatch\w*)\b/i,
  ],
  [
    'hr',
    'People operations',
    /\b(?:recruit\w+|human resources|hr|hris|employee relations|employee benefits|talent (?:acquisition|management)|interviewing|onboarding|compensation|workday|labor relations)\b/i,
  ],
  [
    'design',
    'Design',
    /\b(?:(?:graphic|visual|ux|ui|user experience|product|interior|interaction|industrial|web|fashion) design\w*|designer|ux|ui|figma|photoshop|illustrator|adobe creative\w*|wireframes?|autocad|cad|solidworks|revit|typography|indesign|video editing)\b/i,
  ],
  [
    'software',
    'Software development',
    /\b(?:java|javascript|typescript|python|php\d?|ruby(?: on rails)?|c\+\+|c#|\.net|asp\.net|golang|kotlin|scala|perl|html\d?|css\d?|react(?:\.js|js)|angular\w*|vue(?:\.js|js)|node(?:\.?js)|django|flask|fastapi|spring boot|hibernate|laravel|software (?:develop\w*|engineer\w*|design\w*|architect\w*|test\w*|quality|projects?|products?|solutions?|releases?|life ?cycle)|(?:develop|build|writ|design|ship|creat)\w* (?:\w+ )?software|(?:web|application|mobile|front-?end|back-?end|full-?stack|api|game) (?:develop\w+|engineer\w*|programming)|programming|programmer|coding|code (?:review\w*|quality)|source code|apis?|restful|rest apis?|microservices|graphql|git|github|object-oriented|web services|ios|android|front-?end|back-?end|full-?stack|test automation|automated test\w*|selenium|unit test\w*|xml|json|algorithms?|distributed systems|developer)(?![\w+#])/i,
  ],
  [
    'administration',
    'Office administration',
    /\b(?:data entry|(?:paper |document )?filing(?= and|,|$)|calendars?|travel arrangements|expense reports?|executive support|administrative|clerical|office management|minutes|correspondence|scheduling (?:meetings|appointments))\b/i,
  ],
  [
    'communication',
    'Communication',
    /\b(?:communicat\w+|present (?:findings|results|insights)|stakeholders?|written|verbal|oral|presentations?|presenting|presentation skills|writing|interpersonal|listening|public speaking)\b/i,
  ],
  ['negotiation', 'Negotiation', /\b(?:negotiat\w+|persua\w+|influenc\w+)\b/i],
  [
    'teamwork',
    'Working with others',
    /\b(?:team ?work|team ?player|team attitude|collaborat\w+|cross-functional|relationships?|team environment|project team)\b/i,
  ],
  [
    'problem_solving',
    'Problem solving',
    /\b(?:problem[- ]solv\w*|solv\w+ (?:\w+ )?problems|(?:complex|difficult|business|unclear|new) problems|problems?$|analytic\w*|critical thinking|judge?ment|decision[- ]mak\w+)\b/i,
  ],
  [
    'organisation',
    'Organising work',
    /\b(?:organi[sz]\w+|time management|manage time|priorit\w+|multi-?task\w*|deadlines?|schedul\w+|planning|pressure|fast-paced|focused)\b/i,
  ],
  [
    'accuracy',
    'Accuracy',
    /\b(?:details|detail[- ]orient\w*|attention to detail|eye for detail|accura\w+|thorough\w*|precis\w+)\b/i,
  ],
  [
    'learning',
    'Learning',
    /\b(?:learn\w*|adapt\w*|flexib\w+|curious\w*|curiosity|new (?:tools|technologies)|growth mindset)\b/i,
  ],
  [
    'initiative',
    'Initiative',
    /\b(?:(?:minimum|minimal|little|limited|without) supervision|initiative|self-?\w*start\w*|self-?motivat\w*|proactiv\w*|independent\w*|work ethic|ownership|entrepreneur\w*|autonom\w*|professional(?:ism)? ?(?:demeanou?r|attitude)?)\b/i,
  ],
]
const soft = new Set<FamilyId>([
  'communication',
  'negotiation',
  'teamwork',
  'problem_solving',
  'organisation',
  'accuracy',
  'learning',
  'initiative',
])

/** Names that are technologies only where the lexicon says so; elsewhere they are everyday words. */
const oneWordTools = /^(?:go|rest|swift|rust|react|vue|node|spring|flask|express|r|c|rails|bash|shell scripting)$/i

/** The field that a requirement belongs to; `general` where nothing tells. `kind` is that of the lexicon's concept. */
export function familyOf(
  { text, any_of }: Pick<Requirement, 'text' | 'any_of'>,
  kind?: SkillConcept['kind'] | undefined,
): Family {
  const words = [text, ...(any_of ?? [])].join(' ')
  if (kind === 'technology' && oneWordTools.test(text)) return known('software')
  const found = families.find(([, , pattern]) => pattern.test(words))
  return found ? known(found[0]) : { id: 'general', isSoft: false, competency: 'Relevant experience' }
}

const known = (id: FamilyId): Family => ({
  id,
  isSoft: soft.has(id),
  competency: families.find(([family]) => family === id)?.[1] ?? 'Relevant experience',
})

/** The field that a job's title names, if it names one. */
export function fieldOfTitle(title: string): Family | undefined {
  const family = familyOf({ text: title })
  return family.isSoft || family.id === 'general' ? undefined : family
}
