import type { Section } from './types.ts'

const studyWords =
  /\b(?:bachelor'?s?|master'?s?|associate'?s? (?:of|degree|in)|diploma|degree|ph\.?\s?d|doctorate|doctoral|b\.?\s?sc?|b\.?\s?a|b\.?\s?tech|b\.?\s?e|m\.?\s?sc?|m\.?\s?b\.?\s?a|m\.?\s?a|m\.?\s?tech|b\.?\s?com|mca|bca|bba|a\.?\s?a\.?\s?s|g\.?\s?e\.?\s?d|hsc|ssc|gpa|cgpa|coursework|graduated|graduation|major|minor|high school diploma|licence|matura|abitur|laurea|licenciatura)\b/i

const schoolWords =
  /\b(?:university|universit\p{L}{1,4}|college|school|institute|academy|polytechnic|hochschule|lycée|universidad|école|vidyalaya|gymnasium)\b/iu

/** True when a line speaks of a degree or of marks: its dates are those of studies. */
export const isStudyLine = (line: string): boolean => studyWords.test(line)

/** True when a line names a school; people work there too. */
export const namesSchool = (line: string): boolean => schoolWords.test(line)

/** True for the heading of a section about unpaid work. */
export const isVolunteerHeading = (heading: string): boolean =>
  /volunt|community service|ehrenamt|bénévol|voluntari|vrijwillig/i.test(heading)

// Sections whose dates are those of memberships, papers, honours or studies, never of jobs.
const noWork =
  /affiliat|member|associations|organi[sz]ations|award|honou?r|recognition|publication|paper|patent|conference|presentation|reference|interest|hobb|activit|scholarship|clearance|visa|passport|personal (?:information|details|data)|language|leadership|community|civic|contact/i
// Sections of the same kind whose headings also stand inside the description of a job ("Training").
const seldomWork = /certific|licen[sc]|credential|course|training|seminar|workshop/i

/** True for sections that tell of no jobs, whatever dates they hold. */
export const isNoWork = (section: Section): boolean => section.kind === 'languages' || noWork.test(section.heading)

/** True for sections whose dates are those of courses and certificates, unless a job's header says otherwise. */
export const isSeldomWork = (section: Section): boolean =>
  section.kind === 'certifications' || seldomWork.test(section.heading)
