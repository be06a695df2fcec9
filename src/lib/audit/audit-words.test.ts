import { describe, expect, test } from 'vitest';
import { auditCells } from './audit-columns.ts';
import { auditSentence } from './audit-words.ts';
import { TOPIC_OF, type AuditChange, type LoggedFact } from './audit.ts';

const CHANGES = [{ field: 'Name', before: 'Gold', after: null }];
const FACTS: LoggedFact[] = [
	{ kind: 'shop_changed', changes: CHANGES },
	{ kind: 'person_invited', person: 'Ben', role: 'jeweler' },
	{ kind: 'invitation_withdrawn', person: 'Ben' },
	{ kind: 'person_joined', person: 'Ben', role: 'jeweler' },
	{ kind: 'person_changed', person: 'Ben', changes: CHANGES },
	{ kind: 'password_link_made', person: 'Ben' },
	{ kind: 'password_changed', person: 'Ben' },
	{ kind: 'sessions_ended', person: 'Ben', devices: ['Chrome on Android', 'Safari'] },
	{ kind: 'display_paired', display: 'Workshop' },
	{ kind: 'display_changed', display: 'Workshop', changes: CHANGES },
	{ kind: 'display_revoked', display: 'Workshop' },
	{ kind: 'job_deleted', number: 12 }
];
const by = { id: 'ana', name: 'Ana Ruiz' };

describe('an entry of the audit log', () => {
	test('has a sentence of its own for every kind', () => {
		expect(FACTS.map(({ kind }) => kind).sort()).toEqual(Object.keys(TOPIC_OF).sort());
		const sentences = FACTS.map((fact) => auditSentence({ by, fact }));
		expect(new Set(sentences).size).toBe(FACTS.length);
		for (const sentence of sentences) expect(sentence).toMatch(/^Ana Ruiz [a-z][^\n]+\.$/);
	});

	test('says what was and what is', () =>
		expect(auditSentence({ by: null, fact: FACTS[0]! })).toBe(
			'Somebody changed the shop’s settings. Name: Gold → nothing.'
		));

	test('[P3] says that an access has ended, and not which field now reads what', () => {
		const changed = (...changes: AuditChange[]) =>
			auditSentence({ by, fact: { kind: 'person_changed', person: 'Ben', changes } });
		const access = (before: string, after: string) => ({ field: 'Access', before, after });
		expect(changed(access('Active', 'Ended'))).toBe('Ana Ruiz ended the access of Ben.');
		expect(changed(access('Ended', 'Active'))).toBe('Ana Ruiz gave Ben access again.');
		expect(changed({ field: 'Role', before: 'Viewer', after: 'Admin' })).toBe(
			'Ana Ruiz changed Ben. Role: Viewer → Admin.'
		);
	});

	test('[J8] names a deleted job by its number', () =>
		expect(auditSentence({ by, fact: { kind: 'job_deleted', number: 12 } })).toBe(
			'Ana Ruiz deleted job #000012.'
		));

	test('is exported with the shop’s wall clock', () => {
		const entry = { id: 'a', at: '2026-03-02T23:30:00.000Z', by, device: null, fact: FACTS[10]! };
		expect(auditCells(entry, 'Europe/Vienna')).toEqual([
			'2026-03-03 00:30:00',
			'Ana Ruiz',
			null,
			'Displays',
			'Ana Ruiz revoked the display Workshop.'
		]);
	});
});
