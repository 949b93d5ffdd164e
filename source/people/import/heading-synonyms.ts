import type { ImportField } from '../../model/import-field.ts';
import { foldText } from '../fold-text.ts';

/** What other systems call these fields, as `headingKey` makes it. A bare "id" may be anybody's, and is nobody's here. */
const SYNONYMS: Partial<Record<ImportField, readonly string[]>> = {
  'ACD ID': ['agentid', 'acdlogin', 'acduserid', 'acdnumber'],
  'ACD Server ID': ['acdserver', 'acd'],
  Activated: ['activationdate', 'dateactivated', 'activatedon'],
  'Company End Date': ['enddate', 'leavingdate', 'terminationdate', 'companyend', 'leftcompany'],
  'Company Start Date': ['startdate', 'hiredate', 'dateofhire', 'joiningdate', 'companystart'],
  Deactivated: ['deactivationdate', 'datedeactivated', 'deactivatedon'],
  'Department Start Date': ['departmentstart', 'deptstartdate', 'departmentsince'],
  'Display Time Zone': ['timezone', 'tz', 'displaytz', 'usertimezone', 'zeitzone', 'fuseauhoraire', 'zonahoraria'],
  Email: [
    'emailaddress',
    'mail',
    'mailaddress',
    'emailadress',
    'useremail',
    'workemail',
    'epost',
    'emailid',
    'courriel',
    'correo',
    'correoelectronico',
  ],
  'Employee ID': ['employeenumber', 'employeeno', 'staffid', 'staffnumber', 'personnelnumber', 'personalnummer'],
  'Enable Scheduling': ['schedulingenabled', 'scheduling', 'isscheduled'],
  'First Name': ['givenname', 'forename', 'vorname', 'firstnames', 'fname', 'prenom', 'nombre', 'nome', 'voornaam'],
  'Full Scope': ['hasfullscope', 'scopeall'],
  'Last Name': [
    'surname',
    'familyname',
    'nachname',
    'lname',
    'nom',
    'nomdefamille',
    'apellido',
    'apellidos',
    'cognome',
    'achternaam',
  ],
  Locale: ['language', 'lang', 'languagecode', 'sprache', 'langue', 'idioma'],
  Login: ['username', 'accountname', 'loginname', 'loginid', 'account', 'useraccount', 'benutzername'],
  'Max Staffing Group': ['maxstaffing', 'staffinggroup'],
  'Member Group': ['group', 'groupname', 'memberof', 'membergroups', 'gruppe', 'groupe', 'grupo'],
  'QM Views': ['views', 'view', 'qmview'],
  Rank: ['ranking'],
  Roles: ['role', 'userroles', 'userrole', 'rollen'],
  'Schedule Release Profile': ['releaseprofile', 'schedulerelease'],
  'Scheduling Time Zone': ['scheduletimezone', 'schedulingtz'],
  'Scope Groups': ['scopegroup', 'groupscope'],
  'Scope Teams': ['scopeteam', 'teamscope'],
  'Skill Mappings': ['skills', 'skill', 'skillmapping'],
  Team: ['teamname', 'equipe', 'equipo'],
  'User ID': ['userno', 'usernumber', 'calabriouserid', 'calabrioid'],
  'Work Condition Profile': ['workconditions', 'workcondition', 'workprofile'],
  'Active?': ['active', 'isactive', 'enabled', 'isenabled', 'aktiv', 'actif', 'activo', 'attivo', 'actief'],
  Divisions: ['division', 'branches', 'branch', 'branchpath', 'divisionpath'],
};

/** A heading as they are compared: letters and digits only, no case, no accents. */
export function headingKey(heading: string): string {
  return foldText(heading).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether `key` is what another system calls this field. */
export function isSynonym(key: string, field: ImportField): boolean {
  return SYNONYMS[field]?.includes(key) === true;
}
