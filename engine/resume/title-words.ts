/**
 * Words that job titles end in or turn on ("Senior Accountant", "Director of Finance"). They tell a title from an
 * employer or a sentence; they say nothing about the occupation. Singular, lower case.
 */
export const titleWords: ReadonlySet<string> = new Set(
  `accountant administrator advisor adviser advocate agent aide ambassador analyst apprentice architect archivist artist
  assembler assistant associate attendant attorney auditor auxiliary baker banker barista bartender beautician biologist
  bookkeeper broker busser butcher buyer captain caregiver caretaker carpenter cashier ceo cfo chairman chairperson chair chef
  chemist chief cio clerk clinician cmo cna coach commander commissioner community-manager comptroller concierge conductor
  consultant contractor controller coo cook coordinator co-ordinator copywriter cosmetologist counsel counselor counsellor cpo
  crew cto curator custodian dba dealer dean dentist deputy designer detailer developer devops dietitian director dishwasher
  dispatcher doctor dosimetrist draftsman drafter driver economist editor educator electrician engineer esthetician estimator examiner
  executive expert fabricator facilitator faculty farmer fellow firefighter florist foreman forester founder co-founder
  freelancer fundraiser generalist geologist greeter groomer guard guide hairdresser handyman head helper host hostess
  housekeeper hygienist illustrator inspector installer instructor intern internship interpreter interviewer inventor investigator
  janitor journalist judge laborer labourer landscaper lawyer lead leader lecturer librarian lieutenant lifeguard linguist
  loader locksmith machinist maid maintainer maker manager marketer mason mechanic mechanical member mentor merchandiser
  merchant messenger midwife model modeler moderator musician nanny negotiator nurse nutritionist officer operator optician
  optometrist organizer owner packer painter paralegal paramedic partner pastor pathologist patrol pharmacist phlebotomist
  photographer physician physicist pianist pilot planner plumber policeman porter postdoc practitioner preparer president
  principal processor producer professional professor programmer promoter proofreader proprietor psychiatrist psychologist
  publicist purchaser radiographer ranger realtor receptionist recruiter registrar reporter representative rep researcher reviewer
  rigger rn roofer sailor salesman salesperson saleswoman scheduler scholar scientist scribe secretary seller server sergeant
  shopper singer soldier solicitor sonographer sorter specialist stager steward stewardess stocker strategist stylist
  sub-contractor subcontractor superintendent superior supervisor surgeon surveyor svp tailor teacher teammate technician
  technologist teller temp temporary tester therapist trader trainee trainer translator treasurer truck tutor typist underwriter
  usher valet vendor veterinarian vice-president volunteer vp waiter waitress warden webmaster welder worker writer yardman
  tech lpn lvn cna arnp lcsw staff apprenticeship officer-in-charge sous-chef sponsor zoologist specialist estimator sme pmo dietician gardener medic infantryman sailor marine soldier patrolman trooper handler caseworker aesthetician programmer-analyst associate
  entwickler ingenieur ingenieurin leiter leiterin berater beraterin mitarbeiter mitarbeiterin kaufmann kauffrau assistent
  assistentin geschäftsführer werkstudent praktikant sachbearbeiter verkäufer lehrer krankenschwester développeur ingénieur
  responsable directeur directrice gestionnaire technicien infirmière infirmier comptable vendeur vendeuse stagiaire chargé
  consultante desarrollador desarrolladora ingeniero ingeniera gerente director directora jefe técnico enfermera enfermero
  contador profesor profesora asistente sviluppatore ingegnere direttore impiegato consulente desenvolvedor engenheiro
  ontwikkelaar medewerker adviseur administrateur architecte enseignant chef`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** True when a phrase holds a word that job titles turn on. */
export function hasTitleWord(phrase: string): boolean {
  for (const match of phrase.toLowerCase().matchAll(/[\p{L}][\p{L}-]{1,30}/gu)) {
    const word = match[0]
    if (titleWords.has(word) || (word.endsWith('s') && titleWords.has(word.slice(0, -1)))) return true
  }
  return false
}
