import { foldName } from './fold.ts';
import { refused, took, type Read } from './issue.ts';
import { nobodyWords, severalPeopleWords } from './messages.ts';

/** Somebody who works in the shop now. */
export interface StaffMember {
	id: string;
	name: string;
	email: string;
}

/** J3: whom a file means: by e-mail, by the whole name, or by the first name where only one has it. */
export function findStaff(staff: readonly StaffMember[], text: string): Read<StaffMember> {
	const key = foldName(text);
	const waysOfNaming: ((person: StaffMember) => string)[] = [
		({ email }) => email.toLowerCase(),
		({ name }) => foldName(name),
		({ name }) => foldName(name).split(' ')[0] ?? ''
	];
	for (const wayOf of waysOfNaming) {
		const [person, another] = staff.filter((each) => wayOf(each) === key);
		if (another) return refused(severalPeopleWords(text));
		if (person) return took(person);
	}
	return refused(nobodyWords(text, staff));
}
