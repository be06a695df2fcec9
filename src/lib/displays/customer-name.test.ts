import { describe, expect, test } from 'vitest';
import { customerOnDisplay, shortName } from './customer-name.ts';

describe('[D3] a customer’s short name', () => {
	test.each([
		['Maria Gomez', 'Maria G.'],
		['  maria   gomez ', 'maria G.'],
		['Maria del Carmen Gomez', 'Maria G.'],
		['Jean-Luc Picard', 'Jean-Luc P.'],
		['Maria Gomez-Ruiz', 'Maria G.'],
		['Gomez, Maria', 'Maria G.'],
		['Gomez, Maria Elena', 'Maria G.'],
		['Gomez,', 'Gomez'],
		['Maria', 'Maria'],
		['Castwell', 'Castwell'],
		['Gomez & Sons', 'Gomez S.'],
		['Ruiz Goldsmiths LLC', 'Ruiz L.'],
		['Mrs. Gomez', 'Mrs. G.'],
		['Dr Maria Gomez', 'Maria G.'],
		['Mr. & Mrs. Gomez', 'Mr. G.'],
		['John Smith Jr.', 'John S.'],
		['Élodie Étienne', 'Élodie É.'],
		['Maria (Gomez)', 'Maria G.'],
		['Мария Гомес', 'Мария Г.'],
		['Мария гомес', 'Мария Г.'],
		['محمد علي', 'محمد ع.'],
		['王小明', '王…'],
		['김민수', '김…'],
		['王 小明', '王 小.'],
		['maria.gomez@example.test', 'M…'],
		['', ''],
		['—', '']
	])('%j is %j', (name, short) => expect(shortName(name)).toBe(short));

	test('is what the display’s settings ask for, or the whole name, or none', () => {
		expect(customerOnDisplay('Maria Gomez', 'short')).toBe('Maria G.');
		expect(customerOnDisplay('Maria Gomez', 'full')).toBe('Maria Gomez');
		expect(customerOnDisplay('Maria Gomez', 'none')).toBe('');
	});
});
