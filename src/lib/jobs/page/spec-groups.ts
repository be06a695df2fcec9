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

/** J4: what the trade usually writes there; anything else can be typed. */
export const SPEC_CHOICES: Partial<Record<SpecField, readonly string[]>> = {
	itemType: [
		'Ring',
		'Engagement ring',
		'Wedding band',
		'Pendant',
		'Necklace',
		'Chain',
		'Bracelet',
		'Bangle',
		'Earrings',
		'Studs',
		'Brooch',
		'Cufflinks',
		'Signet ring',
		'Watch'
	],
	metal: [
		'Yellow gold',
		'White gold',
		'Rose gold',
		'Platinum',
		'Palladium',
		'Silver',
		'Titanium',
		'Two-tone'
	],
	fineness: [
		'9k · 375',
		'10k · 417',
		'14k · 585',
		'18k · 750',
		'22k · 916',
		'24k · 999',
		'925',
		'950',
		'999'
	],
	color: ['Yellow', 'White', 'Rose', 'Red', 'Green', 'Black rhodium'],
	centerStone: [
		'Diamond, natural',
		'Diamond, lab-grown',
		'Moissanite',
		'Sapphire',
		'Ruby',
		'Emerald',
		'Aquamarine',
		'Morganite',
		'Tanzanite',
		'Tourmaline',
		'Garnet',
		'Amethyst',
		'Opal',
		'Pearl'
	],
	centerShape: [
		'Round brilliant',
		'Oval',
		'Cushion',
		'Princess',
		'Emerald cut',
		'Asscher',
		'Radiant',
		'Pear',
		'Marquise',
		'Heart',
		'Cabochon'
	],
	setting: [
		'Prong',
		'Bezel',
		'Half bezel',
		'Channel',
		'Pavé',
		'Halo',
		'Tension',
		'Flush',
		'Bar',
		'Cluster',
		'Three-stone'
	],
	finish: ['High polish', 'Matte', 'Satin', 'Brushed', 'Hammered', 'Sandblasted', 'Florentine', 'Oxidized'],
	sideStones: ['Melee, pavé', 'Melee, channel', 'Baguettes', 'Tapered baguettes', 'Trillions', 'None']
};

/** J4: where a piece usually is; anything else can be typed. */
export const LOCATION_CHOICES = [
	'Safe',
	'Bench',
	'Front desk',
	'Vendor',
	'Setter',
	'Polisher',
	'Engraver',
	'Customer'
];
