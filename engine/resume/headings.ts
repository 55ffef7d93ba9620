import type { SectionKind } from './types.ts'

const wordings: Record<SectionKind, string> = {
  summary:
    'summary|professional summary|executive summary|career summary|summary of qualifications|qualifications summary|profile|professional profile|executive profile|career profile|personal profile|profile summary|objective|career objective|job objective|professional objective|career focus|career overview|professional overview|overview|about|about me|introduction|personal statement|headline|resume summary|area of expertise profile|profil|zusammenfassung|kurzprofil|résumé|perfil|perfil profesional|resumen|objetivo|profilo|resumo|profiel|over mij',
  experience:
    'experience|experiences|work experience|work experiences|professional experience|professional experiences|employment|employment history|employment experience|employment record|work history|job history|career history|relevant experience|relevant work experience|related experience|additional experience|other experience|other work experience|prior experience|previous experience|past experience|professional background|professional history|work background|career experience|industry experience|military experience|military service|teaching experience|clinical experience|nursing experience|management experience|leadership experience|technical experience|industrial experience|internship|internships|internship experience|internship experiences|freelance experience|consulting experience|research experience|sales experience|legal experience|construction experience|positions held|experience details|company details|work experience details|professional work experience|experience summary|work summary|employment details|experience and accomplishments|experience highlights|career highlights and experience|key experience|selected experience|organizational experience|work|berufserfahrung|berufspraxis|beruflicher werdegang|werdegang|praktische erfahrung|expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|experiencia|experiencia laboral|experiencia profesional|esperienza|esperienze|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali|experiência|experiência profissional|werkervaring|doświadczenie|doświadczenie zawodowe|arbetslivserfarenhet|erhvervserfaring|volunteer experience|volunteering|volunteer work|volunteer|volunteer service|community service|volunteerism|military|military history|military background',
  education:
    'education|educations|educational background|education background|academic background|academic qualifications|academic qualification|educational qualification|educational qualifications|education and training|education training|education details|academic details|academic profile|academics|academic history|educational history|education history|education and certifications|education and certification|education certifications|education and credentials|education and qualifications|education and professional development|education and licenses|degrees|degree|qualification details|schooling|studies|coursework|relevant coursework|education and honors|training and education|formal education|ausbildung|bildung|bildungsweg|studium|schulbildung|formation|formations|études|diplômes|parcours académique|educación|formación|formación académica|estudios|istruzione|istruzione e formazione|formazione|educação|formação|formação acadêmica|opleiding|opleidingen|wykształcenie|utbildning|uddannelse',
  skills:
    'skills|skill|skill set|skillset|key skills|core skills|technical skills|professional skills|skill highlights|highlights|highlights of qualifications|core qualifications|key qualifications|qualifications|core competencies|competencies|key competencies|areas of expertise|area of expertise|expertise|core strengths|strengths|technologies|technical proficiencies|technical expertise|technical summary|technical knowledge|technical competencies|technical proficiency|technical skills and qualifications|computer skills|computer proficiency|it skills|software|software skills|soft skills|hard skills|summary of skills|skills summary|skills and abilities|skills and expertise|skills and interests|skills and tools|skills and competencies|tools|tools and technologies|technology summary|special skills|relevant skills|additional skills|other skills|personal skills|abilities|proficiencies|technical background|programming languages|skill details|technological skills|other technical skills|it proficiency|key skills and expertise|management skills|leadership skills|kenntnisse|fähigkeiten|edv kenntnisse|compétences|habilidades|competencias|aptitudes|conocimientos|competenze|capacità|competências|habilidades e competências|vaardigheden|umiejętności|kompetenser|kompetencer',
  certifications:
    'certifications|certification|certificates|certificate|licenses|license|licences|licensure|licenses and certifications|certifications and licenses|certifications and licensure|licensure and certifications|licensing|professional certifications|certifications and training|training and certifications|certifications and credentials|credentials|professional licenses|certification and training|trainings|training|professional training|courses|courses and certifications|professional development|continuing education|technical certifications|relevant certifications|zertifikate|zertifizierungen|weiterbildung|certificaciones|cursos|certificazioni|certificações|certificaten',
  languages:
    'languages|language|language skills|languages known|language proficiency|foreign languages|linguistic skills|sprachen|sprachkenntnisse|langues|idiomas|lingue|línguas|talen|języki|språk',
  projects:
    'projects|project|key projects|selected projects|academic projects|personal projects|side projects|relevant projects|project experience|project details|projects undertaken|projects handled|professional projects|portfolio|open source|open source projects|projekte|projets|proyectos|progetti|projetos|projecten',
  other:
    "accomplishments|core accomplishments|key accomplishments|selected accomplishments|professional accomplishments|major accomplishments|career accomplishments|achievements|key achievements|awards|honors|awards and honors|honors and awards|awards and achievements|awards and recognition|recognition|recognitions|activities|activities and honors|extracurricular activities|extra curricular activities|co curricular activities|interests|hobbies|hobbies and interests|interests and hobbies|interests and activities|personal interests|personal information|personal details|personal data|personal|additional information|additional details|additional qualifications|affiliations|professional affiliations|professional memberships|memberships|associations|professional associations|memberships and affiliations|affiliations and memberships|organizations|publications|publications and presentations|presentations|presentations and publications|papers|research|research interests|patents|conferences|references|reference|declaration|declarations|contact|contact information|contact details|contact info|clearance|security clearance|availability|keywords|key words|miscellaneous|scholarships|leadership|leadership and activities|community involvement|community activities|community|civic activities|social activities|military awards|visa|passport details|seminars|workshops|workshops attended|seminars and workshops|career highlights|career achievements|notable achievements|hobbys|interessen|kontakt|persönliche daten|publikationen|centres d'intérêt|loisirs|intereses|aficiones|referencias|interessi|interesses|hobby's|referenties",
}

const kinds: ReadonlyMap<string, SectionKind> = new Map(
  (Object.entries(wordings) as [SectionKind, string][]).flatMap(([kind, phrases]) =>
    phrases.split('|').map((phrase) => [phrase, kind] as const),
  ),
)

/** Longest heading in words; longer lines are never looked up. */
const maxWords = 7

/** A line or phrase reduced to what the list of headings holds: lower case, "&" as "and", signs as blanks. */
function normalize(phrase: string): string {
  return phrase
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{M}']+/gu, ' ')
    .trim()
}

/** The kind of section that a line or phrase is the heading of, if it is one as a whole. */
export function headingKind(phrase: string): SectionKind | undefined {
  if (phrase.length > 80) return undefined
  let normal = normalize(phrase)
  const direct = kinds.get(normal)
  if (direct !== undefined) return direct
  // "E D U C A T I O N": letters set apart for looks.
  if (/^\p{L}(?: \p{L}){3,}$/u.test(normal)) return kinds.get(normal.replaceAll(' ', ''))
  normal = normal.replace(/^(?:my|the|key|relevant|selected|professional|career|other|additional|core|major) /, '')
  const shorter = kinds.get(normal)
  if (shorter !== undefined) return shorter
  const words = normal.split(' ')
  if (words.length > maxWords) return undefined
  // "Skills and Certifications", "Education / Training": two headings in one; the first decides.
  const and = words.indexOf('and')
  if (and > 0) {
    const left = kinds.get(words.slice(0, and).join(' '))
    const right = kinds.get(words.slice(and + 1).join(' '))
    if (left !== undefined && right !== undefined) return left
  }
  return undefined
}
