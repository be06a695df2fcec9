import type { Spec } from './job.ts';

/** J4: what the trade usually writes in a field of the specification; anything else can be typed. */
export const SPEC_CHOICES: Readonly<Partial<Record<keyof Spec, readonly string[]>>> = {
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
