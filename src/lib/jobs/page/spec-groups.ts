import type { SPEC_FIELDS } from '#lib/jobs/job.ts';

type SpecField = (typeof SPEC_FIELDS)[number];

/** J4: the specification in the groups in which a bench thinks of a piece. */
export const SPEC_GROUPS = [
	{ name: 'Piece', fields: ['itemType', 'size', 'setting', 'finish', 'engraving'] },
	{ name: 'Metal', fields: ['metal', 'fineness', 'color'] },
	{
		name: 'Stones',
		fields: ['centerStone', 'centerShape', 'centerSize', 'sideStones', 'customerStones']
	}
] as const satisfies readonly { name: string; fields: readonly SpecField[] }[];

export const SPEC_LABELS: Record<SpecField, string> = {
	itemType: 'Item type',
	metal: 'Metal',
	fineness: 'Karat or fineness',
	color: 'Color',
	size: 'Ring size or length',
	centerStone: 'Center stone',
	centerShape: 'Shape',
	centerSize: 'Carat or mm',
	sideStones: 'Side stones',
	setting: 'Setting',
	engraving: 'Engraving',
	finish: 'Finish',
	customerStones: 'Customer’s own stones'
};
