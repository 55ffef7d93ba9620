import type { Requirement } from '../types.ts'

export type FamilyId =
  | 'software'
  | 'data'
  | 'infrastructure'
  | 'support'
  | 'office_tools'
  | 'clinical'
  | 'kitchen'
  | 'sales'
  | 'marketing'
  | 'finance'
  | 'legal'
  | 'construction'
  | 'maintenance'
  | 'teaching'
  | 'people_leadership'
  | 'project'
  | 'customer'
  | 'logistics'
  | 'hr'
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
 * customer work and "communication skills" as communication.
 */
const families: readonly [FamilyId, string, RegExp][] = [
  ['safety', 'Safety', /\b(?:safety|osha|hse|ehs|haccp|hazard\w*|infection control|food hygiene|lockout|ppe)\b/i],
  [
    'clinical',
    'Clinical practice',
    /\b(?:patients?|clinical|nurs\w+|medical|medications?|icu|acute|surgical|iv therapy|bls|acls|triage|health ?records?|ehr|emr|epic|cerner|wound|vital signs|pharmac\w+|therap\w+|phlebotomy|care plans?|diagnos\w+ imaging|dental)\b/i,
  ],
  [
    'kitchen',
    'Kitchen work',
    /\b(?:kitchen|cook\w*|chef|culinary|menus?|recipes?|food|pastry|banquet|sous|line cooks?|restaurant|catering|bar|beverages?)\b/i,
  ],
  [
    'legal',
    'Legal work',
    /\b(?:legal|litigat\w+|contracts? (?:review|law|drafting)|depositions?|discovery|pleadings?|briefs?|trial|court|attorney|counsel|regulatory|compliance|statut\w+|gdpr|hipaa)\b/i,
  ],
  [
    'finance',
    'Finance and accounting',
    /\b(?:account(?:ing|s)|ledger|reconcil\w+|month-end|close|gaap|ifrs|audit\w*|budget\w*|forecast\w*|financ\w+|tax\w*|payroll|invoic\w+|billing|quickbooks|netsuite|treasury|cost control|p&l|journal entr\w+|variance)\b/i,
  ],
  [
    'data',
    'Data work',
    /\b(?:sql|data(?:base)?s?|postgres\w*|mysql|oracle|mongo\w*|etl|bi|tableau|power bi|analytics|statistic\w*|machine learning|warehouse design|data warehous\w+|ssas|ssis|ssrs|mdx|dax|dashboards?|spark|hadoop|snowflake|models? training|modell?ing)\b/i,
  ],
  [
    'infrastructure',
    'Infrastructure and operations',
    /\b(?:aws|azure|gcp|cloud|devops|docker|kubernetes|terraform|ansible|ci\/cd|jenkins|linux|unix|windows server|network\w*|cisco|firewalls?|vmware|sysadmin|systems? administration|configuration management|monitoring|virtuali[sz]\w+|security)\b/i,
  ],
  [
    'support',
    'Technical support',
    /\b(?:help ?desk|technical support|tickets?|troubleshoot\w*|end users?|desktop support|itil|service desk)\b/i,
  ],
  [
    'office_tools',
    'Office tools',
    /\b(?:microsoft (?:office|excel|word|outlook|powerpoint)|ms office|excel|word|outlook|powerpoint|google (?:docs|sheets|workspace)|spreadsheets?|sharepoint|office suite)\b/i,
  ],
  [
    'sales',
    'Sales',
    /\b(?:sales|selling|quotas?|prospect\w*|pipeline|cold call\w*|crm|salesforce|upsell\w*|business development|account executive|territory|revenue)\b/i,
  ],
  [
    'marketing',
    'Marketing and content',
    /\b(?:marketing|seo|sem|campaigns?|brand\w*|social media|content|copywriting|advertis\w+|google ads|google analytics|public relations|pr|email marketing|market research)\b/i,
  ],
  [
    'construction',
    'Construction',
    /\b(?:construction|superintendent|subcontractors?|site|blueprints?|drawings|concrete|carpent\w+|plumb\w+|electric(?:al|ian)|procore|punch lists?|scaffold\w*|building codes?|estimating|welding)\b/i,
  ],
  [
    'maintenance',
    'Technical maintenance',
    /\b(?:maintenance|repairs?|aircraft|avionics|hydraulic\w*|mechanic\w*|hvac|equipment|machin\w+|calibrat\w+|inspection\w*|airframe|powerplant|plc|preventive|assembly|quality control)\b/i,
  ],
  [
    'teaching',
    'Teaching and training',
    /\b(?:teach\w*|curricul\w+|lesson\w*|classroom|students?|training|trainer|train|instruct\w*|workshops?|e-?learning|coaching|onboarding|adult learning)\b/i,
  ],
  [
    'people_leadership',
    'Leading people',
    /\b(?:lead(?:ing)? (?:a |the )?(?:teams?|people|staff)|team lead\w*|leadership|supervis\w+|manag\w+ (?:a |the )?(?:teams?|staff|people|employees|crews?)|people management|direct reports|mentor\w*|staff management|performance reviews?|management experience)\b/i,
  ],
  [
    'project',
    'Running projects',
    /\b(?:project\w*|program(?:me)? management|scrum|agile|roadmaps?|milestones?|pmp|stakeholders?|change management|product owner|backlog)\b/i,
  ],
  [
    'customer',
    'Customer work',
    /\b(?:customers?|clients?|guests?|call cent(?:er|re)|calls?|complaints?|service quality|hospitality|front desk|reception)\b/i,
  ],
  [
    'logistics',
    'Supply and logistics',
    /\b(?:logistic\w*|supply chain|purchas\w+|procure\w*|vendors?|suppliers?|inventory|warehous\w+|shipping|freight|forklift|stock\w*|buying|sourcing|mrp|erp|sap|distribution|order\w* (?:processing|management)|fleet)\b/i,
  ],
  [
    'hr',
    'People operations',
    /\b(?:recruit\w+|human resources|hr|hris|employee relations|benefits|talent|interview\w*|onboard\w*|compensation|workday|labor relations)\b/i,
  ],
  [
    'design',
    'Design',
    /\b(?:design\w*|ux|ui|figma|photoshop|illustrator|wireframes?|prototyp\w+|autocad|cad|solidworks|revit|typography|indesign|video editing)\b/i,
  ],
  [
    'software',
    'Software development',
    /\b(?:java|javascript|typescript|python|php|ruby|c\+\+|c#|\.net|go|rust|kotlin|swift|scala|perl|html\d?|css\d?|react\w*|angular\w*|vue\w*|node(?:\.?js)?|django|flask|fastapi|spring\w*|hibernate|rails|laravel|software|develop(?:er|ment)|program(?:ming|mer)|coding|code|apis?|rest\w*|microservices|graphql|git|object-oriented|web services|mobile|ios|android|front-?end|back-?end|full-?stack|test automation|selenium|unit tests?|xml|json|algorithms?)(?![\w+#])/i,
  ],
  [
    'communication',
    'Communication',
    /\b(?:communicat\w+|written|verbal|oral|presentation\w*|present(?:ing)?|writing|interpersonal|listening|public speaking)\b/i,
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
    /\b(?:problem|analytic\w*|critical thinking|troubleshoot|judge?ment|decision\w*)\b/i,
  ],
  [
    'organisation',
    'Organising work',
    /\b(?:organi[sz]\w+|time management|manage time|priorit\w+|multi-?task\w*|deadlines?|schedul\w+|planning|calendars?|pressure|fast-paced|focused)\b/i,
  ],
  ['accuracy', 'Accuracy', /\b(?:detail\w*|accura\w+|thorough\w*|precis\w+|quality)\b/i],
  [
    'learning',
    'Learning',
    /\b(?:learn\w*|adapt\w*|flexib\w+|curious\w*|curiosity|new (?:tools|technologies)|growth mindset)\b/i,
  ],
  [
    'initiative',
    'Initiative',
    /\b(?:initiative|self-?\w*start\w*|self-?motivat\w*|proactiv\w*|independent\w*|work ethic|ownership|entrepreneur\w*|autonom\w*|professional(?:ism)? ?(?:demeanou?r|attitude)?)\b/i,
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

/** The field that a requirement belongs to; `general` where nothing tells. */
export function familyOf({ text, any_of }: Pick<Requirement, 'text' | 'any_of'>): Family {
  const words = [text, ...(any_of ?? [])].join(' ')
  const found = families.find(([, , pattern]) => pattern.test(words))
  if (!found) return { id: 'general', isSoft: false, competency: 'Experience' }
  return { id: found[0], isSoft: soft.has(found[0]), competency: found[1] }
}
