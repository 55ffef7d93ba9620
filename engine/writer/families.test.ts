import { expect, it } from 'vitest'
import { familyOf, fieldOfTitle } from './families.ts'

it.each([
  ['Month-end close', 'finance'],
  ['Close collaboration with other teams', 'teamwork'],
  ['Electrical wiring diagrams', 'trades'],
  ['Physical database design', 'data'],
  ['UX design', 'design'],
  ['Order processing', 'logistics'],
  ['Building codes', 'construction'],
  ['Code reviews', 'software'],
  ['Data entry', 'administration'],
  ['Electronic health records', 'clinical_records'],
  ['Troubleshooting of airframe', 'maintenance'],
  ['Food safety', 'safety'],
  ['Empower software', 'general'],
  ['Dispense prescriptions', 'pharmacy'],
  ['HPLC and GC', 'laboratory'],
  ['Patrol 22 floors', 'guarding'],
  ['Protect patient privacy (HIPAA)', 'compliance'],
  ['Diagnose engine and brake problems', 'maintenance'],
  ["Drivers' hours", 'driving'],
  ['GLM pricing models in R', 'data'],
  ['Able to work with minimum supervision', 'initiative'],
  ['Supervise six clerks', 'people_leadership'],
  ['Work with parents and teaching assistants', 'general'],
  ['Attention to detail', 'accuracy'],
  ['Detailed information analysis', 'general'],
  ['Coaching and performance management', 'people_leadership'],
  ['Software development life cycle', 'project'],
])('%s belongs to %s', (text, family) => {
  expect(familyOf({ text }).id).toBe(family)
})

it('takes an everyday word for a tool only where the lexicon does', () => {
  expect(familyOf({ text: 'Go' }, 'technology').id).toBe('software')
  expect(familyOf({ text: 'Go the extra mile' }).id).toBe('general')
})

it.each([
  ['Registered Nurse', 'nursing'],
  ['Sous Chef', 'kitchen'],
  ['HGV Class 1 Driver', 'driving'],
  ['Journeyman Electrician', 'trades'],
  ['Dental Hygienist', 'clinical'],
  ['Nursery Practitioner', 'early_years'],
  ['Pharmacy Technician', 'pharmacy'],
  ['QC Chemist', 'laboratory'],
  ['Security Officer', 'guarding'],
  ['Medical Receptionist', 'customer'],
  ['Business Analyst', 'data'],
  ['Staff Accountant', 'finance'],
  ['Litigation Attorney', 'legal'],
  ['Warehouse Supervisor', 'people_leadership'],
  ['Backend Developer', 'software'],
])('a %s is asked about %s', (title, family) => {
  expect(fieldOfTitle(title)?.id).toBe(family)
})
