import type { OrderType, Spec } from '#lib/jobs/job.ts';

export interface Piece {
	title: string;
	type: OrderType;
	spec: Spec;
	/** A file of `drawings/`, without its ending. */
	drawing?: string;
	budgetCents?: number;
}

/** What the shop has on its bench. */
export const PIECES: readonly Piece[] = [
	{
		title: 'Round brilliant solitaire',
		type: 'custom',
		spec: {
			itemType: 'Ring',
			metal: 'Yellow gold',
			fineness: '18 kt',
			size: '6½',
			centerStone: 'Round brilliant, 1.52 ct'
		},
		drawing: 'solitaire-ring-round-brilliant',
		budgetCents: 940_000
	},
	{
		title: 'Three-stone emerald cut',
		type: 'custom',
		spec: {
			itemType: 'Ring',
			metal: 'Platinum',
			fineness: '950',
			size: '5¾',
			centerStone: 'Emerald, 2.01 ct'
		},
		drawing: 'three-stone-ring-emerald-cut',
		budgetCents: 1_860_000
	},
	{
		title: 'Re-tip four prongs',
		type: 'repair',
		spec: { itemType: 'Ring', metal: 'White gold', fineness: '14 kt', setting: 'Four prongs' }
	},
	{
		title: 'Channel-set wedding band',
		type: 'custom',
		spec: {
			itemType: 'Band',
			metal: 'Rose gold',
			fineness: '14 kt',
			size: '7',
			sideStones: 'Melee, 0.45 ctw'
		},
		drawing: 'wedding-band-channel-set',
		budgetCents: 320_000
	},
	{
		title: 'Pear sapphire pendant',
		type: 'custom',
		spec: {
			itemType: 'Pendant',
			metal: 'White gold',
			fineness: '18 kt',
			centerStone: 'Pear sapphire, 9 × 7 mm'
		},
		drawing: 'pendant-pear-sapphire',
		budgetCents: 410_000
	},
	{
		title: 'Restring pearls, new clasp',
		type: 'repair',
		spec: { itemType: 'Necklace', size: '45 cm', finish: 'Knotted' }
	},
	{
		title: 'Pearl drop earrings',
		type: 'custom',
		spec: {
			itemType: 'Earrings',
			metal: 'Yellow gold',
			fineness: '18 kt',
			centerStone: 'Akoya pearls, 8 mm'
		},
		drawing: 'drop-earrings-pearl',
		budgetCents: 148_000
	},
	{
		title: 'Family crest signet',
		type: 'custom',
		spec: {
			itemType: 'Signet ring',
			metal: 'Yellow gold',
			fineness: '14 kt',
			size: '10',
			engraving: 'Crest, seal-engraved'
		},
		drawing: 'signet-ring-engraved',
		budgetCents: 265_000
	},
	{
		title: 'Size down from 8 to 6½',
		type: 'repair',
		spec: { itemType: 'Ring', metal: 'Platinum', fineness: '950', size: '6½' }
	},
	{
		title: 'Tennis bracelet, replace two stones',
		type: 'repair',
		spec: { itemType: 'Bracelet', metal: 'White gold', fineness: '14 kt', sideStones: 'Two rubies, 2.5 mm' },
		drawing: 'tennis-bracelet-ruby'
	},
	{
		title: 'Grandmother’s brooch: pin stem and cleaning',
		type: 'repair',
		spec: { itemType: 'Brooch', metal: 'Yellow gold', fineness: '9 kt', finish: 'Keep the patina' }
	},
	{
		title: 'Remodel: grandmother’s diamonds into a band',
		type: 'custom',
		spec: {
			itemType: 'Band',
			metal: 'Rose gold',
			fineness: '14 kt',
			size: '6',
			customerStones: 'Seven old mine cuts'
		},
		budgetCents: 380_000
	},
	{
		title: 'Pocket watch, new crystal',
		type: 'repair',
		spec: { itemType: 'Watch' },
		drawing: 'pocket-watch-repair'
	},
	{
		title: 'Engrave dates inside both bands',
		type: 'repair',
		spec: { itemType: 'Bands', engraving: '21 · VI · 2026' }
	},
	{
		title: 'Replace lost side stone',
		type: 'repair',
		spec: { itemType: 'Ring', metal: 'Yellow gold', fineness: '18 kt', sideStones: 'Ruby, 2 mm' }
	},
	{
		title: 'Graduation medals, set of twelve',
		type: 'custom',
		spec: { itemType: 'Medal', metal: 'Silver', fineness: '925', finish: 'Satin' },
		budgetCents: 96_000
	},
	{
		title: 'Anniversary band, five rubies',
		type: 'custom',
		spec: {
			itemType: 'Band',
			metal: 'White gold',
			fineness: '18 kt',
			size: '6¼',
			sideStones: 'Rubies, 2.2 mm'
		},
		budgetCents: 275_000
	},
	{
		title: 'Tighten prongs and polish',
		type: 'repair',
		spec: { itemType: 'Ring', metal: 'Yellow gold', fineness: '18 kt', finish: 'High polish' },
		drawing: 'solitaire-ring-round-brilliant'
	},
	{
		title: 'Second earring to match',
		type: 'custom',
		spec: {
			itemType: 'Earring',
			metal: 'Yellow gold',
			fineness: '18 kt',
			centerStone: 'South Sea pearl, 11 mm'
		},
		drawing: 'drop-earrings-pearl',
		budgetCents: 88_000
	},
	{
		title: 'Solder broken chain link',
		type: 'repair',
		spec: { itemType: 'Chain', metal: 'Yellow gold', fineness: '14 kt', size: '50 cm' }
	},
	{
		title: 'Re-shank, keep the hallmark',
		type: 'repair',
		spec: { itemType: 'Ring', metal: 'Yellow gold', fineness: '22 kt', size: '8' },
		drawing: 'signet-ring-engraved'
	},
	{
		title: 'Christening bangle',
		type: 'custom',
		spec: { itemType: 'Bangle', metal: 'Silver', fineness: '925', engraving: 'Name and date' },
		budgetCents: 24_000
	},
	{
		title: 'Replace bail, check the halo',
		type: 'repair',
		spec: { itemType: 'Pendant', metal: 'White gold', fineness: '18 kt' },
		drawing: 'pendant-pear-sapphire'
	},
	{
		title: 'Cufflinks with enamel monogram',
		type: 'custom',
		spec: { itemType: 'Cufflinks', metal: 'Silver', fineness: '925', color: 'Deep green enamel' },
		budgetCents: 62_000
	},
	{
		title: 'Rhodium plate and re-set side stones',
		type: 'repair',
		spec: { itemType: 'Ring', metal: 'Platinum', fineness: '950', setting: 'Four-claw' },
		drawing: 'three-stone-ring-emerald-cut'
	},
	{
		title: 'Mokume wedding pair',
		type: 'custom',
		spec: { itemType: 'Bands', metal: 'Mokume gane', size: '6 and 10½', finish: 'Etched' },
		drawing: 'wedding-band-channel-set',
		budgetCents: 540_000
	},
	{
		title: 'Clean and service movement',
		type: 'repair',
		spec: { itemType: 'Watch', finish: 'Keep the dial' },
		drawing: 'pocket-watch-repair'
	}
];
