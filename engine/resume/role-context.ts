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

// Headings that also stand inside the description of a job, after which the next job may follow.
const subHeading =
  /accomplish|achieve|responsibilit|highlight|project|training|skills|tools|environment|technologies|recognition|awards|research|leadership|languages|certificat|contact|keywords|summary|profile|courses|overview|objective|activities|additional information|affiliation|honors|interests/i

/** True when a heading may be a part of a job's description, so that a dated title below it is still a job. */
export const mayBeSubHeading = (section: Section): boolean =>
  section.kind !== 'education' && subHeading.test(section.heading)
