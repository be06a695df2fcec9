const words = (text: string) => text.trim().split(/\s*\|\s*/);

export const FIRST_NAMES = words(
	'Maria|Inés|José|Anna|Hannah|Liam|Noah|Olivia|Emma|Ava|Sofía|Zoë|Lucía|Mateo|Jürgen|François|Chloé|Siobhán|' +
		'Aoife|Niamh|Oscar|Hugo|Ingrid|Åsa|Björn|Amara|Chidi|Priya|Arjun|Mei|Wei|Yuki|Haruto|Fatima|Omar|Layla|' +
		'David|Rachel|Moshe|Elena|Dmitri|Katarzyna|Paweł|Grace|Henry|Jack|Poppy|Rose|Ruby|Pearl|Stella|Theo|Uma|' +
		'Victor|Wanda|Xavier|Yasmin|Zachary|Beatriz|Caetano'
);
export const LAST_NAMES = words(
	'Díaz|González|García|Ruiz|Okafor|Smith|Jones|Taylor|Brown|Wilson|Evans|Thomas|Roberts|Johnson|Lewis|Walker|' +
		'Robinson|Wood|Thompson|White|Watson|Jackson|Wright|Green|Harris|Cooper|King|Lee|Martin|Clarke|James|' +
		'Morgan|Hughes|Edwards|Hill|Moore|Clark|Harrison|Scott|Young|Morris|Hall|Ward|Turner|Carter|Phillips|' +
		'Mitchell|Patel|Adams|Campbell|Anderson|Allen|Cook|Bailey|Müller|Schmidt|Fischer|Weber|Nguyễn|Tanaka|Sato|' +
		'Kowalski|Nowak|Novák|Horváth|Silva|Santos|Oliveira|Costa|Rossi|Russo|Ferrari|Esposito|O’Brien|O’Connor|' +
		'Murphy|Kelly|Byrne|Walsh|Andersson|Johansson|Nielsen|Hansen|Larsen|Virtanen|Papadopoulos|Ivanov|Petrov'
);
export const CITIES = words(
	'London|Leeds|York|Bath|Oxford|Cork|Dublin|Porto|Madrid|Lyon|Turin|Bern|Ghent|Bonn'
);
export const METALS = words(
	'14k yellow gold|18k yellow gold|18k white gold|Platinum|9k rose gold|Sterling silver|Palladium|22k gold'
);
export const PIECES = words(
	'solitaire ring|engagement ring|wedding band|eternity ring|signet ring|three-stone ring|pendant|locket|' +
		'tennis bracelet|bangle|stud earrings|drop earrings|hoop earrings|brooch|cufflinks|necklace|chain repair|' +
		'ring resize|stone replacement|watch strap|charm bracelet|tiara|cocktail ring|anklet'
);
export const STONES = words(
	'1.2 ct round diamond|oval sapphire|pear sapphire|emerald cut emerald|ruby trilogy|pink tourmaline|aquamarine|' +
		'opal cabochon|South Sea pearl|garnet halo|amethyst|tanzanite|no stones|morganite|spinel|melee pavé|' +
		'alexandrite|peridot|citrine|moonstone'
);
export const NOTES = words(
	'Customer brings her own stones|Call before setting|Engrave the inside of the shank|Match the wedding band|' +
		'Hallmark before polishing|Prongs are worn and must be retipped|Sizing half up|Wants it before the anniversary|' +
		'Second visit booked|Deposit paid in cash|Insurance valuation needed|Keep the old clasp|Rhodium plate last|' +
		'Send a photograph of the wax|Needs a safety chain|Stone has a chip at the girdle|Allergic to nickel|' +
		'Partner must not know|Collect with the watch|Leave the patina as it is|Check the culet|Courier on Friday|' +
		'Ask for the certificate|Heirloom of the grandmother|Finish brushed on the outside'
);
